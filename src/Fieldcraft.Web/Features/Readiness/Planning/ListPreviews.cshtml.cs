using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Readiness.Planning;

/// <summary>Every preview and group of a module, and how many it needs.</summary>
public sealed class ListPreviewsModel(LeadersReading reading, PreparationReading preparations, Viewer viewer) : PageModel
{
    public PreparedModule Module { get; private set; } = null!;

    public IReadOnlyList<PreparationLine> Lines { get; private set; } = [];

    public PreparationCapacity Capacity { get; private set; } = null!;

    public int Leaders { get; private set; }

    public int Facilitators { get; private set; }

    /// <summary>For how many leaders no seat is kept or taken, as counts can tell.</summary>
    public int WithoutPreview => Math.Max(0, Leaders - SeatsIn(PreparationKind.Preview));

    public int WithoutCoaching => Math.Max(0, Leaders - SeatsIn(PreparationKind.Coaching));

    public async Task<IActionResult> OnGetAsync(Guid id, int? leaders, int? preview, int? coaching, CancellationToken cancellationToken)
    {
        if (!viewer.MayPlanPreparation() || await reading.ModuleAsync(viewer, ModuleId.From(id), cancellationToken) is not { } module)
        {
            return NotFound();
        }

        Module = module;
        var sites = await reading.SitesAsync(module, cancellationToken);
        Leaders = (await reading.LeadersAsync(module.UnitPath, sites, cancellationToken)).Count;
        Facilitators = (await reading.FacilitatorsAsync(cancellationToken)).Count(f => sites.Any(s => f.Covers(s.Path)));
        Lines = await preparations.OfModuleAsync(viewer, module.Id, cancellationToken);
        var usual = new PreparationCapacity(Leaders, PreparationSize.Preview.LeadersAtMost, PreparationSize.Coaching.LeadersAtMost);
        var asked = new PreparationCapacity(leaders ?? Leaders, preview ?? usual.PreviewSize, coaching ?? usual.CoachingSize);
        if (!ModelState.IsValid || asked.Problems().Count > 0)
        {
            Capacity = usual;
            return this.Again();
        }

        Capacity = asked;
        return Page();
    }

    private int SeatsIn(PreparationKind kind) =>
        Lines.Where(l => l.Kind == kind && l.State != PreparationState.Cancelled).Sum(l => l.Invited + l.Coming + l.Waiting + l.Attended);
}
