using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class StrategyEntryMapping : IEntityTypeConfiguration<StrategyEntry>
{
    public void Configure(EntityTypeBuilder<StrategyEntry> entry)
    {
        entry.Ignore(e => e.Sheet).Ignore(e => e.IsOpen);
        entry.Property(e => e.Written).HasMaxLength(StrategyEntry.SheetLength);
        entry.HasIndex(e => new
        {
            e.UnitId,
            e.Kind,
            e.Id,
        });
        entry.HasOne<Unit>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Cascade);
        entry.HasOne<StrategyEntry>().WithMany().HasForeignKey(e => e.ServesId).OnDelete(DeleteBehavior.SetNull);
        entry.HasOne<StrategyEntry>().WithMany().HasForeignKey(e => e.GapId).OnDelete(DeleteBehavior.SetNull);
        entry.HasOne<StrategyEntry>().WithMany().HasForeignKey(e => e.ContradictsId).OnDelete(DeleteBehavior.SetNull);
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.OwnerId).OnDelete(DeleteBehavior.SetNull);
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.WrittenById).OnDelete(DeleteBehavior.SetNull);
        entry.HasMany(e => e.Wordings).WithOne().HasForeignKey(w => w.EntryId).OnDelete(DeleteBehavior.Cascade);
        entry.HasMany(e => e.Stances).WithOne().HasForeignKey(s => s.EntryId).OnDelete(DeleteBehavior.Cascade);
        entry.HasMany(e => e.Effects).WithOne().HasForeignKey(f => f.EntryId).OnDelete(DeleteBehavior.Cascade);
        entry.HasMany(e => e.Answers).WithOne().HasForeignKey(a => a.EntryId).OnDelete(DeleteBehavior.Cascade);
        entry
            .Purpose(DataPurpose.Running)
            .Guarded(e => new
            {
                e.Kind,
                e.Written,
                e.WordingNumber,
                e.WrittenAt,
                e.EndedAt,
            });
    }
}

internal sealed class StrategyWordingMapping : IEntityTypeConfiguration<StrategyWording>
{
    public void Configure(EntityTypeBuilder<StrategyWording> wording)
    {
        wording.HasKey(w => new { w.EntryId, w.Number });
        wording.Property(w => w.Written).HasMaxLength(StrategyEntry.SheetLength);
        wording.HasOne<Person>().WithMany().HasForeignKey(w => w.WrittenById).OnDelete(DeleteBehavior.SetNull);
        wording.Purpose(DataPurpose.Running).Guarded(w => new { w.Written, w.WrittenAt });
    }
}

internal sealed class StrategyStanceMapping : IEntityTypeConfiguration<StrategyStance>
{
    public void Configure(EntityTypeBuilder<StrategyStance> stance)
    {
        stance.HasKey(s => new { s.EntryId, s.PersonId });
        stance.Property(s => s.Reason).HasMaxLength(StrategyEntry.ReasonLength);
        stance.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        stance
            .Purpose(DataPurpose.Running)
            .Guarded(s => new
            {
                s.Stance,
                s.Reason,
                s.Wording,
                s.TakenAt,
            });
    }
}

internal sealed class StrategyEffectMapping : IEntityTypeConfiguration<StrategyEffect>
{
    public void Configure(EntityTypeBuilder<StrategyEffect> effect)
    {
        effect.HasKey(e => new
        {
            e.EntryId,
            e.Kind,
            e.TargetId,
        });
        effect.HasIndex(e => e.TargetId);
        effect
            .Purpose(DataPurpose.Running)
            .Guarded(e => new
            {
                e.Kind,
                e.TargetId,
                e.NotedAt,
            });
    }
}

