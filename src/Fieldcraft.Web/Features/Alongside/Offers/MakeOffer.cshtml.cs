using Fieldcraft.Domain.Alongside;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Alongside.Offers;

public sealed class MakeOfferModel(OffersActions offers, Knowledge knowledge, CapabilityNames names, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public OfferInput Offer { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!this.TakesIn(Offer, [], knowledge, names, words))
        {
            return this.Again();
        }

        var made = await offers.MakeAsync(viewer, Offer.Wording(), cancellationToken);
        return this.Onward(AlongsideLinks.Offer(made.Id), "alongside.flash.made");
    }
}

internal static class OfferForms
{
    /// <summary>Whether the form can be taken in; what cannot is said at its field.</summary>
    /// <param name="already">The capabilities that the offer names as it stands.</param>
    public static bool TakesIn(
        this PageModel page,
        OfferInput input,
        IReadOnlyList<string> already,
        Knowledge knowledge,
        CapabilityNames names,
        Words words
    )
    {
        if (input.Capabilities.Count > OfferWording.CapabilitiesAtMost)
        {
            page.ModelState.AddModelError("Offer.Capabilities", words["stories.dimensions.too_many", OfferWording.CapabilitiesAtMost]);
        }

        return page.ModelState.IsValid && input.Problems(knowledge, names, already).Count == 0;
    }
}
