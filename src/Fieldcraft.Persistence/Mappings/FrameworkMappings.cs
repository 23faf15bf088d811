using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class FrameworkEditionMapping : IEntityTypeConfiguration<FrameworkEdition>
{
    public void Configure(EntityTypeBuilder<FrameworkEdition> edition)
    {
        edition.Property(e => e.Content).HasAnnotation("Fieldcraft:LongText", true);
        edition.Property(e => e.Note).HasMaxLength(FrameworkEdition.NoteLength);
        // One number, one edition: two who start a draft at one moment get one draft.
        edition.HasIndex(e => e.Number).IsUnique();
        edition.HasOne<Person>().WithMany().HasForeignKey(e => e.StartedById).OnDelete(DeleteBehavior.SetNull);
        edition.HasOne<Person>().WithMany().HasForeignKey(e => e.PublishedById).OnDelete(DeleteBehavior.SetNull);
        edition
            .Purpose(DataPurpose.Development)
            .Public(e => new
            {
                e.Number,
                e.BasedOnId,
                e.Content,
                e.Note,
                e.StartedAt,
                e.PublishedAt,
            });
    }
}
