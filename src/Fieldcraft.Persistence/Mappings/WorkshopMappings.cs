using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Workshops;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class WorkshopMapping : IEntityTypeConfiguration<Workshop>
{
    public void Configure(EntityTypeBuilder<Workshop> workshop)
    {
        workshop.ToTable("Workshops");
        workshop.Property(w => w.Title).HasMaxLength(Workshop.TitleLength);
        workshop.Property(w => w.Programme).HasMaxLength(WorkshopProgramme.IdLength);
        workshop.Property(w => w.Place).HasMaxLength(Workshop.PlaceLength);
        workshop.Property(w => w.TimeZone).HasMaxLength(AppointedTime.TimeZoneLength);
        workshop.Property(w => w.BlockList).HasMaxLength(Workshop.BlockListLength);
        workshop
            .Ignore(w => w.Agenda)
            .Ignore(w => w.TakingPart)
            .Ignore(w => w.Waiting)
            .Ignore(w => w.HasFreeSeat)
            .Ignore(w => w.IsCalledOff);
        workshop.HasIndex(w => new
        {
            w.Door,
            w.On,
            w.Id,
        });
        workshop.HasOne<Person>().WithMany().HasForeignKey(w => w.OrganiserId).OnDelete(DeleteBehavior.SetNull);
        workshop.HasOne<Person>().WithMany().HasForeignKey(w => w.SecondId).OnDelete(DeleteBehavior.SetNull);
        workshop.HasOne<Workshop>().WithMany().HasForeignKey(w => w.EarlierId).OnDelete(DeleteBehavior.SetNull);
        workshop.HasMany(w => w.Seats).WithOne().HasForeignKey(s => s.WorkshopId).OnDelete(DeleteBehavior.Cascade);
        workshop.HasMany(w => w.Invitations).WithOne().HasForeignKey(i => i.WorkshopId).OnDelete(DeleteBehavior.Cascade);
        workshop
            .Purpose(DataPurpose.Development)
            .Guarded(w => new
            {
                w.Title,
                w.Programme,
                w.Place,
                w.On,
                w.Start,
                w.Until,
                w.TimeZone,
                w.BlockList,
                w.SeatCount,
                w.Door,
                w.Seed,
                w.ToldThrough,
                w.MadeAt,
                w.ChangedAt,
                w.CalledOffAt,
            });
    }
}

internal sealed class WorkshopSeatMapping : IEntityTypeConfiguration<WorkshopSeat>
{
    public void Configure(EntityTypeBuilder<WorkshopSeat> seat)
    {
        seat.ToTable("WorkshopSeats");
        seat.Ignore(s => s.Key);
        seat.HasIndex(s => new { s.WorkshopId, s.PersonId }).IsUnique();
        seat.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        seat.HasOne<WorkshopInvitation>().WithMany().HasForeignKey(s => s.InvitationId).OnDelete(DeleteBehavior.Cascade);
        seat.Purpose(DataPurpose.Development)
            .Guarded(s => new
            {
                s.State,
                s.Since,
                s.Group,
                s.Trio,
            });
    }
}

internal sealed class WorkshopInvitationMapping : IEntityTypeConfiguration<WorkshopInvitation>
{
    public void Configure(EntityTypeBuilder<WorkshopInvitation> invitation)
    {
        // No column for a reason, a date or a sender: DOMAIN 6.7 mixes people and never labels them.
        invitation.ToTable("WorkshopInvitations");
        invitation.Property(i => i.Name).HasMaxLength(WorkshopInvitation.NameLength);
        invitation.HasIndex(i => new { i.WorkshopId, i.PersonId }).IsUnique();
        invitation.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId).OnDelete(DeleteBehavior.Cascade);
        invitation.Purpose(DataPurpose.Development).Guarded(i => new { i.Name });
    }
}

internal sealed class CoachingSlotMapping : IEntityTypeConfiguration<CoachingSlot>
{
    public void Configure(EntityTypeBuilder<CoachingSlot> slot)
    {
        slot.ToTable("CoachingSlots");
        slot.Ignore(s => s.When);
        slot.Property(s => s.TimeZone).HasMaxLength(AppointedTime.TimeZoneLength);
        slot.HasOne<Workshop>().WithMany().HasForeignKey(s => s.WorkshopId).OnDelete(DeleteBehavior.Cascade);
        slot.HasOne<Person>().WithMany().HasForeignKey(s => s.FacilitatorId).OnDelete(DeleteBehavior.Cascade);
        slot.HasOne<Person>().WithMany().HasForeignKey(s => s.TakenById).OnDelete(DeleteBehavior.SetNull);
        slot.Purpose(DataPurpose.Development)
            .Guarded(s => new
            {
                s.On,
                s.Time,
                s.TimeZone,
                s.Minutes,
            });
    }
}

