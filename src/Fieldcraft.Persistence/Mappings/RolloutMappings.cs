using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Rollouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class ModuleRolloutMapping : IEntityTypeConfiguration<ModuleRollout>
{
    public void Configure(EntityTypeBuilder<ModuleRollout> rollout)
    {
        rollout.Ignore(r => r.Settings).Ignore(r => r.Rates);
        rollout.Property(r => r.ReleaseShare).HasPrecision(5, 4);
        rollout.Property(r => r.CatchUpShare).HasPrecision(5, 4);
        rollout.Property(r => r.TargetShare).HasPrecision(5, 4);
        rollout.Property(r => r.LeaderRate).HasPrecision(12, 2);
        rollout.Property(r => r.ParticipantRate).HasPrecision(12, 2);
        rollout.Property(r => r.CentralRate).HasPrecision(12, 2);
        rollout.Property(r => r.TrainerRate).HasPrecision(12, 2);
        rollout.HasOne<Module>().WithOne().HasForeignKey<ModuleRollout>(r => r.Id).OnDelete(DeleteBehavior.Cascade);
        rollout
            .Purpose(DataPurpose.Development)
            .Guarded(r => new
            {
                r.Minutes,
                r.MaxSize,
                r.EdgeMinutes,
                r.HalvesAllowed,
                r.ReleaseShare,
                r.FloorMinimum,
                r.MaxPerDay,
                r.MaxPerWeek,
                r.CatchUpShare,
                r.TargetShare,
                r.LeaderRate,
                r.ParticipantRate,
                r.CentralRate,
                r.TrainerRate,
                r.ChangedAt,
            });
    }
}

internal sealed class RolloutProposalMapping : IEntityTypeConfiguration<RolloutProposal>
{
    public void Configure(EntityTypeBuilder<RolloutProposal> proposal)
    {
        proposal.ToTable("RolloutProposals");
        proposal.Property(p => p.Status).HasMaxLength(RolloutProposal.StatusLength);
        proposal.Property(p => p.Problem).HasMaxLength(RolloutProposal.ProblemLength);
        proposal.Property(p => p.Content).HasAnnotation("Fieldcraft:LongText", true);
        proposal.Ignore(p => p.IsUnderWay).Ignore(p => p.Figures);
        proposal.HasIndex(p => new { p.ModuleId, p.AskedAt });
        proposal.HasOne<Module>().WithMany().HasForeignKey(p => p.ModuleId).OnDelete(DeleteBehavior.Cascade);
        proposal.HasOne<Unit>().WithMany().HasForeignKey(p => p.SiteId).OnDelete(DeleteBehavior.Cascade);
        proposal.HasOne<Person>().WithMany().HasForeignKey(p => p.AskedById).OnDelete(DeleteBehavior.SetNull);
        proposal
            .Purpose(DataPurpose.Development)
            .Guarded(p => new
            {
                p.State,
                p.Seed,
                p.Seconds,
                p.KeepsPeople,
                p.AskedAt,
                p.StopAskedAt,
                p.ReadyAt,
                p.SettledAt,
                p.PartsDone,
                p.Parts,
                p.CoveredSoFar,
                p.CostSoFar,
                p.Status,
                p.Cost,
                p.LowerBound,
                p.UncoveredBound,
                p.Took,
                p.Sessions,
                p.Covered,
                p.Uncovered,
                p.Unreachable,
                p.Touched,
                p.Problem,
                p.Content,
            });
    }
}

internal sealed class TeachingSessionMapping : IEntityTypeConfiguration<TeachingSession>
{
    public void Configure(EntityTypeBuilder<TeachingSession> session)
    {
        session.ToTable("TeachingSessions");
        session.Property(s => s.TimeZone).HasMaxLength(AppointedTime.TimeZoneLength);
        session.Ignore(s => s.IsHeld).Ignore(s => s.End).Ignore(s => s.When);
        session.HasIndex(s => new
        {
            s.ModuleId,
            s.SiteId,
            s.Start,
        });
        session.HasIndex(s => new { s.SiteId, s.Start });
        session.HasIndex(s => new { s.LeaderId, s.Start });
        session.HasOne<Module>().WithMany().HasForeignKey(s => s.ModuleId).OnDelete(DeleteBehavior.Cascade);
        session.HasOne<ModuleEdition>().WithMany().HasForeignKey(s => s.EditionId).OnDelete(DeleteBehavior.SetNull);
        session.HasOne<Unit>().WithMany().HasForeignKey(s => s.SiteId).OnDelete(DeleteBehavior.Restrict);
        session.HasOne<SiteRoom>().WithMany().HasForeignKey(s => s.RoomId).OnDelete(DeleteBehavior.SetNull);
        session.HasOne<Person>().WithMany().HasForeignKey(s => s.LeaderId).OnDelete(DeleteBehavior.SetNull);
        session.HasMany(s => s.Seats).WithOne().HasForeignKey(s => s.SessionId).OnDelete(DeleteBehavior.Cascade);
        session.HasMany(s => s.Notes).WithOne().HasForeignKey(n => n.SessionId).OnDelete(DeleteBehavior.Cascade);
        session.Property(s => s.DoorCode).HasMaxLength(TeachingSession.DoorCodeLength);
        session.HasIndex(s => s.DoorCode).IsUnique();
        session
            .Purpose(DataPurpose.Development)
            .Guarded(s => new
            {
                s.Start,
                s.TimeZone,
                s.Minutes,
                s.Part,
                s.IsLocked,
                s.State,
                s.PublishedAt,
                s.HeldAt,
                s.HeldMinutes,
                s.ChangedAt,
                s.DoorCode,
            });
    }
}

