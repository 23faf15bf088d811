using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> entry)
    {
        entry.HasOne<Person>().WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.Cascade);
        entry.Property(a => a.Archetype).HasMaxLength(AssignmentFacts.ArchetypeLength);
        entry.HasIndex(a => new
        {
            a.OwnerId,
            a.BroughtAt,
            a.Id,
        });
        entry
            .Purpose(DataPurpose.Development)
            .Guarded(a => new
            {
                a.Archetype,
                a.StartsOn,
                a.EndsOn,
                a.EndedOn,
                a.Round,
                a.BroughtAt,
                a.ChangedAt,
            });
    }
}

internal sealed class AnswerMapping : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> entry)
    {
        entry.HasOne<Person>().WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.Cascade);
        entry.HasOne<Assignment>().WithMany().HasForeignKey(a => a.AssignmentId).OnDelete(DeleteBehavior.Cascade);
        entry.Property(a => a.Question).HasMaxLength(Answer.QuestionLength);
        // One answer to a question in a round: of two tabs that both give the first, the second is told.
        entry
            .HasIndex(a => new
            {
                a.AssignmentId,
                a.Round,
                a.Question,
            })
            .IsUnique();
        entry.HasIndex(a => new { a.OwnerId, a.Id });
        entry
            .Purpose(DataPurpose.Development)
            .Guarded(a => new
            {
                a.Question,
                a.Round,
                a.Resonates,
                a.ChangedAt,
            });
    }
}

internal sealed class ChallengeProfileMapping : IEntityTypeConfiguration<ChallengeProfile>
{
    public void Configure(EntityTypeBuilder<ChallengeProfile> entry)
    {
        entry.HasOne<Person>().WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.Cascade);
        entry.HasOne<Assignment>().WithMany().HasForeignKey(p => p.AssignmentId).OnDelete(DeleteBehavior.Cascade);
        entry.HasIndex(p => p.AssignmentId).IsUnique();
        entry.Purpose(DataPurpose.Development).Guarded(p => new { p.ChangedAt });
    }
}

internal sealed class OpinionRequestMapping : IEntityTypeConfiguration<OpinionRequest>
{
    public void Configure(EntityTypeBuilder<OpinionRequest> entry)
    {
        entry.HasOne<Person>().WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Cascade);
        entry.HasOne<Assignment>().WithMany().HasForeignKey(r => r.AssignmentId).OnDelete(DeleteBehavior.Cascade);
        entry.Property(r => r.SecretHash).HasMaxLength(32);
        entry.HasIndex(r => r.SecretHash).IsUnique();
        entry
            .Purpose(DataPurpose.Development)
            .Guarded(r => new
            {
                r.Giver,
                r.AskedAt,
                r.ExpiresAt,
                r.GivenAt,
                r.DeclinedAt,
                r.WithdrawnAt,
            })
            .Secret(r => r.SecretHash);
    }
}

internal sealed class CheckInMapping : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> entry)
    {
        entry.HasOne<Person>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Cascade);
        entry.HasIndex(c => new
        {
            c.OwnerId,
            c.On,
            c.Id,
        });
        entry.Purpose(DataPurpose.Development).Guarded(c => new { c.On, c.WrittenAt });
    }
}
