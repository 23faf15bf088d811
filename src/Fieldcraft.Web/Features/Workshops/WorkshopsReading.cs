using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>Opens workshops for pages and API alike. Who takes part is not even read for whoever may not know.</summary>
public sealed class WorkshopsReading(FieldcraftDb db, WorkshopProgrammes programmes)
{
    public const int PageSize = 20;

    /// <summary>Workshops that the viewer leads, is in, waits for or is invited to; the newest first.</summary>
    public Task<List<WorkshopLine>> OwnAsync(Viewer viewer, WorkshopId? after, int limit, CancellationToken cancellationToken)
    {
        var own = Own(viewer);
        if (after is { } last)
        {
            own = own.Where(w => w.Id.CompareTo(last) < 0);
        }

        return Lines(own.OrderByDescending(w => w.Id).Take(limit), viewer).ToListAsync(cancellationToken);
    }

    /// <summary>Open ones that are still to come and with which the viewer has nothing to do yet, the next first.</summary>
    public async Task<List<WorkshopLine>> OpenAsync(
        Viewer viewer,
        DateOnly today,
        WorkshopId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var own = Own(viewer).Select(w => w.Id);
        var open = db
            .Workshops.AsNoTracking()
            .Where(w => w.Door == WorkshopDoor.Open && w.CalledOffAt == null && w.On >= today && !own.Contains(w.Id));
        if (after is { } id)
        {
            var last = await db.Workshops.Where(w => w.Id == id).Select(w => w.On).FirstOrDefaultAsync(cancellationToken);
            open = open.Where(w => w.On > last || (w.On == last && w.Id.CompareTo(id) > 0));
        }

        return await Lines(open.OrderBy(w => w.On).ThenBy(w => w.Id).Take(limit), viewer).ToListAsync(cancellationToken);
    }

    /// <summary>Earlier workshops that the viewer leads, for which the people of a later one are the comparison.</summary>
    public Task<List<WorkshopLine>> EarlierOnesAsync(Viewer viewer, CancellationToken cancellationToken) =>
        Lines(
                db.Workshops.AsNoTracking().LedBy(viewer).Where(w => w.CalledOffAt == null).OrderByDescending(w => w.Id).Take(PageSize),
                viewer
            )
            .ToListAsync(cancellationToken);

