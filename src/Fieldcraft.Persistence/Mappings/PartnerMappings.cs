using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class PartnerOfferMapping : IEntityTypeConfiguration<PartnerOffer>
{
    public void Configure(EntityTypeBuilder<PartnerOffer> offer)
    {
        offer.ToTable("PartnerOffers");
        offer.Property(o => o.About).HasMaxLength(PartnerOffer.AboutLength);
        offer.HasIndex(o => o.OwnerId).IsUnique();
        offer.HasOne<Person>().WithMany().HasForeignKey(o => o.OwnerId).OnDelete(DeleteBehavior.Cascade);
        offer.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OfferId).OnDelete(DeleteBehavior.Cascade);
        offer
            .Purpose(DataPurpose.Development)
            .Public(o => new
            {
                o.About,
                o.Capacity,
                o.IsPaused,
                o.ChangedAt,
            });
    }
}

internal sealed class PartnerOfferLineMapping : IEntityTypeConfiguration<PartnerOfferLine>
{
    public void Configure(EntityTypeBuilder<PartnerOfferLine> line)
    {
        line.ToTable("PartnerOfferLines");
        line.Property(l => l.Code).HasMaxLength(PartnerOffer.CodeLength);
        line.HasKey(l => new
        {
            l.OfferId,
            l.Area,
            l.Code,
        });
        line.HasIndex(l => new
        {
            l.Area,
            l.Code,
            l.OfferId,
        });
        line.Purpose(DataPurpose.Development).Public(l => new { l.Area, l.Code });
    }
}

internal sealed class PartnershipMapping : IEntityTypeConfiguration<Partnership>
{
    public void Configure(EntityTypeBuilder<Partnership> partnership)
    {
        partnership.ToTable("Partnerships");
        partnership.Ignore(p => p.Partners);
        partnership.Property(p => p.TimeZone).HasMaxLength(AppointedTime.TimeZoneLength);
        partnership.HasIndex(p => new { p.OwnerId, p.State });
        partnership.HasIndex(p => new { p.State, p.ExpiresAt });
        partnership.HasOne<Person>().WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.Cascade);
        partnership.HasMany(p => p.Members).WithOne().HasForeignKey(m => m.PartnershipId).OnDelete(DeleteBehavior.Cascade);
        partnership
            .Purpose(DataPurpose.Development)
            .Guarded(p => new
            {
                p.Kind,
                p.State,
                p.AskedAt,
                p.ExpiresAt,
                p.AcceptedAt,
                p.Rhythm,
                p.FirstOn,
                p.FirstAt,
                p.Until,
                p.TimeZone,
                p.AgreedAt,
                p.EndedAt,
                p.NoFirstToldAt,
                p.MissedToldAt,
            });
    }
}

internal sealed class PartnershipMemberMapping : IEntityTypeConfiguration<PartnershipMember>
{
    public void Configure(EntityTypeBuilder<PartnershipMember> member)
    {
        member.ToTable("PartnershipMembers");
        member.HasKey(m => new { m.PartnershipId, m.PersonId });
        member.HasIndex(m => new { m.PersonId, m.PartnershipId });
        member.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Cascade);
        member
            .Purpose(DataPurpose.Development)
            .Guarded(m => new
            {
                m.Answer,
                m.AskedAt,
                m.AnsweredAt,
                m.ConfirmedAt,
            });
    }
}

internal sealed class PartnerMeetingMapping : IEntityTypeConfiguration<PartnerMeeting>
{
    public void Configure(EntityTypeBuilder<PartnerMeeting> meeting)
    {
        meeting.ToTable("PartnerMeetings");
        meeting.Ignore(m => m.When);
        meeting.Property(m => m.TimeZone).HasMaxLength(AppointedTime.TimeZoneLength);
        meeting.HasIndex(m => new { m.PartnershipId, m.On });
        meeting.HasOne<Partnership>().WithMany().HasForeignKey(m => m.PartnershipId).OnDelete(DeleteBehavior.Cascade);
        meeting.HasMany(m => m.Wishes).WithOne().HasForeignKey(w => w.MeetingId).OnDelete(DeleteBehavior.Cascade);
        meeting
            .Purpose(DataPurpose.Development)
            .Guarded(m => new
            {
                m.On,
                m.Time,
                m.TimeZone,
                m.Takes,
                m.State,
                m.WasMoved,
                m.NotedAt,
            });
    }
}

