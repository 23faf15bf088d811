using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Rhythm;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class PreparationEventMapping : IEntityTypeConfiguration<PreparationEvent>
{
    public void Configure(EntityTypeBuilder<PreparationEvent> preparation)
    {
        preparation.ToTable("PreparationEvents");
        preparation.Property(e => e.Place).HasMaxLength(PreparationEvent.PlaceLength);
        preparation.Property(e => e.TimeZone).HasMaxLength(AppointedTime.TimeZoneLength);
        preparation.Property(e => e.Language).HasMaxLength(PreparationEvent.LanguageLength);
        preparation.Property(e => e.Shift).HasMaxLength(DirectoryFacts.WordLength);
        preparation
            .Ignore(e => e.When)
            .Ignore(e => e.IsPlanned)
            .Ignore(e => e.SeatsTaken)
            .Ignore(e => e.HasFreeSeat)
            .Ignore(e => e.Waiting);
        preparation.HasIndex(e => new
        {
            e.ModuleId,
            e.On,
            e.Id,
        });
        preparation.HasOne<Module>().WithMany().HasForeignKey(e => e.ModuleId).OnDelete(DeleteBehavior.Cascade);
        preparation.HasOne<Unit>().WithMany().HasForeignKey(e => e.SiteId).OnDelete(DeleteBehavior.SetNull);
        preparation.HasOne<Person>().WithMany().HasForeignKey(e => e.FacilitatorId).OnDelete(DeleteBehavior.SetNull);
        preparation.HasMany(e => e.Seated).WithOne().HasForeignKey(s => s.EventId).OnDelete(DeleteBehavior.Cascade);
        preparation
            .Purpose(DataPurpose.Development)
            .Guarded(e => new
            {
                e.Kind,
                e.Place,
                e.On,
                e.Time,
                e.TimeZone,
                e.Minutes,
                e.Language,
                e.Shift,
                e.Seats,
                e.State,
                e.PlannedAt,
                e.ChangedAt,
            });
    }
}

internal sealed class PreparationSeatMapping : IEntityTypeConfiguration<PreparationSeat>
{
    public void Configure(EntityTypeBuilder<PreparationSeat> seat)
    {
        seat.ToTable("PreparationSeats");
        seat.HasKey(s => new { s.EventId, s.PersonId });
        seat.HasIndex(s => s.PersonId);
        seat.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        seat.Purpose(DataPurpose.Development).Guarded(s => new { s.State, s.Since });
    }
}

internal sealed class LeaderReadinessMapping : IEntityTypeConfiguration<LeaderReadiness>
{
    public void Configure(EntityTypeBuilder<LeaderReadiness> readiness)
    {
        readiness.ToTable("LeaderReadiness");
        readiness.Ignore(r => r.IsPreviewed).Ignore(r => r.IsPractised).Ignore(r => r.IsPlannerDone).Ignore(r => r.IsCleared);
        readiness.HasIndex(r => new { r.ModuleId, r.OwnerId }).IsUnique();
        readiness.HasOne<Person>().WithMany().HasForeignKey(r => r.OwnerId).OnDelete(DeleteBehavior.Cascade);
        readiness.HasOne<Module>().WithMany().HasForeignKey(r => r.ModuleId).OnDelete(DeleteBehavior.Cascade);
        readiness.HasOne<Person>().WithMany().HasForeignKey(r => r.ClearedById).OnDelete(DeleteBehavior.SetNull);
        readiness.HasOne<Person>().WithMany().HasForeignKey(r => r.DeputyId).OnDelete(DeleteBehavior.SetNull);
        readiness
            .Purpose(DataPurpose.Development)
            .Guarded(r => new
            {
                r.PreviewedOn,
                r.PractisedOn,
                r.PlannerDoneAt,
                r.PlannerWord,
                r.ClearedAt,
                r.ExpectedOn,
                r.NoticedAt,
                r.ChangedAt,
            });
    }
}

internal sealed class LeaderComfortMapping : IEntityTypeConfiguration<LeaderComfort>
{
    public void Configure(EntityTypeBuilder<LeaderComfort> comfort)
    {
        comfort.ToTable("LeaderComforts");
        comfort.HasIndex(c => new { c.ModuleId, c.OwnerId }).IsUnique();
        comfort.HasOne<Person>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Cascade);
        comfort.HasOne<Module>().WithMany().HasForeignKey(c => c.ModuleId).OnDelete(DeleteBehavior.Cascade);
        comfort.HasOne<Person>().WithMany().HasForeignKey(c => c.CoachId).OnDelete(DeleteBehavior.SetNull);
        // Its names, one after the other.
        comfort.Property(c => c.Counted).HasMaxLength(120);
        comfort.Purpose(DataPurpose.Development).Guarded(c => new { c.Counted, c.ChangedAt });
    }
}

internal sealed class ConfidenceTallyMapping : IEntityTypeConfiguration<ConfidenceTally>
{
    public void Configure(EntityTypeBuilder<ConfidenceTally> tally)
    {
        tally.ToTable("ConfidenceTallies");
        tally.HasKey(t => new
        {
            t.ModuleId,
            t.Kind,
            t.Batch,
            t.Before,
            t.After,
        });
        // Of two who are counted at one moment, the later one looks again.
        tally.Property(t => t.Pairs).IsConcurrencyToken();
        tally.HasOne<Module>().WithMany().HasForeignKey(t => t.ModuleId).OnDelete(DeleteBehavior.Cascade);
        tally
            .Purpose(DataPurpose.Development)
            .Guarded(t => new
            {
                t.Kind,
                t.Batch,
                t.Before,
                t.After,
                t.Pairs,
            });
    }
}
