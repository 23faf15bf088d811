using Fieldcraft.Domain.Communities;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class CommunityMapping : IEntityTypeConfiguration<Community>
{
    public void Configure(EntityTypeBuilder<Community> community)
    {
        community.ToTable("Communities");
        community.Property(c => c.Topic).HasMaxLength(Community.TopicLength);
        community.Property(c => c.TopicKey).HasMaxLength(FoldedName.Length).HasAnnotation("Fieldcraft:Ordinal", true);
        community.Property(c => c.Purpose).HasMaxLength(Community.PurposeLength);
        community.Property(c => c.Farewell).HasMaxLength(Community.FarewellLength);
        community.Ignore(c => c.IsClosed);
        community.HasIndex(c => new { c.TopicKey, c.Id });
        community.HasOne<Person>().WithMany().HasForeignKey(c => c.StewardId).OnDelete(DeleteBehavior.SetNull);
        community
            .Purpose(DataPurpose.Development)
            .Public(c => new
            {
                c.Topic,
                c.TopicKey,
                c.Purpose,
                c.FoundedAt,
                c.ChangedAt,
                c.ClosedAt,
                c.Farewell,
            });
    }
}

internal sealed class CommunityMembershipMapping : IEntityTypeConfiguration<CommunityMembership>
{
    public void Configure(EntityTypeBuilder<CommunityMembership> membership)
    {
        membership.ToTable("CommunityMemberships");
        membership.HasIndex(m => new { m.CommunityId, m.PersonId }).IsUnique();
        membership.HasOne<Community>().WithMany().HasForeignKey(m => m.CommunityId).OnDelete(DeleteBehavior.Cascade);
        membership.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
        membership.Purpose(DataPurpose.Development).Public(m => new { m.JoinedAt });
    }
}

internal sealed class CommunityMeetingMapping : IEntityTypeConfiguration<CommunityMeeting>
{
    public void Configure(EntityTypeBuilder<CommunityMeeting> meeting)
    {
        meeting.ToTable("CommunityMeetings");
        meeting.Property(m => m.Title).HasMaxLength(CommunityMeeting.TitleLength);
        meeting.Property(m => m.Place).HasMaxLength(CommunityMeeting.PlaceLength);
        meeting.Property(m => m.TimeZone).HasMaxLength(AppointedTime.TimeZoneLength);
        meeting.Ignore(m => m.When);
        meeting.HasIndex(m => new { m.CommunityId, m.On });
        meeting.HasOne<Community>().WithMany().HasForeignKey(m => m.CommunityId).OnDelete(DeleteBehavior.Cascade);
        meeting
            .Purpose(DataPurpose.Development)
            .Public(m => new
            {
                m.Title,
                m.Place,
                m.On,
                m.Time,
                m.TimeZone,
                m.Minutes,
                m.CancelledAt,
            });
    }
}

internal sealed class CommunityFindingMapping : IEntityTypeConfiguration<CommunityFinding>
{
    public void Configure(EntityTypeBuilder<CommunityFinding> finding)
    {
        finding.ToTable("CommunityFindings");
        finding.Property(f => f.Text).HasMaxLength(CommunityFinding.TextLength);
        finding.HasIndex(f => new
        {
            f.CommunityId,
            f.WrittenAt,
            f.Id,
        });
        finding.HasOne<Community>().WithMany().HasForeignKey(f => f.CommunityId).OnDelete(DeleteBehavior.Cascade);
        finding.HasOne<Person>().WithMany().HasForeignKey(f => f.WrittenById).OnDelete(DeleteBehavior.SetNull);
        finding
            .Purpose(DataPurpose.Development)
            .Public(f => new
            {
                f.Text,
                f.WrittenAt,
                f.ChangedAt,
            });
    }
}
