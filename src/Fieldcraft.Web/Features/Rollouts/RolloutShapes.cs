using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Reading;
using Fieldcraft.Web.Features.Rollouts.Solving;

namespace Fieldcraft.Web.Features.Rollouts;

/// <summary>A roll-out's settings as the API takes and shows them; what is left out is as usual.</summary>
public sealed record RolloutBody(
    int? Minutes,
    int? MaxSize,
    int? EdgeMinutes,
    bool? HalvesAllowed,
    decimal? ReleaseShare,
    int? FloorMinimum,
    int? MaxPerDay,
    int? MaxPerWeek,
    decimal? CatchUpShare,
    decimal? TargetShare
)
{
    public RolloutSettings ToSettings()
    {
        var usual = RolloutSettings.Usual;
        return new RolloutSettings(
            Minutes ?? usual.Minutes,
            MaxSize ?? usual.MaxSize,
            EdgeMinutes ?? usual.EdgeMinutes,
            HalvesAllowed ?? usual.HalvesAllowed,
            ReleaseShare ?? usual.ReleaseShare,
            FloorMinimum ?? usual.FloorMinimum,
            MaxPerDay ?? usual.MaxPerDay,
            MaxPerWeek ?? usual.MaxPerWeek,
            CatchUpShare ?? usual.CatchUpShare,
            TargetShare ?? usual.TargetShare
        );
    }
}

/// <summary>What an hour costs; null where it is not said.</summary>
public sealed record RatesBody(decimal? Leader, decimal? Participant, decimal? Central, decimal? Trainer);

/// <summary>What is asked of the engine; without a site, every site.</summary>
public sealed record ProposalBody(Guid? Site, int? Seconds, int? Seed, bool? KeepsPeople);

/// <summary>A module's roll-out.</summary>
public sealed record RolloutJson(
    Guid Module,
    DateOnly WindowStart,
    int WindowDays,
    RolloutSettings Settings,
    HourlyRates Rates,
    int Version
)
{
    public static RolloutJson Of(RolloutModule m) => new(m.Id.Value, m.WindowStart, m.WindowDays, m.Settings, m.Rates, m.Version);
}

/// <summary>A site's arithmetic and what stands in the timetable.</summary>
public sealed record SiteStateJson(
    Guid Site,
    string Name,
    CapacityInputs Inputs,
    RolloutCapacity Capacity,
    bool IsFeasible,
    int Planned,
    int Published,
    int Seated
)
{
    public static SiteStateJson Of(SiteState s) =>
        new(s.Id.Value, s.Name, s.Inputs, s.Capacity, s.Capacity.IsFeasible, s.Planned, s.Published, s.Seated);
}

/// <summary>How far a proposal is.</summary>
public sealed record ProposalProgressJson(int PartsDone, int Parts, int Covered, long Cost);

/// <summary>A proposal, with what is proven of it; the timetable itself once it is ready.</summary>
public sealed record ProposalJson(
    Guid Id,
    Guid Module,
    Guid? Site,
    ProposalState State,
    int Seed,
    int Seconds,
    bool KeepsPeople,
    DateTimeOffset AskedAt,
    ProposalProgressJson Progress,
    ProposalFigures? Figures,
    double? Gap,
    string? Problem,
    ProposalContent? Content
)
{
    public static ProposalJson Of(RolloutProposal p) =>
        new(
            p.Id.Value,
            p.ModuleId.Value,
            p.SiteId?.Value,
            p.State,
            p.Seed,
            p.Seconds,
            p.KeepsPeople,
            p.AskedAt,
            new ProposalProgressJson(p.PartsDone, p.Parts, p.CoveredSoFar, p.CostSoFar),
            p.Figures,
            p.Figures?.Gap,
            p.Problem,
            p.Content is { } content ? ProposalContent.Read(content) : null
        );
}

public sealed record ProposalLineJson(
    Guid Id,
    Guid? Site,
    ProposalState State,
    DateTimeOffset AskedAt,
    int Covered,
    int Uncovered,
    int Sessions
)
{
    public static ProposalLineJson Of(ProposalLine p) =>
        new(p.Id.Value, p.SiteId?.Value, p.State, p.AskedAt, p.Covered, p.Uncovered, p.Sessions);
}

/// <summary>A group's coverage; small groups carry no figure.</summary>
public sealed record CoverageGroupJson(string Name, FigureJson Eligible, FigureJson Done, FigureJson Share)
{
    public static CoverageGroupJson Of(ShownGroup g) =>
        new(g.Name, FigureJson.Of(g.Eligible), FigureJson.Of(g.Done), FigureJson.Of(g.Share));
}

/// <summary>A figure, or that it is withheld; never a nought in place of one.</summary>
public sealed record FigureJson(decimal? Value, WithheldJson? Withheld)
{
    public static FigureJson Of(decimal? value) =>
        value is null ? new FigureJson(null, new WithheldJson("minimum", CoverageGroups.Minimum)) : new FigureJson(value, null);
}

public sealed record WithheldJson(string Rule, int Minimum);

/// <summary>How far a module has come.</summary>
public sealed record CoverageJson(
    int Eligible,
    int Done,
    decimal? Share,
    int DaysGone,
    int DaysLeft,
    int Target,
    decimal StraightLine,
    decimal? DailySoFar,
    decimal? DailyNeeded,
    int Joiners,
    int OnLeave,
    int SessionsDue,
    int SessionsLogged,
    IReadOnlyList<CoverageGroupJson> Sites,
    IReadOnlyList<CoverageGroupJson> Shifts,
    IReadOnlyList<CoverageGroupJson> Contracts,
    IReadOnlyList<string> NeedHelp
)
{
    /// <param name="withGroups">Sponsors see totals.</param>
    public static CoverageJson Of(ModuleCoverage c, bool withGroups) =>
        new(
            c.Coverage.Eligible,
            c.Coverage.Done,
            c.Coverage.Share,
            c.Coverage.DaysGone,
            c.Coverage.DaysLeft,
            c.Coverage.Target,
            c.Coverage.StraightLine(c.Coverage.DaysGone),
            c.Coverage.DailySoFar,
            c.Coverage.DailyNeeded,
            c.Joiners,
            c.OnLeave,
            c.Completeness.Due,
            c.Completeness.Logged,
            withGroups ? [.. c.Sites.Select(CoverageGroupJson.Of)] : [],
            withGroups ? [.. c.Shifts.Select(CoverageGroupJson.Of)] : [],
            withGroups ? [.. c.Contracts.Select(CoverageGroupJson.Of)] : [],
            withGroups ? [.. c.NeedHelp.Select(s => s.Name)] : []
        );
}