    public async Task<OpenWorkshop?> FindAsync(Viewer viewer, WorkshopId id, CancellationToken cancellationToken)
    {
        var (me, session) = (viewer.PersonId, LiveSessionId.From(id.Value));
        var row = await db
            .Workshops.AsNoTracking()
            .VisibleTo(viewer)
            .Where(w => w.Id == id)
            .Select(w => new
            {
                Workshop = w,
                Taken = w.Seats.Count(s => s.State == WorkshopSeatState.In),
                Waiting = w.Seats.Count(s => s.State == WorkshopSeatState.Waiting),
                Mine = w
                    .Seats.Where(s => s.PersonId == me && s.State != WorkshopSeatState.Left)
                    .Select(s => (WorkshopSeatState?)s.State)
                    .FirstOrDefault(),
                IsInvited = w.Invitations.Any(i => i.PersonId == me),
                Organiser = db
                    .People.Where(p => p.Id == w.OrganiserId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
                Second = db
                    .People.Where(p => p.Id == w.SecondId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
                HasSession = db.LiveSessions.Any(l => l.Id == session),
                HasBegun = db.LiveSessions.Any(l => l.Id == session && l.BegunAt != null),
                HasEnded = db.LiveSessions.Any(l => l.Id == session && l.EndedAt != null),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var w = row.Workshop;
        var leads = w.IsLedBy(me);
        return new OpenWorkshop(
            w.Id,
            w.Title,
            programmes[w.Programme],
            w.Place,
            w.On,
            w.TimeZone,
            w.Agenda,
            w.SeatCount,
            row.Taken,
            row.Waiting,
            w.Door,
            w.EarlierId,
            w.OrganiserId,
            w.SecondId,
            row.Organiser ?? "",
            row.Second ?? "",
            w.IsCalledOff,
            w.Seed is not null,
            row.HasSession,
            row.HasBegun,
            row.HasEnded,
            w.Version,
            me,
            row.Mine,
            row.IsInvited,
            leads || row.Mine == WorkshopSeatState.In ? await FacesAsync(id, leads, cancellationToken) : [],
            leads ? await InvitedAsync(id, cancellationToken) : []
        );
    }

    /// <summary>Those with a seat, and for whoever leads it those who wait too; in the order of their names.</summary>
    private async Task<IReadOnlyList<WorkshopFace>> FacesAsync(WorkshopId id, bool leads, CancellationToken cancellationToken)
    {
        var rows = await db
            .WorkshopSeats.AsNoTracking()
            .Where(s => s.WorkshopId == id && (s.State == WorkshopSeatState.In || (leads && s.State == WorkshopSeatState.Waiting)))
            .Select(s => new
            {
                Seat = s,
                Person = db
                    .People.Where(p => p.Id == s.PersonId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
                JobTitle = db.People.Where(p => p.Id == s.PersonId).Select(p => p.JobTitle).FirstOrDefault(),
                Unit = db
                    .People.Where(p => p.Id == s.PersonId)
                    .Join(db.Units, p => p.UnitId, u => (UnitId?)u.Id, (p, u) => u.Name)
                    .FirstOrDefault(),
                Name = db.WorkshopInvitations.Where(i => i.Id == s.InvitationId).Select(i => i.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new WorkshopFace(
                    r.Seat.Id,
                    r.Seat.PersonId,
                    r.Person ?? r.Name ?? "",
                    r.JobTitle ?? "",
                    r.Unit ?? "",
                    r.Seat.State,
                    r.Seat.Since,
                    r.Seat.Group,
                    r.Seat.Trio
                ))
                .OrderBy(f => f.State == WorkshopSeatState.Waiting ? f.Since : DateTimeOffset.MinValue)
                .ThenBy(f => f.Name, StringComparer.Ordinal)
                .ThenBy(f => f.Id),
        ];
    }

    private async Task<IReadOnlyList<InvitedFace>> InvitedAsync(WorkshopId id, CancellationToken cancellationToken)
    {
        var rows = await db
            .WorkshopInvitations.AsNoTracking()
            .Where(i => i.WorkshopId == id)
            .Select(i => new
            {
                Line = i,
                Person = db
                    .People.Where(p => p.Id == i.PersonId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .FirstOrDefault(),
                JobTitle = db.People.Where(p => p.Id == i.PersonId).Select(p => p.JobTitle).FirstOrDefault(),
                Unit = db
                    .People.Where(p => p.Id == i.PersonId)
                    .Join(db.Units, p => p.UnitId, u => (UnitId?)u.Id, (p, u) => u.Name)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new InvitedFace(r.Line.Id, r.Line.PersonId, r.Person ?? r.Line.Name ?? "", r.JobTitle ?? "", r.Unit ?? ""))
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .ThenBy(f => f.Id),
        ];
    }

    private IQueryable<Workshop> Own(Viewer viewer)
    {
        var me = viewer.PersonId;
        return db
            .Workshops.AsNoTracking()
            .Where(w =>
                w.OrganiserId == me
                || w.SecondId == me
                || w.Seats.Any(s => s.PersonId == me && s.State != WorkshopSeatState.Left)
                || w.Invitations.Any(i => i.PersonId == me)
            );
    }

    private static IQueryable<WorkshopLine> Lines(IQueryable<Workshop> workshops, Viewer viewer)
    {
        var me = viewer.PersonId;
        return workshops.Select(w => new WorkshopLine(
            w.Id,
            w.Title,
            w.Programme,
            w.Place,
            w.On,
            w.Start,
            w.Door,
            w.SeatCount,
            w.Seats.Count(s => s.State == WorkshopSeatState.In),
            w.OrganiserId == me || w.SecondId == me,
            w.Invitations.Any(i => i.PersonId == me),
            w.Seats.Where(s => s.PersonId == me && s.State != WorkshopSeatState.Left)
                .Select(s => (WorkshopSeatState?)s.State)
                .FirstOrDefault(),
            w.CalledOffAt != null
        ));
    }
}
