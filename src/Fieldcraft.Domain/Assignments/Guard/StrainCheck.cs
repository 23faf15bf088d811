using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Assignments.Guard;

/// <summary>
/// The strain check (DOMAIN 3.4): two questions every two weeks, private to the person, not a diagnosis. It overrules every
/// number of the guard, because people who are used up should not be told by a formula that they are not.
/// </summary>
public static class StrainCheck
{
    /// <summary>
    /// Positive when the mean reached the line in the last two answered check-ins, or when the latest check-in carries the tick
    /// "this is too much for me now". A check-in with only the tick neither makes nor breaks a run.
    /// </summary>
    /// <param name="checkIns">In any order; of two on one day the later in the list is the later one.</param>
    /// <exception cref="ArgumentOutOfRangeException">An answer lies outside 1–5.</exception>
    public static StrainReading Read(IEnumerable<StrainCheckIn> checkIns, StrainRules rules)
    {
        var inOrder = checkIns.OrderBy(c => c.On).ToList();
        InputProblems.Refuse([.. inOrder.SelectMany((c, index) => c.Problems($"checkIns[{index}]"))], nameof(checkIns));

        var lastMeans = inOrder.Select(c => c.Mean).OfType<decimal>().TakeLast(rules.CheckInsRunning).ToList();
        return new StrainReading(
            IsPositiveByAnswers: lastMeans.Count == rules.CheckInsRunning && lastMeans.All(mean => mean >= rules.PositiveFromMean),
            IsPositiveByTick: inOrder is [.., { TooMuchForMeNow: true }]
        );
    }
}

/// <summary>One check-in.</summary>
/// <param name="On">The day, in the person's own time zone.</param>
/// <param name="UsedUp">"After work I feel used up", 1 never to 5 always; null when only the tick was set.</param>
/// <param name="Recovered">"I have recovered by the next working day", 1 never to 5 always; read in reverse.</param>
/// <param name="TooMuchForMeNow">The person's own alarm.</param>
public sealed record StrainCheckIn(DateOnly On, int? UsedUp, int? Recovered, bool TooMuchForMeNow = false)
{
    /// <summary>The mean of the two answers, the second reversed, 1–5; null unless both are there.</summary>
    public decimal? Mean => (UsedUp + (6 - Recovered)) / 2m;

    /// <summary>Everything wrong with the answers; empty when they can be used.</summary>
    public IReadOnlyList<InputProblem> Problems(string path) =>
        [.. InputProblems.Outside($"{path}.usedUp", UsedUp, 1, 5), .. InputProblems.Outside($"{path}.recovered", Recovered, 1, 5)];
}

/// <summary>What the strain check says, and why.</summary>
public sealed record StrainReading(bool IsPositiveByAnswers, bool IsPositiveByTick)
{
    public bool IsPositive => IsPositiveByAnswers || IsPositiveByTick;
}

/// <summary>The numbers of DOMAIN 3.4.</summary>
public sealed record StrainRules
{
    /// <summary>A mean of at least this (1–5) counts.</summary>
    public required decimal PositiveFromMean { get; init; }

    /// <summary>In how many check-ins running.</summary>
    public required int CheckInsRunning { get; init; }

    /// <summary>Days between two check-ins while an assignment is active.</summary>
    public required int EveryDays { get; init; }
}
