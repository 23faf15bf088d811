using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Readiness.Planning;

/// <summary>Plans one preview or group by hand.</summary>
public sealed class PlanPreviewModel(LeadersReading leaders, PreparationDesk desk, Viewer viewer, Words words) : PreviewForm(leaders, words)
{
    private readonly LeadersReading _leaders = leaders;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var facts = Input.Facts(await ZoneAsync(viewer.TimeZone, cancellationToken));
        Say(ModelState, facts.Problems());
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return await desk.PlanAsync(viewer, Module.Id, facts, cancellationToken) is not { } planned ? NotFound()
            : planned.Refusal is { } refusal ? this.Refused(refusal)
            : this.Onward(ReadinessLinks.Event(planned.Value), "ready.flash.planned");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!viewer.MayPlanPreparation() || await _leaders.ModuleAsync(viewer, ModuleId.From(id), cancellationToken) is not { } module)
        {
            return false;
        }

        await LoadAsync(module, cancellationToken);
        return true;
    }
}
