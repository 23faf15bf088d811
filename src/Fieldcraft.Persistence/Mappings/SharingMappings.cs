using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class ShareMapping : IEntityTypeConfiguration<Share>
{
    public void Configure(EntityTypeBuilder<Share> share)
    {
        share.HasOne<Person>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Cascade);
        share.HasMany(s => s.Readers).WithOne().HasForeignKey(r => r.ShareId).OnDelete(DeleteBehavior.Cascade);
        share.HasIndex(s => new
        {
            s.OwnerId,
            s.SharedAt,
            s.Id,
        });
        share.HasIndex(s => new
        {
            s.OwnerId,
            s.Kind,
            s.ItemId,
        });
        share
            .Purpose(DataPurpose.Development)
            .Guarded(s => new
            {
                s.Kind,
                s.ItemId,
                s.SharedAt,
                s.EndsAt,
                s.EndedAt,
            });
    }
}

internal sealed class ShareReaderMapping : IEntityTypeConfiguration<ShareReader>
{
    public void Configure(EntityTypeBuilder<ShareReader> reader)
    {
        reader.HasKey(r => new { r.ShareId, r.ReaderId });
        reader.HasIndex(r => new { r.ReaderId, r.ShareId });
        reader.HasOne<Person>().WithMany().HasForeignKey(r => r.ReaderId).OnDelete(DeleteBehavior.Cascade);
        reader.Purpose(DataPurpose.Development).Guarded(r => new { r.TakenAwayAt });
    }
}

internal sealed class LookMapping : IEntityTypeConfiguration<Look>
{
    public void Configure(EntityTypeBuilder<Look> look)
    {
        look.HasIndex(l => new
        {
            l.ShareId,
            l.ReaderId,
            l.At,
        });
        look.HasOne<Share>().WithMany().HasForeignKey(l => l.ShareId).OnDelete(DeleteBehavior.Cascade);
        look.HasOne<Person>().WithMany().HasForeignKey(l => l.ReaderId).OnDelete(DeleteBehavior.Cascade);
        look.Purpose(DataPurpose.Development).Guarded(l => new { l.At });
    }
}
