using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Tips;

/// <summary>What the form of a tip sends: one field is enough.</summary>
public sealed record TipInput
{
    [Required, MaxLength(Tip.TextLength)]
    public string? Text { get; init; }

    public TipReach Reach { get; init; }

    public Guid? Module { get; init; }

    public bool IsNamed { get; init; }

    public IFormFile? Photo { get; init; }

    public TipSaid ToSaid() => new(Text, Reach, Module is { } module ? ModuleId.From(module) : null, IsNamed);
}

/// <summary>Tips that reach a site, the newest first, and one field to add one.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ReadTipsModel(
    KeptSites sites,
    TipsReading reading,
    ResultsReading results,
    TipDesk desk,
    Words words,
    Viewer viewer,
    TimeProvider clock
) : PageModel
{
    // More than a photo may have, so that one too large gets a sentence rather than an error page.
    private const int LargestRequest = 6 * PhotoCleaning.LargestBytes;

    [BindProperty]
    public TipInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Module { get; set; }

    public KeptSite Site { get; private set; } = null!;

    public IReadOnlyList<TipLine> Tips { get; private set; } = [];

    public IReadOnlyList<TipLine> Own { get; private set; } = [];

    public IReadOnlyList<SiteResultLine> Results { get; private set; } = [];

    public IReadOnlyList<Choice> Modules { get; private set; } = [];

    public TipId? More { get; private set; }

    public bool HasErrors => ModelState.ErrorCount > 0;

    public bool MayPost => desk.MayPost(Site);

    public bool MayModerate => viewer.MaySettle(Site, KitPiece.Tips);

    public async Task<IActionResult> OnGetAsync(Guid site, CancellationToken cancellationToken) =>
        await LoadAsync(site, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid site, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(site, cancellationToken) ? this.Again() : NotFound();
        }

        var posted = await desk.PostAsync(
            UnitId.From(site),
            Input.ToSaid(),
            await BytesAsync(Input.Photo, cancellationToken),
            cancellationToken
        );
        if (posted is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Refusal is not { } refusal)
        {
            return this.Onward(EmbeddingLinks.Tips(UnitId.From(site)), "embedding.flash.posted");
        }

        // A photo of the wrong kind or size is bad input, not a wrong moment.
        ModelState.AddModelError("Input.Photo", words[$"refusal.{refusal.Code}", refusal.Arguments]);
        return await LoadAsync(site, cancellationToken) ? this.Again() : NotFound();
    }

    public async Task<IActionResult> OnPostReportAsync(Guid site, Guid tip, CancellationToken cancellationToken) =>
        await AnswerAsync(site, await desk.ReportAsync(TipId.From(tip), cancellationToken), "embedding.flash.reported", cancellationToken);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid site, Guid tip, CancellationToken cancellationToken) =>
        await AnswerAsync(
            site,
            await desk.WithdrawAsync(TipId.From(tip), cancellationToken),
            "embedding.flash.withdrawn",
            cancellationToken
        );

    public string HandlerOf(string handler) => $"{EmbeddingLinks.Tips(Site.Id)}?handler={handler}";

    /// <summary>Who, where, about what and when, as far as it is said.</summary>
    public string Under(TipLine tip) =>
        string.Join(" · ", new[] { tip.Author, tip.Site, tip.Module, words.Day(tip.PostedAt) }.Where(t => !string.IsNullOrEmpty(t)));

    private async Task<IActionResult> AnswerAsync(Guid site, Outcome? outcome, string flash, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(site, cancellationToken) ? this.Refused(refusal) : NotFound(),
            _ => this.Onward(EmbeddingLinks.Tips(UnitId.From(site)), flash),
        };
    }

    private static async Task<byte[]?> BytesAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        if (file is null || file.Length == 0)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        await using var stream = file.OpenReadStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await sites.WithAsync(UnitId.From(id), KitPiece.Tips, cancellationToken) is not { } site)
        {
            return false;
        }

        Site = site;
        var after = After is { } last ? TipId.From(last) : (TipId?)null;
        var module = Module is { } about ? ModuleId.From(about) : (ModuleId?)null;
        var lines = await reading.FeedAsync(site, module, after, TipsReading.PageSize + 1, cancellationToken);
        Tips = [.. lines.Take(TipsReading.PageSize)];
        More = lines.Count > TipsReading.PageSize ? Tips[^1].Id : null;
        Own = await reading.OwnAsync(site, cancellationToken);
        Results = await results.OfAsync(site.Id, cancellationToken);
        Modules =
        [
            .. (await sites.ModulesAsync(site.Site, words.Today(clock.GetUtcNow()), cancellationToken)).Select(m => new Choice(
                m.Id.Value.ToString(),
                m.Title
            )),
        ];
        return true;
    }
}
