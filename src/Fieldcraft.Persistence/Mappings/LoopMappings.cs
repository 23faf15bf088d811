using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Rollouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class TeamIdeaMapping : IEntityTypeConfiguration<TeamIdea>
{
    public void Configure(EntityTypeBuilder<TeamIdea> idea)
    {
        idea.ToTable("TeamIdeas");
        idea.Property(i => i.Text).HasMaxLength(TeamIdea.TextLength);
        idea.Ignore(i => i.IsOpen).Ignore(i => i.Place);
        idea.HasIndex(i => new { i.AnsweredAt, i.DueOn });
        idea.HasIndex(i => new { i.SiteId, i.SubmittedAt });
        idea.HasIndex(i => i.RootId);

        // Nothing that an idea stands on can go while it waits: units and modules stay, and a person or a session leaves a gap.
        idea.HasOne<Module>().WithMany().HasForeignKey(i => i.ModuleId).OnDelete(DeleteBehavior.Restrict);
        idea.HasOne<TeachingSession>().WithMany().HasForeignKey(i => i.SessionId).OnDelete(DeleteBehavior.SetNull);
        idea.HasOne<Unit>().WithMany().HasForeignKey(i => i.SiteId).OnDelete(DeleteBehavior.Restrict);
        idea.HasOne<Unit>().WithMany().HasForeignKey(i => i.OwnerUnitId).OnDelete(DeleteBehavior.Restrict);
        idea.HasOne<Person>().WithMany().HasForeignKey(i => i.LeaderId).OnDelete(DeleteBehavior.SetNull);
        idea.HasOne<Person>().WithMany().HasForeignKey(i => i.AuthorId).OnDelete(DeleteBehavior.SetNull);
        idea.HasOne<TeamIdea>().WithMany().HasForeignKey(i => i.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        idea.HasMany(i => i.Stays).WithOne().HasForeignKey(s => s.IdeaId).OnDelete(DeleteBehavior.Cascade);
        idea.HasMany(i => i.Answers).WithOne().HasForeignKey(a => a.IdeaId).OnDelete(DeleteBehavior.Cascade);
        idea.Purpose(DataPurpose.Development)
            .Guarded(i => new
            {
                i.Text,
                i.IsNamed,
                i.IsTeamShown,
                i.SubmittedAt,
                i.Tier,
                i.DueOn,
                i.LateSince,
                i.LateAtTheTopSince,
                i.AnsweredAt,
                i.AnswerKind,
                i.RootId,
            });
    }
}

internal sealed class IdeaStayMapping : IEntityTypeConfiguration<IdeaStay>
{
    public void Configure(EntityTypeBuilder<IdeaStay> stay)
    {
        stay.ToTable("IdeaStays");
        stay.HasKey(s => new { s.IdeaId, s.Number });
        stay.Ignore(s => s.IsOpen);
        stay.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);

        // Each of the few places among what is forwarded is given once.
        stay.HasIndex(s => new
            {
                s.SlotPlace,
                s.SlotFor,
                s.SlotRound,
                s.SlotNumber,
            })
            .IsUnique();
        stay.Purpose(DataPurpose.Development)
            .Guarded(s => new
            {
                s.Tier,
                s.ArrivedAt,
                s.DueOn,
                s.LeftAt,
                s.End,
                s.SlotPlace,
                s.SlotFor,
                s.SlotRound,
                s.SlotNumber,
            });
    }
}

internal sealed class IdeaAnswerMapping : IEntityTypeConfiguration<IdeaAnswer>
{
    public void Configure(EntityTypeBuilder<IdeaAnswer> answer)
    {
        answer.ToTable("IdeaAnswers");
        answer.HasKey(a => new { a.IdeaId, a.Number });
        answer.Property(a => a.Who).HasMaxLength(IdeaAnswer.WhoLength);
        answer.Property(a => a.Words).HasMaxLength(IdeaAnswer.WordsLength);
        answer.HasOne<TeamIdea>().WithMany().HasForeignKey(a => a.IntoId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne<Person>().WithMany().HasForeignKey(a => a.ById).OnDelete(DeleteBehavior.SetNull);
        answer
            .Purpose(DataPurpose.Development)
            .Guarded(a => new
            {
                a.Kind,
                a.Who,
                a.On,
                a.Words,
                a.Tier,
                a.At,
            });
    }
}

internal sealed class LoopMeetingMapping : IEntityTypeConfiguration<LoopMeeting>
{
    public void Configure(EntityTypeBuilder<LoopMeeting> meeting)
    {
        meeting.ToTable("LoopMeetings");
        meeting.Property(m => m.TimeZone).HasMaxLength(AppointedTime.TimeZoneLength);
        meeting.Property(m => m.Where).HasMaxLength(LoopMeeting.WhereLength);
        meeting.Ignore(m => m.When).Ignore(m => m.Place).Ignore(m => m.IsOver);
        meeting.HasIndex(m => new { m.UnitId, m.On });
        meeting.HasOne<Programme>().WithMany().HasForeignKey(m => m.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        meeting.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasMany(m => m.Lines).WithOne().HasForeignKey(l => l.MeetingId).OnDelete(DeleteBehavior.Cascade);
        meeting
            .Purpose(DataPurpose.Development)
            .Guarded(m => new
            {
                m.Tier,
                m.On,
                m.Time,
                m.TimeZone,
                m.Minutes,
                m.Where,
                m.HeldAt,
                m.CalledOffAt,
            });
    }
}

internal sealed class LoopMeetingLineMapping : IEntityTypeConfiguration<LoopMeetingLine>
{
    public void Configure(EntityTypeBuilder<LoopMeetingLine> line)
    {
        line.ToTable("LoopMeetingLines");
        line.HasKey(l => new { l.MeetingId, l.IdeaId });
        line.HasOne<TeamIdea>().WithMany().HasForeignKey(l => l.IdeaId).OnDelete(DeleteBehavior.Cascade);
        line.HasOne<Person>().WithMany().HasForeignKey(l => l.PresenterId).OnDelete(DeleteBehavior.SetNull);
        line.Purpose(DataPurpose.Development).Guarded(l => new { l.Number, l.Minutes });
    }
}