internal sealed class ConsensusVoteMapping : IEntityTypeConfiguration<ConsensusVote>
{
    public void Configure(EntityTypeBuilder<ConsensusVote> vote)
    {
        vote.Ignore(v => v.IsOpen).Ignore(v => v.Counts);
        vote.Property(v => v.Revealed).HasMaxLength(ConsensusVote.RevealedLength);
        vote.HasIndex(v => new { v.UnitId, v.OpenedAt });
        vote.HasIndex(v => v.RoundId);
        vote.HasOne<Unit>().WithMany().HasForeignKey(v => v.UnitId).OnDelete(DeleteBehavior.Cascade);
        vote.Purpose(DataPurpose.Running)
            .Guarded(v => new
            {
                v.OpenedAt,
                v.RoundId,
                v.RevealedAt,
                v.Revealed,
            });
    }
}

internal sealed class ConsensusBallotMapping : IEntityTypeConfiguration<ConsensusBallot>
{
    public void Configure(EntityTypeBuilder<ConsensusBallot> ballot)
    {
        ballot.Property(b => b.Mark).HasMaxLength(ConsensusBallot.MarkLength);
        ballot.HasIndex(b => new { b.VoteId, b.Mark }).IsUnique();
        ballot.HasOne<ConsensusVote>().WithMany().HasForeignKey(b => b.VoteId).OnDelete(DeleteBehavior.Cascade);
        ballot.Purpose(DataPurpose.Development).Secret(b => b.Mark).SealedToRound(b => b.Content);
    }
}

internal sealed class FindingAnswerMapping : IEntityTypeConfiguration<FindingAnswer>
{
    public void Configure(EntityTypeBuilder<FindingAnswer> answer)
    {
        answer.HasKey(a => new { a.EntryId, a.Code });
        answer.Property(a => a.Code).HasMaxLength(StrategyEntry.CodeLength);
        answer.Property(a => a.Because).HasMaxLength(StrategyEntry.ReasonLength);
        answer.HasOne<Person>().WithMany().HasForeignKey(a => a.WrittenById).OnDelete(DeleteBehavior.SetNull);
        answer
            .Purpose(DataPurpose.Running)
            .Guarded(a => new
            {
                a.Code,
                a.Because,
                a.WrittenAt,
            });
    }
}

internal sealed class LearningRequestMapping : IEntityTypeConfiguration<LearningRequest>
{
    public void Configure(EntityTypeBuilder<LearningRequest> request)
    {
        request.Ignore(r => r.Sheet).Ignore(r => r.IsOpen);
        request.Property(r => r.Written).HasMaxLength(StrategyEntry.SheetLength);
        request.Property(r => r.AnswerText).HasMaxLength(LearningRequest.AnswerLength);
        request.HasIndex(r => new { r.OwnerId, r.Id });
        request.HasIndex(r => new { r.UnitId, r.Id });
        request.HasOne<Person>().WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Cascade);
        request.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Cascade);
        request.HasOne<Person>().WithMany().HasForeignKey(r => r.AnsweredById).OnDelete(DeleteBehavior.SetNull);
        request.HasOne<StrategyEntry>().WithMany().HasForeignKey(r => r.GapId).OnDelete(DeleteBehavior.SetNull);
        request
            .Purpose(DataPurpose.Running)
            .Guarded(r => new
            {
                r.Written,
                r.AskedAt,
                r.AnswerBy,
                r.Answer,
                r.AnswerText,
                r.AnsweredAt,
            });
    }
}

internal sealed class EnablingPromiseMapping : IEntityTypeConfiguration<EnablingPromise>
{
    public void Configure(EntityTypeBuilder<EnablingPromise> promise)
    {
        promise.Ignore(p => p.Sheet).Ignore(p => p.Quarter);
        promise.Property(p => p.Written).HasMaxLength(StrategyEntry.SheetLength);
        promise.Property(p => p.Note).HasMaxLength(EnablingPromise.NoteLength);
        promise.HasIndex(p => new
        {
            p.OwnerId,
            p.QuarterFrom,
            p.Id,
        });
        promise.HasOne<Person>().WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.Cascade);
        promise
            .Purpose(DataPurpose.Running)
            .Guarded(p => new
            {
                p.QuarterFrom,
                p.Written,
                p.State,
                p.Note,
                p.MadeAt,
                p.ChangedAt,
            });
    }
}
