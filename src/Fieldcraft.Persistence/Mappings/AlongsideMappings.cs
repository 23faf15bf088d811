using Fieldcraft.Domain.Alongside;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class LearningOfferMapping : IEntityTypeConfiguration<LearningOffer>
{
    public void Configure(EntityTypeBuilder<LearningOffer> offer)
    {
        offer.ToTable("LearningOffers");
        offer.Ignore(o => o.CapabilityList);
        offer.Ignore(o => o.Wording);
        offer.HasOne<Person>().WithMany().HasForeignKey(o => o.OwnerId).OnDelete(DeleteBehavior.Cascade);
        offer.Property(o => o.What).HasMaxLength(OfferWording.WhatLength);
        offer.Property(o => o.When).HasMaxLength(OfferWording.ShortLength);
        offer.Property(o => o.Where).HasMaxLength(OfferWording.ShortLength);
        offer.Property(o => o.HowICoach).HasMaxLength(OfferWording.LongLength);
        offer.Property(o => o.WhomItSuits).HasMaxLength(OfferWording.LongLength);
        offer.Property(o => o.Archetype).HasMaxLength(AssignmentFacts.ArchetypeLength);
        offer.Property(o => o.Capabilities).HasMaxLength(LearningOffer.CapabilitiesLength);
        offer.Property(o => o.Needles).HasMaxLength(LearningOffer.NeedlesLength);
        offer.HasIndex(o => o.Archetype);
        offer
            .Purpose(DataPurpose.Development)
            .Guarded(o => new
            {
                o.Kind,
                o.What,
                o.When,
                o.Where,
                o.HowICoach,
                o.WhomItSuits,
                o.Guests,
                o.UntilOn,
                o.Archetype,
                o.Capabilities,
                o.Needles,
                o.MadeAt,
                o.ChangedAt,
                o.TakenBackAt,
            });
    }
}

internal sealed class AlongsideVisitMapping : IEntityTypeConfiguration<AlongsideVisit>
{
    public void Configure(EntityTypeBuilder<AlongsideVisit> visit)
    {
        visit.ToTable("AlongsideVisits");
        visit.HasOne<Person>().WithMany().HasForeignKey(v => v.OwnerId).OnDelete(DeleteBehavior.Cascade);
        visit.HasOne<Person>().WithMany().HasForeignKey(v => v.HostId).OnDelete(DeleteBehavior.Cascade);
        visit.HasOne<LearningOffer>().WithMany().HasForeignKey(v => v.OfferId).OnDelete(DeleteBehavior.Cascade);
        visit.Property(v => v.TimeZone).HasMaxLength(AppointedTime.TimeZoneLength);
        visit
            .Purpose(DataPurpose.Development)
            .Guarded(v => new
            {
                v.On,
                v.Time,
                v.TimeZone,
                v.Takes,
                v.State,
                v.AskedAt,
                v.ChangedAt,
            });
    }
}

internal sealed class VisitReflectionMapping : IEntityTypeConfiguration<VisitReflection>
{
    public void Configure(EntityTypeBuilder<VisitReflection> reflection)
    {
        reflection.ToTable("VisitReflections");
        reflection.HasOne<Person>().WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Cascade);
        // One to a visit: of two tabs that both write the first, the second is told.
        reflection.HasOne<AlongsideVisit>().WithMany().HasForeignKey(r => r.VisitId).OnDelete(DeleteBehavior.Cascade);
        reflection.HasIndex(r => r.VisitId).IsUnique();
        reflection.Purpose(DataPurpose.Development).Guarded(r => new { r.WrittenAt, r.ChangedAt });
    }
}
