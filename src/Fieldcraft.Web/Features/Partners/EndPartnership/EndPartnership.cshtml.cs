using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Partners.EndPartnership;

/// <summary>What a closing says. All of it can be left out.</summary>
public sealed record ClosingInput
{
    [MaxLength(PartnerNote.TextLength)]
    public string? Take { get; init; }

    [MaxLength(PartnerNote.TextLength)]
    public string? Thanks { get; init; }
}

/// <summary>Ending well: what I take, and thanks that the others get a copy of.</summary>
public sealed class EndPartnershipModel(PartnersReading reading, PartnersDesk desk, Viewer viewer) : PageModel
{
    [BindProperty]
    public ClosingInput Input { get; set; } = new();

    public OpenPartnership Open { get; private set; } = null!;

    public string Others => Open.Line.OthersFor(viewer.PersonId);

    public bool HasEnded => Open.Line.State == PartnershipState.Ended;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return await desk.EndAsync(viewer, PartnershipId.From(id), Input.Take, Input.Thanks, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(PartnersLinks.One(PartnershipId.From(id)), "partners.flash.ended"),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            await reading.FindTermsAsync(viewer, PartnershipId.From(id), cancellationToken) is not { } open
            || open.Line.State is not (PartnershipState.Arranging or PartnershipState.Running or PartnershipState.Ended)
        )
        {
            return false;
        }

        Open = open;
        return true;
    }
}
