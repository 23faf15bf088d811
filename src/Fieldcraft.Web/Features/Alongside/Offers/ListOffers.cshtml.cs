using Fieldcraft.Domain.Alongside;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Features.Stories;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Alongside.Offers;

/// <summary>Whom one can watch and with whom one can work, to look through and to search.</summary>
public sealed class ListOffersModel(OffersReading reading, Knowledge knowledge, CapabilityNames names, Viewer viewer, Words words)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Archetype { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Capability { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public OfferQuestion Question { get; private set; } = new(null, null, null);

    public IReadOnlyList<ReadOffer> Offers { get; private set; } = [];

    public OfferId? More { get; private set; }

    public IReadOnlyList<Choice> Archetypes => StoryWords.Archetypes(words, knowledge);

    public IEnumerable<Choice> Capabilities => names.Choices(Capability);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Question = new OfferQuestion(Given(Search), Given(Archetype), Given(Capability));
        var after = After is { } id ? OfferId.From(id) : (OfferId?)null;
        var offers = await reading.ListAsync(viewer, Question, after, OffersReading.PageSize + 1, cancellationToken);
        Offers = [.. offers.Take(OffersReading.PageSize)];
        More = offers.Count > OffersReading.PageSize ? Offers[^1].Id : null;
    }

    public string About(ReadOffer offer) =>
        string.Join(
            " · ",
            new[] { offer.IsMine ? words["alongside.mine"] : offer.Host, offer.Wording.When, offer.Wording.Where }.OfType<string>()
        );

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
