using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.InvitePeople;

/// <summary>The list of those invited, the seats, who waits, and who leads it beside the organiser. No field for a reason.</summary>
public sealed class InviteToWorkshopModel(
    WorkshopsReading reading,
    SeatDesk seats,
    WorkshopDesk desk,
    ReaderSearch search,
    Viewer viewer,
    Words words
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    public OpenWorkshop Workshop { get; private set; } = null!;

    public IReadOnlyList<NamedPerson> Found { get; private set; } = [];

    public bool HasSearched => !string.IsNullOrWhiteSpace(Name);

    /// <summary>People on the list who have not answered.</summary>
    public IReadOnlyList<InvitedFace> Unanswered =>
        [.. Workshop.Invited.Where(i => i.PersonId is { } person && Workshop.Faces.All(f => f.PersonId != person))];

    public InvitedFace? NameLineOf(WorkshopFace face) =>
        face.PersonId is null ? Workshop.Invited.FirstOrDefault(i => i.PersonId is null && i.Name == face.Name) : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostInviteAsync(Guid id, Guid person, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            seats.InviteAsync(viewer, WorkshopId.From(id), PersonId.From(person), cancellationToken),
            "workshops.flash.invited",
            cancellationToken
        );

    public async Task<IActionResult> OnPostNameAsync(Guid id, string? freeName, CancellationToken cancellationToken)
    {
        var name = freeName?.Trim() ?? "";
        if (name.Length is 0 or > WorkshopInvitation.NameLength)
        {
            ModelState.AddModelError("", words["workshops.free_name.needed", WorkshopInvitation.NameLength]);
            return await LoadAsync(id, cancellationToken) ? this.Again() : NotFound();
        }

        return await AnswerAsync(
            id,
            seats.InviteByNameAsync(viewer, WorkshopId.From(id), name, cancellationToken),
            "workshops.flash.named",
            cancellationToken
        );
    }

    public Task<IActionResult> OnPostUninviteAsync(Guid id, Guid invitation, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            seats.UninviteAsync(viewer, WorkshopId.From(id), WorkshopInvitationId.From(invitation), cancellationToken),
            "workshops.flash.uninvited",
            cancellationToken
        );

    public Task<IActionResult> OnPostSecondAsync(Guid id, Guid? person, CancellationToken cancellationToken) =>
        AnswerAsync(
            id,
            desk.NameSecondAsync(viewer, WorkshopId.From(id), person is { } named ? PersonId.From(named) : null, cancellationToken),
            "workshops.flash.second",
            cancellationToken
        );

    private async Task<IActionResult> AnswerAsync(Guid id, Task<Outcome?> work, string flash, CancellationToken cancellationToken) =>
        await work is not { } outcome ? NotFound()
        : outcome.Refusal is not { } refusal ? this.Onward(WorkshopsLinks.People(WorkshopId.From(id)), flash)
        : await LoadAsync(id, cancellationToken) ? this.Refused(refusal)
        : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is not { Leads: true, IsCalledOff: false } workshop)
        {
            return false;
        }

        Workshop = workshop;
        Found = HasSearched ? await search.FindAsync(viewer, Name!, cancellationToken) : [];
        return true;
    }
}
