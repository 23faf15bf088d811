using Fieldcraft.Domain.Journal;
using Fieldcraft.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class JournalEntryMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> entry)
    {
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.OwnerId).OnDelete(DeleteBehavior.Cascade);
        entry.HasIndex(e => new
        {
            e.OwnerId,
            e.WrittenAt,
            e.Id,
        });
        entry
            .Purpose(DataPurpose.Development)
            .Guarded(e => new
            {
                e.Prompt,
                e.WrittenAt,
                e.ChangedAt,
            });
    }
}
