using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Outcomes.Levels;

/// <summary>The lines that this room knows itself. Reach is a full count and has no interval; what few said or saw is withheld.</summary>
public static class LevelLines
{
    public static IEnumerable<LevelLine> Of(ProgrammeLevels levels, Words words) =>
        levels
            .Modules.SelectMany(m => OfModule(m.Module.Title, m.Counts, words))
            .Concat(
                levels.Measures.Select(m => new LevelLine(OutcomeLevelOf.Result, m.Measure.Name, Moved(m, words), words[Attribution(m)]))
            );

    /// <summary>"moved by x points (interval a to b)", and whether that is clear.</summary>
    public static string Moved(MeasureMoved moved, Words words) =>
        moved.Change is not { } change || moved.SinceMonth is not { } month
            ? words["outcomes.levels.cannot"]
            : words[
                change.Interval is null ? "outcomes.moved.no_spread"
                : change.IsClear ? "outcomes.moved.clear"
                : "outcomes.moved.not_clear",
                OutcomeFormat.Signed(change.Value, words),
                OutcomeFormat.UnitOf(moved.Measure, words),
                OutcomeFormat.SignedRange(change.Interval, words),
                month.ToString("MMMM yyyy", words.Culture)
            ];

    public static string Attribution(MeasureMoved moved) =>
        $"outcomes.attribution.{moved.Comparison?.Verdict ?? ComparisonVerdict.CannotBeSaid}";

    private static IEnumerable<LevelLine> OfModule(string title, ModuleCounts counts, Words words)
    {
        yield return new LevelLine(
            OutcomeLevelOf.Reach,
            words["outcomes.levels.reach", title],
            counts.Eligible < CoverageGroups.Minimum
                ? words["outcomes.levels.withheld"]
                : words["outcomes.levels.reach.of", counts.Done, counts.Eligible, (double)counts.Done / counts.Eligible],
            words["outcomes.levels.reach.caution", counts.Held, counts.Published]
        );
        yield return new LevelLine(
            OutcomeLevelOf.Behaviour,
            words["outcomes.levels.signs", title],
            counts.Teams < CoverageGroups.Minimum
                ? words["outcomes.levels.withheld"]
                : words["outcomes.levels.signs.of", counts.Teams, counts.First, counts.Second, counts.Third],
            words["outcomes.levels.signs.caution"]
        );
        if (counts.UseAnswers >= TeamUse.ShownFrom)
        {
            var range = Proportion.Wilson(new ProportionInput(counts.UsedWithEffect, counts.UseAnswers));
            yield return new LevelLine(
                OutcomeLevelOf.Behaviour,
                words["outcomes.levels.use", title],
                words["outcomes.levels.use.of", counts.UsedWithEffect, counts.UseAnswers, range.Lower, range.Upper],
                words["outcomes.levels.use.caution"]
            );
        }
    }
}
