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
