using Fieldcraft.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class KeyWrapMapping : IEntityTypeConfiguration<KeyWrap>
{
    public void Configure(EntityTypeBuilder<KeyWrap> wrap)
    {
        wrap.HasKey(w => new { w.DocumentId, w.ReaderId });
        wrap.HasIndex(w => w.ReaderId);
        wrap.HasIndex(w => w.OwnerId);
        wrap.Purpose(DataPurpose.Running)
            .Secret(w => w.Wrapped)
            .Guarded(w => new
            {
                w.DocumentId,
                w.ReaderId,
                w.OwnerId,
                w.MadeAt,
            });
    }
}

internal sealed class EventRowMapping : IEntityTypeConfiguration<EventRow>
{
    public void Configure(EntityTypeBuilder<EventRow> row)
    {
        row.ToTable("Events");
        row.Property(e => e.Name).HasMaxLength(80);
        row.Property(e => e.Facts).HasMaxLength(2000);
        row.HasIndex(e => new { e.OwnerId, e.At });
        row.HasIndex(e => e.At);
        row.Purpose(DataPurpose.Running)
            .Guarded(e => new
            {
                e.Name,
                e.OwnerId,
                e.At,
                e.Facts,
            });
    }
}

internal sealed class JobRowMapping : IEntityTypeConfiguration<JobRow>
{
    public void Configure(EntityTypeBuilder<JobRow> row)
    {
        row.ToTable("Jobs");
        row.Property(j => j.Kind).HasMaxLength(JobRow.KindLength);
        row.Property(j => j.Key).HasMaxLength(JobRow.KeyLength);
        row.Property(j => j.Error).HasMaxLength(JobRow.ErrorLength);
        row.Property(j => j.Payload).HasAnnotation("Fieldcraft:LongText", true);
        row.HasIndex(j => new { j.Kind, j.Key }).IsUnique();
        row.HasIndex(j => new { j.DoneAt, j.DueAt });
        row.Purpose(DataPurpose.Running)
            .Guarded(j => new
            {
                j.Kind,
                j.Key,
                j.Payload,
                j.DueAt,
                j.Attempts,
                j.ClaimedUntil,
                j.DoneAt,
                j.Error,
            });
    }
}

internal sealed class InstallationMapping : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> installation)
    {
        installation.Property(i => i.Name).HasMaxLength(Installation.NameLength);
        installation.Property(i => i.Language).HasMaxLength(40);
        installation.Property(i => i.TimeZone).HasMaxLength(40);
        installation
            .Purpose(DataPurpose.Running)
            .Public(i => new
            {
                i.Name,
                i.Language,
                i.TimeZone,
                i.Mode,
                i.IsDemo,
            })
            .Guarded(i => new { i.MadeAt, i.ClockOffset });
    }
}
