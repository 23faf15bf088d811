using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Actions;

public sealed record LookInput
{
    [Required]
    public LookAnswer? Answer { get; init; }

    [MaxLength(TeamAction.TextLength)]
    public string? Text { get; init; }
}

/// <summary>What became of a team action: one tap, and a few words where it changed.</summary>
public sealed class AnswerLookModel(TeamActionsReading reading, TeamActionDesk desk, Words words, Viewer viewer) : PageModel
{
    [BindProperty]
    public LookInput Input { get; set; } = new();

    public OwnTeamAction Own { get; private set; } = null!;

    public TeamActionLook Look { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, int weeks, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, weeks, cancellationToken))
        {
            return NotFound();
        }

        Input = new LookInput { Text = Look.Text };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int weeks, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, weeks, cancellationToken))
        {
            return NotFound();
        }

        if (Input.Answer == LookAnswer.Changed && string.IsNullOrWhiteSpace(Input.Text))
        {
            ModelState.AddModelError("Input.Text", words["embedding.look.text.missing"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await desk.AnswerAsync(viewer, Own.Action.Id, weeks, Input.Answer!.Value, Input.Text, cancellationToken);
        return outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(Worded(refusal)),
            _ => this.Onward(EmbeddingLinks.TeamActions, "embedding.flash.answered"),
        };
    }

    private Refusal Worded(Refusal refusal) =>
        new(refusal.Code, [.. refusal.Arguments.Select(a => a is DateOnly day ? words.Day(day) : a)]);

    private async Task<bool> LoadAsync(Guid id, int weeks, CancellationToken cancellationToken)
    {
        if (
            await reading.FindAsync(TeamActionId.From(id), cancellationToken) is not { } own
            || own.Action.Looks.FirstOrDefault(l => l.Weeks == weeks) is not { } look
        )
        {
            return false;
        }

        (Own, Look) = (own, look);
        return true;
    }
}
