using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Workshops.Afterwards;

/// <summary>What the form of the note sends.</summary>
public sealed record NoteInput
{
    [MaxLength(WorkshopNote.TextLength)]
    public string? StopDoing { get; init; }

    [MaxLength(WorkshopNote.TextLength)]
    public string? FromManager { get; init; }

    /// <summary>The version that was changed; 0 while nothing is kept.</summary>
    public int Version { get; init; }
}

/// <summary>The note for the half hour with the own manager in week six: the owner's, and shared only as a copy.</summary>
public sealed class NoteModel(NoteDesk desk, Viewer viewer) : PageModel
{
    [BindProperty]
    public NoteInput Input { get; set; } = new();

    public OpenNote Note { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new NoteInput
        {
            StopDoing = Note.StopDoing,
            FromManager = Note.FromManager,
            Version = Note.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await desk.WriteAsync(viewer, Note.WorkshopId, Input.StopDoing, Input.FromManager, Input.Version, cancellationToken);
        if (outcome?.Refusal is not { } refusal)
        {
            return outcome is null ? NotFound() : this.Onward(WorkshopsLinks.Note(Note.WorkshopId), "workshops.flash.note_kept");
        }

        ModelState.Remove("Input.Version");
        Input = Input with { Version = Note.Version };
        return this.Refused(refusal);
    }

    public async Task<IActionResult> OnPostTearUpAsync(Guid id, CancellationToken cancellationToken) =>
        await desk.TearUpAsync(viewer, WorkshopId.From(id), cancellationToken)
            ? this.Onward(WorkshopsLinks.One(WorkshopId.From(id)), "workshops.flash.note_torn_up")
            : NotFound();

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is not { } note)
        {
            return false;
        }

        Note = note;
        return true;
    }
}
