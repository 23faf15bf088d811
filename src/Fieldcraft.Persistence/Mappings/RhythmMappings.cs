using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("Notices");
        notice.Property(n => n.Kind).HasMaxLength(Notice.KindLength);
        notice.Property(n => n.Address).HasMaxLength(Notice.AddressLength);
        notice.HasIndex(n => new { n.PersonId, n.SeenAt });
        notice.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Cascade);
        notice.HasOne<Person>().WithMany().HasForeignKey(n => n.FromId).OnDelete(DeleteBehavior.SetNull);
        notice
            .Purpose(DataPurpose.Development)
            .Guarded(n => new
            {
                n.Kind,
                n.Address,
                n.At,
                n.SeenAt,
                n.MailedAt,
                n.WaitsUntil,
            });
    }
}

internal sealed class AppointmentMapping : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> appointment)
    {
        appointment.ToTable("Appointments");
        appointment.Ignore(a => a.Sequence);
        appointment.Ignore(a => a.When);
        appointment.Property(a => a.Kind).HasMaxLength(Appointment.KindLength);
        appointment.Property(a => a.Address).HasMaxLength(Appointment.AddressLength);
        appointment.Property(a => a.TimeZone).HasMaxLength(AppointedTime.TimeZoneLength);
        appointment.HasIndex(a => new { a.SourceId, a.PersonId }).IsUnique();
        appointment.HasIndex(a => new { a.PersonId, a.On });
        appointment.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
        appointment.HasOne<Person>().WithMany().HasForeignKey(a => a.AskedById).OnDelete(DeleteBehavior.SetNull);
        appointment
            .Purpose(DataPurpose.Development)
            .Guarded(a => new
            {
                a.SourceId,
                a.Kind,
                a.On,
                a.Time,
                a.TimeZone,
                a.Takes,
                a.Address,
                a.ChangedAt,
                a.CancelledAt,
            });
    }
}

internal sealed class PersonalRhythmMapping : IEntityTypeConfiguration<PersonalRhythm>
{
    public void Configure(EntityTypeBuilder<PersonalRhythm> rhythm)
    {
        rhythm.ToTable("Rhythms");
        rhythm.Ignore(r => r.Works);
        rhythm.Ignore(r => r.Quiet);
        rhythm.Property(r => r.WorksOn).HasConversion<int?>();
        rhythm.Property(r => r.StrainMark).HasMaxLength(PersonalRhythm.HashLength);
        rhythm.Property(r => r.CalendarHash).HasMaxLength(PersonalRhythm.HashLength);
        rhythm.HasIndex(r => r.PersonId).IsUnique();
        rhythm.HasIndex(r => r.CalendarHash);
        rhythm.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
        rhythm.HasMany(r => r.Tellings).WithOne().HasForeignKey(t => t.RhythmId).OnDelete(DeleteBehavior.Cascade);
        rhythm
            .Purpose(DataPurpose.Development)
            .Guarded(r => new
            {
                r.MinutesAWeek,
                r.WorksFrom,
                r.WorksUntil,
                r.WorksOn,
                r.ReflectsOn,
                r.AwayUntil,
                r.WantsNudges,
                r.Dismissals,
                r.NudgesPausedAt,
                r.QuietFrom,
                r.QuietUntil,
                r.Digest,
                r.DigestedOn,
                r.MinutesAMonthAtMost,
                r.StrainMarkedAt,
                r.CalendarMadeAt,
            })
            .Secret(r => new { r.StrainMark, r.CalendarHash });
    }
}

internal sealed class ChosenTellingMapping : IEntityTypeConfiguration<ChosenTelling>
{
    public void Configure(EntityTypeBuilder<ChosenTelling> chosen)
    {
        chosen.ToTable("ChosenTellings");
        chosen.HasKey(c => new { c.RhythmId, c.Kind });
        chosen.Property(c => c.Kind).HasMaxLength(Notice.KindLength);
        chosen.HasIndex(c => c.PersonId);
        chosen.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
        chosen.Purpose(DataPurpose.Development).Guarded(c => new { c.Kind, c.Telling });
    }
}

internal sealed class NudgeMapping : IEntityTypeConfiguration<Nudge>
{
    public void Configure(EntityTypeBuilder<Nudge> nudge)
    {
        nudge.ToTable("Nudges");
        nudge.Ignore(n => n.IsOpen);
        nudge.HasIndex(n => new { n.PersonId, n.At });
        nudge.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Cascade);
        nudge
            .Purpose(DataPurpose.Development)
            .Guarded(n => new
            {
                n.Step,
                n.ItemId,
                n.On,
                n.Takes,
                n.At,
                n.End,
                n.TakenAt,
                n.DismissedAt,
            });
    }
}
