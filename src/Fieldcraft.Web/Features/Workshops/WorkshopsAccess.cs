using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.People;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>
/// A workshop is seen by those who lead it, are in it, wait or are on its list; an open one by anybody signed in. Who takes part is for those who lead it
/// and those in it. Notes and checks are their owner's.
/// </summary>
public static class WorkshopsAccess
{
    public static IQueryable<Workshop> VisibleTo(this IQueryable<Workshop> workshops, Viewer viewer)
    {
        var me = viewer.PersonId;
        return workshops.Where(w =>
            w.OrganiserId == me
            || w.SecondId == me
            || w.Seats.Any(s => s.PersonId == me && s.State != WorkshopSeatState.Left)
            || w.Invitations.Any(i => i.PersonId == me)
            || (w.Door == WorkshopDoor.Open && w.CalledOffAt == null)
        );
    }

    public static IQueryable<Workshop> LedBy(this IQueryable<Workshop> workshops, Viewer viewer)
    {
        var me = viewer.PersonId;
        return workshops.Where(w => w.OrganiserId == me || w.SecondId == me);
    }

    /// <summary>The workshops in which the viewer has a seat.</summary>
    public static IQueryable<Workshop> HoldingSeatFor(this IQueryable<Workshop> workshops, Viewer viewer)
    {
        var me = viewer.PersonId;
        return workshops.Where(w => w.Seats.Any(s => s.PersonId == me && s.State == WorkshopSeatState.In));
    }

    /// <summary>Where the viewer sees group figures: workshops they lead, and for a programme lead those whose organiser works in their units.</summary>
    public static IQueryable<Workshop> MeasuredBy(this FieldcraftDb db, Viewer viewer)
    {
        var me = viewer.PersonId;
        List<string> paths = [.. viewer.Roles.Where(r => r.Role == Role.ProgrammeLead).Select(r => r.UnitPath)];
        if (paths.Count == 0)
        {
            return db.Workshops.LedBy(viewer);
        }

        var units = db.Units.Where(PeopleAccess.InAnyOf(paths)).Select(u => (UnitId?)u.Id);
        var organisers = db.People.Where(p => units.Contains(p.UnitId)).Select(p => (PersonId?)p.Id);
        return db.Workshops.Where(w => w.OrganiserId == me || w.SecondId == me || organisers.Contains(w.OrganiserId));
    }

    public static IQueryable<WorkshopNote> VisibleTo(this IQueryable<WorkshopNote> notes, Viewer viewer)
    {
        var me = viewer.PersonId;
        return notes.Where(n => n.OwnerId == me);
    }

    public static IQueryable<InitiativeCheck> VisibleTo(this IQueryable<InitiativeCheck> checks, Viewer viewer)
    {
        var me = viewer.PersonId;
        return checks.Where(c => c.OwnerId == me);
    }
}
