using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Opportunities;

/// <summary>The numbers of opportunities (DOMAIN 6).</summary>
public sealed record OpportunityRules
{
    /// <summary>How many customers with a next contact a map has before the first talk.</summary>
    public required int CustomersWithNextContact { get; init; }

    /// <summary>How many entries of each kind, and how many opportunities, one person keeps.</summary>
    public required int EntriesAtMost { get; init; }

    public required int QuestionsAtLeast { get; init; }
    public required int QuestionsAtMost { get; init; }
    public required int TrialWeeksAtLeast { get; init; }
    public required int TrialWeeksAtMost { get; init; }

    /// <summary>Days for which a customer's link opens.</summary>
    public required int LinkDays { get; init; }

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. Broken(CustomersWithNextContact >= 1, "opportunities.customersWithNextContact"),
            .. Broken(EntriesAtMost >= CustomersWithNextContact, "opportunities.entriesAtMost"),
            .. Broken(QuestionsAtLeast >= 1, "opportunities.questionsAtLeast"),
            .. Broken(QuestionsAtMost >= QuestionsAtLeast, "opportunities.questionsAtMost"),
            .. Broken(TrialWeeksAtLeast >= 1, "opportunities.trialWeeksAtLeast"),
            .. Broken(TrialWeeksAtMost >= TrialWeeksAtLeast, "opportunities.trialWeeksAtMost"),
            .. Broken(LinkDays is >= 1 and <= CustomerLink.DaysAtMost, "opportunities.linkDays"),
        ];

    private static IEnumerable<InputProblem> Broken(bool holds, string path) =>
        holds ? [] : [new InputProblem(path, InputProblems.OutOfRange)];
}
