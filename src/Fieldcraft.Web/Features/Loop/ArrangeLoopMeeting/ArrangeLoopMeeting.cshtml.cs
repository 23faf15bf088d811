using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Loop.ArrangeLoopMeeting;

/// <summary>Sets the meeting of a tier: everything that waits there is on its running order, with the time divided.</summary>
public sealed class ArrangeLoopMeetingModel(LoopMeetingDesk desk, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    [BindProperty]
    public LoopMeetingInput Input { get; set; } = new();

    [FromQuery]
    public Guid Programme { get; set; }

    [FromQuery]
    public LoopTier Tier { get; set; }

    [FromQuery]
    public Guid? Unit { get; set; }

    public DateOnly Today { get; } = words.Today(clock.GetUtcNow());

    private LoopPlace Place => new(Tier, Unit is { } unit ? UnitId.From(unit) : null);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await desk.MayLeadAsync(viewer, ProgrammeId.From(Programme), Place, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Input.On < Today)
        {
            ModelState.AddModelError("Input.On", words["loop.meeting.past"]);
        }

        if (!ModelState.IsValid)
        {
            return await desk.MayLeadAsync(viewer, ProgrammeId.From(Programme), Place, cancellationToken) ? this.Again() : NotFound();
        }

        var when = new AppointedTime(Input.On!.Value, Input.At!.Value, viewer.TimeZone, Input.Minutes);
        return await desk.ArrangeAsync(viewer, ProgrammeId.From(Programme), Place, when, Input.Where, cancellationToken) is { } made
            ? this.Onward(LoopLinks.Order(made), "loop.flash.arranged")
            : NotFound();
    }
}
