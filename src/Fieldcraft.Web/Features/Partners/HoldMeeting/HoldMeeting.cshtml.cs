using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Partners.ShowPartnership;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Partners.HoldMeeting;

/// <summary>One meeting: its timeboxed agenda, the own notes, and what became of it.</summary>
public sealed class HoldMeetingModel(
    NotesDesk notes,
    MeetingsDesk meetings,
    FieldcraftDb db,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    [BindProperty, MaxLength(PartnerNote.TextLength)]
    public string? Text { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public DateInput Date { get; set; } = new();

    public OpenMeeting Open { get; private set; } = null!;

    /// <summary>What another window saved meanwhile; the page shows both.</summary>
    public string? Theirs { get; private set; }

    /// <summary>The sheet "what I need from my manager" of the newest own plan, for a talk with the own manager.</summary>
    public string? NeedsSheet { get; private set; }

    public PersonId Me => viewer.PersonId;

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public bool IsDue => Open.Row.State == MeetingState.Planned && Open.Row.On <= Today;

    public bool IsMovable => Open.Row.State is MeetingState.Planned or MeetingState.Missed && Open.Line.State == PartnershipState.Running;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid meeting, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, meeting, cancellationToken))
        {
            return NotFound();
        }

        (Text, Version) = (Open.Mine?.Text, Open.Mine?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid meeting, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, meeting, cancellationToken))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Text))
        {
            ModelState.AddModelError("Text", words["error.required"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var written = await notes.WriteAsync(
            viewer,
            PartnershipId.From(id),
            PartnerMeetingId.From(meeting),
            Text!,
            Version,
            cancellationToken
        );
        if (written?.Value is { } note)
        {
            return Request.IsAutosave() ? this.Saved(clock.GetUtcNow(), note.Version) : Back("partners.flash.noted");
        }

        return await MeanwhileAsync(id, meeting, cancellationToken);
    }

    public async Task<IActionResult> OnPostWishAsync(Guid id, Guid meeting, bool wished, CancellationToken cancellationToken) =>
        await notes.WishAsync(viewer, PartnershipId.From(id), PartnerMeetingId.From(meeting), wished, cancellationToken)
            ? this.Onward(
                PartnersLinks.Meeting(PartnershipId.From(id), PartnerMeetingId.From(meeting)),
                wished ? "partners.flash.wished" : "partners.flash.not_wished"
            )
            : NotFound();

    public async Task<IActionResult> OnPostBecameAsync(Guid id, Guid meeting, bool met, CancellationToken cancellationToken) =>
        await AnsweredAsync(
            id,
            meeting,
            await meetings.NoteAsync(viewer, PartnershipId.From(id), PartnerMeetingId.From(meeting), met, cancellationToken),
            met ? "partners.flash.met" : "partners.flash.missed",
            cancellationToken
        );

    public async Task<IActionResult> OnPostMoveAsync(Guid id, Guid meeting, CancellationToken cancellationToken)
    {
        if (Date is not { On: { } on, At: { } at })
        {
            ModelState.AddModelError("Date.On", words["partners.date.missing"]);
            return await LoadAsync(id, meeting, cancellationToken) ? this.Again() : NotFound();
        }

        var outcome = await meetings.MoveAsync(viewer, PartnershipId.From(id), PartnerMeetingId.From(meeting), on, at, cancellationToken);
        return await AnsweredAsync(id, meeting, outcome, "partners.flash.moved", cancellationToken);
    }

    private async Task<IActionResult> AnsweredAsync(
        Guid id,
        Guid meeting,
        Outcome? outcome,
        string flash,
        CancellationToken cancellationToken
    )
    {
        if (outcome is null || !await LoadAsync(id, meeting, cancellationToken))
        {
            return NotFound();
        }

        return outcome.Value.Refusal is { } refusal ? this.Refused(refusal) : Back(flash);
    }

    private RedirectResult Back(string flash) => this.Onward(PartnersLinks.Meeting(Open.Line.Id, Open.Row.Id), flash);

    private async Task<IActionResult> MeanwhileAsync(Guid id, Guid meeting, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (!await LoadAsync(id, meeting, cancellationToken))
        {
            return NotFound();
        }

        if (Request.IsAutosave())
        {
            return this.SavedMeanwhile(Open.Mine?.Text ?? "", Open.Mine?.Version ?? 0);
        }

        (Theirs, Version) = (Open.Mine?.Text, Open.Mine?.Version ?? 0);
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, Guid meeting, CancellationToken cancellationToken)
    {
        if (await notes.FindAsync(viewer, PartnershipId.From(id), PartnerMeetingId.From(meeting), cancellationToken) is not { } open)
        {
            return false;
        }

        Open = open;
        if (open.Line.Kind == PartnerKind.Manager && open.Line.OwnerId == Me)
        {
            var plan = await db
                .Plans.AsNoTracking()
                .VisibleTo(viewer)
                .Where(p => p.EndedAt == null)
                .OrderByDescending(p => p.StartedAt)
                .Select(p => (PlanId?)p.Id)
                .FirstOrDefaultAsync(cancellationToken);
            NeedsSheet = plan is { } known ? PlansLinks.ManagerSheet(known) : null;
        }

        return true;
    }
}
