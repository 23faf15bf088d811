using Fieldcraft.Domain.People;
using Fieldcraft.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class IdempotentRequestMapping : IEntityTypeConfiguration<IdempotentRequest>
{
    public void Configure(EntityTypeBuilder<IdempotentRequest> request)
    {
        request.ToTable("IdempotentRequests");
        request.HasKey(r => r.KeyHash);
        request.Property(r => r.KeyHash).HasMaxLength(IdempotentRequest.HashLength);
        request.Property(r => r.BodyHash).HasMaxLength(IdempotentRequest.HashLength);
        request.HasOne<Person>().WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Cascade);
        request.HasIndex(r => r.BegunAt);
        request
            .Purpose(DataPurpose.Running)
            .Guarded(r => new { r.BegunAt, r.ChangedAt })
            .Secret(r => new
            {
                r.KeyHash,
                r.BodyHash,
                r.Answer,
            });
    }
}
