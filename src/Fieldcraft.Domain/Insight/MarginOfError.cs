using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Insight;

/// <summary>A survey of a finite group.</summary>
/// <param name="Population">N, everybody asked, at least 1.</param>
/// <param name="Answers">n, valid answers, 1 to N.</param>
/// <param name="Share">p, 0–1; 0.5 is the widest.</param>
/// <param name="Favourable">How many of the answers were in favour, for the worst-case band; then p is theirs.</param>
public sealed record MarginInput(int Population, int Answers, double Share = 0.5, int? Favourable = null)
{
    /// <summary>Everything wrong with the input; empty when it can be used.</summary>
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. InputProblems.Outside("population", Population, 1, int.MaxValue),
            .. InputProblems.Outside("n", Answers, 1, Math.Max(1, Population)),
            .. InputProblems.Outside("p", Share, 0, 1),
            .. InputProblems.Outside("favourable", Favourable, 0, Math.Max(0, Answers)),
        ];
}

/// <summary>How far the answers may lie from what everybody would have said, in percentage points.</summary>
/// <param name="Margin">With the finite population taken into account.</param>
/// <param name="MarginOfInfinitePopulation">Without it.</param>
/// <param name="ResponseRate">Answers among those asked, 0–1.</param>
/// <param name="IsRepresentative">False below half of those asked or below ten answers: shown with a banner.</param>
/// <param name="WorstCase">All who did not answer against, all in favour, in per cent; null unless the favourable are given.</param>
public sealed record MarginResult(
    double Margin,
    double MarginOfInfinitePopulation,
    double ResponseRate,
    bool IsRepresentative,
    Interval? WorstCase
);

/// <summary>The margin of error of a pulse (DOMAIN 8.8). It holds only if answers are like a random sample, and says so.</summary>
public static class MarginOfError
{
    /// <summary>1.96·√(p(1−p)/n)·√((N−n)/(N−1)), in percentage points.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="MarginInput.Problems"/> is not empty.</exception>
    public static MarginResult Measure(MarginInput input, PulseRules rules)
    {
        InputProblems.Refuse(input.Problems(), nameof(input));

        double population = input.Population,
            answers = input.Answers;
        var share = input.Favourable / answers ?? input.Share;
        var infinite = 100 * Normal.Z95AsPrinted * Math.Sqrt(share * (1 - share) / answers);
        var correction = input.Answers == input.Population ? 0 : Math.Sqrt((population - answers) / (population - 1));
        return new MarginResult(
            infinite * correction,
            infinite,
            answers / population,
            answers >= rules.RepresentativeFromAnswers && answers / population >= rules.RepresentativeFromRate,
            input.Favourable is { } favourable
                ? new Interval(100 * favourable / population, 100 * (favourable + population - answers) / population)
                : null
        );
    }

    /// <summary>How many answers a margin needs at p = 0.5, rounded up.</summary>
    /// <param name="population">N, at least 1.</param>
    /// <param name="margin">The margin wanted, in percentage points, above 0 and at most 100.</param>
    public static int AnswersNeeded(int population, double margin)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(margin);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(margin, 100);
        var infinite = Math.Pow(Normal.Z95AsPrinted * 100 / margin, 2) * 0.25;
        return (int)Math.Ceiling(infinite / (1 + ((infinite - 1) / population)));
    }
}

/// <summary>The numbers of DOMAIN 8.8 on response.</summary>
public sealed record PulseRules
{
    /// <summary>Below this share of answers a result is not representative.</summary>
    public required double RepresentativeFromRate { get; init; }

    /// <summary>Below this many answers a result is not representative.</summary>
    public required int RepresentativeFromAnswers { get; init; }

    /// <summary>Below this many people everybody is asked, from here on a random half.</summary>
    public required int CensusBelow { get; init; }

    /// <summary>How many days a pulse takes answers.</summary>
    public required int OpenDays { get; init; }

    /// <summary>From this agreement on a team's mean is shown.</summary>
    public required double AgreementFrom { get; init; }

    /// <summary>When a team looks back at what it agreed on, in days after its talk.</summary>
    public required int LookBackAfterDays { get; init; }
}
