using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Tips;

/// <summary>For whoever looks after the site's tips: what waits, and what somebody asked them to look at.</summary>
public sealed class ModerateTipsModel(KeptSites sites, TipsReading reading, TipDesk desk, Words words, Viewer viewer) : PageModel
{
    public KeptSite Site { get; private set; } = null!;

    public IReadOnlyList<TipLine> Tips { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid site, CancellationToken cancellationToken) =>
        await LoadAsync(site, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAcceptAsync(Guid site, Guid tip, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await AnswerAsync(
            site,
            await desk.AcceptAsync(TipId.From(tip), cancellationToken),
            "embedding.flash.accepted",
            cancellationToken
        );
    }

    public async Task<IActionResult> OnPostTakeDownAsync(Guid site, Guid tip, string? word, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(word) || word.Trim().Length > Tip.WordLength)
        {
            ModelState.AddModelError("", words["embedding.tip.word.missing", Tip.WordLength]);
            return await LoadAsync(site, cancellationToken) ? this.Again() : NotFound();
        }

        return await AnswerAsync(
            site,
            await desk.TakeDownAsync(TipId.From(tip), word, cancellationToken),
            "embedding.flash.taken_down",
            cancellationToken
        );
    }

    private async Task<IActionResult> AnswerAsync(Guid site, Outcome? outcome, string flash, CancellationToken cancellationToken) =>
        outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(site, cancellationToken) ? this.Refused(refusal) : NotFound(),
            _ => this.Onward(EmbeddingLinks.WaitingTips(UnitId.From(site)), flash),
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await sites.FindAsync(UnitId.From(id), cancellationToken) is not { } site || !viewer.MaySettle(site, KitPiece.Tips))
        {
            return false;
        }

        Site = site;
        Tips = await reading.WaitingAsync(site, cancellationToken);
        return true;
    }
}
