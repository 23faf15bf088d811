using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Features.Conditions;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Strategy.ShowPiece;

/// <summary>One piece of the strategy: what it says, how the leaders stand to it, what it serves, and what it brought about.</summary>
public sealed class ShowPieceModel(StrategyReading reading, StrategyDesk desk, EffectReading effects, Viewer viewer, Words words)
    : PageModel
{
    public StrategyPiece Piece { get; private set; } = null!;

    public bool MayWrite { get; private set; }

    public bool TakesStances { get; private set; }

    /// <summary>Whether the viewer may say something to the organisation from this diagnosis.</summary>
    public bool MayStateConditions { get; private set; }

    /// <summary>The policy or process it serves, and pieces that serve it.</summary>
    public StrategyPiece? Serves { get; private set; }

    public StrategyPiece? Gap { get; private set; }

    public IReadOnlyList<StrategyPiece> Below { get; private set; } = [];

    /// <summary>The actions that are to close a gap, each with its policy.</summary>
    public IReadOnlyList<Behind> Behind { get; private set; } = [];

    public PieceEffects Effects { get; private set; } = new([], [], 0);

    [BindProperty]
    public Stance? Stance { get; set; }

    [BindProperty, MaxLength(StrategyEntry.ReasonLength)]
    public string? Reason { get; set; }

    /// <summary>“KIND ID” of what it brought about.</summary>
    [BindProperty]
    public string? Effect { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public PieceStance? Mine => Piece.Stances.FirstOrDefault(s => s.PersonId == viewer.PersonId);

    public GapSize Size => GapSize.Of(Piece.Sheet);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostStanceAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Stance is not { } stance)
        {
            ModelState.AddModelError(nameof(Stance), words["error.required"]);
        }
        else if (ModelState.IsValid)
        {
            return await desk.TakeStanceAsync(viewer, Piece.Id, stance, Reason, cancellationToken) switch
            {
                null => NotFound(),
                { Refusal: { } refusal } => this.Refused(refusal),
                _ => this.Onward(StrategyLinks.One(Piece.Id), "strategy.flash.stance"),
            };
        }

        return this.Again();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, bool over, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return (await desk.EndAsync(viewer, Piece.Id, Version, over, cancellationToken)).End switch
        {
            SaveEnd.Saved => this.Onward(StrategyLinks.One(Piece.Id), over ? "strategy.flash.ended" : "strategy.flash.taken_up"),
            SaveEnd.ChangedMeanwhile => this.Refused(new Refusal("strategy-changed-meanwhile")),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostCausedAsync(Guid id, bool no, CancellationToken cancellationToken)
    {
        var named = (Effect ?? "").Split(' ');
        return
            named is [var kind, var target]
            && Enum.TryParse<EffectKind>(kind, out var known)
            && Guid.TryParse(target, out var what)
            && await desk.CausedAsync(viewer, StrategyEntryId.From(id), known, what, !no, cancellationToken) is not null
            ? this.Onward(StrategyLinks.One(StrategyEntryId.From(id)), "strategy.flash.kept")
            : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var (found, around) = await reading.FindWithAroundAsync(viewer, StrategyEntryId.From(id), cancellationToken);
        if (found is not { } piece)
        {
            return false;
        }

        (Piece, MayWrite, TakesStances) = (piece, viewer.MayWrite(piece.Kind, piece.UnitId, piece.UnitPath), viewer.TakesStances());
        Serves = around.FirstOrDefault(p => p.Id == piece.Serves);
        Gap = around.FirstOrDefault(p => p.Id == piece.Gap);
        Below = [.. around.Where(p => p.Serves == piece.Id)];
        Behind =
        [
            .. around
                .Where(p => p.Gap == piece.Id)
                .Select(p => (Action: p, Policy: around.FirstOrDefault(s => s.Id == p.Serves)))
                .Select(p => new Behind(p.Action.Id, p.Action.Title, p.Policy?.Id, p.Policy?.Title)),
        ];
        if (piece.Kind is StrategyKind.Action or StrategyKind.Diagnosis)
        {
            Effects = await effects.OfAsync(viewer, piece, MayWrite, cancellationToken);
        }

        MayStateConditions =
            MayWrite && piece is { Kind: StrategyKind.Diagnosis, IsOpen: true } && viewer.MayWriteConditions(piece.UnitId, piece.UnitPath);
        return true;
    }
}