internal sealed class NotesWishMapping : IEntityTypeConfiguration<NotesWish>
{
    public void Configure(EntityTypeBuilder<NotesWish> wish)
    {
        wish.ToTable("PartnerNotesWishes");
        wish.HasKey(w => new { w.MeetingId, w.PersonId });
        wish.HasOne<Person>().WithMany().HasForeignKey(w => w.PersonId).OnDelete(DeleteBehavior.Cascade);
        wish.Purpose(DataPurpose.Development).Guarded(w => new { w.At });
    }
}

internal sealed class PartnerNoteMapping : IEntityTypeConfiguration<PartnerNote>
{
    public void Configure(EntityTypeBuilder<PartnerNote> note)
    {
        note.ToTable("PartnerNotes");
        note.HasIndex(n => new
        {
            n.MeetingId,
            n.OwnerId,
            n.Use,
        });
        note.HasIndex(n => new
        {
            n.OwnerId,
            n.WrittenAt,
            n.Id,
        });
        note.HasOne<Person>().WithMany().HasForeignKey(n => n.OwnerId).OnDelete(DeleteBehavior.Cascade);
        note.HasOne<Partnership>().WithMany().HasForeignKey(n => n.PartnershipId).OnDelete(DeleteBehavior.SetNull);
        note.HasOne<PartnerMeeting>().WithMany().HasForeignKey(n => n.MeetingId).OnDelete(DeleteBehavior.SetNull);
        note.Purpose(DataPurpose.Development)
            .Guarded(n => new
            {
                n.Use,
                n.WrittenAt,
                n.ChangedAt,
            });
    }
}

internal sealed class AppraisalSeasonMapping : IEntityTypeConfiguration<AppraisalSeason>
{
    public void Configure(EntityTypeBuilder<AppraisalSeason> season)
    {
        season.ToTable("AppraisalSeasons");
        season.Ignore(s => s.Window);
        season.HasIndex(s => s.UnitId).IsUnique();
        season.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Cascade);
        season
            .Purpose(DataPurpose.Development)
            .Public(s => new
            {
                s.FirstDay,
                s.LastDay,
                s.DistanceDays,
                s.ChangedAt,
            });
    }
}

internal sealed class GroupTalkMapping : IEntityTypeConfiguration<GroupTalk>
{
    public void Configure(EntityTypeBuilder<GroupTalk> talk)
    {
        talk.ToTable("GroupTalks");
        talk.Ignore(t => t.When);
        talk.Property(t => t.TimeZone).HasMaxLength(AppointedTime.TimeZoneLength);
        talk.HasIndex(t => new { t.OwnerId, t.On });
        talk.HasOne<Person>().WithMany().HasForeignKey(t => t.OwnerId).OnDelete(DeleteBehavior.Cascade);
        talk.HasMany(t => t.Seats).WithOne().HasForeignKey(s => s.TalkId).OnDelete(DeleteBehavior.Cascade);
        talk.Purpose(DataPurpose.Development)
            .Guarded(t => new
            {
                t.On,
                t.Time,
                t.TimeZone,
                t.Takes,
                t.CalledOffAt,
            });
    }
}

internal sealed class GroupTalkSeatMapping : IEntityTypeConfiguration<GroupTalkSeat>
{
    public void Configure(EntityTypeBuilder<GroupTalkSeat> seat)
    {
        seat.ToTable("GroupTalkSeats");
        seat.HasKey(s => new { s.TalkId, s.PersonId });
        seat.HasIndex(s => new { s.PersonId, s.TalkId });
        seat.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        seat.Purpose(DataPurpose.Development);
    }
}
