using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.People;

namespace Fieldcraft.Domain.Outcomes;

/// <summary>Why early and later sites cannot be compared. The words are <c>outcomes.doubt.NAME</c>.</summary>
public enum ComparisonDoubt
{
    NobodyBegan,
    NoLaterSites,
    TooFewSites,
    WeeksNotCovered,
    TooFewAnswers,
    ChannelChanged,
}

/// <summary>What may be said about who moved the measure.</summary>
public enum ComparisonVerdict
{
    /// <summary>A reason stands against any comparison.</summary>
    CannotBeSaid,

    /// <summary>Compared, and no difference that chance could not have made.</summary>
    NotClear,

    /// <summary>Early sites moved further in the wanted direction, counted by answers and by sites.</summary>
    Supported,

    /// <summary>Early sites moved the other way, counted by answers and by sites.</summary>
    Against,
}

/// <summary>The figures of a site in a week.</summary>
public sealed record SiteWeek(UnitId Site, DateOnly Week, Moments Figures);

/// <summary>Early sites against later ones, with what stands against it.</summary>
/// <param name="BySites">The same difference with each site's own change as one value.</param>
public sealed record SiteComparison(
    StaggeredStart? Start,
    int EarlySites,
    int LateSites,
    DifferenceResult? ByAnswers,
    Interval? BySites,
    IReadOnlyList<ComparisonDoubt> Doubts,
    ComparisonVerdict Verdict
)
{
    /// <summary>Fewer answers in one of the four cells say nothing.</summary>
    public const int AnswersAtLeast = 30;
    private const int CountsAtLeast = 8;

    public static SiteComparison Of(
        Yardstick yardstick,
        BetterWhen better,
        IReadOnlyCollection<SiteBeginning> sites,
        StaggeredStart? start,
        IReadOnlyCollection<SiteWeek> figures,
        DateOnly? channelChangedOn
    )
    {
        if (start is null)
        {
            return new SiteComparison(null, 0, 0, null, null, [WhyNone(sites)], ComparisonVerdict.CannotBeSaid);
        }

        var known = figures.GroupBy(f => f.Site).ToDictionary(g => g.Key, g => Periods(g, start));
        var early = Compared(start.Early, known);
        var late = Compared(start.Late, known);
        var difference = DifferenceInDifferences.ByAnswers(yardstick, Together(early), Together(late));
        var bySites = DifferenceInDifferences.BySites(Changes(yardstick, early), Changes(yardstick, late));
        List<ComparisonDoubt> doubts =
        [
            .. early.Count < StaggeredStart.SitesAtLeast || late.Count < StaggeredStart.SitesAtLeast
                ? [ComparisonDoubt.TooFewSites]
                : Array.Empty<ComparisonDoubt>(),
            .. IsCovered(start, figures) ? [] : new[] { ComparisonDoubt.WeeksNotCovered },
            .. HasEnough(yardstick, early, late) ? [] : new[] { ComparisonDoubt.TooFewAnswers },
            .. channelChangedOn > start.Before.First && channelChangedOn <= start.After.Last.AddDays(6)
                ? [ComparisonDoubt.ChannelChanged]
                : Array.Empty<ComparisonDoubt>(),
        ];
        return new SiteComparison(start, early.Count, late.Count, difference, bySites, doubts, Judge(better, difference, bySites, doubts));
    }

    private static ComparisonDoubt WhyNone(IReadOnlyCollection<SiteBeginning> sites) =>
        sites.All(s => s.Day is null) ? ComparisonDoubt.NobodyBegan
        : sites.Count < 2 * StaggeredStart.SitesAtLeast ? ComparisonDoubt.TooFewSites
        : ComparisonDoubt.NoLaterSites;

    private static BeforeAndAfter Periods(IEnumerable<SiteWeek> figures, StaggeredStart start)
    {
        var weeks = figures.ToList();
        return new BeforeAndAfter(
            Moments.Add(weeks.Where(f => start.Before.Contains(f.Week)).Select(f => f.Figures)),
            Moments.Add(weeks.Where(f => start.After.Contains(f.Week)).Select(f => f.Figures))
        );
    }

    /// <summary>A site that has figures at one of the two times only would change the mix of the group; it is left out.</summary>
    private static List<BeforeAndAfter> Compared(IReadOnlySet<UnitId> sites, Dictionary<UnitId, BeforeAndAfter> known) =>
        [.. sites.Order().Select(s => known.GetValueOrDefault(s)).OfType<BeforeAndAfter>().Where(p => p.Before.N > 0 && p.After.N > 0)];

    private static BeforeAndAfter Together(IReadOnlyCollection<BeforeAndAfter> sites) =>
        new(Moments.Add(sites.Select(s => s.Before)), Moments.Add(sites.Select(s => s.After)));

    private static List<double> Changes(Yardstick yardstick, IEnumerable<BeforeAndAfter> sites) =>
        [.. sites.Select(s => yardstick.Factor * (s.After.Mean - s.Before.Mean))];

    /// <summary>Both groups have figures in every week: otherwise a season is in one of the four cells and not in the others.</summary>
    private static bool IsCovered(StaggeredStart start, IReadOnlyCollection<SiteWeek> figures)
    {
        var wanted = start.Before.Count + start.After.Count;
        return new[] { start.Early, start.Late }.All(group =>
            figures
                .Where(f => group.Contains(f.Site) && f.Figures.N > 0 && (start.Before.Contains(f.Week) || start.After.Contains(f.Week)))
                .Select(f => f.Week)
                .Distinct()
                .Count() == wanted
        );
    }

    private static bool HasEnough(Yardstick yardstick, IReadOnlyCollection<BeforeAndAfter> early, IReadOnlyCollection<BeforeAndAfter> late)
    {
        var least = yardstick.Kind == MeasureKind.Count ? CountsAtLeast : AnswersAtLeast;
        return new[] { Together(early), Together(late) }.All(g => g.Before.N >= least && g.After.N >= least);
    }

    private static ComparisonVerdict Judge(BetterWhen better, DifferenceResult? difference, Interval? bySites, List<ComparisonDoubt> doubts)
    {
        if (doubts.Count > 0 || difference is null)
        {
            return ComparisonVerdict.CannotBeSaid;
        }

        if (!difference.IsClear || bySites is null || bySites.Contains(0) || Math.Sign(bySites.Lower) != Math.Sign(difference.Value))
        {
            return ComparisonVerdict.NotClear;
        }

        return difference.Value > 0 == (better == BetterWhen.Up) ? ComparisonVerdict.Supported : ComparisonVerdict.Against;
    }
}
