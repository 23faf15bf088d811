using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Features.Strategy;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>A quarter of an organisation with what was chosen in it.</summary>
/// <param name="Release">Null before the first quarter was counted.</param>
public sealed record InsightView(
    Unit Top,
    IReadOnlyList<InsightRound> Quarters,
    InsightRound? Round,
    OpenRelease? Release,
    IReadOnlyList<Unit> Units,
    InsightQuery Query
)
{
    public int Minimum => Release!.Release.Minimum;

    private readonly Lazy<PartsAsked> _asked = new(() => InsightReading.Ask(Release!, Query.Filter, Units));
    private readonly Lazy<IReadOnlyList<InsightGroup>> _groups = new(() => InsightReading.Groups(Release!, Query.Filter, Query.By, Units));

    public GroupValue Of(string measure) => Release!.Of(measure, _asked.Value);

    /// <summary>One measure, group by group.</summary>
    public IReadOnlyList<InsightLine> Lines(string measure) =>
        [.. _groups.Value.Select(g => new InsightLine(g.Name, g.IsUnit, Release!.Of(measure, g.Asked)))];

    /// <summary>The values that a mark has in this release.</summary>
    public IReadOnlyList<string> ValuesOf(ReleaseMark mark) => Release!.ValuesOf(mark);

    /// <summary>For example <c>2026-Q3</c>.</summary>
    public static string NameOf(InsightRound round) => new Quarter(round.From).Name;
}

/// <summary>Opens a quarter for those who may read Insight.</summary>
public sealed class InsightDesk(InsightReading reading, StrategyReading strategy)
{
    public async Task<InsightView?> OpenAsync(Viewer viewer, InsightQuery query, CancellationToken cancellationToken)
    {
        if (!viewer.MayReadInsight() || await strategy.TopAsync(viewer, cancellationToken) is not { } top)
        {
            return null;
        }

        var quarters = await reading.QuartersAsync(top.Id, cancellationToken);
        var round = query.Quarter is { Length: > 0 } name ? quarters.Find(q => InsightView.NameOf(q) == name) : quarters.FirstOrDefault();
        var release = round is null ? null : await reading.OpenAsync(round.Id, cancellationToken);
        return new InsightView(
            top,
            quarters,
            round,
            release,
            release is null ? [] : await reading.UnitsOfAsync(release, query.Filter.Unit, cancellationToken),
            query
        );
    }
}
