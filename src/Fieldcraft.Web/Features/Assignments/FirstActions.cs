using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Assignments.QuickStart;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>Puts the first action and the partner of a quick start into the assignment's plan, and starts the plan when there is none.</summary>
public sealed class FirstActions(FieldcraftDb db, Vault vault, Rules rules, Words words, TimeProvider clock)
{
    /// <returns>The plan, or the plan's own refusal.</returns>
    public async Task<Outcome<PlanId>> PlanAsync(Viewer viewer, OpenAssignment assignment, FirstActionInput first, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var me = viewer.PersonId;
        var plan = await db
            .Plans.Include(p => p.Steps)
            .Include(p => p.Supporters)
            .Where(p => p.OwnerId == me && p.AssignmentId == assignment.Id && p.EndedAt == null)
            .OrderByDescending(p => p.StartedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var id = plan?.Id ?? Id.New<PlanId>(now);
        var sealer = await vault.SealerAsync(me, id.Value, cancellationToken);
        if (plan is null)
        {
            var title = assignment.Title.Length <= Lengths.Title ? assignment.Title : assignment.Title[..Lengths.Title];
            var started = DevelopmentPlan.Start(id, me, assignment.Id, new FrameWording { Title = title }, words.Today(now), rules.Plans, sealer, now);
            if (started.Refusal is { } refusal)
            {
                return refusal;
            }

            plan = started.Value!;
            db.Add(plan);
        }

        if (plan.WriteStep(null, new StepWording { Text = first.What, DueOn = first.On }, sealer, now).Refusal is { } full)
        {
            return full;
        }

        if (!string.IsNullOrWhiteSpace(first.Partner) && plan.WriteSupporter(null, new SupporterWording { Who = first.Partner }, sealer, now).Refusal is { } tooMany)
        {
            return tooMany;
        }

        await db.SaveChangesAsync(cancellationToken);
        return id;
    }
}
