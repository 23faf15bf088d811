using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class GrowthStoryMapping : IEntityTypeConfiguration<GrowthStory>
{
    public void Configure(EntityTypeBuilder<GrowthStory> story)
    {
        story.ToTable("GrowthStories");
        story.HasOne<Person>().WithMany().HasForeignKey(s => s.OwnerId).OnDelete(DeleteBehavior.Cascade);
        story.HasOne<Person>().WithMany().HasForeignKey(s => s.InterviewerId).OnDelete(DeleteBehavior.SetNull);
        story.HasIndex(s => new { s.OwnerId, s.Id });
        story
            .Purpose(DataPurpose.Development)
            .Guarded(s => new
            {
                s.Consent,
                s.WrittenAt,
                s.ChangedAt,
                s.HandedOverAt,
                s.DecidedAt,
            });
    }
}

internal sealed class PublishedStoryMapping : IEntityTypeConfiguration<PublishedStory>
{
    public void Configure(EntityTypeBuilder<PublishedStory> copy)
    {
        copy.ToTable("PublishedStories");
        copy.Ignore(s => s.Parts);
        copy.Ignore(s => s.Kinds);
        copy.HasOne<GrowthStory>().WithOne().HasForeignKey<PublishedStory>(s => s.Id).OnDelete(DeleteBehavior.Cascade);
        copy.HasOne<Person>().WithMany().HasForeignKey(s => s.TellerId).OnDelete(DeleteBehavior.Cascade);
        copy.Property(s => s.Archetype).HasMaxLength(PublishedStory.ArchetypeLength);
        copy.Property(s => s.Dimensions).HasMaxLength(PublishedStory.DimensionsLength);
        copy.Property(s => s.Title).HasMaxLength(StoryTexts.TitleLength);
        copy.Property(s => s.Text).HasAnnotation("Fieldcraft:LongText", true);
        copy.Property(s => s.Needles).HasAnnotation("Fieldcraft:LongText", true);
        copy.HasIndex(s => new { s.PublishedAt, s.Id });
        copy.HasIndex(s => s.Archetype);
        copy.Purpose(DataPurpose.Development)
            .Guarded(s => new
            {
                s.IsRead,
                s.Archetype,
                s.Dimensions,
                s.Title,
                s.Text,
                s.Needles,
                s.PublishedAt,
            });
    }
}
