using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Actions;

/// <summary>One team action: its words, whether the board may name the team, and its looks.</summary>
public sealed class RewordTeamActionModel(TeamActionsReading reading, TeamActionDesk desk, Words words, Viewer viewer, TimeProvider clock)
    : PageModel
{
    [BindProperty]
    public TeamActionInput Input { get; set; } = new();

    public DateOnly Today { get; } = words.Today(clock.GetUtcNow());

    public OwnTeamAction Own { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Fill();
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

        var outcome = await desk.RewordAsync(viewer, Own.Action.Id, Input.Version, Input.What!, Input.Who, Input.Due, cancellationToken);
        if (outcome?.Refusal is { Code: "team-action-changed-meanwhile" } && await LoadAsync(id, cancellationToken))
        {
            ModelState.Remove("Input.Version");
            Input = Input with { Version = Own.Action.Version };
        }

        return Answer(outcome, "embedding.flash.reworded");
    }

    public async Task<IActionResult> OnPostNameAsync(Guid id, bool named, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Fill();
        return Answer(await desk.NameAsync(viewer, Own.Action.Id, named, cancellationToken), "embedding.flash.named");
    }

    private IActionResult Answer(Outcome? outcome, string flash) =>
        outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => this.Refused(refusal),
            _ => this.Onward(EmbeddingLinks.Reword(Own.Action.Id), flash),
        };

    private void Fill() =>
        Input = new TeamActionInput
        {
            What = Own.Action.What,
            Who = Own.Action.Who,
            Due = Own.Action.Due,
            Version = Own.Action.Version,
        };

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(TeamActionId.From(id), cancellationToken) is not { } own)
        {
            return false;
        }

        Own = own;
        return true;
    }
}
