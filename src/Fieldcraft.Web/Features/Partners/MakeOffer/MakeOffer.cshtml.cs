using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Partners.MakeOffer;

/// <summary>What the form of an offer sends.</summary>
public sealed record OfferInput
{
    public List<string> Kinds { get; init; } = [];

    public List<string> Capabilities { get; init; } = [];

    public List<string> Archetypes { get; init; } = [];

    public List<string> Dimensions { get; init; } = [];

    [MaxLength(PartnerOffer.AboutLength)]
    public string? About { get; init; }

    [Required, Range(1, PartnerOffer.CapacityAtMost)]
    public int? Capacity { get; init; } = PartnerOffer.CapacityOffered;

    internal IEnumerable<OfferedThing> Things() =>
        [
            .. Kinds.Select(k => new OfferedThing(OfferArea.Kind, k)),
            .. Capabilities.Select(c => new OfferedThing(OfferArea.Capability, c)),
            .. Archetypes.Select(a => new OfferedThing(OfferArea.Archetype, a)),
            .. Dimensions.Select(d => new OfferedThing(OfferArea.Dimension, d)),
        ];

    internal static OfferInput Of(PartnerOffer offer)
    {
        List<string> Codes(OfferArea area) => [.. offer.Lines.Where(l => l.Area == area).Select(l => l.Code)];
        return new()
        {
            Kinds = Codes(OfferArea.Kind),
            Capabilities = Codes(OfferArea.Capability),
            Archetypes = Codes(OfferArea.Archetype),
            Dimensions = Codes(OfferArea.Dimension),
            About = offer.About,
            Capacity = offer.Capacity,
        };
    }
}

/// <summary>The own offer: as what, strong in what, how many at once; paused or taken back at any time.</summary>
public sealed class MakeOfferModel(OfferDesk desk, OfferTopics topics, Words words) : PageModel
{
    [BindProperty]
    public OfferInput Input { get; set; } = new();

    public OfferTopics Topics => topics;

    /// <summary>Null before the first offer.</summary>
    public bool? IsPaused { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(cancellationToken) is { } offer)
        {
            (Input, IsPaused) = (OfferInput.Of(offer), offer.IsPaused);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var before = await desk.FindAsync(cancellationToken);
        var things = Input.Things().Where(t => topics.Knows(t, before?.Lines)).ToList();
        if (!things.Exists(t => t.Area == OfferArea.Kind))
        {
            ModelState.AddModelError("Input.Kinds", words["partners.offer.kinds.none"]);
        }

        if (!ModelState.IsValid)
        {
            IsPaused = before?.IsPaused;
            return this.Again();
        }

        await desk.SayAsync(new OfferFacts(things, Input.About, Input.Capacity!.Value), cancellationToken);
        return this.Onward(PartnersLinks.Offer, "partners.flash.offered");
    }

    public async Task<IActionResult> OnPostPauseAsync(bool paused, CancellationToken cancellationToken) =>
        await desk.PauseAsync(paused, cancellationToken)
            ? this.Onward(PartnersLinks.Offer, paused ? "partners.flash.paused" : "partners.flash.offered")
            : NotFound();

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken cancellationToken) =>
        await desk.TakeBackAsync(cancellationToken) ? this.Onward(PartnersLinks.List, "partners.flash.offer_gone") : NotFound();
}
