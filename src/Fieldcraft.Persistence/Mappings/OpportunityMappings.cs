using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Sheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class ProviderEntryMapping : IEntityTypeConfiguration<ProviderEntry>
{
    public void Configure(EntityTypeBuilder<ProviderEntry> entry)
    {
        entry.Property(e => e.SharedNote).HasMaxLength(SheetBox.TextLength);
        entry.Property(e => e.SharedSource).HasMaxLength(SheetBox.LineLength);
        entry.HasIndex(e => new
        {
            e.OwnerId,
            e.Kind,
            e.Id,
        });
        entry.HasIndex(e => new { e.SharedWith, e.SharedAt });
        entry.HasOne<Person>().WithMany().HasForeignKey(e => e.OwnerId).OnDelete(DeleteBehavior.Cascade);
        entry.HasOne<Unit>().WithMany().HasForeignKey(e => e.SharedWith).OnDelete(DeleteBehavior.SetNull);
        entry
            .Purpose(DataPurpose.Development)
            .Guarded(e => new
            {
                e.Kind,
                e.WrittenAt,
                e.ChangedAt,
                e.SharedNote,
                e.SharedSource,
                e.SharedAt,
            });
    }
}

internal sealed class CustomerDialogueMapping : IEntityTypeConfiguration<CustomerDialogue>
{
    public void Configure(EntityTypeBuilder<CustomerDialogue> dialogue)
    {
        dialogue.HasIndex(d => new { d.OwnerId, d.Id });
        dialogue.HasOne<Person>().WithMany().HasForeignKey(d => d.OwnerId).OnDelete(DeleteBehavior.Cascade);
        dialogue.HasOne<ProviderEntry>().WithMany().HasForeignKey(d => d.CustomerId).OnDelete(DeleteBehavior.Cascade);
        dialogue
            .Purpose(DataPurpose.Development)
            .Guarded(d => new
            {
                d.PreparedAt,
                d.ChangedAt,
                d.HeldOn,
                d.IsAcrossUnits,
                d.NeedConfirmedAt,
            });
    }
}

internal sealed class OpportunityMapping : IEntityTypeConfiguration<Opportunity>
{
    public void Configure(EntityTypeBuilder<Opportunity> opportunity)
    {
        opportunity.Ignore(o => o.Latest).Ignore(o => o.IsOver);
        opportunity.HasIndex(o => new { o.OwnerId, o.Id });
        opportunity.HasOne<Person>().WithMany().HasForeignKey(o => o.OwnerId).OnDelete(DeleteBehavior.Cascade);

        // A customer can go from the map while what was made with them stays.
        opportunity.HasOne<ProviderEntry>().WithMany().HasForeignKey(o => o.CustomerId).OnDelete(DeleteBehavior.SetNull);
        opportunity.HasMany(o => o.Versions).WithOne().HasForeignKey(v => v.OpportunityId).OnDelete(DeleteBehavior.Cascade);
        opportunity
            .Purpose(DataPurpose.Development)
            .Guarded(o => new
            {
                o.Kind,
                o.State,
                o.BegunAt,
                o.ChangedAt,
                o.StateSince,
                o.CoCreatedAt,
                o.TrialAgreedAt,
                o.ResultConfirmedAt,
                o.End,
                o.WithCustomer,
                o.WithCustomerUntil,
            });
    }
}

internal sealed class PropositionVersionMapping : IEntityTypeConfiguration<PropositionVersion>
{
    public void Configure(EntityTypeBuilder<PropositionVersion> version)
    {
        version.HasKey(v => new { v.OpportunityId, v.Number });
        version.HasOne<Person>().WithMany().HasForeignKey(v => v.OwnerId).OnDelete(DeleteBehavior.Cascade);
        version
            .Purpose(DataPurpose.Development)
            .Guarded(v => new
            {
                v.IsCustomers,
                v.WrittenAt,
                v.SentAt,
            });
    }
}

internal sealed class CustomerLinkMapping : IEntityTypeConfiguration<CustomerLink>
{
    public void Configure(EntityTypeBuilder<CustomerLink> link)
    {
        link.Property(l => l.SecretHash).HasMaxLength(CustomerLink.SecretHashLength);
        link.Property(l => l.LinkWrap).HasMaxLength(CustomerLink.WrapLength);
        link.HasIndex(l => l.SecretHash).IsUnique();
        link.HasIndex(l => new { l.OwnerId, l.Id });
        link.HasOne<Person>().WithMany().HasForeignKey(l => l.OwnerId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<CustomerDialogue>().WithMany().HasForeignKey(l => l.DialogueId).OnDelete(DeleteBehavior.Cascade);
        link.HasOne<Opportunity>().WithMany().HasForeignKey(l => l.OpportunityId).OnDelete(DeleteBehavior.Cascade);
        link.Purpose(DataPurpose.Development)
            .Guarded(l => new
            {
                l.Ask,
                l.SentAt,
                l.ExpiresAt,
                l.AnsweredAt,
                l.Agrees,
                l.HasChanges,
                l.TakenBackAt,
            })
            .Secret(l => new { l.SecretHash, l.LinkWrap });
    }
}
