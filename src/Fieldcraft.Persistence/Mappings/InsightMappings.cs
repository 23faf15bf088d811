using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class ReleaseMapping : IEntityTypeConfiguration<Release>
{
    public void Configure(EntityTypeBuilder<Release> release)
    {
        release.HasIndex(r => new
        {
            r.UnitId,
            r.Kind,
            r.From,
        });
        release.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Cascade);
        release
            .Purpose(DataPurpose.Development)
            .Public(r => new
            {
                r.Kind,
                r.From,
                r.Until,
                r.Minimum,
                r.HasMarks,
                r.FrozenAt,
                r.PublishedAt,
            });
    }
}

internal sealed class ReleaseCellMapping : IEntityTypeConfiguration<ReleaseCell>
{
    public void Configure(EntityTypeBuilder<ReleaseCell> cell)
    {
        cell.HasKey(c => new { c.ReleaseId, c.Number });
        cell.Property(c => c.UnitPath).HasMaxLength(Unit.PathLength).HasAnnotation("Fieldcraft:Ordinal", true);
        cell.Property(c => c.Work).HasMaxLength(ReleaseCell.MarkLength);
        cell.Property(c => c.Employment).HasMaxLength(ReleaseCell.MarkLength);
        cell.Property(c => c.Tenure).HasMaxLength(ReleaseCell.MarkLength);
        cell.HasOne<Release>().WithMany().HasForeignKey(c => c.ReleaseId).OnDelete(DeleteBehavior.Cascade);
        cell.Purpose(DataPurpose.Development)
            .Guarded(c => new
            {
                c.Number,
                c.Part,
                c.UnitPath,
                c.Work,
                c.Employment,
                c.Tenure,
                c.Size,
            });
    }
}

internal sealed class ReleaseFigureMapping : IEntityTypeConfiguration<ReleaseFigure>
{
    public void Configure(EntityTypeBuilder<ReleaseFigure> figure)
    {
        figure.Property(f => f.Measure).HasMaxLength(ReleaseFigure.MeasureLength);
        figure.HasKey(f => new
        {
            f.ReleaseId,
            f.Measure,
            f.Part,
        });
        figure.HasOne<Release>().WithMany().HasForeignKey(f => f.ReleaseId).OnDelete(DeleteBehavior.Cascade);
        figure
            .Purpose(DataPurpose.Development)
            .Guarded(f => new
            {
                f.Part,
                f.Measure,
                f.Group,
                f.Count,
                f.Sum,
                f.Squares,
            });
    }
}

internal sealed class ReleaseStandingMapping : IEntityTypeConfiguration<ReleaseStanding>
{
    public void Configure(EntityTypeBuilder<ReleaseStanding> standing)
    {
        standing.HasKey(s => new
        {
            s.Series,
            s.UnitId,
            s.OwnerId,
        });
        standing.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Cascade);
        standing.HasOne<Person>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Cascade);
        standing
            .Purpose(DataPurpose.Development)
            .Guarded(s => new
            {
                s.Series,
                s.Together,
                s.Part,
            });
    }
}

internal sealed class KeptViewMapping : IEntityTypeConfiguration<KeptView>
{
    public void Configure(EntityTypeBuilder<KeptView> view)
    {
        view.Ignore(v => v.Choice).Ignore(v => v.IsOfOneQuarter);
        view.Property(v => v.Name).HasMaxLength(KeptView.NameLength);
        view.Property(v => v.Measure).HasMaxLength(ReleaseFigure.MeasureLength);
        view.Property(v => v.Work).HasMaxLength(ReleaseCell.MarkLength);
        view.Property(v => v.Employment).HasMaxLength(ReleaseCell.MarkLength);
        view.Property(v => v.Tenure).HasMaxLength(ReleaseCell.MarkLength);
        view.HasIndex(v => new { v.OwnerId, v.Id });
        view.HasOne<Person>().WithMany().HasForeignKey(v => v.OwnerId).OnDelete(DeleteBehavior.Cascade);

        // A view of a unit that is gone would show something else.
        view.HasOne<Unit>().WithMany().HasForeignKey(v => v.UnitId).OnDelete(DeleteBehavior.Cascade);
        view.Purpose(DataPurpose.Running)
            .Guarded(v => new
            {
                v.Name,
                v.Measure,
                v.QuarterFrom,
                v.Work,
                v.Employment,
                v.Tenure,
                v.By,
                v.Mailing,
                v.KeptAt,
                v.MailedQuarterFrom,
                v.MailedOn,
                v.HeldBackAt,
            });
    }
}

