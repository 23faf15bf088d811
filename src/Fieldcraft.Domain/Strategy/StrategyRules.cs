namespace Fieldcraft.Domain.Strategy;

/// <summary>What an organisation can set about its strategy.</summary>
public sealed record StrategyRules
{
    /// <summary>In how many days the learning team owes an answer to a request.</summary>
    public required int AnswerRequestsInDays { get; init; }

    /// <summary>How many entries of one kind a unit keeps open.</summary>
    public required int EntriesAtMost { get; init; }
}
