using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Experience;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Growth.SayBefore;

public sealed class SayBeforeModel(GrowthReading reading, ReadinessReading readiness, GrowthDesk desk, Viewer viewer) : PageModel
{
    /// <summary>Task dimension id → 0–4; empty leaves it to the assignments.</summary>
    [BindProperty]
    public Dictionary<string, string?> Readiness { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What is known from assignments and past experiences, whatever was said here.</summary>
    public ReadinessPicture Known { get; private set; } = null!;

    public bool Changed { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var now = await ReadAsync(cancellationToken);
        Version = now.AimsVersion;
        Readiness = RatingInput.Spell(now.Aims.Readiness);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var said = ChallengeDimension
            .Task.Select(d => (d.Id, Value: RatingInput.Number(Readiness.GetValueOrDefault(d.Id), 0, GuardRules.ScaleTop)))
            .Where(r => r.Value is not null)
            .ToDictionary(r => r.Id, r => r.Value, StringComparer.Ordinal);
        var keeping = await desk.SetAsync(before => before with { Readiness = said }, null, Version, cancellationToken);
        if (keeping.Kept == Kept.Done)
        {
            return this.Onward(GrowthLinks.Open, "growth.flash.before");
        }

        Changed = true;
        Version = (await ReadAsync(cancellationToken)).AimsVersion;
        ModelState.Remove(nameof(Version));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<GrowthPicture> ReadAsync(CancellationToken cancellationToken)
    {
        Known = await readiness.ForAsync(viewer, cancellationToken);
        return await reading.ReadAsync(viewer, cancellationToken);
    }
}
