using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Embedding.Boards;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Huddles;

/// <summary>Ten minutes with a customer, outside or inside the organisation: three questions on a sheet, and what was said as a tip if the team likes.</summary>
public sealed class CustomerHuddleModel(
    KeptSites sites,
    TipDesk desk,
    IEnumerable<IBoardIdeas> ideas,
    Words words,
    Viewer viewer,
    TimeProvider clock
) : PageModel
{
    [BindProperty, Required, MaxLength(Tip.TextLength)]
    public string? Text { get; set; }

    public KeptSite Site { get; private set; } = null!;

    public ModuleId? Module { get; private set; }

    public IReadOnlyList<string> Questions { get; private set; } = [];

    public string? IdeaAddress => ideas.FirstOrDefault()?.BringAddress(Site.Id);

    public bool MayPost => Site.IsOn(KitPiece.Tips) && desk.MayPost(Site);

    public async Task<IActionResult> OnGetAsync(Guid site, CancellationToken cancellationToken) =>
        await LoadAsync(site, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid site, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(site, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return await desk.PostAsync(Site.Id, new TipSaid(Text, Module: Module), null, cancellationToken) is { IsDone: true }
            ? this.Onward(EmbeddingLinks.Tips(Site.Id), "embedding.flash.posted")
            : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!viewer.MayReadGuides() || await sites.WithAsync(UnitId.From(id), KitPiece.CustomerHuddle, cancellationToken) is not { } site)
        {
            return false;
        }

        Site = site;
        var opened = await sites.ModulesAsync(site.Site, words.Today(clock.GetUtcNow()), cancellationToken);
        var newest = opened is [var first, ..] ? first : null;
        Module = newest?.Id;
        Questions =
        [
            words["embedding.customer.works"],
            words["embedding.customer.hinders"],
            newest is null ? words["embedding.customer.change"] : words["embedding.customer.change_about", newest.Title],
        ];
        return true;
    }
}
