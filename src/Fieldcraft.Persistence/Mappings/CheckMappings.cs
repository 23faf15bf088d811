using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class LeadershipCheckMapping : IEntityTypeConfiguration<LeadershipCheck>
{
    public void Configure(EntityTypeBuilder<LeadershipCheck> check)
    {
        check.HasOne<Person>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Cascade);
        check.HasIndex(c => new
        {
            c.OwnerId,
            c.RatedAt,
            c.Id,
        });
        check
            .Purpose(DataPurpose.Development)
            .Guarded(c => new
            {
                c.EditionId,
                c.Form,
                c.RatedAt,
                c.LaunchedAt,
                c.ClosesOn,
                c.RoundId,
                c.NamedGroupFrom,
                c.CommentsFrom,
                c.SpreadFrom,
                c.RemindersSent,
                c.ClosedAt,
            });
        check.HasIndex(c => c.RoundId);
    }
}

internal sealed class RaterInvitationMapping : IEntityTypeConfiguration<RaterInvitation>
{
    public void Configure(EntityTypeBuilder<RaterInvitation> invitation)
    {
        invitation.HasOne<Person>().WithMany().HasForeignKey(i => i.OwnerId).OnDelete(DeleteBehavior.Cascade);
        invitation.HasOne<LeadershipCheck>().WithMany().HasForeignKey(i => i.CheckId).OnDelete(DeleteBehavior.Cascade);
        invitation.Property(i => i.SecretHash).HasMaxLength(32);
        invitation.HasIndex(i => i.SecretHash).IsUnique();
        invitation.Purpose(DataPurpose.Development).Guarded(i => new { i.Group }).Secret(i => i.SecretHash).SealedToRound(i => i.Delivery);
    }
}

internal sealed class RaterAnswerMapping : IEntityTypeConfiguration<RaterAnswer>
{
    public void Configure(EntityTypeBuilder<RaterAnswer> answer)
    {
        answer.HasOne<Person>().WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.Cascade);
        answer.HasOne<LeadershipCheck>().WithMany().HasForeignKey(a => a.CheckId).OnDelete(DeleteBehavior.Cascade);
        answer.Property(a => a.Mark).HasMaxLength(RaterAnswer.MarkLength);
        // A link that is used twice at one moment leaves one answer.
        answer.HasIndex(a => new { a.CheckId, a.Mark }).IsUnique();
        answer.Purpose(DataPurpose.Development).Secret(a => a.Mark).SealedToRound(a => a.Content);
    }
}
