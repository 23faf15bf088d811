using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>A preview or a group as lists show it.</summary>
/// <param name="Mine">The viewer's own seat; null: none.</param>
public sealed record PreparationLine(
    PreparationEventId Id,
    ModuleId ModuleId,
    PreparationKind Kind,
    UnitId? SiteId,
    string? SiteName,
    string? SitePath,
    string Place,
    AppointedTime When,
    string Language,
    string Shift,
    PersonId? FacilitatorId,
    string? Facilitator,
    int Seats,
    PreparationState State,
    int Invited,
    int Coming,
    int Waiting,
    int Attended,
    PreparationSeatState? Mine,
    int Version
)
{
    public bool HasFreeSeat => Invited + Coming < Seats;

    public bool IsPlanned => State == PreparationState.Planned;

    public bool IsOpenToMe => Mine is { } mine && PreparationDesk.IsOpen(mine);
}

/// <summary>Somebody on the list of a preview or a group. What only the facilitator learns is null for others.</summary>
public sealed record Seated(
    PersonId Id,
    string Name,
    string JobTitle,
    string Unit,
    string Shift,
    PreparationSeatState State,
    DateTimeOffset Since,
    bool? IsPlannerDone,
    bool? IsCleared,
    ComfortMarks? Marks,
    Confidence? Confidence,
    Clash Clash
);

/// <summary>A preview or a group with its list.</summary>
/// <param name="IsFacilitator">The viewer holds it and knows who came.</param>
/// <param name="MayPlan">The viewer plans it and knows who answered what.</param>
public sealed record OpenPreparation(
    PreparationLine Line,
    PreparedModule Module,
    bool IsFacilitator,
    bool MayPlan,
    IReadOnlyList<Seated> Seated
)
{
    public IReadOnlyList<Seated> With(params PreparationSeatState[] states) => [.. Seated.Where(s => states.Contains(s.State))];

    /// <summary>The proposed course of a group.</summary>
    public PracticeOrder Order =>
        PracticeOrder.Of(
            Module.Content,
            [
                .. With(PreparationSeatState.Coming, PreparationSeatState.Invited, PreparationSeatState.Attended)
                    .Select(s => new PractisingLeader(s.Id, s.Marks)),
            ],
            Line.When.Minutes
        );
}

/// <summary>Finds previews and groups, and shows of them what the viewer may know.</summary>
public sealed class PreparationReading(FieldcraftDb db, LeadersReading leaders, Vault vault, TimeProvider clock)
{
    public const int HeldAtMost = 60;

    /// <summary>All of a module that somebody who prepares could care about, in order of time. Called off ones only for whoever plans.</summary>
    public Task<List<PreparationLine>> OfModuleAsync(Viewer viewer, ModuleId module, CancellationToken cancellationToken)
    {
        var all = viewer.MayPlanPreparation();
        return Lines(
                db.PreparationEvents.AsNoTracking()
                    .Where(e => e.ModuleId == module && (all || e.State != PreparationState.Cancelled))
                    .OrderBy(e => e.On)
                    .ThenBy(e => e.Time)
                    .ThenBy(e => e.Id),
                viewer.PersonId
            )
            .ToListAsync(cancellationToken);
    }

    /// <summary>Those that the viewer holds, from three weeks ago on.</summary>
    public Task<List<PreparationLine>> HeldByAsync(Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        var since = today.AddDays(-21);
        return Lines(
                db.PreparationEvents.AsNoTracking()
                    .HeldBy(viewer)
                    .Where(e => e.On >= since && e.State != PreparationState.Cancelled)
                    .OrderBy(e => e.On)
                    .ThenBy(e => e.Time)
                    .ThenBy(e => e.Id)
                    .Take(HeldAtMost),
                viewer.PersonId
            )
            .ToListAsync(cancellationToken);
    }

