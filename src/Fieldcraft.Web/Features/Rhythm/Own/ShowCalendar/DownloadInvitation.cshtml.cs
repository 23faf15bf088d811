using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rhythm.Own.ShowCalendar;

/// <summary>One appointment as a file, for a calendar that takes no feed.</summary>
public sealed class DownloadInvitationModel(FieldcraftDb db, CalendarReading calendar, Viewer viewer, Words words) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var appointmentId = AppointmentId.From(id);
        return
            await db.Appointments.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(a => a.Id == appointmentId, cancellationToken)
                is { } appointment
            ? File(
                CalendarText.Of([calendar.Entry(appointment, words)], words["calendar.title"]),
                CalendarText.MediaType,
                "appointment.ics"
            )
            : NotFound();
    }
}
