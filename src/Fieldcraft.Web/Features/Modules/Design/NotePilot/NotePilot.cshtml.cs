using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Modules.Design.NotePilot;

/// <summary>What the form of a trial sends.</summary>
public sealed record PilotInput
{
    [Required, MaxLength(ModulePilot.TeamLength)]
    public string? Team { get; init; }

    [Required]
    public DateOnly? On { get; init; }

    [Required, Range(1, ModulePilot.MinutesAtMost)]
    public int? Minutes { get; init; }

    [MaxLength(ModulePilot.LessonLength)]
    public string? Lesson { get; init; }
}

/// <summary>Two or three teams try the draft before everybody gets it.</summary>
public sealed class NotePilotModel(ModuleReading reading, ModuleDesk desk, Words words, TimeProvider clock)
    : DesignPage(reading, desk, words)
{
    private readonly Words _words = words;

    [BindProperty]
    public PilotInput Input { get; set; } = new();

    public IReadOnlyList<ModulePilot> Pilots { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAllAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new PilotInput { On = _words.Today(clock.GetUtcNow()) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAllAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Input.On > _words.Today(clock.GetUtcNow()))
        {
            ModelState.AddModelError("Input.On", _words["modules.pilot.on.future"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return await Desk.PilotAsync(
            Draft.ModuleId,
            Input.Team!,
            Input.On!.Value,
            Input.Minutes!.Value,
            Input.Lesson,
            cancellationToken
        ) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(ModulesLinks.Pilots(Draft.ModuleId), "modules.flash.piloted"),
        };
    }

    private async Task<bool> LoadAllAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return false;
        }

        Pilots = await Desk.PilotsAsync(Draft.ModuleId, cancellationToken);
        return true;
    }
}
