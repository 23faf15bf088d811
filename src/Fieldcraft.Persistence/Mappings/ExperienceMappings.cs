using Fieldcraft.Domain.Experience;
using Fieldcraft.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class PastExperienceMapping : IEntityTypeConfiguration<PastExperience>
{
    public void Configure(EntityTypeBuilder<PastExperience> experience)
    {
        experience.HasOne<Person>().WithMany().HasForeignKey(e => e.OwnerId).OnDelete(DeleteBehavior.Cascade);
        experience.HasIndex(e => new { e.OwnerId, e.Id });
        experience.Purpose(DataPurpose.Development).Guarded(e => new { e.ToldAt, e.ChangedAt });
    }
}
