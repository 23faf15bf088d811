using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class SiteKitMapping : IEntityTypeConfiguration<SiteKit>
{
    public void Configure(EntityTypeBuilder<SiteKit> kit)
    {
        kit.ToTable("SiteKits");
        kit.Property(k => k.Line).HasMaxLength(SiteKit.LineLength);
        kit.HasIndex(k => k.BoardSecret).IsUnique();
        kit.HasOne<Unit>().WithOne().HasForeignKey<SiteKit>(k => k.Id).OnDelete(DeleteBehavior.Cascade);
        kit.HasOne<Person>().WithMany().HasForeignKey(k => k.TipsAskedId).OnDelete(DeleteBehavior.SetNull);
        kit.HasOne<Person>().WithMany().HasForeignKey(k => k.TipsKeeperId).OnDelete(DeleteBehavior.SetNull);
        kit.HasOne<Person>().WithMany().HasForeignKey(k => k.AwardAskedId).OnDelete(DeleteBehavior.SetNull);
        kit.HasOne<Person>().WithMany().HasForeignKey(k => k.AwardKeeperId).OnDelete(DeleteBehavior.SetNull);
        kit.Purpose(DataPurpose.Development)
            .Guarded(k => new
            {
                k.HasBoard,
                k.HasHuddle,
                k.HasTalkCard,
                k.HasCustomerHuddle,
                k.HasTips,
                k.HasAward,
                k.HuddleDay,
                k.HuddleAt,
                k.Line,
                k.ChangedAt,
            })
            .Secret(k => new { k.BoardSecret });
    }
}

internal sealed class SiteResultMapping : IEntityTypeConfiguration<SiteResult>
{
    public void Configure(EntityTypeBuilder<SiteResult> result)
    {
        result.ToTable("SiteResults");
        result.HasKey(r => new { r.SiteId, r.ModuleId });
        result.HasOne<Unit>().WithMany().HasForeignKey(r => r.SiteId).OnDelete(DeleteBehavior.Cascade);
        result.HasOne<Module>().WithMany().HasForeignKey(r => r.ModuleId).OnDelete(DeleteBehavior.Cascade);
        result
            .Purpose(DataPurpose.Development)
            .Guarded(r => new
            {
                r.Eligible,
                r.Done,
                r.CountedAt,
            });
    }
}

internal sealed class TipMapping : IEntityTypeConfiguration<Tip>
{
    public void Configure(EntityTypeBuilder<Tip> tip)
    {
        tip.ToTable("Tips");
        tip.Property(t => t.Text).HasMaxLength(Tip.TextLength);
        tip.Property(t => t.Word).HasMaxLength(Tip.WordLength);
        tip.Property(t => t.PhotoType).HasMaxLength(Tip.PhotoTypeLength);
        tip.HasIndex(t => new
        {
            t.SiteId,
            t.State,
            t.Id,
        });
        tip.HasIndex(t => new
        {
            t.Reach,
            t.State,
            t.Id,
        });
        tip.HasOne<Unit>().WithMany().HasForeignKey(t => t.SiteId).OnDelete(DeleteBehavior.Cascade);
        tip.HasOne<Person>().WithMany().HasForeignKey(t => t.OwnerId).OnDelete(DeleteBehavior.Cascade);
        tip.HasOne<Module>().WithMany().HasForeignKey(t => t.ModuleId).OnDelete(DeleteBehavior.SetNull);
        tip.Purpose(DataPurpose.Development)
            .Guarded(t => new
            {
                t.IsNamed,
                t.Text,
                t.Reach,
                t.State,
                t.PhotoType,
                t.PostedAt,
                t.ReportedAt,
                t.Word,
                t.ChangedAt,
            });
    }
}

internal sealed class TipPhotoMapping : IEntityTypeConfiguration<TipPhoto>
{
    public void Configure(EntityTypeBuilder<TipPhoto> photo)
    {
        photo.ToTable("TipPhotos");
        photo.HasOne<Tip>().WithOne().HasForeignKey<TipPhoto>(p => p.Id).OnDelete(DeleteBehavior.Cascade);
        photo.Purpose(DataPurpose.Development).Guarded(p => new { p.Bytes });
    }
}

internal sealed class NominationMapping : IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<Nomination> nomination)
    {
        nomination.ToTable("Nominations");
        nomination.Property(n => n.Citation).HasMaxLength(Nomination.ReasonLength);
        nomination.Ignore(n => n.HasPeerReason);
        nomination
            .HasIndex(n => new
            {
                n.SiteId,
                n.Month,
                n.PersonId,
            })
            .IsUnique();
        // Of two who choose at once, one meets the other's choice.
        nomination.HasIndex(n => new { n.SiteId, n.ChosenMonth }).IsUnique();
        nomination.HasOne<Unit>().WithMany().HasForeignKey(n => n.SiteId).OnDelete(DeleteBehavior.Cascade);
        nomination.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Cascade);
        nomination.HasMany(n => n.Reasons).WithOne().HasForeignKey(r => r.NominationId).OnDelete(DeleteBehavior.Cascade);
        nomination
            .Purpose(DataPurpose.Development)
            .Guarded(n => new
            {
                n.Month,
                n.State,
                n.ChosenMonth,
                n.Citation,
                n.NamedAt,
                n.ChangedAt,
            });
    }
}

