using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class LeadershipCheckMapping : IEntityTypeConfiguration<LeadershipCheck>
{
    public void Configure(EntityTypeBuilder<LeadershipCheck> check)
    {
        check.HasOne<Person>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Cascade);
        check.HasIndex(c => new
        {
            c.OwnerId,
            c.RatedAt,
            c.Id,
        });
        check
            .Purpose(DataPurpose.Development)
            .Guarded(c => new
            {
                c.EditionId,
                c.Form,
                c.RatedAt,
                c.LaunchedAt,
                c.ClosedAt,
            });
    }
}
