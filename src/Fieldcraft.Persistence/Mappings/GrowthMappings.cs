using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class GrowthStatementMapping : IEntityTypeConfiguration<GrowthStatement>
{
    public void Configure(EntityTypeBuilder<GrowthStatement> statement)
    {
        statement.HasOne<Person>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Cascade);
        statement.HasIndex(s => new
        {
            s.OwnerId,
            s.Kind,
            s.WrittenAt,
            s.Id,
        });
        statement.Purpose(DataPurpose.Development).Guarded(s => new { s.Kind, s.WrittenAt });
    }
}

internal sealed class PullReflectionMapping : IEntityTypeConfiguration<PullReflection>
{
    public void Configure(EntityTypeBuilder<PullReflection> reflection)
    {
        reflection.HasOne<Person>().WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Cascade);
        reflection.HasIndex(r => new
        {
            r.OwnerId,
            r.WrittenAt,
            r.Id,
        });
        reflection.Purpose(DataPurpose.Development).Guarded(r => new { r.WrittenAt });
    }
}

internal sealed class GrowthAimsMapping : IEntityTypeConfiguration<GrowthAims>
{
    public void Configure(EntityTypeBuilder<GrowthAims> aims)
    {
        aims.ToTable("GrowthAims");
        aims.HasOne<Person>().WithMany().HasForeignKey(a => a.OwnerId).OnDelete(DeleteBehavior.Cascade);
        aims.HasIndex(a => a.OwnerId).IsUnique();
        aims.Purpose(DataPurpose.Development).Guarded(a => new { a.EditionId, a.ChangedAt });
    }
}
