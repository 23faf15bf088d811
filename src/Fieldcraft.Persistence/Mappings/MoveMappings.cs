using Fieldcraft.Domain.Moves;
using Fieldcraft.Domain.Pace;
using Fieldcraft.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class MoveComparisonMapping : IEntityTypeConfiguration<MoveComparison>
{
    public void Configure(EntityTypeBuilder<MoveComparison> comparison)
    {
        comparison.HasOne<Person>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Cascade);
        comparison.HasIndex(c => new { c.OwnerId, c.Id });
        comparison.Purpose(DataPurpose.Development).Guarded(c => new { c.BegunAt, c.ChangedAt });
    }
}

internal sealed class PacePictureMapping : IEntityTypeConfiguration<PacePicture>
{
    public void Configure(EntityTypeBuilder<PacePicture> picture)
    {
        picture.HasOne<Person>().WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.Cascade);
        picture.HasIndex(p => p.OwnerId).IsUnique();
        picture.Purpose(DataPurpose.Development).Guarded(p => new { p.ChangedAt });
    }
}
