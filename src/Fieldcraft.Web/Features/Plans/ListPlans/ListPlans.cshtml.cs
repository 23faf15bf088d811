using Fieldcraft.Domain.Plans;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Plans.ListPlans;

public sealed class ListPlansModel(PlanReading reading, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    public IReadOnlyList<PlanLine> Plans { get; private set; } = [];

    /// <summary>The plan after which older ones follow.</summary>
    public PlanId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? PlanId.From(id) : (PlanId?)null;
        var plans = await reading.ListAsync(viewer, after, PlanReading.PageSize + 1, cancellationToken);
        Plans = [.. plans.Take(PlanReading.PageSize)];
        More = plans.Count > PlanReading.PageSize ? Plans[^1].Id : null;
    }
}
