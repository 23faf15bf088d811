using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Awards;

public sealed record NominationInput
{
    public Guid? Person { get; init; }

    [Required, MaxLength(Nomination.ReasonLength)]
    public string? Reason { get; init; }
}

/// <summary>Names a colleague for the month's award: first who, then why. Below, those who were chosen and agreed to be named.</summary>
public sealed class NameColleagueModel(KeptSites sites, AwardsReading reading, AwardDesk desk, SitePeople people, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty]
    public NominationInput Input { get; set; } = new();

    public KeptSite Site { get; private set; } = null!;

    public IReadOnlyList<NamedPerson> People { get; private set; } = [];

    public IReadOnlyList<ChosenLine> Chosen { get; private set; } = [];

    public bool HasSearched => !string.IsNullOrWhiteSpace(Name);

    public bool MayNominate => Site.IsMine;

    public bool MayChoose => viewer.MaySettle(Site, KitPiece.Award);

    public string? NameOfChosen => People.FirstOrDefault(p => p.Id.Value == Input.Person)?.Name;

    public async Task<IActionResult> OnGetAsync(Guid site, Guid? person, CancellationToken cancellationToken)
    {
        Input = new NominationInput { Person = person };
        return await LoadAsync(site, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid site, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(site, cancellationToken) || Input.Person is not { } person)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await desk.NominateAsync(Site.Id, PersonId.From(person), Input.Reason!, cancellationToken);
        return outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(EmbeddingLinks.Award(Site.Id), "embedding.flash.nominated"),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await sites.WithAsync(UnitId.From(id), KitPiece.Award, cancellationToken) is not { } site)
        {
            return false;
        }

        Site = site;
        People = [.. (await people.FindAsync(site.Site, Name, cancellationToken)).Where(p => p.Id != viewer.PersonId)];
        Chosen = await reading.ChosenAsync(site.Id, cancellationToken);
        return true;
    }
}