internal sealed class WorkshopNoteMapping : IEntityTypeConfiguration<WorkshopNote>
{
    public void Configure(EntityTypeBuilder<WorkshopNote> note)
    {
        note.ToTable("WorkshopNotes");
        note.HasOne<Person>().WithMany().HasForeignKey(n => n.OwnerId).OnDelete(DeleteBehavior.Cascade);
        note.HasOne<Workshop>().WithMany().HasForeignKey(n => n.WorkshopId).OnDelete(DeleteBehavior.Cascade);
        // One to a workshop: of two tabs that both write the first, the second is told.
        note.HasIndex(n => new { n.OwnerId, n.WorkshopId }).IsUnique();
        note.Purpose(DataPurpose.Development).Guarded(n => new { n.ChangedAt });
    }
}

internal sealed class InitiativeCheckMapping : IEntityTypeConfiguration<InitiativeCheck>
{
    public void Configure(EntityTypeBuilder<InitiativeCheck> check)
    {
        check.ToTable("InitiativeChecks");
        check.HasOne<Person>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Cascade);
        check.Purpose(DataPurpose.Development).Guarded(c => new { c.TakenOn });
    }
}

internal sealed class CheckTallyMapping : IEntityTypeConfiguration<CheckTally>
{
    public void Configure(EntityTypeBuilder<CheckTally> tally)
    {
        // No person and no time, on purpose: an answer for a group belongs to nobody any more.
        tally.ToTable("InitiativeTallies");
        tally.HasIndex(t => new { t.WorkshopId, t.Moment });
        tally.HasOne<Workshop>().WithMany().HasForeignKey(t => t.WorkshopId).OnDelete(DeleteBehavior.Cascade);
        tally
            .Purpose(DataPurpose.Development)
            .Guarded(t => new
            {
                t.Moment,
                t.Arm,
                t.Sum,
            });
    }
}

internal sealed class CheckContributionMapping : IEntityTypeConfiguration<CheckContribution>
{
    public void Configure(EntityTypeBuilder<CheckContribution> contribution)
    {
        contribution.ToTable("InitiativeContributions");
        contribution.HasKey(c => new
        {
            c.WorkshopId,
            c.Moment,
            c.OwnerId,
        });
        contribution.HasOne<Workshop>().WithMany().HasForeignKey(c => c.WorkshopId).OnDelete(DeleteBehavior.Cascade);
        contribution.HasOne<Person>().WithMany().HasForeignKey(c => c.OwnerId).OnDelete(DeleteBehavior.Cascade);
        contribution.Purpose(DataPurpose.Development).Guarded(c => new { c.Moment });
    }
}

internal sealed class GroupFigureMapping : IEntityTypeConfiguration<GroupFigure>
{
    public void Configure(EntityTypeBuilder<GroupFigure> figure)
    {
        figure.ToTable("InitiativeFigures");
        figure.Ignore(f => f.IsWithheld).Ignore(f => f.Interval);
        figure.HasKey(f => new
        {
            f.WorkshopId,
            f.Moment,
            f.Arm,
        });
        figure.HasOne<Workshop>().WithMany().HasForeignKey(f => f.WorkshopId).OnDelete(DeleteBehavior.Cascade);
        figure
            .Purpose(DataPurpose.Development)
            .Guarded(f => new
            {
                f.Moment,
                f.Arm,
                f.Count,
                f.Mean,
                f.Deviation,
            });
    }
}

internal sealed class WorkshopFiguresMapping : IEntityTypeConfiguration<WorkshopFigures>
{
    public void Configure(EntityTypeBuilder<WorkshopFigures> figures)
    {
        figures.ToTable("WorkshopFigures");
        figures.Ignore(f => f.HandCount).Ignore(f => f.Leaving);
        figures.HasOne<Workshop>().WithMany().HasForeignKey(f => f.Id).OnDelete(DeleteBehavior.Cascade);
        figures
            .Purpose(DataPurpose.Development)
            .Guarded(f => new
            {
                f.HandCountPeople,
                f.HandCountForPost,
                f.HandCountWhatHelps,
                f.AttendedPeople,
                f.AttendedLeft,
                f.OtherPeople,
                f.OtherLeft,
                f.LeavingMonths,
            });
    }
}
