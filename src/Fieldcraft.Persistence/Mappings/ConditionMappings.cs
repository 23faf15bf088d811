using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class ConditionMapping : IEntityTypeConfiguration<Condition>
{
    public void Configure(EntityTypeBuilder<Condition> condition)
    {
        condition.ToTable("Conditions");
        condition.Property(c => c.Topic).HasMaxLength(Condition.TopicLength);
        condition.Property(c => c.JobTitle).HasMaxLength(DirectoryFacts.JobTitleLength);
        condition.Property(c => c.TitleKey).HasMaxLength(FoldedName.Length).HasAnnotation("Fieldcraft:Ordinal", true);
        condition.Property(c => c.Text).HasMaxLength(Condition.TextLength);
        condition
            .HasIndex(c => new
            {
                c.UnitId,
                c.Topic,
                c.TitleKey,
            })
            .IsUnique();
        condition.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Cascade);
        condition.HasOne<Person>().WithMany().HasForeignKey(c => c.WrittenById).OnDelete(DeleteBehavior.SetNull);
        condition.HasMany(c => c.Editions).WithOne().HasForeignKey(e => e.ConditionId).OnDelete(DeleteBehavior.Cascade);
        condition
            .Purpose(DataPurpose.Development)
            .Public(c => new
            {
                c.Topic,
                c.JobTitle,
                c.TitleKey,
                c.Text,
                c.WrittenAt,
            });
    }
}

internal sealed class ConditionEditionMapping : IEntityTypeConfiguration<ConditionEdition>
{
    public void Configure(EntityTypeBuilder<ConditionEdition> edition)
    {
        edition.ToTable("ConditionEditions");
        edition.HasKey(e => new { e.ConditionId, e.Number });
        edition.Property(e => e.Text).HasMaxLength(Condition.TextLength);
        edition.HasOne<Person>().WithMany().HasForeignKey(e => e.WrittenById).OnDelete(DeleteBehavior.SetNull);
        edition
            .Purpose(DataPurpose.Development)
            .Public(e => new
            {
                e.Number,
                e.Text,
                e.WrittenAt,
            });
    }
}
