using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Strategy.WritePiece;

/// <summary>One piece of the strategy, of any kind: a new one, or the wording of one that is there.</summary>
public sealed class WritePieceModel(
    StrategyReading reading,
    StrategyDesk desk,
    ReaderSearch search,
    FieldcraftDb db,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : BoxesPage(words, clock)
{
    /// <summary>Boxes that stand behind “more”, for each kind.</summary>
    private static readonly Dictionary<StrategyKind, string[]> Folded = new()
    {
        [StrategyKind.Action] = ["tool", "why", "movedOnline", "resource", "hours", "measure", "dependsOn"],
        [StrategyKind.Process] = ["supportNow", "hoursFreed", "wentTo"],
        [StrategyKind.Gap] = ["typical", "exemplary", "worthEach"],
        [StrategyKind.Diagnosis] = [],
    };

    public StrategyKind Kind { get; private set; }

    public StrategyPiece? Before { get; private set; }

    public UnitId UnitId { get; private set; }

    /// <summary>Pieces of the same strategy that this one can hang on.</summary>
    public IReadOnlyList<StrategyPiece> Others { get; private set; } = [];

    public SheetForm Form => StrategyForms.Of(Kind);

    public string[] Behind => Folded.GetValueOrDefault(Kind, []);

    public override Sheet Kept => Before?.Sheet ?? Sheet.Empty;

    public override int KeptVersion => Before?.Version ?? 0;

    [BindProperty]
    public Guid? Serves { get; set; }

    [BindProperty]
    public Guid? Gap { get; set; }

    [BindProperty]
    public Guid? Contradicts { get; set; }

    /// <summary>Who answers for it, when it is somebody already chosen.</summary>
    [BindProperty]
    public Guid? Owner { get; set; }

    /// <summary>The beginning of the name of somebody who is to answer for it.</summary>
    [BindProperty, MaxLength(ReaderSearch.LongestName)]
    public string? OwnerName { get; set; }

    /// <summary>Those the name can mean, when it means several.</summary>
    public IReadOnlyList<NamedPerson> Meant { get; private set; } = [];

    public string? OwnerIs { get; private set; }

    public IEnumerable<StrategyPiece> ToServe =>
        Others.Where(o => o.Id != Before?.Id && o.Kind == (Kind == StrategyKind.Gap ? StrategyKind.Process : StrategyKind.Policy));

    public IEnumerable<StrategyPiece> Gaps => Others.Where(o => o.Kind == StrategyKind.Gap);

    public IEnumerable<StrategyPiece> Actions => Others.Where(o => o.Kind == StrategyKind.Action && o.Id != Before?.Id);

    private async Task<IActionResult> NewAsync(string kind, Guid? serves, Guid? unit, CancellationToken cancellationToken)
    {
        if (!await LoadNewAsync(kind, unit, cancellationToken))
        {
            return NotFound();
        }

        Serves = serves;
        return Page();
    }

    public async Task<IActionResult> OnGetAsync(string? kind, Guid? id, Guid? serves, Guid? unit, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            return await NewAsync(kind ?? "", serves, unit, cancellationToken);
        }

        if (!await LoadAsync(StrategyEntryId.From(id.Value), cancellationToken))
        {
            return NotFound();
        }

        (Serves, Gap, Contradicts, Owner) = (Before!.Serves?.Value, Before.Gap?.Value, Before.Contradicts?.Value, Before.OwnerId?.Value);
        OwnerIs = Before.Owner;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? kind, Guid? id, Guid? unit, CancellationToken cancellationToken)
    {
        if (
            !(
                id is { } known
                    ? await LoadAsync(StrategyEntryId.From(known), cancellationToken)
                    : await LoadNewAsync(kind ?? "", unit, cancellationToken)
            )
        )
        {
            return NotFound();
        }

        var fits = this.TakesIn(Form, Boxes, Words, out var sheet);
        if (!await NameOwnerAsync(cancellationToken) || !fits)
        {
            return Mend();
        }

        var writing = new StrategyWriting(
            sheet,
            Entry(Serves),
            Entry(Gap),
            Entry(Contradicts),
            Owner is { } owner ? PersonId.From(owner) : null
        );
        if (Before is { } before)
        {
            return await EndAsync(
                await desk.RewriteAsync(viewer, before.Id, Version, writing, cancellationToken),
                () => LoadAsync(before.Id, cancellationToken),
                StrategyLinks.One(before.Id),
                "strategy.flash.kept"
            );
        }

        return await desk.WriteAsync(viewer, Kind, UnitId, writing, cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => RefusedFor(refusal),
            { Value: var written } => this.Onward(
                Kind is StrategyKind.Policy or StrategyKind.Action or StrategyKind.Gap or StrategyKind.Process
                    ? StrategyLinks.One(written!.Id)
                    : StrategyLinks.ListOf(Kind),
                "strategy.flash.kept"
            ),
        };
    }

    private static StrategyEntryId? Entry(Guid? id) => id is { } known ? StrategyEntryId.From(known) : null;

    /// <summary>A name that means one person is taken; one that means several is asked back.</summary>
    private async Task<bool> NameOwnerAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(OwnerName))
        {
            return true;
        }

        Meant = await search.ColleaguesAsync(viewer, OwnerName, cancellationToken);
        if (Owner is { } chosen && Meant.Any(m => m.Id.Value == chosen))
        {
            return true;
        }

        if (Meant.Count == 1)
        {
            Owner = Meant[0].Id.Value;
            return true;
        }

        ModelState.AddModelError(nameof(OwnerName), Words[Meant.Count == 0 ? "strategy.owner.nobody" : "strategy.owner.several"]);
        return false;
    }

    private async Task<bool> LoadNewAsync(string kind, Guid? unit, CancellationToken cancellationToken)
    {
        if (StrategyLinks.KindOf(kind) is not { } known)
        {
            return false;
        }

        Kind = known;
        var place = unit is { } asked
            ? await db.Units.AsNoTracking().FirstOrDefaultAsync(u => u.Id == UnitId.From(asked), cancellationToken)
            : await reading.TopAsync(viewer, cancellationToken);
        if (place is null || !viewer.MayWrite(known, place.Id, place.Path))
        {
            return false;
        }

        UnitId = place.Id;
        await LoadOthersAsync(cancellationToken);
        return true;
    }

    private async Task<bool> LoadAsync(StrategyEntryId id, CancellationToken cancellationToken)
    {
        if (
            await reading.FindAsync(viewer, id, cancellationToken) is not { } found
            || !viewer.MayWrite(found.Kind, found.UnitId, found.UnitPath)
        )
        {
            return false;
        }

        (Before, Kind, UnitId) = (found, found.Kind, found.UnitId);
        await LoadOthersAsync(cancellationToken);
        return true;
    }

    private async Task LoadOthersAsync(CancellationToken cancellationToken) =>
        Others = Kind is StrategyKind.Action or StrategyKind.Gap
            ?
            [
                .. (
                    await reading.ListAsync(
                        viewer,
                        UnitId,
                        [StrategyKind.Policy, StrategyKind.Gap, StrategyKind.Process, StrategyKind.Action],
                        cancellationToken
                    )
                ).Where(p => p.IsOpen),
            ]
            : [];
}
