using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>Who may see what is told to a person and what stands in their calendar: that person.</summary>
public static class RhythmAccess
{
    public static IQueryable<Notice> VisibleTo(this IQueryable<Notice> notices, Viewer viewer)
    {
        var me = viewer.PersonId;
        return notices.Where(n => n.PersonId == me);
    }

    public static IQueryable<Appointment> VisibleTo(this IQueryable<Appointment> appointments, Viewer viewer)
    {
        var me = viewer.PersonId;
        return appointments.Where(a => a.PersonId == me);
    }
}
