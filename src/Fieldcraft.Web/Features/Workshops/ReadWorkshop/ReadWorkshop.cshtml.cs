using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Features.Conversations;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.ReadWorkshop;

/// <summary>One workshop: for whoever might come, for those in it, and for those who lead it.</summary>
public sealed class ReadWorkshopModel(WorkshopsReading reading, SeatDesk seats, Rules rules, Viewer viewer, TimeProvider clock) : PageModel
{
    public OpenWorkshop Workshop { get; private set; } = null!;

    public DateOnly Today => WorkshopWhen.Today(Workshop.TimeZone, clock.GetUtcNow());

    public bool IsOver => Today > Workshop.On;

    public bool IsToday => Today == Workshop.On;

    public bool MayEnrol => !Workshop.Leads && Workshop.Mine is null && !IsOver && !Workshop.IsCalledOff;

    public string Session => ConversationsLinks.Session(LiveSessionId.From(Workshop.Id.Value));

    public string Harvest => ConversationsLinks.Harvest(LiveSessionId.From(Workshop.Id.Value));

    /// <summary>What comes after the day for its people, with its days.</summary>
    public IReadOnlyList<(DateOnly On, Milestone Milestone)> Milestones =>
        [.. CheckWindows.Milestones(Workshop.On, rules.Workshops).OrderBy(m => m.On).ThenBy(m => m.Milestone)];

    public static string LinkOf(Milestone milestone, WorkshopId id) =>
        milestone switch
        {
            Milestone.Trio => WorkshopsLinks.Trio(id),
            Milestone.Review => WorkshopsLinks.Note(id),
            _ => WorkshopsLinks.Initiative,
        };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostEnrolAsync(Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(id, seats.EnrolAsync(viewer, WorkshopId.From(id), cancellationToken), "workshops.flash.enrolled", cancellationToken);

    public Task<IActionResult> OnPostLeaveAsync(Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(id, seats.LeaveAsync(viewer, WorkshopId.From(id), cancellationToken), "workshops.flash.left", cancellationToken);

    public Task<IActionResult> OnPostDeclineAsync(Guid id, CancellationToken cancellationToken) =>
        AnswerAsync(id, seats.DeclineAsync(viewer, WorkshopId.From(id), cancellationToken), "workshops.flash.declined", cancellationToken);

    private async Task<IActionResult> AnswerAsync(Guid id, Task<Outcome?> work, string flash, CancellationToken cancellationToken)
    {
        if (await work is not { } outcome)
        {
            return NotFound();
        }

        var isThere = await LoadAsync(id, cancellationToken);
        return outcome.Refusal is { } refusal
            ? isThere
                ? this.Refused(refusal)
                : NotFound()
            : this.Onward(isThere ? WorkshopsLinks.One(Workshop.Id) : WorkshopsLinks.List, flash);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is not { } workshop)
        {
            return false;
        }

        Workshop = workshop;
        return true;
    }
}
