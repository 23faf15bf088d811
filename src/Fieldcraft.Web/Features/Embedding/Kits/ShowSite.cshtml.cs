using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Features.Sites;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Kits;

/// <summary>What a site uses to keep a module alive: the viewer's own, or one that they look after.</summary>
public sealed class ShowSiteModel(KeptSites sites, SitesOfMine others, ResultsReading results, KitDesk desk, Words words, Viewer viewer)
    : PageModel
{
    private const int OthersAtMost = 60;

    public KeptSite? Site { get; private set; }

    public IReadOnlyList<SiteResultLine> Results { get; private set; } = [];

    public IReadOnlyList<KeptLink> Links { get; private set; } = [];

    /// <summary>Other sites that the viewer looks after.</summary>
    public IReadOnlyList<Site> Others { get; private set; } = [];

    public bool MayManage => Site is { } site && viewer.MaySchedule(site.Site.Path);

    public IReadOnlyList<KitPiece> AskedToKeep => Those(p => Site?.Kit?.AskedFor(p));

    public IReadOnlyList<KitPiece> Keeps => Those(p => Site?.Kit?.KeeperOf(p));

    public async Task<IActionResult> OnGetAsync(Guid? site, CancellationToken cancellationToken) =>
        await LoadAsync(site, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostAgreeAsync(Guid? site, KitPiece piece, CancellationToken cancellationToken) =>
        AnswerAsync(site, id => desk.AgreeAsync(id, piece, cancellationToken), "embedding.flash.keeper", cancellationToken);

    public Task<IActionResult> OnPostStepBackAsync(Guid? site, KitPiece piece, CancellationToken cancellationToken) =>
        AnswerAsync(site, id => desk.StepBackAsync(id, piece, cancellationToken), "embedding.flash.stepped_back", cancellationToken);

    /// <summary>What stands under a way in: when the huddle is, or what the piece is for.</summary>
    public string About(KeptLink link) =>
        link.Word == $"embedding.piece.{KitPiece.Huddle}" && Site!.Kit is { HuddleDay: { } day, HuddleAt: { } at }
            ? words["embedding.huddle.when", words.Culture.DateTimeFormat.GetDayName(day), at.ToString("HH:mm", words.Culture)]
            : words[$"{link.Word}.about"];

    private async Task<IActionResult> AnswerAsync(
        Guid? site,
        Func<UnitId, Task<Outcome?>> change,
        string flash,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid || !await LoadAsync(site, cancellationToken) || Site is null || await change(Site.Id) is not { } outcome)
        {
            return NotFound();
        }

        return outcome.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(EmbeddingLinks.Site(Site.Id), flash);
    }

    private async Task<bool> LoadAsync(Guid? id, CancellationToken cancellationToken)
    {
        Site = id is { } wanted ? await sites.FindAsync(UnitId.From(wanted), cancellationToken) : await sites.MineAsync(cancellationToken);
        if (Site is null && id is not null)
        {
            return false;
        }

        if (Site is { } site)
        {
            Links = sites.LinksAt(site);
            Results = await results.OfAsync(site.Id, cancellationToken);
        }

        if (id is null && viewer.MayScheduleSomewhere())
        {
            Others =
            [
                .. (await others.ListAsync(viewer, null, OthersAtMost, cancellationToken)).Select(o => o.Site).Where(o => o.Id != Site?.Id),
            ];
        }

        return true;
    }

    private List<KitPiece> Those(Func<KitPiece, PersonId?> whose) =>
        [.. Enum.GetValues<KitPiece>().Where(p => SiteKit.NeedsKeeper(p) && whose(p) == viewer.PersonId)];
}
