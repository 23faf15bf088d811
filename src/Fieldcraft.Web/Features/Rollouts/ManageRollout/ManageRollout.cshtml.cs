using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Reading;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Rollouts.ManageRollout;

/// <summary>A module's roll-out for who leads the programme: whether it can work, site by site, before anything is planned; then the timetable.</summary>
public sealed class ManageRolloutModel(RolloutModules modules, RolloutReading reading, RolloutDesk desk, Viewer viewer) : PageModel
{
    private const int LastProposals = 5;
    private const int SolveSeconds = 30;

    public RolloutModule Module { get; private set; } = null!;

    public IReadOnlyList<SiteState> Sites { get; private set; } = [];

    public IReadOnlyList<ProposalLine> Proposals { get; private set; } = [];

    /// <summary>All sites together, as if they were one.</summary>
    public int People => Sites.Sum(s => s.Inputs.Headcount);

    public int Leaders => Sites.Sum(s => s.Inputs.Leaders);

    public IReadOnlyList<SiteState> Short => [.. Sites.Where(s => !s.Capacity.IsFeasible)];

    public bool IsUnderWay => Proposals.Any(p => p.State is ProposalState.Waiting or ProposalState.Running);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostProposeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!viewer.MayPlanRollouts())
        {
            return NotFound();
        }

        var asked = await desk.AskAsync(viewer, ModuleId.From(id), null, SolveSeconds, 1, keepsPeople: true, cancellationToken);
        return asked switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => await LoadAsync(id, cancellationToken) ? this.Refused(refusal) : NotFound(),
            { Value: var proposal } => this.Onward(RolloutsLinks.Proposal(proposal)),
        };
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!viewer.MayPlanRollouts() || await modules.FindAsync(viewer, ModuleId.From(id), cancellationToken) is not { } module)
        {
            return false;
        }

        Module = module;
        Sites = await reading.SitesAsync(viewer, module, cancellationToken);
        Proposals = await reading.ProposalsAsync(viewer, module.Id, null, null, LastProposals, cancellationToken);
        return true;
    }
}
