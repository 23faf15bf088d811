using Fieldcraft.Domain.Alongside;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Alongside.Offers;

public sealed class ChangeOfferModel(
    OffersReading reading,
    OffersActions offers,
    Knowledge knowledge,
    CapabilityNames names,
    Viewer viewer,
    Words words
) : PageModel
{
    [BindProperty]
    public OfferInput Offer { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What it is called as it stands.</summary>
    public string Before { get; private set; } = "";

    /// <summary>Another tab saved this meanwhile; the form shows that version now.</summary>
    public bool Changed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is { } offer ? Show(offer) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } offer)
        {
            return NotFound();
        }

        if (!this.TakesIn(Offer, offer.Wording.Capabilities, knowledge, names, words))
        {
            return this.Again();
        }

        var (saved, _, refusal) = await offers.RewordAsync(viewer, offer.Id, Version, Offer.Wording(), cancellationToken);
        if (refusal is not null)
        {
            return this.Refused(refusal);
        }

        if (saved == true)
        {
            return this.Onward(AlongsideLinks.Offer(offer.Id), "stories.flash.saved");
        }

        // What was typed stays; sent again, it goes over the version that is there now.
        Changed = true;
        ModelState.Remove(nameof(Version));
        Version = offer.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private PageResult Show(ReadOffer offer)
    {
        (Offer, Version) = (OfferInput.Of(offer.Wording), offer.Version);
        return Page();
    }

    private async Task<ReadOffer?> LoadAsync(CancellationToken cancellationToken)
    {
        var offer = await reading.FindAsync(viewer, OfferId.From(Id), cancellationToken);
        Before = offer?.Wording.What ?? "";
        return offer?.IsMine == true ? offer : null;
    }
}
