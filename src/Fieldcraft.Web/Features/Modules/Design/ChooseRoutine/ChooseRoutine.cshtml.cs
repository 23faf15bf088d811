using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Modules.Design.ChooseRoutine;

/// <summary>What the form sends.</summary>
public sealed record RoutineUseInput
{
    public Guid? Routine { get; init; }

    [MaxLength(RoutineUse.TextLength)]
    public string? Same { get; init; }

    [MaxLength(RoutineUse.TextLength)]
    public string? New { get; init; }

    /// <summary>What the form saw.</summary>
    public string Stamp { get; init; } = "";
}

/// <summary>Which familiar routine the session resembles; both side by side, what is the same and what is new.</summary>
public sealed class ChooseRoutineModel(ModuleReading reading, ModuleDesk desk, RoutineDesk routines, Words words)
    : DesignPage(reading, desk, words)
{
    [BindProperty]
    public RoutineUseInput Input { get; set; } = new();

    public IReadOnlyList<Routine> Routines { get; private set; } = [];

    public IEnumerable<Choice> Choices => Routines.Select(r => new Choice(r.Id.Value.ToString(), r.Name));

    public Routine? Chosen => Routines.FirstOrDefault(r => r.Id == Draft.Content.Routine?.RoutineId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAllAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var use = Draft.Content.Routine;
        Input = new RoutineUseInput
        {
            Routine = use?.RoutineId.Value,
            Same = use?.Same.Only(Language),
            New = use?.New.Only(Language),
            Stamp = PartStamp.Of(use),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAllAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var saved = await Desk.WriteAsync(
            Draft.ModuleId,
            draft => PartStamp.Of(draft.Content.Routine) == Input.Stamp,
            content => content with { Routine = Written(content.Routine) },
            cancellationToken
        );
        return await AnswerAsync(saved, ModulesLinks.Routine(Draft.ModuleId), cancellationToken);
    }

    private RoutineUse? Written(RoutineUse? before) =>
        Input.Routine is { } routine
            ? new RoutineUse(
                RoutineId.From(routine),
                (before?.Same ?? LocalText.Empty).With(Language, Input.Same),
                (before?.New ?? LocalText.Empty).With(Language, Input.New)
            )
            : null;

    private async Task<bool> LoadAllAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return false;
        }

        Routines = await routines.ListAsync(cancellationToken);
        return true;
    }
}
