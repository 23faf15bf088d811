using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Moves;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Moves.WeighMoves;

/// <summary>What the comparison is called, and how much each criterion matters to its owner. Weights order; they never add up.</summary>
public sealed class WeighMovesModel(MovesReading reading, MovesDesk desk, Rules rules, Viewer viewer) : PageModel
{
    [BindProperty, Required, MaxLength(MoveContent.TitleLength)]
    public string Subject { get; set; } = "";

    [BindProperty]
    public Dictionary<MoveCriterion, int?> Weights { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public OpenMoves Moves { get; private set; } = null!;

    public bool Changed { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Subject = Moves.Content.Title ?? "";
        Weights = Moves.Content.Weights.ToDictionary(w => w.Key, w => (int?)w.Value);
        Version = Moves.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var weighed = new MoveContent
        {
            Title = Subject.Trim(),
            Weights = Weights.Where(w => w.Value is not null).ToDictionary(w => w.Key, w => w.Value!.Value),
        };
        if (!ModelState.IsValid || weighed.Problems(rules.Guard).Count > 0)
        {
            return this.Again();
        }

        var saved = await desk.ChangeAsync(
            viewer,
            Moves.Id,
            Version,
            now => now with { Title = weighed.Title, Weights = weighed.Weights },
            cancellationToken
        );
        if (saved.IsSaved)
        {
            return this.Onward(MovesLinks.One(Moves.Id), "moves.flash.kept");
        }

        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (Changed, Version) = (true, Moves.Version);
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, MoveComparisonId.From(id), cancellationToken) is not { } moves)
        {
            return false;
        }

        Moves = moves;
        return true;
    }
}
