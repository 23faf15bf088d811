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

    public Task<IActionResult> OnPostFinishAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(id, p => p.Finish(desk.Now), "planner.flash.finished", cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            p =>
            {
                p.Reopen(desk.Now);
                return Outcome.Done;
            },
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

    private async Task<IActionResult> ChangeAsync(
        Guid id,
        Func<Planner, Outcome> change,
        string flash,
        CancellationToken cancellationToken
    ) =>
        await AnswerAsync(
            id,
            await desk.ChangeAsync(PlannerId.From(id), p => Task.FromResult(change(p)), cancellationToken),
            flash,
            cancellationToken
        );

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
