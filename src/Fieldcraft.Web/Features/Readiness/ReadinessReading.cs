using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Planners;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>The next thing a leader does for a module: what, by when, where.</summary>
public sealed record NextReadiness(ReadinessStep Step, DateOnly? On, string Address);

/// <summary>From which day a leader can be on a timetable.</summary>
public sealed record LeaderReadyFrom(PersonId Leader, string Name, UnitId Site, ReadyFrom From);

/// <summary>Where a leader stands with one module.</summary>
/// <param name="Clashes">What stands against an hour in the viewer's own calendar, by event.</param>
public sealed record MyReadiness(
    PreparedModule Module,
    LeaderReadiness? Readiness,
    string? Deputy,
    bool HasComfort,
    PersonId? Coach,
    IReadOnlyList<PreparationLine> Events,
    IReadOnlyDictionary<PreparationEventId, Clash> Clashes
)
{
    public PreparationLine? Preview => Seat(PreparationKind.Preview);

    public PreparationLine? Coaching => Seat(PreparationKind.Coaching);

    public ReadinessFacts Facts =>
        new(
            Preview?.Mine,
            Coaching?.Mine,
            Readiness?.IsPreviewed == true,
            Readiness?.NoticedAt is not null,
            HasComfort,
            Readiness?.IsPractised == true,
            Readiness?.IsPlannerDone == true,
            Readiness?.IsCleared == true
        );

    public NextReadiness Next
    {
        get
        {
            var step = Facts.Next;
            var module = Module.Id;
            return step switch
            {
                ReadinessStep.AnswerPreview or ReadinessStep.AttendPreview => new(step, Preview!.When.On, ReadinessLinks.Mine(module)),
                ReadinessStep.AnswerCoaching or ReadinessStep.AttendCoaching => new(step, Coaching!.When.On, ReadinessLinks.Mine(module)),
                ReadinessStep.WriteNoticed => new(step, null, ReadinessLinks.Noticed(module)),
                ReadinessStep.MarkComfort => new(step, Coaching!.When.On, ReadinessLinks.Comfort(module)),
                ReadinessStep.FinishPlanner => new(step, null, PlannersLinks.Mine(module)),
                ReadinessStep.Deliver => new(step, Module.Module.WindowStart, ReadinessLinks.Mine(module)),
                _ => new(step, null, ReadinessLinks.Mine(module)),
            };
        }
    }

    /// <summary>Others that the leader could take instead, the near ones first.</summary>
    public IReadOnlyList<PreparationLine> Others(PreparationKind kind, int most) =>
        [
            .. Events
                .Where(e => e.Kind == kind && e.IsPlanned && !e.IsOpenToMe)
                .OrderByDescending(e => Shared(e.SitePath))
                .ThenBy(e => e.When.On)
                .ThenBy(e => e.When.At)
                .Take(most),
        ];

    // An open seat before one that was declined; a sure one before the waiting list.
    private PreparationLine? Seat(PreparationKind kind) =>
        Events
            .Where(e => e.Kind == kind && e.IsPlanned && e.IsOpenToMe)
            .MaxBy(e =>
                e.Mine == PreparationSeatState.Coming ? 2
                : e.Mine == PreparationSeatState.Invited ? 1
                : 0
            );

    private int Shared(string? path) =>
        path is null || Module.ViewerPath is not { } own ? 0 : path.Zip(own).TakeWhile(pair => pair.First == pair.Second).Count();
}

/// <summary>What others may ask of readiness: the own next step, and from which day leaders can be on a timetable.</summary>
public sealed class ReadinessReading(FieldcraftDb db, LeadersReading leaders, PreparationReading preparations)
{
    /// <summary>The viewer's own next step in a module; null when they do not prepare it.</summary>
    public async Task<NextReadiness?> MineAsync(Viewer viewer, ModuleId module, CancellationToken cancellationToken) =>
        (await FindAsync(viewer, module, cancellationToken))?.Next;

