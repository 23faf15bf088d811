using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rhythm.Own.ShowCalendar;

/// <summary>The viewer's feed for their own calendar, and what comes up. The address of the feed is shown once, when it is made.</summary>
public sealed class ShowCalendarModel(FieldcraftDb db, RhythmDesk desk, Settings settings, Viewer viewer, Words words, TimeProvider clock)
    : PageModel
{
    private const int Shown = 50;

    public DateTimeOffset? MadeAt { get; private set; }

    public string? NewAddress { get; private set; }

    public IReadOnlyList<Appointment> Coming { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancellationToken)
    {
        NewAddress = settings.PublicAddress + RhythmLinks.Feed(await desk.OpenCalendarAsync(viewer, cancellationToken));
        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancellationToken)
    {
        await desk.CloseCalendarAsync(viewer, cancellationToken);
        return this.Onward(RhythmLinks.Calendar, "calendar.flash.closed");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (me, today) = (viewer.PersonId, words.Today(clock.GetUtcNow()));
        MadeAt = await db.Rhythms.Where(r => r.PersonId == me).Select(r => r.CalendarMadeAt).FirstOrDefaultAsync(cancellationToken);
        Coming = await db
            .Appointments.AsNoTracking()
            .VisibleTo(viewer)
            .Where(a => a.CancelledAt == null && a.On >= today)
            .OrderBy(a => a.On)
            .ThenBy(a => a.Time)
            .ThenBy(a => a.Id)
            .Take(Shown)
            .ToListAsync(cancellationToken);
    }
}