internal sealed class SessionSeatMapping : IEntityTypeConfiguration<SessionSeat>
{
    public void Configure(EntityTypeBuilder<SessionSeat> seat)
    {
        seat.ToTable("SessionSeats");
        seat.HasKey(s => new { s.SessionId, s.PersonId });
        seat.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        seat.Purpose(DataPurpose.Development)
            .Guarded(s => new
            {
                s.Attended,
                s.Way,
                s.SaidAt,
            });
    }
}

internal sealed class AttendanceNoteMapping : IEntityTypeConfiguration<AttendanceNote>
{
    public void Configure(EntityTypeBuilder<AttendanceNote> note)
    {
        note.ToTable("AttendanceNotes");
        // Made on the device that says it: the same saying, sent twice, is one row.
        note.Property(n => n.Id).ValueGeneratedNever();
        note.HasIndex(n => new { n.SessionId, n.NotedAt });
        note.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Cascade);
        note.HasOne<Person>().WithMany().HasForeignKey(n => n.ById).OnDelete(DeleteBehavior.SetNull);
        note.Purpose(DataPurpose.Development)
            .Guarded(n => new
            {
                n.Here,
                n.Way,
                n.At,
                n.NotedAt,
            });
    }
}

internal sealed class SessionLogMapping : IEntityTypeConfiguration<SessionLog>
{
    public void Configure(EntityTypeBuilder<SessionLog> log)
    {
        log.ToTable("SessionLogs");
        log.Property(l => l.ConfidenceBefore).HasMaxLength(20);
        log.Property(l => l.ConfidenceAfter).HasMaxLength(20);
        log.Property(l => l.Ran).HasMaxLength(SessionLog.RanLength);
        log.HasIndex(l => l.SessionId).IsUnique();
        log.HasIndex(l => new { l.ModuleId, l.SiteId });
        log.HasOne<TeachingSession>().WithMany().HasForeignKey(l => l.SessionId).OnDelete(DeleteBehavior.Cascade);
        log.HasOne<Module>().WithMany().HasForeignKey(l => l.ModuleId).OnDelete(DeleteBehavior.Cascade);
        log.HasOne<Unit>().WithMany().HasForeignKey(l => l.SiteId).OnDelete(DeleteBehavior.Restrict);
        log.HasOne<Person>().WithMany().HasForeignKey(l => l.OwnerId).OnDelete(DeleteBehavior.Cascade);
        log.Purpose(DataPurpose.Development)
            .Guarded(l => new
            {
                l.ConfidenceBefore,
                l.ConfidenceAfter,
                l.AllBlocks,
                l.FilmShown,
                l.ActionAgreed,
                l.Ran,
                l.ActionId,
                l.IdeaId,
                l.WrittenAt,
                l.ChangedAt,
            });
    }
}

internal sealed class SessionRunMapping : IEntityTypeConfiguration<SessionRun>
{
    public void Configure(EntityTypeBuilder<SessionRun> run)
    {
        run.ToTable("SessionRuns");
        run.Property(r => r.Block).HasMaxLength(ModuleBlock.IdLength);
        run.HasIndex(r => r.SessionId).IsUnique();
        run.HasOne<TeachingSession>().WithMany().HasForeignKey(r => r.SessionId).OnDelete(DeleteBehavior.Cascade);
        run.Purpose(DataPurpose.Development)
            .Guarded(r => new
            {
                r.Block,
                r.BlockEnds,
                r.IsOver,
                r.At,
            });
    }
}

internal sealed class SwapRequestMapping : IEntityTypeConfiguration<SwapRequest>
{
    public void Configure(EntityTypeBuilder<SwapRequest> swap)
    {
        swap.ToTable("SwapRequests");
        swap.Ignore(s => s.IsOpen);
        swap.HasIndex(s => new { s.PersonId, s.ModuleId });
        swap.HasOne<Module>().WithMany().HasForeignKey(s => s.ModuleId).OnDelete(DeleteBehavior.Cascade);
        swap.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        swap.HasOne<TeachingSession>().WithMany().HasForeignKey(s => s.SessionId).OnDelete(DeleteBehavior.Cascade);
        swap.HasOne<TeachingSession>().WithMany().HasForeignKey(s => s.WantedId).OnDelete(DeleteBehavior.SetNull);
        swap.Purpose(DataPurpose.Development)
            .Guarded(s => new
            {
                s.State,
                s.AskedAt,
                s.SettledAt,
            });
    }
}

internal sealed class LeaderAbsenceMapping : IEntityTypeConfiguration<LeaderAbsence>
{
    public void Configure(EntityTypeBuilder<LeaderAbsence> absence)
    {
        absence.ToTable("LeaderAbsences");
        absence.HasIndex(a => new { a.PersonId, a.To });
        absence.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
        absence
            .Purpose(DataPurpose.Development)
            .Guarded(a => new
            {
                a.From,
                a.To,
                a.ToldAt,
                a.TakenBackAt,
            });
    }
}
