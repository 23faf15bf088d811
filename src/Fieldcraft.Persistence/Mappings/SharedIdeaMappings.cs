using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SharedIdeas;
using Fieldcraft.Domain.Sharing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class OutsideCopyMapping : IEntityTypeConfiguration<OutsideCopy>
{
    public void Configure(EntityTypeBuilder<OutsideCopy> copy)
    {
        copy.ToTable("OutsideCopies");
        copy.Property(c => c.SecretHash).HasMaxLength(OutsideCopy.SecretHashLength);
        copy.Property(c => c.LinkWrap).HasMaxLength(OutsideCopy.WrapLength);
        copy.HasIndex(c => c.SecretHash).IsUnique();
        copy.HasIndex(c => new
        {
            c.OwnerId,
            c.SharedAt,
            c.Id,
        });
        copy.HasOne<Person>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Cascade);
        copy.Purpose(DataPurpose.Development)
            .Guarded(c => new
            {
                c.Kind,
                c.ItemId,
                c.SharedAt,
                c.EndsAt,
                c.EndedAt,
                c.OpenedAt,
                c.LastOpenedAt,
            })
            .Secret(c => new { c.SecretHash, c.LinkWrap });
    }
}

internal sealed class IdeaMapping : IEntityTypeConfiguration<Idea>
{
    public void Configure(EntityTypeBuilder<Idea> idea)
    {
        idea.ToTable("SharedIdeas");
        idea.HasIndex(i => new
        {
            i.OwnerId,
            i.AddedAt,
            i.Id,
        });
        idea.HasOne<Person>().WithMany().HasForeignKey(i => i.OwnerId).OnDelete(DeleteBehavior.Cascade);
        idea.HasOne<Share>().WithMany().HasForeignKey(i => i.ShareId).OnDelete(DeleteBehavior.SetNull);
        idea.HasOne<OutsideCopy>().WithMany().HasForeignKey(i => i.OutsideCopyId).OnDelete(DeleteBehavior.SetNull);
        idea.Purpose(DataPurpose.Development)
            .Guarded(i => new
            {
                i.Kind,
                i.ItemId,
                i.AddedAt,
                i.Use,
                i.DecidedAt,
            });
    }
}
