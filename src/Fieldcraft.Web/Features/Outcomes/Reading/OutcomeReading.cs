using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Outcomes.Reading;

/// <summary>Reads a measure beside the roll-out, with five questions to the database however many sites and years there are.</summary>
public sealed class OutcomeReading(FieldcraftDb db, SitesReading sitesReading, Viewer viewer)
{
    /// <summary>A year and a quarter: every month of the last year, and some before it to see where it came from.</summary>
    private const int MonthsShown = 15;

    /// <summary>Null: not there, or not the viewer's to read.</summary>
    public async Task<ProgrammeInOutcome?> ProgrammeAsync(ProgrammeId id, CancellationToken cancellationToken) =>
        await FindAsync(db.Programmes.Where(p => p.Id == id), cancellationToken);

    /// <inheritdoc cref="ProgrammeAsync"/>
    public async Task<(ProgrammeInOutcome Programme, ModuleInOutcome Module)?> ModuleAsync(
        ModuleId id,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(db.Programmes.Where(p => db.Modules.Any(m => m.Id == id && m.ProgrammeId == p.Id)), cancellationToken)
            is { } programme
        && programme.Modules.FirstOrDefault(m => m.Id == id) is { } module
            ? (programme, module)
            : null;

    /// <summary>The whole picture of one measure: the one asked for, else the first.</summary>
    public async Task<OutcomePicture> OfAsync(
        ProgrammeInOutcome programme,
        ModuleInOutcome? module,
        Guid? measureId,
        CancellationToken cancellationToken
    )
    {
        var sites = await sitesReading.WithinAsync(programme.UnitId, programme.UnitPath, cancellationToken);
        var rollout = await RolloutAsync(programme, module, sites, cancellationToken);
        var measure = programme.Measures.FirstOrDefault(m => m.Id.Value == measureId) ?? (programme.Measures is [var any, ..] ? any : null);
        DateOnly? firstHeld = rollout.Begun == 0 ? null : rollout.Beginnings.Min(b => b.Day);
        if (measure is null)
        {
            return new OutcomePicture(programme, module, null, [], sites.Count, rollout.Begun, firstHeld, null, null, null, [], null);
        }

        var (months, lastWeek) = await MonthsAsync(measure.Id, cancellationToken);
        var yardstick = measure.Yardstick;
        var paired = YearOnYear.Pair(months, MonthsShown, measure.ChannelChangedOn);
        var compared = YearOnYear.Since(paired, firstHeld);
        var since = compared?.Figures;
        var baseline = since?.Before ?? Moments.Add(paired.Select(p => p.Now));
        return new OutcomePicture(
            programme,
            module,
            measure,
            [
                .. paired.Select(p => new OutcomeMonth(
                    p,
                    p.IsComparable ? yardstick.Change(p.Before, p.Now) : null,
                    rollout.BegunBy(p.Month.AddMonths(1)),
                    rollout.Sessions.GetValueOrDefault(p.Month)
                )),
            ],
            sites.Count,
            rollout.Begun,
            firstHeld,
            compared?.First,
            since,
            since is null ? null : yardstick.Change(since.Before, since.After),
            [
                .. yardstick
                    .ChangesToSee(baseline)
                    .Select(c => (Change: c, Needed: yardstick.Needed(baseline, c)))
                    .Where(s => s.Needed is not null)
                    .Select(s => new SampleNeeded(s.Change, s.Needed!.Value)),
            ],
            lastWeek is { } last ? await CompareAsync(measure, rollout.Beginnings, last, cancellationToken) : null
        );
    }

    private async Task<ProgrammeInOutcome?> FindAsync(IQueryable<Programme> programmes, CancellationToken cancellationToken) =>
        await (
            from p in programmes.AsNoTracking().WithOutcomeFor(viewer)
            join u in db.Units on p.UnitId equals u.Id
            select new ProgrammeInOutcome(
                p.Id,
                p.Name,
                p.LeadId,
                p.EndedAt,
                u.Id,
                u.Name,
                u.Path,
                db.Modules.Where(m => m.ProgrammeId == p.Id && m.EditionId != null)
                    .OrderBy(m => m.Number)
                    .Select(m => new ModuleInOutcome(m.Id, m.Number, m.Title, m.WindowStart, m.WindowDays))
                    .ToList(),
                db.OutcomeMeasures.Where(m => m.ProgrammeId == p.Id).OrderBy(m => m.DefinedAt).ThenBy(m => m.Id).ToList()
            )
        ).FirstOrDefaultAsync(cancellationToken);

    private async Task<RolloutBeside> RolloutAsync(
        ProgrammeInOutcome programme,
        ModuleInOutcome? module,
        IReadOnlyList<Site> sites,
        CancellationToken cancellationToken
    )
    {
        var modules = module is null ? programme.Modules.Select(m => m.Id).ToList() : [module.Id];
        var held = await db
            .TeachingSessions.Where(s => s.HeldAt != null && modules.Contains(s.ModuleId))
            .GroupBy(s => new
            {
                s.SiteId,
                s.Start.Year,
                s.Start.Month,
            })
            .Select(g => new HeldInMonth(g.Key.SiteId, g.Key.Year, g.Key.Month, g.Min(s => s.Start), g.Count()))
            .ToListAsync(cancellationToken);
        return RolloutBeside.Of(sites, held);
    }

    private async Task<(IReadOnlyDictionary<DateOnly, Moments> Months, DateOnly? Last)> MonthsAsync(
        OutcomeMeasureId measure,
        CancellationToken cancellationToken
    )
    {
        var rows = await db
            .SiteFigures.Where(f => f.MeasureId == measure)
            .GroupBy(f => f.Month)
            .Select(g => new
            {
                g.Key,
                N = g.Sum(f => f.N),
                Sum = g.Sum(f => f.Sum),
                Squares = g.Sum(f => f.Squares),
                Last = g.Max(f => f.Week),
            })
            .ToListAsync(cancellationToken);
        return (rows.ToDictionary(r => r.Key, r => new Moments(r.N, r.Sum, r.Squares)), rows.Count == 0 ? null : rows.Max(r => r.Last));
    }

    private async Task<SiteComparison> CompareAsync(
        OutcomeMeasure measure,
        IReadOnlyList<SiteBeginning> beginnings,
        DateOnly last,
        CancellationToken cancellationToken
    )
    {
        var start = StaggeredStart.Find(beginnings, last);
        var figures = start is null
            ? []
            : await db
                .SiteFigures.Where(f =>
                    f.MeasureId == measure.Id
                    && (
                        (f.Week >= start.Before.First && f.Week <= start.Before.Last)
                        || (f.Week >= start.After.First && f.Week <= start.After.Last)
                    )
                )
                .Select(f => new SiteWeek(f.SiteId, f.Week, new Moments(f.N, f.Sum, f.Squares)))
                .ToListAsync(cancellationToken);
        return SiteComparison.Of(measure.Yardstick, measure.Better, beginnings, start, figures, measure.ChannelChangedOn);
    }
}
