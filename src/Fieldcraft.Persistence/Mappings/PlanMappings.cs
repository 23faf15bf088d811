using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class DevelopmentPlanMapping : IEntityTypeConfiguration<DevelopmentPlan>
{
    public void Configure(EntityTypeBuilder<DevelopmentPlan> plan)
    {
        plan.HasOne<Person>().WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.Cascade);
        plan.HasIndex(p => new
        {
            p.OwnerId,
            p.StartedAt,
            p.Id,
        });
        plan.HasIndex(p => p.AssignmentId);
        plan.HasMany(p => p.Goals).WithOne().HasForeignKey(r => r.PlanId).OnDelete(DeleteBehavior.Cascade);
        plan.HasMany(p => p.Steps).WithOne().HasForeignKey(r => r.PlanId).OnDelete(DeleteBehavior.Cascade);
        plan.HasMany(p => p.Behaviours).WithOne().HasForeignKey(r => r.PlanId).OnDelete(DeleteBehavior.Cascade);
        plan.HasMany(p => p.Supporters).WithOne().HasForeignKey(r => r.PlanId).OnDelete(DeleteBehavior.Cascade);
        plan.HasMany(p => p.Sources).WithOne().HasForeignKey(r => r.PlanId).OnDelete(DeleteBehavior.Cascade);
        plan.Ignore(p => p.IsEnded);
        plan.Purpose(DataPurpose.Development)
            .Guarded(p => new
            {
                p.AssignmentId,
                p.StartsOn,
                p.EndsOn,
                p.StartedAt,
                p.ChangedAt,
                p.ReviewedOn,
                p.EndedAt,
                p.BehavioursAtMost,
                p.OpportunityOfferedOn,
            });
    }
}

/// <summary>
/// What the rows of a plan have in common: an owner whose erasure takes them along, and a place in the plan. Each kind has a table of its
/// own; all rows of a plan are read with one query.
/// </summary>
internal sealed class PlanItemMapping : IEntityTypeConfiguration<PlanItem>
{
    public void Configure(EntityTypeBuilder<PlanItem> row)
    {
        row.HasNoDiscriminator();
        row.UseTpcMappingStrategy();
        row.HasOne<Person>().WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Cascade);
        row.HasIndex(r => new { r.PlanId, r.Position });
        row.Purpose(DataPurpose.Development).Guarded(r => r.Position);
    }
}

internal sealed class PlanGoalMapping : IEntityTypeConfiguration<PlanGoal>
{
    public void Configure(EntityTypeBuilder<PlanGoal> row) => row.ToTable("PlanGoals").Purpose(DataPurpose.Development);
}

internal sealed class PlanStepMapping : IEntityTypeConfiguration<PlanStep>
{
    public void Configure(EntityTypeBuilder<PlanStep> row)
    {
        row.ToTable("PlanSteps").Ignore(s => s.IsDone);
        row.Purpose(DataPurpose.Development).Guarded(s => new { s.DueOn, s.DoneAt });
    }
}

internal sealed class FocusBehaviourMapping : IEntityTypeConfiguration<FocusBehaviour>
{
    public void Configure(EntityTypeBuilder<FocusBehaviour> row) => row.ToTable("FocusBehaviours").Purpose(DataPurpose.Development);
}

internal sealed class PlanSupporterMapping : IEntityTypeConfiguration<PlanSupporter>
{
    public void Configure(EntityTypeBuilder<PlanSupporter> row) => row.ToTable("PlanSupporters").Purpose(DataPurpose.Development);
}

internal sealed class LearningSourceMapping : IEntityTypeConfiguration<LearningSource>
{
    public void Configure(EntityTypeBuilder<LearningSource> row) =>
        row.ToTable("LearningSources").Purpose(DataPurpose.Development).Guarded(s => s.Kind);
}

internal sealed class LeadershipExperimentMapping : IEntityTypeConfiguration<LeadershipExperiment>
{
    public void Configure(EntityTypeBuilder<LeadershipExperiment> experiment)
    {
        experiment.HasOne<Person>().WithMany().HasForeignKey(e => e.OwnerId).OnDelete(DeleteBehavior.Cascade);

        // An experiment outlives its plan: it is experience of its own. So does the one that followed it.
        experiment.HasOne<DevelopmentPlan>().WithMany().HasForeignKey(e => e.PlanId).OnDelete(DeleteBehavior.SetNull);
        experiment.HasOne<FocusBehaviour>().WithMany().HasForeignKey(e => e.BehaviourId).OnDelete(DeleteBehavior.SetNull);
        experiment.HasOne<LeadershipExperiment>().WithMany().HasForeignKey(e => e.FollowsId).OnDelete(DeleteBehavior.SetNull);
        experiment.HasIndex(e => new
        {
            e.OwnerId,
            e.State,
            e.On,
            e.Id,
        });
        experiment.Ignore(e => e.IsActive).Ignore(e => e.TookPlace);
        experiment
            .Purpose(DataPurpose.Development)
            .Guarded(e => new
            {
                e.State,
                e.On,
                e.Rehearsed,
                e.PlannedAt,
                e.ChangedAt,
                e.DoneAt,
            });
    }
}
