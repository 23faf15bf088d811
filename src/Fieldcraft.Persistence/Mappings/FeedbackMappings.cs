using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class FeedbackRequestMapping : IEntityTypeConfiguration<FeedbackRequest>
{
    public void Configure(EntityTypeBuilder<FeedbackRequest> request)
    {
        request.HasOne<Person>().WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Cascade);
        request.Property(r => r.SecretHash).HasMaxLength(FeedbackRequest.SecretHashLength);
        request.Property(r => r.NameMark).HasMaxLength(FeedbackRequest.MarkLength);
        request.Property(r => r.AddressMark).HasMaxLength(FeedbackRequest.MarkLength);
        request.Property(r => r.GiverWrap).HasMaxLength(FeedbackRequest.WrapLength);
        request.HasIndex(r => r.SecretHash).IsUnique();
        request.HasIndex(r => new
        {
            r.OwnerId,
            r.AskedAt,
            r.Id,
        });
        request.HasOne<LeadershipExperiment>().WithMany().HasForeignKey(r => r.ExperimentId).OnDelete(DeleteBehavior.SetNull);
        request
            .Purpose(DataPurpose.Development)
            .Guarded(r => new
            {
                r.Way,
                r.AskedAt,
                r.ExpiresAt,
                r.AnsweredAt,
                r.DeclinedAt,
                r.TakenBackAt,
                r.ReadAt,
            })
            .Secret(r => new
            {
                r.NameMark,
                r.AddressMark,
                r.SecretHash,
                r.GiverWrap,
            });
    }
}
