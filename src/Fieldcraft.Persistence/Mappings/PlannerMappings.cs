using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class PlannerMapping : IEntityTypeConfiguration<Planner>
{
    public void Configure(EntityTypeBuilder<Planner> planner)
    {
        planner.HasOne<Person>().WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.Cascade);
        planner.HasOne<Module>().WithMany().HasForeignKey(p => p.ModuleId).OnDelete(DeleteBehavior.Cascade);

        // A published edition stays for good; a draft, which may be discarded, is never planned with.
        planner.HasOne<ModuleEdition>().WithMany().HasForeignKey(p => p.EditionId).OnDelete(DeleteBehavior.Restrict);
        planner.HasOne<LeadershipExperiment>().WithMany().HasForeignKey(p => p.ExperimentId).OnDelete(DeleteBehavior.SetNull);
        planner.HasMany(p => p.Texts).WithOne().HasForeignKey(t => t.PlannerId).OnDelete(DeleteBehavior.Cascade);

        // Two that are begun at one moment become one.
        planner.HasIndex(p => new { p.OwnerId, p.ModuleId }).IsUnique();
        planner.Ignore(p => p.IsFinished);
        planner
            .Purpose(DataPurpose.Development)
            .Guarded(p => new
            {
                p.InHalves,
                p.BegunAt,
                p.ChangedAt,
                p.FinishedAt,
            });
    }
}

internal sealed class PlannerTextMapping : IEntityTypeConfiguration<PlannerText>
{
    public void Configure(EntityTypeBuilder<PlannerText> text)
    {
        text.ToTable("PlannerTexts");
        text.HasKey(t => new
        {
            t.PlannerId,
            t.Block,
            t.Field,
        });
        text.Property(t => t.Block).HasMaxLength(ModuleBlock.IdLength);
        text.Ignore(t => t.Place);
        text.HasOne<Person>().WithMany().HasForeignKey(t => t.OwnerId).OnDelete(DeleteBehavior.Cascade);
        text.Purpose(DataPurpose.Development)
            .Guarded(t => new
            {
                t.Block,
                t.Field,
                t.ChangedAt,
            });
    }
}
