using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Planners.Mine.ReadPlanner;

/// <summary>The sheet: every part is a form of its own that keeps itself.</summary>
public sealed class ReadPlannerModel(PlannerDesk desk, PlannerReading reading, Viewer viewer) : PageModel
{
    public OpenPlanner? Planner { get; private set; }

    public IReadOnlyList<ChangedBlock> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostFinishAsync(Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            await desk.ChangeAsync(PlannerId.From(id), p => desk.FinishAsync(p, cancellationToken), cancellationToken),
            "planner.flash.finished",
            cancellationToken
        );

    public async Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            await desk.ChangeAsync(PlannerId.From(id), p => desk.ReopenAsync(p, cancellationToken), cancellationToken),
            "planner.flash.reopened",
            cancellationToken
        );

    public async Task<IActionResult> OnPostHoldAsync(Guid id, bool halves, CancellationToken cancellationToken) =>
        await AnswerAsync(
            id,
            await desk.ChangeAsync(PlannerId.From(id), p => desk.HoldAsync(p, halves, cancellationToken), cancellationToken),
            halves ? "planner.flash.halves" : "planner.flash.whole",
            cancellationToken
        );

    public async Task<IActionResult> OnPostMoveOnAsync(Guid id, CancellationToken cancellationToken) =>
        await AnswerAsync(id, await desk.MoveOnAsync(PlannerId.From(id), cancellationToken), "planner.flash.moved_on", cancellationToken);

    private async Task<IActionResult> AnswerAsync(Guid id, Outcome? changed, string flash, CancellationToken cancellationToken)
    {
        if (changed is not { } outcome || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return outcome.Refusal is { } refusal ? this.Refused(refusal) : this.Onward(PlannersLinks.Planner(Planner!.Id), flash);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Planner = await reading.FindAsync(viewer, PlannerId.From(id), cancellationToken);
        Changes = Planner?.Newer is { } newer ? BlockChanges.Between(Planner.Content, newer.Content) : [];
        return Planner is not null;
    }
}
