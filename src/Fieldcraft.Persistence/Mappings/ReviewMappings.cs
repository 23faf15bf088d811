using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class AfterEventReviewMapping : IEntityTypeConfiguration<AfterEventReview>
{
    public void Configure(EntityTypeBuilder<AfterEventReview> review)
    {
        review.ToTable("Reviews");
        review.HasOne<Person>().WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Cascade);
        review.HasIndex(r => new
        {
            r.OwnerId,
            r.EventOn,
            r.Id,
        });
        review.HasOne<LeadershipExperiment>().WithMany().HasForeignKey(r => r.ExperimentId).OnDelete(DeleteBehavior.SetNull);
        review
            .Purpose(DataPurpose.Development)
            .Guarded(r => new
            {
                r.EventOn,
                r.NextOn,
                r.StartedAt,
                r.ChangedAt,
                r.ClosedAt,
                r.IsBegun,
            });
    }
}