internal sealed class NominationReasonMapping : IEntityTypeConfiguration<NominationReason>
{
    public void Configure(EntityTypeBuilder<NominationReason> reason)
    {
        reason.ToTable("NominationReasons");
        reason.HasKey(r => new { r.NominationId, r.OwnerId });
        reason.Property(r => r.Text).HasMaxLength(Nomination.ReasonLength);
        reason.HasOne<Person>().WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Cascade);
        reason.Purpose(DataPurpose.Development).Guarded(r => new { r.IsManager, r.Text });
    }
}

internal sealed class TeamActionMapping : IEntityTypeConfiguration<TeamAction>
{
    public void Configure(EntityTypeBuilder<TeamAction> action)
    {
        action.ToTable("TeamActions");
        action.Property(a => a.What).HasMaxLength(TeamAction.WhatLength);
        action.Property(a => a.Who).HasMaxLength(TeamAction.WhoLength);
        action.Ignore(a => a.IsDropped).Ignore(a => a.Now);
        action.HasIndex(a => new { a.SiteId, a.AgreedAt });
        action.HasIndex(a => new { a.LeaderId, a.AgreedAt });
        action.HasOne<Module>().WithMany().HasForeignKey(a => a.ModuleId).OnDelete(DeleteBehavior.Cascade);
        action.HasOne<TeachingSession>().WithMany().HasForeignKey(a => a.TeachingSessionId).OnDelete(DeleteBehavior.SetNull);
        action.HasOne<Unit>().WithMany().HasForeignKey(a => a.SiteId).OnDelete(DeleteBehavior.Cascade);
        action.HasOne<Person>().WithMany().HasForeignKey(a => a.LeaderId).OnDelete(DeleteBehavior.SetNull);
        action.HasMany(a => a.Looks).WithOne().HasForeignKey(l => l.ActionId).OnDelete(DeleteBehavior.Cascade);
        action
            .Purpose(DataPurpose.Development)
            .Guarded(a => new
            {
                a.What,
                a.Who,
                a.Due,
                a.IsNamed,
                a.AgreedOn,
                a.AgreedAt,
                a.ChangedAt,
            });
    }
}

internal sealed class TeamActionLookMapping : IEntityTypeConfiguration<TeamActionLook>
{
    public void Configure(EntityTypeBuilder<TeamActionLook> look)
    {
        look.ToTable("TeamActionLooks");
        look.HasKey(l => new { l.ActionId, l.Weeks });
        look.Property(l => l.Text).HasMaxLength(TeamAction.TextLength);
        look.HasIndex(l => new { l.DueOn, l.AskedAt });
        look.Purpose(DataPurpose.Development)
            .Guarded(l => new
            {
                l.DueOn,
                l.AskedAt,
                l.AnsweredAt,
                l.Answer,
                l.Text,
            });
    }
}

internal sealed class LookBackMapping : IEntityTypeConfiguration<LookBack>
{
    public void Configure(EntityTypeBuilder<LookBack> lookBack)
    {
        lookBack.ToTable("LookBacks");
        lookBack.Property(l => l.Keep).HasMaxLength(LookBack.TextLength);
        lookBack.Property(l => l.Change).HasMaxLength(LookBack.TextLength);
        lookBack.Property(l => l.TryNext).HasMaxLength(LookBack.TextLength);
        lookBack.HasIndex(l => new { l.ProgrammeId, l.OwnerId });
        lookBack.HasOne<Programme>().WithMany().HasForeignKey(l => l.ProgrammeId).OnDelete(DeleteBehavior.Cascade);
        lookBack.HasOne<Module>().WithMany().HasForeignKey(l => l.ModuleId).OnDelete(DeleteBehavior.Cascade);
        lookBack.HasOne<Person>().WithMany().HasForeignKey(l => l.OwnerId).OnDelete(DeleteBehavior.Cascade);
        lookBack.HasOne<Unit>().WithMany().HasForeignKey(l => l.SiteId).OnDelete(DeleteBehavior.SetNull);
        lookBack
            .Purpose(DataPurpose.Development)
            .Guarded(l => new
            {
                l.From,
                l.Keep,
                l.Change,
                l.TryNext,
                l.IsNamed,
                l.WrittenAt,
                l.ChangedAt,
            });
    }
}
