using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Assignments.QuickStart;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>Puts the first action and the partner of a quick start into the assignment's plan, and starts the plan when there is none.</summary>
public sealed class FirstActions(FieldcraftDb db, PlanDesk desk, Viewer viewer, Words words)
{
    /// <returns>The plan, or the plan's own refusal.</returns>
    public async Task<Outcome<PlanId>> PlanAsync(OpenAssignment assignment, FirstActionInput first, CancellationToken cancellationToken)
    {
        var open = await db
            .Plans.AsNoTracking()
            .VisibleTo(viewer)
            .Where(p => p.AssignmentId == assignment.Id && p.EndedAt == null)
            .OrderByDescending(p => p.StartedAt)
            .Select(p => (PlanId?)p.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (open is not { } id || await desk.LoadAsync(id, cancellationToken) is not { } plan)
        {
            return await StartAsync(assignment, first, cancellationToken);
        }

        if (Write(plan, first, await desk.SealerAsync(id, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        return await desk.TrySaveAsync(cancellationToken) ? id : new Refusal("plan-changed-meanwhile");
    }

    private async Task<Outcome<PlanId>> StartAsync(OpenAssignment assignment, FirstActionInput first, CancellationToken cancellationToken)
    {
        var title = assignment.Title.Length <= Lengths.Title ? assignment.Title : assignment.Title[..Lengths.Title];
        var started = await desk.StartAsync(
            Id.New<PlanId>(desk.Now),
            assignment.Id,
            new FrameWording { Title = title },
            words.Today(desk.Now),
            (plan, sealer) => Write(plan, first, sealer),
            cancellationToken
        );
        return started is not { } outcome ? new Refusal("plan-changed-meanwhile")
            : outcome.Value is { } made ? made.Id
            : outcome.Refusal!;
    }

    private Refusal? Write(DevelopmentPlan plan, FirstActionInput first, ISealer sealer) =>
        plan.WriteStep(null, new StepWording { Text = first.What, DueOn = first.On }, sealer, desk.Now).Refusal
        ?? (
            string.IsNullOrWhiteSpace(first.Partner)
                ? null
                : plan.WriteSupporter(null, new SupporterWording { Who = first.Partner }, sealer, desk.Now).Refusal
        );
}
