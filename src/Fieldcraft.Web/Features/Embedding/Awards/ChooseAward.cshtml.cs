using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Awards;

/// <summary>For those who choose: who is named this month and why, by name, without numbers.</summary>
public sealed class ChooseAwardModel(KeptSites sites, AwardsReading reading, AwardDesk desk, Words words, Viewer viewer, TimeProvider clock)
    : PageModel
{
    public KeptSite Site { get; private set; } = null!;

    public DateOnly Month { get; } = Nomination.MonthOf(words.Today(clock.GetUtcNow()));

    public IReadOnlyList<NomineeLine> Nominees { get; private set; } = [];

    /// <summary>This month's choice; null while there is none.</summary>
    public ChosenLine? Chosen { get; private set; }

    /// <summary>The form that was sent last, and what it said.</summary>
    public Guid? Typed { get; private set; }

    public string? Citation { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid site, CancellationToken cancellationToken) =>
        await LoadAsync(site, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid site, Guid nomination, string? citation, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(site, cancellationToken))
        {
            return NotFound();
        }

        (Typed, Citation) = (nomination, citation);
        if (string.IsNullOrWhiteSpace(citation) || citation.Trim().Length > Nomination.ReasonLength)
        {
            ModelState.AddModelError("", words["embedding.award.citation.missing", Nomination.ReasonLength]);
            return this.Again();
        }

        var outcome = await desk.ChooseAsync(NominationId.From(nomination), citation, cancellationToken);
        return outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(EmbeddingLinks.ChooseAward(Site.Id), "embedding.flash.chosen"),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (
            await sites.WithAsync(UnitId.From(id), KitPiece.Award, cancellationToken) is not { } site
            || !viewer.MaySettle(site, KitPiece.Award)
        )
        {
            return false;
        }

        Site = site;
        Nominees = await reading.NomineesAsync(site.Id, Month, cancellationToken);
        Chosen = (await reading.ChosenAsync(site.Id, cancellationToken)).FirstOrDefault(c => c.Month == Month);
        return true;
    }
}
