using Fieldcraft.Domain.Staffing;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Staffing;

/// <summary>
/// A talk is seen by those who hold it, by who was asked or has entered, and by everybody where it is open; until its last day. What is entered is seen by
/// the person and by those who hold the talk, whatever role anybody else has.
/// </summary>
public static class StaffingAccess
{
    public static IQueryable<StaffingTalk> VisibleTo(this IQueryable<StaffingTalk> talks, Viewer viewer, DateOnly today, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        return talks.Where(t =>
            t.EndsOn >= today
            && (
                t.IsOpenToAll
                || t.Holders.Any(h => h.PersonId == me)
                || t.Asked.Any(a => a.PersonId == me)
                || db.StaffingEntries.Any(e => e.TalkId == t.Id && e.OwnerId == me)
            )
        );
    }

    public static IQueryable<StaffingTalk> HeldBy(this IQueryable<StaffingTalk> talks, Viewer viewer, DateOnly today)
    {
        var me = viewer.PersonId;
        return talks.Where(t => t.EndsOn >= today && t.Holders.Any(h => h.PersonId == me));
    }

    public static IQueryable<StaffingEntry> VisibleTo(this IQueryable<StaffingEntry> entries, Viewer viewer, FieldcraftDb db)
    {
        var me = viewer.PersonId;
        return entries.Where(e => e.OwnerId == me || db.StaffingTalks.Any(t => t.Id == e.TalkId && t.Holders.Any(h => h.PersonId == me)));
    }
}
