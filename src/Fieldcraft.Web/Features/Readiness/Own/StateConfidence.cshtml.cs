using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Readiness.Own;

public sealed record ConfidenceInput
{
    [Required, Range(Confidence.Least, Confidence.Most)]
    public int? Value { get; init; }

    [Range(Confidence.Least, Confidence.Most)]
    public int? LookingBack { get; init; }
}

/// <summary>How confident a leader is, at the moment that is now. What makes a pair is counted once, without a name; the page says so.</summary>
public sealed class StateConfidenceModel(FieldcraftDb db, LeadersReading leaders, ComfortDesk desk, Viewer viewer, TimeProvider clock)
    : PageModel
{
    [BindProperty]
    public ConfidenceInput Input { get; set; } = new();

    /// <summary>The moment of which the form spoke.</summary>
    [BindProperty]
    public ConfidenceMoment? At { get; set; }

    public PreparedModule Module { get; private set; } = null!;

    /// <summary>The latest moment that can be spoken of now; null: none.</summary>
    public ConfidenceMoment? Moment { get; private set; }

    public IReadOnlyList<(string Word, int? Value)> Said { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || At is not { } moment)
        {
            return this.Again();
        }

        var done = await desk.StateAsync(viewer, Module.Id, moment, Input.Value!.Value, Input.LookingBack, cancellationToken);
        return done is not { } outcome ? NotFound()
            : outcome.Refusal is { } refusal ? this.Refused(refusal)
            : this.Onward(ReadinessLinks.Mine(Module.Id), "ready.flash.confidence");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await leaders.ModuleAsync(viewer, ModuleId.From(id), cancellationToken) is not { } module)
        {
            return false;
        }

        var readiness = await db
            .LeaderReadiness.AsNoTracking()
            .OwnedBy(viewer)
            .FirstOrDefaultAsync(r => r.ModuleId == module.Id, cancellationToken);
        if (readiness is null && !(viewer.HasReports && module.ReachesViewer))
        {
            return false;
        }

        Module = module;
        var open = (await desk.OpenAsync(viewer, Module.Id, cancellationToken)).Confidence;
        Said =
        [
            (nameof(open.BeforePreview), open.BeforePreview),
            (nameof(open.LookingBack), open.LookingBack),
            (nameof(open.AfterCoaching), open.AfterCoaching),
            (nameof(open.AfterSecondSession), open.AfterSecondSession),
        ];
        var now = clock.GetUtcNow();
        List<ConfidenceMoment> possible =
        [
            .. Enum.GetValues<ConfidenceMoment>().Where(m => ComfortDesk.MomentProblem(m, readiness, Module.Module, now) is null),
        ];
        Moment =
            possible.Count == 0 ? null
            : possible.Contains(ConfidenceMoment.AfterCoaching) && open.AfterCoaching is null ? ConfidenceMoment.AfterCoaching
            : possible[^1];
        return true;
    }
}
