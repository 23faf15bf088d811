using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Board;

/// <summary>The numbers of the opportunity board (PRODUCT 1.6). Days are counted days: days of work without holidays and absence.</summary>
public sealed record BoardRules
{
    /// <summary>After so many days without an answer a posting is flagged to its owner…</summary>
    public required int FlagAfterDays { get; init; }

    /// <summary>…and after so many more it is closed.</summary>
    public required int CloseAfterMoreDays { get; init; }

    /// <summary>Within so many days the own manager can raise a concern about a trial; afterwards silence is consent.</summary>
    public required int TrialNoticeDays { get; init; }

    /// <summary>How strongly a posting asks for each challenge that it names, 1–4; for the others not at all (DOMAIN 1.6).</summary>
    public required int NamedDemand { get; init; }

    internal IEnumerable<InputProblem> Problems() =>
        [
            .. Broken(FlagAfterDays >= 1, "board.flagAfterDays"),
            .. Broken(CloseAfterMoreDays >= 1, "board.closeAfterMoreDays"),
            .. Broken(TrialNoticeDays >= 1, "board.trialNoticeDays"),
            .. Broken(NamedDemand is >= 1 and <= GuardRules.ScaleTop, "board.namedDemand"),
        ];

    private static IEnumerable<InputProblem> Broken(bool holds, string path) =>
        holds ? [] : [new InputProblem(path, InputProblems.OutOfRange)];
}