internal sealed class PulseMapping : IEntityTypeConfiguration<Pulse>
{
    public void Configure(EntityTypeBuilder<Pulse> pulse)
    {
        pulse.Ignore(p => p.IsOpen);
        pulse.HasIndex(p => new { p.UnitId, p.OpenedAt });
        pulse.HasIndex(p => p.RoundId);
        pulse.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Cascade);
        pulse.HasOne<Release>().WithMany().HasForeignKey(p => p.ReleaseId).OnDelete(DeleteBehavior.Cascade);
        pulse.HasOne<Person>().WithMany().HasForeignKey(p => p.LaunchedById).OnDelete(DeleteBehavior.SetNull);
        pulse
            .Purpose(DataPurpose.Development)
            .Guarded(p => new
            {
                p.OpenedAt,
                p.ClosesOn,
                p.RoundId,
                p.Population,
                p.Invited,
                p.Answers,
                p.ClosedAt,
            });
    }
}

internal sealed class PulseInvitationMapping : IEntityTypeConfiguration<PulseInvitation>
{
    public void Configure(EntityTypeBuilder<PulseInvitation> invitation)
    {
        invitation.Property(i => i.CodeHash).HasMaxLength(PulseInvitation.HashLength);
        invitation.HasIndex(i => i.CodeHash).IsUnique();
        invitation.HasIndex(i => new { i.OwnerId, i.PulseId });
        invitation.HasOne<Pulse>().WithMany().HasForeignKey(i => i.PulseId).OnDelete(DeleteBehavior.Cascade);
        invitation.HasOne<Person>().WithMany().HasForeignKey(i => i.OwnerId).OnDelete(DeleteBehavior.Cascade);
        invitation.Purpose(DataPurpose.Development).Guarded(i => i.Part).Secret(i => i.CodeHash);
    }
}

internal sealed class PulseAnswerMapping : IEntityTypeConfiguration<PulseAnswer>
{
    public void Configure(EntityTypeBuilder<PulseAnswer> answer)
    {
        answer.Property(a => a.Mark).HasMaxLength(PulseAnswer.MarkLength);
        answer.HasIndex(a => new { a.PulseId, a.Mark }).IsUnique();
        answer.HasOne<Pulse>().WithMany().HasForeignKey(a => a.PulseId).OnDelete(DeleteBehavior.Cascade);
        answer.Purpose(DataPurpose.Development).Secret(a => a.Mark).SealedToRound(a => a.Content);
    }
}

internal sealed class PulseTalkMapping : IEntityTypeConfiguration<PulseTalk>
{
    public void Configure(EntityTypeBuilder<PulseTalk> talk)
    {
        talk.Property(t => t.Action).HasMaxLength(PulseTalk.TextLength);
        talk.Property(t => t.LookBack).HasMaxLength(PulseTalk.TextLength);
        talk.HasIndex(t => new { t.UnitId, t.PulseId });
        talk.HasOne<Pulse>().WithMany().HasForeignKey(t => t.PulseId).OnDelete(DeleteBehavior.Cascade);
        talk.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Cascade);
        talk.HasOne<Person>().WithMany().HasForeignKey(t => t.WrittenById).OnDelete(DeleteBehavior.SetNull);
        talk.Purpose(DataPurpose.Running)
            .Guarded(t => new
            {
                t.HeldOn,
                t.Action,
                t.LookBackOn,
                t.LookBack,
            });
    }
}
