using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Plans;

/// <summary>One time that a behaviour was tried: on which day, and in which situation if that was written down.</summary>
public sealed record Repetition(DateOnly On, string? Situation);

/// <summary>How far a behaviour has been practised: a count of different situations, never a grade.</summary>
public sealed record Practice(int Situations, int Needed)
{
    /// <summary>Tried in as many different situations as a practised behaviour needs (DOMAIN 4.3: three).</summary>
    public bool IsPractised => Situations >= Needed;

    /// <summary>
    /// Counts the different situations among the times a behaviour took place. Two are the same when their words are, apart from case and
    /// spacing; where no situation was written, another day counts as another situation.
    /// </summary>
    public static Practice Of(IEnumerable<Repetition> repetitions, ExperimentRules rules) =>
        new(repetitions.Select(SituationOf).Distinct(StringComparer.Ordinal).Count(), rules.RepetitionsToPractise);

    private static string SituationOf(Repetition repetition)
    {
        var words = (repetition.Situation ?? "").ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? $"day {repetition.On.DayNumber}" : string.Join(' ', words);
    }
}
