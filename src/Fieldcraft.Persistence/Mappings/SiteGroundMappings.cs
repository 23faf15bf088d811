using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class SiteGroundMapping : IEntityTypeConfiguration<SiteGround>
{
    public void Configure(EntityTypeBuilder<SiteGround> ground)
    {
        ground.ToTable("SiteGrounds");
        ground.Property(g => g.ReleaseShare).HasPrecision(5, 4);
        ground.Ignore(g => g.Cover);
        ground.HasOne<Unit>().WithOne().HasForeignKey<SiteGround>(g => g.Id).OnDelete(DeleteBehavior.Cascade);
        ground.HasMany(g => g.Rooms).WithOne().HasForeignKey(r => r.SiteId).OnDelete(DeleteBehavior.Cascade);
        ground.HasMany(g => g.Closures).WithOne().HasForeignKey(c => c.SiteId).OnDelete(DeleteBehavior.Cascade);
        ground.HasMany(g => g.Joins).WithOne().HasForeignKey(j => j.SiteId).OnDelete(DeleteBehavior.Cascade);
        ground.HasMany(g => g.Patterns).WithOne().HasForeignKey(p => p.SiteId).OnDelete(DeleteBehavior.Cascade);
        ground
            .Purpose(DataPurpose.Development)
            .Guarded(g => new
            {
                g.ReleaseShare,
                g.FloorMinimum,
                g.MaxPerDay,
                g.MaxPerWeek,
                g.ChangedAt,
            });
    }
}

internal sealed class SiteRoomMapping : IEntityTypeConfiguration<SiteRoom>
{
    public void Configure(EntityTypeBuilder<SiteRoom> room)
    {
        room.ToTable("SiteRooms");
        room.Property(r => r.Name).HasMaxLength(SiteRoom.NameLength);
        room.Purpose(DataPurpose.Development).Public(r => new { r.Name, r.Capacity });
    }
}

internal sealed class SiteClosureMapping : IEntityTypeConfiguration<SiteClosure>
{
    public void Configure(EntityTypeBuilder<SiteClosure> closure)
    {
        closure.ToTable("SiteClosures");
        closure.Ignore(c => c.When);
        closure.HasOne<SiteRoom>().WithMany().HasForeignKey(c => c.RoomId).OnDelete(DeleteBehavior.Cascade);
        closure.Purpose(DataPurpose.Development).Guarded(c => new { c.From, c.Until });
    }
}

internal sealed class SiteJoinMapping : IEntityTypeConfiguration<SiteJoin>
{
    public void Configure(EntityTypeBuilder<SiteJoin> join)
    {
        join.ToTable("SiteJoins");
        join.HasKey(j => new { j.SiteId, j.OtherId });
        join.HasOne<Unit>().WithMany().HasForeignKey(j => j.OtherId).OnDelete(DeleteBehavior.Cascade);
        join.Purpose(DataPurpose.Development);
    }
}

internal sealed class SitePatternMapping : IEntityTypeConfiguration<SitePattern>
{
    public void Configure(EntityTypeBuilder<SitePattern> pattern)
    {
        pattern.ToTable("SitePatterns");
        pattern.HasKey(p => new { p.SiteId, p.Name });
        pattern.Property(p => p.Name).HasMaxLength(ShiftPattern.NameLength);
        pattern.Property(p => p.Shifts).HasMaxLength(ShiftPattern.TextLength);
        pattern
            .Purpose(DataPurpose.Development)
            .Guarded(p => new
            {
                p.Name,
                p.CycleDays,
                p.Anchor,
                p.Crews,
                p.Shifts,
            });
    }
}

internal sealed class RosterEntryMapping : IEntityTypeConfiguration<RosterEntry>
{
    public void Configure(EntityTypeBuilder<RosterEntry> entry)
    {
        entry.ToTable("RosterEntries");
        entry.HasKey(e => new
        {
            e.PersonId,
            e.Day,
            e.From,
        });
        entry.Ignore(e => e.IsOff).Ignore(e => e.Shift);
        entry.HasIndex(e => e.Day);
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.PersonId).OnDelete(DeleteBehavior.Cascade);
        entry
            .Purpose(DataPurpose.Development)
            .Guarded(e => new
            {
                e.Day,
                e.From,
                e.Minutes,
            });
    }
}
