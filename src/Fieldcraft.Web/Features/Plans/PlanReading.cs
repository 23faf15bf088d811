using System.Globalization;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Experiments;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>Opens plans for the pages, the paper and the API alike.</summary>
public sealed class PlanReading(FieldcraftDb db, Vault vault, Rules rules)
{
    public const int PageSize = 20;

    /// <summary>Experiments that a plan's page shows; the rest stand in the list of experiments.</summary>
    private const int ExperimentsAtMost = 60;

    public async Task<IReadOnlyList<PlanLine>> ListAsync(Viewer viewer, PlanId? after, int limit, CancellationToken cancellationToken)
    {
        var plans = db.Plans.AsNoTracking().VisibleTo(viewer);
        if (after is { } id && await plans.FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is { } last)
        {
            var at = last.StartedAt;
            plans = plans.Where(p => p.StartedAt < at || (p.StartedAt == at && p.Id.CompareTo(id) < 0));
        }

        var found = await plans.OrderByDescending(p => p.StartedAt).ThenByDescending(p => p.Id).Take(limit).ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, found.Select(p => p.Title), cancellationToken);
        return [.. found.Select(p => new PlanLine(p.Id, unlocked.Open(p.Title), p.StartsOn, p.EndsOn, p.EndedAt))];
    }

    public async Task<OpenPlan?> FindAsync(Viewer viewer, PlanId id, CancellationToken cancellationToken)
    {
        if (await db.Plans.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } plan)
        {
            return null;
        }

        var rows = await db
            .PlanItems.AsNoTracking()
            .VisibleTo(viewer)
            .Where(r => r.PlanId == id)
            .OrderBy(r => r.Position)
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, [plan.Title], cancellationToken);
        return Open(plan, rows, unlocked);
    }

    /// <summary>As <see cref="FindAsync"/>, with the experiments of the plan.</summary>
    public async Task<OpenPlan?> FindWholeAsync(Viewer viewer, PlanId id, CancellationToken cancellationToken)
    {
        if (await db.Plans.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } plan)
        {
            return null;
        }

        var rows = await db
            .PlanItems.AsNoTracking()
            .VisibleTo(viewer)
            .Where(r => r.PlanId == id)
            .OrderBy(r => r.Position)
            .ToListAsync(cancellationToken);
        var experiments = await db
            .Experiments.AsNoTracking()
            .VisibleTo(viewer)
            .Where(e => e.PlanId == id)
            .OrderByDescending(e => e.On)
            .ThenByDescending(e => e.Id)
            .Take(ExperimentsAtMost)
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, experiments.Select(e => e.What).Prepend(plan.Title), cancellationToken);
        return Open(plan, rows, unlocked) with { Experiments = [.. experiments.Select(e => OpenExperiment.Of(e, unlocked))] };
    }

    private OpenPlan Open(DevelopmentPlan plan, List<PlanItem> rows, Unlocked unlocked) =>
        new()
        {
            Id = plan.Id,
            Version = plan.Version,
            AssignmentId = plan.AssignmentId,
            ChangedAt = plan.ChangedAt,
            EndedAt = plan.EndedAt,
            ReviewedOn = plan.ReviewedOn,
            NextReviewOn = plan.NextReviewOn(rules.Plans),
            ReviewDates = plan.ReviewDates(rules.Plans),
            BehavioursAtMost = plan.BehavioursAtMost,
            Frame = new()
            {
                Title = unlocked.Open(plan.Title),
                Why = unlocked.OpenOrNull(plan.Why),
                Change = unlocked.OpenOrNull(plan.Change),
                StartsOn = plan.StartsOn,
                EndsOn = plan.EndsOn,
                MinutesAWeek = plan.MinutesAWeek is null ? null : int.Parse(unlocked.Open(plan.MinutesAWeek), CultureInfo.InvariantCulture),
                ReflectionSlot = unlocked.OpenOrNull(plan.ReflectionSlot),
            },
            ManagerNeeds = new() { Text = unlocked.OpenOrNull(plan.ManagerNeeds) },
            Opportunity = new()
            {
                Text = unlocked.OpenOrNull(plan.Opportunity),
                Who = unlocked.OpenOrNull(plan.OpportunityFor),
                OfferedOn = plan.OpportunityOfferedOn,
            },
            StopRule = new() { Text = unlocked.OpenOrNull(plan.StopRule) },
            Goals = Rows<PlanGoal, GoalWording>(rows, g => new() { Text = unlocked.Open(g.Text), Signs = unlocked.OpenOrNull(g.Signs) }),
            Steps = Rows<PlanStep, StepWording>(
                rows,
                s =>
                    new()
                    {
                        Text = unlocked.Open(s.Text),
                        DueOn = s.DueOn,
                        Done = s.IsDone,
                    }
            ),
            Behaviours = Rows<FocusBehaviour, BehaviourWording>(rows, b => BehaviourOf(b, unlocked)),
            Origins = rows.OfType<FocusBehaviour>()
                .Where(b => b.Origin is not null)
                .ToDictionary(b => b.Id, b => GrowthOrigin.FromJson(unlocked.Open(b.Origin!))),
            Supporters = Rows<PlanSupporter, SupporterWording>(
                rows,
                s => new() { Who = unlocked.Open(s.Who), Does = unlocked.OpenOrNull(s.Does) }
            ),
            Sources = Rows<LearningSource, SourceWording>(
                rows,
                s =>
                    new()
                    {
                        Kind = s.Kind,
                        Text = unlocked.Open(s.Text),
                        Address = unlocked.OpenOrNull(s.Address),
                    }
            ),
        };

    private static BehaviourWording BehaviourOf(FocusBehaviour behaviour, Unlocked unlocked) =>
        new()
        {
            Text = unlocked.Open(behaviour.Text),
            Capability = unlocked.OpenOrNull(behaviour.Capability),
            Why = unlocked.OpenOrNull(behaviour.Why),
            StartingPicture = unlocked.OpenOrNull(behaviour.StartingPicture),
            Signs = unlocked.OpenOrNull(behaviour.Signs),
            If = unlocked.OpenOrNull(behaviour.If),
            Then = unlocked.OpenOrNull(behaviour.Then),
            Support = unlocked.OpenOrNull(behaviour.Support),
            Obstacle = unlocked.OpenOrNull(behaviour.Obstacle),
            CounterMove = unlocked.OpenOrNull(behaviour.CounterMove),
        };

    private static List<OpenRow<TText>> Rows<TRow, TText>(List<PlanItem> rows, Func<TRow, TText> open)
        where TRow : PlanItem => [.. rows.OfType<TRow>().Select(r => new OpenRow<TText>(r.Id, open(r)))];
}

internal static class OpeningTexts
{
    public static string? OpenOrNull(this Unlocked unlocked, SealedText? text) => text is null ? null : unlocked.Open(text);
}
