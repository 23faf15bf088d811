using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Kits;

public sealed record HuddleTimeInput
{
    public DayOfWeek? Day { get; init; }

    public TimeOnly? At { get; init; }
}

public sealed record SiteLineInput
{
    [MaxLength(SiteKit.LineLength)]
    public string? Text { get; init; }
}

/// <summary>Switches what the site uses, asks for people who look after it, sets the huddle, the line and the board's address.</summary>
public sealed class ChangeKitModel(KeptSites sites, KitDesk desk, SitePeople people, Settings settings, Words words, Viewer viewer)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [ValidateNever]
    public HuddleTimeInput Huddle { get; private set; } = new();

    [ValidateNever]
    public SiteLineInput Line { get; private set; } = new();

    public KeptSite Site { get; private set; } = null!;

    /// <summary>The board's new address, which is shown this once.</summary>
    public string? NewAddress { get; private set; }

    public IReadOnlyList<NamedPerson> People { get; private set; } = [];

    public bool HasSearched => !string.IsNullOrWhiteSpace(Name);

    public IReadOnlyList<Choice> Days =>
        [
            .. Enumerable
                .Range(1, 7)
                .Select(d => (DayOfWeek)(d % 7))
                .Select(d => new Choice(d.ToString(), words.Culture.DateTimeFormat.GetDayName(d))),
        ];

    public bool MaySwitchOn(KitPiece piece) => !SiteKit.NeedsKeeper(piece) || Site.Kit?.KeeperOf(piece) is not null;

    public string StateOf(KitPiece piece) =>
        !SiteKit.NeedsKeeper(piece) ? words[$"embedding.piece.{piece}.about"]
        : Site.Kit?.KeeperOf(piece) is not null ? words["embedding.keeper.kept"]
        : Site.Kit?.AskedFor(piece) is not null ? words["embedding.keeper.waits"]
        : words["embedding.keeper.none"];

    public async Task<IActionResult> OnGetAsync(Guid site, CancellationToken cancellationToken) =>
        await LoadAsync(site, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostSwitchAsync(Guid site, KitPiece piece, bool on, CancellationToken cancellationToken) =>
        AnswerAsync(site, id => desk.SwitchAsync(id, piece, on, cancellationToken), "embedding.flash.switched", cancellationToken);

    public Task<IActionResult> OnPostAskAsync(Guid site, KitPiece piece, Guid person, CancellationToken cancellationToken) =>
        AnswerAsync(
            site,
            id => desk.AskAsync(id, piece, PersonId.From(person), cancellationToken),
            "embedding.flash.asked",
            cancellationToken
        );

    public async Task<IActionResult> OnPostHuddleAsync(
        Guid site,
        [Bind(Prefix = "Huddle")] HuddleTimeInput huddle,
        CancellationToken cancellationToken
    )
    {
        if (huddle.Day is not null && huddle.At is null)
        {
            ModelState.TryAddModelError("Huddle.At", words["embedding.huddle.at.missing"]);
        }

        return ModelState.IsValid
            ? await AnswerAsync(
                site,
                id => desk.SetHuddleAsync(id, huddle.Day, huddle.At, cancellationToken),
                "embedding.flash.huddle",
                cancellationToken
            )
            : await AgainAsync(site, () => Huddle = huddle, cancellationToken);
    }

    public async Task<IActionResult> OnPostLineAsync(
        Guid site,
        [Bind(Prefix = "Line")] SiteLineInput line,
        CancellationToken cancellationToken
    ) =>
        ModelState.IsValid
            ? await AnswerAsync(
                site,
                id => desk.WriteLineAsync(id, line.Text, cancellationToken),
                "embedding.flash.line",
                cancellationToken
            )
            : await AgainAsync(site, () => Line = line, cancellationToken);

    public async Task<IActionResult> OnPostAddressAsync(Guid site, CancellationToken cancellationToken)
    {
        if (await desk.ChangeBoardAddressAsync(UnitId.From(site), cancellationToken) is not { } secret)
        {
            return NotFound();
        }

        NewAddress = settings.PublicAddress + EmbeddingLinks.BoardByLink(secret);
        return await LoadAsync(site, cancellationToken) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostNoAddressAsync(Guid site, CancellationToken cancellationToken) =>
        AnswerAsync(site, id => desk.RemoveBoardAddressAsync(id, cancellationToken), "embedding.flash.address_gone", cancellationToken);

    private async Task<IActionResult> AgainAsync(Guid site, Action keepTyped, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(site, cancellationToken))
        {
            return NotFound();
        }

        keepTyped();
        return this.Again();
    }

    private async Task<IActionResult> AnswerAsync(
        Guid site,
        Func<UnitId, Task<Outcome?>> change,
        string flash,
        CancellationToken cancellationToken
    )
    {
        if (!ModelState.IsValid || await change(UnitId.From(site)) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Refusal is not { } refusal)
        {
            return this.Onward(EmbeddingLinks.Kit(UnitId.From(site)), flash);
        }

        return await LoadAsync(site, cancellationToken) ? this.Refused(refusal) : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await sites.FindAsync(UnitId.From(id), cancellationToken) is not { } site || !viewer.MaySchedule(site.Site.Path))
        {
            return false;
        }

        Site = site;
        Huddle = new HuddleTimeInput { Day = site.Kit?.HuddleDay, At = site.Kit?.HuddleAt };
        Line = new SiteLineInput { Text = site.Kit?.Line };
        People = await people.FindAsync(site.Site, Name, cancellationToken);
        return true;
    }
}
