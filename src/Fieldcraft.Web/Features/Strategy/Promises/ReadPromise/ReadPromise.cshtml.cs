using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Strategy.Promises.ReadPromise;

/// <summary>One promise: its leader says how it went; the level above reads it.</summary>
public sealed class ReadPromiseModel(PromiseDesk desk, EffectReading effects, Viewer viewer, Words words, TimeProvider clock)
    : BoxesPage(words, clock)
{
    public EnablingPromise Promise { get; private set; } = null!;

    public IReadOnlyList<Behind> Behind { get; private set; } = [];

    public override Sheet Kept => Promise.Sheet;

    public override int KeptVersion => Promise.Version;

    public bool IsMine => Promise.OwnerId == viewer.PersonId;

    [BindProperty]
    public PromiseState? State { get; set; }

    [BindProperty, MaxLength(EnablingPromise.NoteLength)]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (State, Note) = (Promise.State == PromiseState.Made ? null : Promise.State, Promise.Note);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !IsMine)
        {
            return NotFound();
        }

        return !this.TakesIn(StrategyForms.Commitment, Boxes, Words, out var sheet)
            ? Mend()
            : await EndAsync(
                await desk.RewordAsync(viewer, Promise.Id, Version, sheet, cancellationToken),
                () => LoadAsync(id, cancellationToken),
                StrategyLinks.Promise(Promise.Id),
                "strategy.flash.kept"
            );
    }

    public async Task<IActionResult> OnPostAnswerAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !IsMine)
        {
            return NotFound();
        }

        if (State is not { } state)
        {
            ModelState.AddModelError(nameof(State), Words["error.required"]);
        }
        else if (ModelState.IsValid)
        {
            return await EndAsync(
                await desk.AnswerAsync(viewer, Promise.Id, Version, state, Note, cancellationToken),
                () => LoadAsync(id, cancellationToken),
                StrategyLinks.Promises,
                "promises.flash.answered"
            );
        }

        return this.Again();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(viewer, EnablingPromiseId.From(id), cancellationToken) is not { } promise)
        {
            return false;
        }

        Promise = promise;
        Behind = await effects.BehindAsync(viewer, EffectKind.Promise, id, cancellationToken);
        return true;
    }
}
