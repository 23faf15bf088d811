using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Staffing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class StaffingTalkMapping : IEntityTypeConfiguration<StaffingTalk>
{
    public void Configure(EntityTypeBuilder<StaffingTalk> talk)
    {
        talk.ToTable("StaffingTalks");
        talk.HasOne<Person>().WithMany().HasForeignKey(t => t.OwnerId).OnDelete(DeleteBehavior.Cascade);
        talk.HasMany(t => t.Holders).WithOne().HasForeignKey(h => h.TalkId).OnDelete(DeleteBehavior.Cascade);
        talk.HasMany(t => t.Asked).WithOne().HasForeignKey(a => a.TalkId).OnDelete(DeleteBehavior.Cascade);
        talk.Property(t => t.Title).HasMaxLength(TalkWording.TitleLength);
        talk.Property(t => t.About).HasMaxLength(TalkWording.AboutLength);
        talk.Property(t => t.Archetype).HasMaxLength(AssignmentFacts.ArchetypeLength);
        talk.HasIndex(t => new { t.EndsOn, t.Id });
        talk.Purpose(DataPurpose.Development)
            .Guarded(t => new
            {
                t.Title,
                t.About,
                t.Archetype,
                t.EndsOn,
                t.IsOpenToAll,
                t.OpenedAt,
            });
    }
}

internal sealed class TalkHolderMapping : IEntityTypeConfiguration<TalkHolder>
{
    public void Configure(EntityTypeBuilder<TalkHolder> holder)
    {
        holder.HasKey(h => new { h.TalkId, h.PersonId });
        holder.HasOne<Person>().WithMany().HasForeignKey(h => h.PersonId).OnDelete(DeleteBehavior.Cascade);
        holder.Purpose(DataPurpose.Development);
    }
}

internal sealed class TalkAskedMapping : IEntityTypeConfiguration<TalkAsked>
{
    public void Configure(EntityTypeBuilder<TalkAsked> asked)
    {
        asked.ToTable("TalkAsked");
        asked.HasKey(a => new { a.TalkId, a.PersonId });
        asked.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
        asked.Purpose(DataPurpose.Development);
    }
}

internal sealed class StaffingEntryMapping : IEntityTypeConfiguration<StaffingEntry>
{
    public void Configure(EntityTypeBuilder<StaffingEntry> entry)
    {
        entry.ToTable("StaffingEntries");
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.OwnerId).OnDelete(DeleteBehavior.Cascade);
        entry.HasOne<StaffingTalk>().WithMany().HasForeignKey(e => e.TalkId).OnDelete(DeleteBehavior.Cascade);
        // Once in a talk.
        entry.HasIndex(e => new { e.TalkId, e.OwnerId }).IsUnique();
        entry
            .Purpose(DataPurpose.Development)
            .Guarded(e => new
            {
                e.Column,
                e.EnteredAt,
                e.ChangedAt,
            });
    }
}
