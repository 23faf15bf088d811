using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Partners.ShowPartnership;

/// <summary>A date that somebody proposes.</summary>
public sealed record DateInput
{
    public DateOnly? On { get; init; }

    public TimeOnly? At { get; init; }
}

/// <summary>One partnership for one of its people: the ask and its answer, the agreement, the meetings, and what helps when they do not happen.</summary>
public sealed class ShowPartnershipModel(
    PartnersReading reading,
    PartnersDesk desk,
    MeetingsDesk meetings,
    Viewer viewer,
    Rules rules,
    Words words,
    TimeProvider clock
) : PageModel
{
    public OpenPartnership Open { get; private set; } = null!;

    [BindProperty, MaxLength(PartnerNote.TextLength)]
    public string? Suggestion { get; set; }

    [BindProperty]
    public DateInput Date { get; set; } = new();

    public PersonId Me => viewer.PersonId;

    public PartnerLine Line => Open.Line;

    public bool IsMine => Line.OwnerId == Me;

    public string Others => Line.OthersFor(Me);

    public PartnerTask Task => Line.TaskFor(Me);

    public DateOnly Today => words.Today(clock.GetUtcNow());

    /// <summary>Whose answer or confirmation is still waited for.</summary>
    public string WaitsFor =>
        string.Join(
            ", ",
            Line.People.Where(p =>
                    p.Id != Me && (Line.State == PartnershipState.Asked ? p.Answer == PartnerAnswer.None : p.ConfirmedAt is null)
                )
                .Select(p => p.Name)
        );

    public bool HasFreePlace =>
        IsMine
        && Line.Kind == PartnerKind.PeerTrio
        && Line.State == PartnershipState.Asked
        && Line.People.Count(p => p.Answer != PartnerAnswer.NotNow) < 3;

    public IEnumerable<OpenNote> Written(PartnerNoteUse use) => Open.Notes.Where(n => n.Use == use);

    /// <summary>Told by the page as long as it is so; a notice says it once.</summary>
    public Stall Stall { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostAnswerAsync(Guid id, bool yes, CancellationToken cancellationToken) =>
        AnsweredAsync(
            id,
            () => desk.AnswerAsync(viewer, PartnershipId.From(id), yes, Suggestion, cancellationToken),
            yes ? PartnersLinks.One(PartnershipId.From(id)) : PartnersLinks.List,
            yes ? "partners.flash.said_yes" : "partners.flash.said_not_now",
            cancellationToken
        );

    public Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancellationToken) =>
        AnsweredAsync(
            id,
            () => desk.TakeBackAsync(viewer, PartnershipId.From(id), cancellationToken),
            PartnersLinks.List,
            "partners.flash.taken_back",
            cancellationToken
        );

    public Task<IActionResult> OnPostConfirmAsync(Guid id, int version, CancellationToken cancellationToken) =>
        AnsweredAsync(
            id,
            () => desk.ConfirmAsync(viewer, PartnershipId.From(id), version, cancellationToken),
            PartnersLinks.One(PartnershipId.From(id)),
            "partners.flash.confirmed",
            cancellationToken
        );

    public async Task<IActionResult> OnPostDateAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Date is not { On: { } on, At: { } at })
        {
            ModelState.AddModelError("Date.On", words["partners.date.missing"]);
            return await LoadAsync(id, cancellationToken) ? this.Again() : NotFound();
        }

        return await AnsweredAsync(
            id,
            () => meetings.AddAsync(viewer, PartnershipId.From(id), on, at, cancellationToken),
            PartnersLinks.One(PartnershipId.From(id)),
            "partners.flash.date",
            cancellationToken
        );
    }

    private async Task<IActionResult> AnsweredAsync(
        Guid id,
        Func<Task<Outcome?>> act,
        string onward,
        string flash,
        CancellationToken cancellationToken
    ) =>
        await act() switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound(),
            _ => this.Onward(onward, flash),
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, PartnershipId.From(id), cancellationToken) is not { } open)
        {
            return false;
        }

        Open = open;
        Stall = Stalls.Of(open.Row, open.Meetings.Select(m => (m.On, m.State)), Today, rules.Partners);
        return true;
    }
}