    /// <summary>One page of those the viewer may see, in order of their ids.</summary>
    public Task<List<PreparationLine>> ListAsync(
        Viewer viewer,
        ModuleId? module,
        PreparationEventId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var events = db.PreparationEvents.AsNoTracking().VisibleTo(viewer);
        events = module is { } one ? events.Where(e => e.ModuleId == one) : events;
        events = after is { } last ? events.Where(e => e.Id.CompareTo(last) > 0) : events;
        return Lines(events.OrderBy(e => e.Id).Take(limit), viewer.PersonId).ToListAsync(cancellationToken);
    }

    /// <summary>The event and its module alone, for forms about it; null: not there, or not the viewer's to see.</summary>
    public async Task<(PreparationLine Line, PreparedModule Module)?> LineAsync(
        Viewer viewer,
        PreparationEventId id,
        CancellationToken cancellationToken
    )
    {
        var line = await Lines(db.PreparationEvents.AsNoTracking().VisibleTo(viewer).Where(e => e.Id == id), viewer.PersonId)
            .FirstOrDefaultAsync(cancellationToken);
        return line is null || await leaders.ModuleAsync(viewer, line.ModuleId, cancellationToken) is not { } module
            ? null
            : (line, module);
    }

    /// <summary>Null: not there, or not the viewer's to see. A leader with a seat sees no list of names.</summary>
    public async Task<OpenPreparation?> FindAsync(Viewer viewer, PreparationEventId id, CancellationToken cancellationToken)
    {
        if (await LineAsync(viewer, id, cancellationToken) is not (var line, var module))
        {
            return null;
        }

        var (holds, plans) = (line.FacilitatorId == viewer.PersonId, viewer.MayPlanPreparation());
        IReadOnlyList<Seated> seated = holds || plans ? await SeatedAsync(line, holds, cancellationToken) : [];
        seated =
            holds ? await OpenMarksAsync(viewer, line, seated, cancellationToken)
            : plans && line.IsPlanned ? await WithClashesAsync(line, seated, cancellationToken)
            : seated;
        return new OpenPreparation(line, module, holds, plans, seated);
    }

    private async Task<IReadOnlyList<Seated>> SeatedAsync(PreparationLine line, bool holds, CancellationToken cancellationToken)
    {
        var (id, module) = (line.Id, line.ModuleId);
        var rows = await (
            from seat in db.PreparationSeats.AsNoTracking()
            where seat.EventId == id
            join person in db.People on seat.PersonId equals person.Id
            orderby person.NameKey, person.Id
            select new
            {
                person.Id,
                Name = ((person.PreferredName ?? person.FirstName) + " " + person.LastName).Trim(),
                person.JobTitle,
                person.Location,
                person.ShiftPattern,
                seat.State,
                seat.Since,
                Readiness = db
                    .LeaderReadiness.Where(r => r.ModuleId == module && r.OwnerId == seat.PersonId)
                    .Select(r => new { r.PlannerDoneAt, r.ClearedAt })
                    .FirstOrDefault(),
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new Seated(
                r.Id,
                r.Name,
                r.JobTitle,
                r.Location,
                r.ShiftPattern,
                // Who came is known to the leader and the facilitator; to others, that somebody was on the list.
                holds || PreparationDesk.IsOpen(r.State) || r.State is PreparationSeatState.Declined or PreparationSeatState.Released
                    ? r.State
                    : PreparationSeatState.Coming,
                r.Since,
                holds ? r.Readiness?.PlannerDoneAt is not null : null,
                holds ? r.Readiness?.ClearedAt is not null : null,
                null,
                null,
                Clash.None
            )),
        ];
    }

