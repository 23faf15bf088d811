using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Alongside;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Alongside.Offers;

/// <summary>One offer, with the form to ask for a visit.</summary>
public sealed class ReadOfferModel(
    OffersReading reading,
    OffersActions offers,
    Knowledge knowledge,
    CapabilityNames names,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    [BindProperty, MaxLength(AlongsideVisit.WishLength)]
    public string? Wish { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    public ReadOffer? Offer { get; private set; }

    public DateOnly Today => words.Today(clock.GetUtcNow());

    /// <summary>What the offer says, each with the word of what it is.</summary>
    public IEnumerable<(string Word, string Text)> Facts
    {
        get
        {
            var wording = Offer!.Wording;
            var archetype = knowledge.Archetype(wording.Archetype) is { } known ? words[known.NameWord] : null;
            var capabilities = string.Join(", ", wording.Capabilities.Select(c => names.Of(c)));
            (string Word, string? Text)[] facts =
            [
                ("alongside.when.label", wording.When),
                ("alongside.where.label", wording.Where),
                ("alongside.coach.label", wording.HowICoach),
                ("alongside.suits.label", wording.WhomItSuits),
                ("alongside.to_see", capabilities),
                ("stories.archetype.label", archetype),
                ("alongside.free", words.Count("alongside.free_of", Offer.Free, wording.Guests)),
                ("alongside.until.label", wording.UntilOn is { } day ? words.Day(day) : null),
            ];
            return facts.Where(f => !string.IsNullOrEmpty(f.Text)).Select(f => (f.Word, f.Text!));
        }
    }

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

        return await offers.AskAsync(viewer, OfferId.From(id), Wish, On, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(AlongsideLinks.Offer(OfferId.From(id)), "alongside.flash.asked"),
        };
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancellationToken) =>
        await offers.TakeBackAsync(viewer, OfferId.From(id), cancellationToken)
            ? this.Onward(AlongsideLinks.List, "alongside.flash.taken_back")
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        (Offer = await reading.FindAsync(viewer, OfferId.From(id), cancellationToken)) is not null;
}