    /// <summary>Everything that the viewer's own page shows, unsealed parts only; null when they do not prepare the module.</summary>
    public async Task<MyReadiness?> FindAsync(Viewer viewer, ModuleId id, CancellationToken cancellationToken)
    {
        if (await leaders.ModuleAsync(viewer, id, cancellationToken) is not { } module)
        {
            return null;
        }

        var own = await db
            .LeaderReadiness.AsNoTracking()
            .OwnedBy(viewer)
            .Where(r => r.ModuleId == id)
            .Select(r => new
            {
                Readiness = r,
                Deputy = db
                    .People.Where(p => p.Id == r.DeputyId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        var events = await preparations.OfModuleAsync(viewer, id, cancellationToken);
        if (!(viewer.HasReports && module.ReachesViewer) && own is null && events.All(e => e.Mine is null))
        {
            return null;
        }

        var comfort = await db
            .LeaderComforts.AsNoTracking()
            .OwnedBy(viewer)
            .Where(c => c.ModuleId == id)
            .Select(c => new { HasMarks = c.Marks != null, c.CoachId })
            .FirstOrDefaultAsync(cancellationToken);
        return new MyReadiness(
            module,
            own?.Readiness,
            own?.Deputy,
            comfort?.HasMarks == true,
            comfort?.CoachId,
            events,
            await ClashesAsync(viewer, module.ViewerShift, [.. events.Where(e => e.IsPlanned)], cancellationToken)
        );
    }

    /// <summary>
    /// For each leader of the sites that the viewer schedules: from which day they can be on a timetable, whether that is sure, and who leads until
    /// then. Empty for anybody who makes no timetables.
    /// </summary>
    /// <param name="site">One site only; null: all of the viewer's.</param>
    public async Task<IReadOnlyList<LeaderReadyFrom>> ReadyFromAsync(
        Viewer viewer,
        PreparedModule module,
        UnitId? site,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.MakesTimetables())
        {
            return [];
        }

        var sites = (await leaders.SitesAsync(module, cancellationToken))
            .Where(s => (site is null || s.Id == site) && viewer.MaySchedule(s.Path))
            .ToList();
        var people = await leaders.LeadersAsync(module.UnitPath, sites, cancellationToken);
        var id = module.Id;
        var known = await db
            .LeaderReadiness.AsNoTracking()
            .Where(r => r.ModuleId == id)
            .ToDictionaryAsync(r => r.OwnerId, cancellationToken);
        var groups = await (
            from seat in db.PreparationSeats.AsNoTracking()
            where seat.State == PreparationSeatState.Invited || seat.State == PreparationSeatState.Coming
            join planned in db.PreparationEvents on seat.EventId equals planned.Id
            where planned.ModuleId == id && planned.Kind == PreparationKind.Coaching && planned.State == PreparationState.Planned
            select new { seat.PersonId, planned.On }
        ).ToListAsync(cancellationToken);
        var coachingOn = groups.GroupBy(g => g.PersonId).ToDictionary(g => g.Key, g => (DateOnly?)g.Max(x => x.On));
        return
        [
            .. people.Select(p => new LeaderReadyFrom(
                p.Id,
                p.Name,
                p.Site.Id,
                ReadyFrom.Of(known.GetValueOrDefault(p.Id), coachingOn.GetValueOrDefault(p.Id), module.Module.WindowStart)
            )),
        ];
    }

    private async Task<IReadOnlyDictionary<PreparationEventId, Clash>> ClashesAsync(
        Viewer viewer,
        string shift,
        IReadOnlyList<PreparationLine> events,
        CancellationToken cancellationToken
    )
    {
        if (events.Count == 0)
        {
            return new Dictionary<PreparationEventId, Clash>();
        }

        var (me, first, last) = (viewer.PersonId, events.Min(e => e.When.On).AddDays(-1), events.Max(e => e.When.On).AddDays(1));
        var appointments = await db
            .Appointments.AsNoTracking()
            .Where(a => a.PersonId == me && a.On >= first && a.On <= last && a.Time != null && a.CancelledAt == null)
            .ToListAsync(cancellationToken);
        return events.ToDictionary(
            e => e.Id,
            e =>
                Clashes.Of(
                    PreparationCalendar.StretchOf(e.When),
                    e.When.At!.Value,
                    shift,
                    appointments.Where(a => a.SourceId != e.Id.Value).Select(a => PreparationCalendar.StretchOf(a.When)),
                    events.Where(o => o.Id != e.Id && o.IsOpenToMe).Select(o => PreparationCalendar.StretchOf(o.When))
                )
        );
    }
}
