using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Workshops;

/// <summary>The numbers of a workshop and of what is measured after it (DOMAIN 6.7, 6.8).</summary>
public sealed record WorkshopRules
{
    public required int SeatsAtLeast { get; init; }
    public required int SeatsAtMost { get; init; }

    /// <summary>A programme of an hour is for fewer people too.</summary>
    public required int SmallGroupAtLeast { get; init; }

    /// <summary>Besides the participants a live session holds so many: the second facilitator and a guest.</summary>
    public required int ExtraPlaces { get; init; }

    /// <summary>The weeks after the day at which trios meet.</summary>
    public required int TrioEveryWeeks { get; init; }
    public required int TrioWeeks { get; init; }

    /// <summary>The week of the talk with the own manager.</summary>
    public required int ReviewWeek { get; init; }

    /// <summary>The weeks of the second and third self-check.</summary>
    public required int SecondCheckWeek { get; init; }
    public required int ThirdCheckWeek { get; init; }

    /// <summary>How long answers of a moment are taken: before the day, and from its week on.</summary>
    public required int WindowDays { get; init; }

    /// <summary>Fewer answers than this give no estimate of how well the eight items hang together.</summary>
    public required int AlphaFromAnswers { get; init; }

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. Broken(SeatsAtLeast >= 2, "workshops.seatsAtLeast"),
            .. Broken(SeatsAtMost >= SeatsAtLeast && SeatsAtMost <= 40, "workshops.seatsAtMost"),
            .. Broken(SmallGroupAtLeast >= 2 && SmallGroupAtLeast <= SeatsAtLeast, "workshops.smallGroupAtLeast"),
            .. Broken(ExtraPlaces >= 1, "workshops.extraPlaces"),
            .. Broken(TrioEveryWeeks >= 1, "workshops.trioEveryWeeks"),
            .. Broken(TrioWeeks >= TrioEveryWeeks, "workshops.trioWeeks"),
            .. Broken(ReviewWeek >= 1, "workshops.reviewWeek"),
            .. Broken(SecondCheckWeek >= 1, "workshops.secondCheckWeek"),
            .. Broken(WindowDays >= 1 && WindowDays < 7 * (ThirdCheckWeek - SecondCheckWeek), "workshops.windowDays"),
            .. Broken(ThirdCheckWeek > SecondCheckWeek, "workshops.thirdCheckWeek"),
            .. Broken(AlphaFromAnswers >= 200, "workshops.alphaFromAnswers"),
        ];

    private static IEnumerable<InputProblem> Broken(bool holds, string path) =>
        holds ? [] : [new InputProblem(path, InputProblems.OutOfRange)];
}
