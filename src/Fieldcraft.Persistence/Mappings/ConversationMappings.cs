using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class LiveSessionMapping : IEntityTypeConfiguration<LiveSession>
{
    public void Configure(EntityTypeBuilder<LiveSession> session)
    {
        session.ToTable("LiveSessions");
        session.Ignore(s => s.Stages);
        session.Ignore(s => s.State);
        session.Ignore(s => s.Current);
        session.Ignore(s => s.When);
        session.Property(s => s.Name).HasMaxLength(LiveSession.NameLength);
        session.Property(s => s.Script).HasMaxLength(SessionScript.IdLength);
        session.Property(s => s.StageList).HasMaxLength(LiveSession.StagesLength);
        session.Property(s => s.Code).HasMaxLength(JoinCode.Length);
        session.Property(s => s.TimeZone).HasMaxLength(LiveSession.TimeZoneLength);
        session.Property(s => s.Origin).HasMaxLength(LiveSession.OriginLength);
        // Sessions from before rooms could say how many come.
        session.Property(s => s.Places).HasDefaultValue(LiveSession.ParticipantsAtMost);
        session.HasIndex(s => s.Code).IsUnique();
        session.HasIndex(s => s.OriginId);
        session
            .Purpose(DataPurpose.Development)
            .Guarded(s => new
            {
                s.Name,
                s.Script,
                s.StageList,
                s.Code,
                s.On,
                s.Time,
                s.TimeZone,
                s.Origin,
                s.OriginId,
                s.Places,
                s.Stage,
                s.StageEndsAt,
                s.Remaining,
                s.MadeAt,
                s.ChangedAt,
                s.BegunAt,
                s.EndedAt,
                s.Pulse,
            });
    }
}

internal sealed class SessionMemberMapping : IEntityTypeConfiguration<SessionMember>
{
    public void Configure(EntityTypeBuilder<SessionMember> member)
    {
        member.ToTable("SessionMembers");
        member.HasOne<LiveSession>().WithMany().HasForeignKey(m => m.SessionId).OnDelete(DeleteBehavior.Cascade);
        member.HasOne<Person>().WithMany().HasForeignKey(m => m.OwnerId).OnDelete(DeleteBehavior.Cascade);
        member.HasOne<Assignment>().WithMany().HasForeignKey(m => m.AssignmentId).OnDelete(DeleteBehavior.SetNull);
        member.HasIndex(m => new { m.SessionId, m.OwnerId }).IsUnique();
        member
            .Purpose(DataPurpose.Development)
            .Guarded(m => new
            {
                m.Role,
                m.AddedAt,
                m.JoinedAt,
                m.LeftAt,
            });
    }
}

internal sealed class SessionAnswerMapping : IEntityTypeConfiguration<SessionAnswer>
{
    public void Configure(EntityTypeBuilder<SessionAnswer> answer)
    {
        answer.ToTable("SessionAnswers");
        answer.HasOne<LiveSession>().WithMany().HasForeignKey(a => a.SessionId).OnDelete(DeleteBehavior.Cascade);
        answer.HasOne<Person>().WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.Cascade);
        answer.HasOne<Answer>().WithMany().HasForeignKey(a => a.LandedIn).OnDelete(DeleteBehavior.SetNull);
        answer
            .HasIndex(a => new
            {
                a.SessionId,
                a.Stage,
                a.OwnerId,
            })
            .IsUnique();
        answer
            .Purpose(DataPurpose.Development)
            .Guarded(a => new
            {
                a.Stage,
                a.RevealedAt,
                a.HiddenAt,
                a.ChangedAt,
                a.LandedVersion,
            });
    }
}