    private async Task<IReadOnlyList<Seated>> OpenMarksAsync(
        Viewer viewer,
        PreparationLine line,
        IReadOnlyList<Seated> seated,
        CancellationToken cancellationToken
    )
    {
        if (line.Kind != PreparationKind.Coaching || viewer.SealedAccess(clock.GetUtcNow()) != SealedAccess.Open)
        {
            return seated;
        }

        var (module, people) = (line.ModuleId, seated.Select(s => s.Id).ToList());
        var shown = await db
            .LeaderComforts.AsNoTracking()
            .ShownTo(viewer)
            .Where(c => c.ModuleId == module && people.Contains(c.OwnerId))
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, shown.SelectMany(c => new[] { c.Marks, c.Confidence }), cancellationToken);
        var marks = shown
            .Where(c => c.Marks is not null && unlocked.Opens(c.Marks))
            .ToDictionary(c => c.OwnerId, c => ComfortMarks.FromJson(unlocked.Open(c.Marks!)));
        var confidence = shown
            .Where(c => c.Confidence is not null && unlocked.Opens(c.Confidence))
            .ToDictionary(c => c.OwnerId, c => Confidence.FromJson(unlocked.Open(c.Confidence!)));
        return [.. seated.Select(s => s with { Marks = marks.GetValueOrDefault(s.Id), Confidence = confidence.GetValueOrDefault(s.Id) })];
    }

    private async Task<IReadOnlyList<Seated>> WithClashesAsync(
        PreparationLine line,
        IReadOnlyList<Seated> seated,
        CancellationToken cancellationToken
    )
    {
        var (id, source, people) = (line.Id, line.Id.Value, seated.Select(s => s.Id).ToList());
        var (first, last) = (line.When.On.AddDays(-1), line.When.On.AddDays(1));
        var appointments = await db
            .Appointments.AsNoTracking()
            .Where(a => people.Contains(a.PersonId) && a.On >= first && a.On <= last && a.Time != null)
            .Where(a => a.CancelledAt == null && a.SourceId != source)
            .ToListAsync(cancellationToken);
        var others = await (
            from seat in db.PreparationSeats.AsNoTracking()
            where people.Contains(seat.PersonId) && seat.EventId != id && seat.State == PreparationSeatState.Invited
            join other in db.PreparationEvents on seat.EventId equals other.Id
            where other.State == PreparationState.Planned && other.On >= first && other.On <= last
            select new { seat.PersonId, Event = other }
        ).ToListAsync(cancellationToken);
        var stretch = PreparationCalendar.StretchOf(line.When);
        return
        [
            .. seated.Select(s =>
                s with
                {
                    Clash = Clashes.Of(
                        stretch,
                        line.When.At!.Value,
                        s.Shift,
                        appointments.Where(a => a.PersonId == s.Id).Select(a => PreparationCalendar.StretchOf(a.When)),
                        others.Where(o => o.PersonId == s.Id).Select(o => PreparationCalendar.StretchOf(o.Event.When))
                    ),
                }
            ),
        ];
    }

    private IQueryable<PreparationLine> Lines(IQueryable<PreparationEvent> events, PersonId me) =>
        events.Select(e => new PreparationLine(
            e.Id,
            e.ModuleId,
            e.Kind,
            e.SiteId,
            db.Units.Where(u => u.Id == e.SiteId).Select(u => u.Name).FirstOrDefault(),
            db.Units.Where(u => u.Id == e.SiteId).Select(u => u.Path).FirstOrDefault(),
            e.Place,
            new AppointedTime(e.On, e.Time, e.TimeZone, e.Minutes),
            e.Language,
            e.Shift,
            e.FacilitatorId,
            db.People.Where(p => p.Id == e.FacilitatorId)
                .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                .FirstOrDefault(),
            e.Seats,
            e.State,
            e.Seated.Count(s => s.State == PreparationSeatState.Invited),
            e.Seated.Count(s => s.State == PreparationSeatState.Coming),
            e.Seated.Count(s => s.State == PreparationSeatState.Waiting),
            e.Seated.Count(s => s.State == PreparationSeatState.Attended),
            e.Seated.Where(s => s.PersonId == me).Select(s => (PreparationSeatState?)s.State).FirstOrDefault(),
            e.Version
        ));
}
