using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class CircleMapping : IEntityTypeConfiguration<Circle>
{
    public void Configure(EntityTypeBuilder<Circle> circle)
    {
        circle.ToTable("Circles");
        circle.Property(c => c.Name).HasMaxLength(Circle.NameLength);
        circle.Property(c => c.NameKey).HasMaxLength(FoldedName.Length).HasAnnotation("Fieldcraft:Ordinal", true);
        circle.Property(c => c.Purpose).HasMaxLength(Circle.PurposeLength);
        circle.Ignore(c => c.TakingPart).Ignore(c => c.SeatsTaken).Ignore(c => c.HasFreeSeat).Ignore(c => c.Rhythm);
        circle.HasIndex(c => new
        {
            c.Door,
            c.State,
            c.NameKey,
            c.Id,
        });
        circle.HasOne<Person>().WithMany().HasForeignKey(c => c.ConvenorId).OnDelete(DeleteBehavior.SetNull);
        circle.HasMany(c => c.Members).WithOne().HasForeignKey(m => m.CircleId).OnDelete(DeleteBehavior.Cascade);
        circle
            .Purpose(DataPurpose.Development)
            .Guarded(c => new
            {
                c.Name,
                c.NameKey,
                c.Purpose,
                c.Seats,
                c.Door,
                c.State,
                c.EveryWeeks,
                c.Minutes,
                c.CalledAt,
                c.ChangedAt,
                c.EndedAt,
            });
    }
}

internal sealed class CircleMemberMapping : IEntityTypeConfiguration<CircleMember>
{
    public void Configure(EntityTypeBuilder<CircleMember> member)
    {
        member.ToTable("CircleMembers");
        member.HasKey(m => new { m.CircleId, m.PersonId });
        member.HasIndex(m => new { m.PersonId, m.State });
        member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
        member.Purpose(DataPurpose.Development).Guarded(m => new { m.State, m.Since });
    }
}

internal sealed class CircleMeetingMapping : IEntityTypeConfiguration<CircleMeeting>
{
    public void Configure(EntityTypeBuilder<CircleMeeting> meeting)
    {
        meeting.ToTable("CircleMeetings");
        meeting.Property(m => m.TimeZone).HasMaxLength(AppointedTime.TimeZoneLength);
        meeting.Ignore(m => m.When).Ignore(m => m.IsHeld);
        // Of two who close the same meeting at once, one sets the next.
        meeting.HasIndex(m => new { m.CircleId, m.Number }).IsUnique();
        meeting.HasOne<Circle>().WithMany().HasForeignKey(m => m.CircleId).OnDelete(DeleteBehavior.Cascade);
        meeting.HasOne<Person>().WithMany().HasForeignKey(m => m.IssueOwnerId).OnDelete(DeleteBehavior.SetNull);
        meeting
            .Purpose(DataPurpose.Development)
            .Guarded(m => new
            {
                m.Number,
                m.On,
                m.Time,
                m.TimeZone,
                m.Minutes,
                m.HeldAt,
            });
    }
}

internal sealed class CircleCommitmentMapping : IEntityTypeConfiguration<CircleCommitment>
{
    public void Configure(EntityTypeBuilder<CircleCommitment> commitment)
    {
        commitment.ToTable("CircleCommitments");
        commitment.Ignore(c => c.IsOpen);
        commitment.HasIndex(c => new { c.CircleId, c.OwnerId });
        commitment.HasOne<Person>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Cascade);
        commitment.HasOne<Circle>().WithMany().HasForeignKey(c => c.CircleId).OnDelete(DeleteBehavior.Cascade);
        commitment.HasOne<CircleMeeting>().WithMany().HasForeignKey(c => c.MeetingId).OnDelete(DeleteBehavior.Cascade);
        commitment
            .Purpose(DataPurpose.Development)
            .Guarded(c => new
            {
                c.MadeAt,
                c.RevealedAt,
                c.SettledAt,
            });
    }
}
