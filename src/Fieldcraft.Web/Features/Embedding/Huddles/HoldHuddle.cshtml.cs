using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Huddles;

/// <summary>Ten minutes standing up: this week's agenda, on a phone or on paper.</summary>
public sealed class HoldHuddleModel(KeptSites sites, HuddleReading reading, Words words, Viewer viewer, TimeProvider clock) : PageModel
{
    public KeptSite Site { get; private set; } = null!;

    public HuddleSheet? Sheet { get; private set; }

    /// <summary>When it is, where the site has said so.</summary>
    public string Lead =>
        Site.Kit is { HuddleDay: { } day, HuddleAt: { } at }
            ? words["embedding.huddle.lead_when", words.Culture.DateTimeFormat.GetDayName(day), at.ToString("HH:mm", words.Culture)]
            : words["embedding.huddle.lead"];

    public async Task<IActionResult> OnGetAsync(Guid site, CancellationToken cancellationToken)
    {
        if (await sites.WithAsync(UnitId.From(site), KitPiece.Huddle, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Site = found;
        Sheet = await reading.OfAsync(found.Site, viewer, words.Today(clock.GetUtcNow()), cancellationToken);
        return Page();
    }
}
