using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Growth.RateOwnView;

public sealed class RateOwnViewModel(GrowthReading reading, GrowthDesk desk, FrameworkReading frameworks, Viewer viewer) : PageModel
{
    [BindProperty, MaxLength(AimsContent.RoleLength)]
    public string? Role { get; set; }

    /// <summary>Capability id → 1–7, or "unknown" for "I cannot tell".</summary>
    [BindProperty]
    public Dictionary<string, string?> Own { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Target { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Importance { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public Catalogue Catalogue { get; private set; } = null!;

    public GrowthPicture Now { get; private set; } = null!;

    public bool Changed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (Now.Aims.Aims.Count == 0)
        {
            return Redirect(GrowthLinks.OwnView);
        }

        Role = Now.Aims.Role;
        Version = Now.AimsVersion;
        Own = Now.Checks is [var newest, ..] ? RatingInput.Spell(newest.Own) : [];
        Target = RatingInput.Spell(Now.Aims.Aims.ToDictionary(a => a.Capability, a => (int?)a.Target, StringComparer.Ordinal));
        Importance = RatingInput.Spell(Now.Aims.Aims.ToDictionary(a => a.Capability, a => (int?)a.Importance, StringComparer.Ordinal));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var ids = Now.Aims.Aims.Select(a => a.Capability).ToList();
        var own = ids.Where(id => !string.IsNullOrEmpty(Own.GetValueOrDefault(id)))
            .ToDictionary(
                id => id,
                id => RatingInput.Number(Own[id], CapabilityRatings.Lowest, CapabilityRatings.Highest),
                StringComparer.Ordinal
            );
        var keeping = await desk.SetAsync(
            before => before with { Role = Role?.Trim(), Aims = [.. before.Aims.Select(Said)] },
            own.Values.Any(v => v is not null) ? new CapabilityRatings { Ratings = own } : null,
            Version,
            cancellationToken
        );
        if (keeping.Kept == Kept.Done)
        {
            return this.Onward(GrowthLinks.Gaps, "growth.flash.own_view");
        }

        Changed = true;
        Version = Now.AimsVersion;
        ModelState.Remove(nameof(Version));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private Aim Said(Aim aim) =>
        aim with
        {
            Target = RatingInput.Number(Target.GetValueOrDefault(aim.Capability), 1, Aim.ScaleTop) ?? aim.Target,
            Importance = RatingInput.Number(Importance.GetValueOrDefault(aim.Capability), 1, Aim.MostImportant) ?? aim.Importance,
        };

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Catalogue = await frameworks.InUseAsync(cancellationToken);
        Now = await reading.ReadAsync(viewer, cancellationToken);
    }
}
