using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Web.Features.Outcomes.Reading;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Outcomes.ReadOutcome;

/// <summary>What the figures say, in the words of DOMAIN 7.10: every change with its interval, and never more than can be said.</summary>
public static class OutcomeSentences
{
    /// <summary>"Moved by x points (interval a to b)", clear or not, or why that cannot be said.</summary>
    public static string Moved(OutcomePicture picture, Words words)
    {
        if (picture.FirstHeld is null)
        {
            return words["outcomes.moved.not_begun"];
        }

        if (picture.Change is not { } change || picture.SinceMonth is not { } month)
        {
            return words["outcomes.moved.no_year"];
        }

        return words[
            change.Interval is null ? "outcomes.moved.no_spread"
            : change.IsClear ? "outcomes.moved.clear"
            : "outcomes.moved.not_clear",
            OutcomeFormat.Signed(change.Value, words),
            OutcomeFormat.UnitOf(picture.Measure!, words),
            OutcomeFormat.SignedRange(change.Interval, words),
            month.ToString("MMMM yyyy", words.Culture)
        ];
    }

    /// <summary>Whether the programme did it: cannot be said from this, or is supported by the comparison with later sites.</summary>
    public static string Attribution(OutcomePicture picture, Words words) =>
        words[$"outcomes.attribution.{picture.Comparison?.Verdict ?? ComparisonVerdict.CannotBeSaid}"];

    /// <summary>The value, its interval and how many it is of.</summary>
    public static string Level(OutcomeMeasure measure, Moments figures, Words words) =>
        measure.Yardstick.Level(figures) is not { } level ? words["outcomes.nothing"]
        : level.Interval is null ? words["outcomes.value_of", OutcomeFormat.Number(level.Value, words), level.N]
        : words["outcomes.level", OutcomeFormat.Number(level.Value, words), OutcomeFormat.Range(level.Interval, words), level.N];

    public static string Change(OutcomeChange? change, Words words) =>
        change is null ? words["outcomes.nothing"]
        : change.Interval is null ? OutcomeFormat.Signed(change.Value, words)
        : words["outcomes.change.of", OutcomeFormat.Signed(change.Value, words), OutcomeFormat.SignedRange(change.Interval, words)];

    public static string Clear(OutcomeMonth month, Words words) =>
        words[
            month.Beside.ChannelChanged ? "outcomes.clear.channel"
            : month.Change is null ? "outcomes.clear.no_year"
            : month.Change.IsClear ? "outcomes.clear.yes"
            : "outcomes.clear.no"
        ];
}
