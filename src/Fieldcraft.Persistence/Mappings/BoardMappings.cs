using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Calendar;
using Fieldcraft.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class HolidayMapping : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> holiday)
    {
        holiday.ToTable("Holidays");
        holiday.Property(h => h.Name).HasMaxLength(Holiday.NameLength);
        holiday.HasOne<Unit>().WithMany().HasForeignKey(h => h.UnitId).OnDelete(DeleteBehavior.Cascade);
        holiday.HasIndex(h => new { h.UnitId, h.On }).IsUnique();
        holiday.HasIndex(h => h.On);
        holiday.Purpose(DataPurpose.Directory).Public(h => new { h.On, h.Name });
    }
}

internal sealed class PostingMapping : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> posting)
    {
        posting.ToTable("Postings");
        posting.Ignore(p => p.ChallengeList);
        posting.Ignore(p => p.Wording);
        posting.Ignore(p => p.IsClosed);
        posting.HasOne<Person>().WithMany().HasForeignKey(p => p.OwnerId).OnDelete(DeleteBehavior.Cascade);
        posting.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.SetNull);
        posting.Property(p => p.Title).HasMaxLength(PostingWording.TitleLength);
        posting.Property(p => p.WhyItMatters).HasMaxLength(PostingWording.LongLength);
        posting.Property(p => p.GoodEnd).HasMaxLength(PostingWording.LongLength);
        posting.Property(p => p.Challenges).HasMaxLength(Posting.ChallengesLength);
        posting.Property(p => p.Support).HasMaxLength(PostingWording.LongLength);
        posting.Property(p => p.OffThePlate).HasMaxLength(PostingWording.LongLength);
        posting.Property(p => p.Needles).HasMaxLength(Posting.NeedlesLength);
        posting.HasIndex(p => new { p.ClosedAt, p.UntilOn });
        posting
            .Purpose(DataPurpose.Development)
            .Guarded(p => new
            {
                p.Kind,
                p.Title,
                p.WhyItMatters,
                p.GoodEnd,
                p.Challenges,
                p.HoursAWeek,
                p.FromOn,
                p.UntilOn,
                p.Support,
                p.OffThePlate,
                p.Needles,
                p.PostedAt,
                p.ChangedAt,
                p.FlaggedOn,
                p.ClosedAt,
                p.ClosedAs,
            });
    }
}

internal sealed class InterestMapping : IEntityTypeConfiguration<Interest>
{
    public void Configure(EntityTypeBuilder<Interest> interest)
    {
        interest.ToTable("Interests");
        interest.Ignore(i => i.IsOpen).Ignore(i => i.CanBeWritten).Ignore(i => i.WaitsForAnswer);
        interest.HasOne<Person>().WithMany().HasForeignKey(i => i.OwnerId).OnDelete(DeleteBehavior.Cascade);
        interest.HasOne<Person>().WithMany().HasForeignKey(i => i.PosterId).OnDelete(DeleteBehavior.Cascade);
        interest.HasOne<Posting>().WithMany().HasForeignKey(i => i.PostingId).OnDelete(DeleteBehavior.Cascade);
        interest.HasMany(i => i.Lines).WithOne().HasForeignKey(l => l.InterestId).OnDelete(DeleteBehavior.Cascade);
        // One conversation of a person about a posting: of two tabs that both ask, the second is told.
        interest.HasIndex(i => new { i.PostingId, i.OwnerId }).IsUnique();
        interest
            .Purpose(DataPurpose.Development)
            .Guarded(i => new
            {
                i.State,
                i.Newness,
                i.AskedOn,
                i.AskedAt,
                i.AnsweredAt,
                i.PosterAwayOn,
                i.ChangedAt,
                i.SettledAt,
            });
    }
}

internal sealed class InterestLineMapping : IEntityTypeConfiguration<InterestLine>
{
    public void Configure(EntityTypeBuilder<InterestLine> line)
    {
        line.ToTable("InterestLines");
        line.HasKey(l => new { l.InterestId, l.Number });
        line.HasOne<Person>().WithMany().HasForeignKey(l => l.OwnerId).OnDelete(DeleteBehavior.Cascade);
        line.Purpose(DataPurpose.Development).Guarded(l => new { l.IsOwners, l.At });
    }
}

internal sealed class TrialNoticeMapping : IEntityTypeConfiguration<TrialNotice>
{
    public void Configure(EntityTypeBuilder<TrialNotice> trial)
    {
        trial.ToTable("TrialNotices");
        trial.HasOne<Person>().WithMany().HasForeignKey(t => t.OwnerId).OnDelete(DeleteBehavior.Cascade);
        // A manager who is erased leaves the notice to the person; it is never agreed by that.
        trial.HasOne<Person>().WithMany().HasForeignKey(t => t.ManagerId).OnDelete(DeleteBehavior.SetNull);
        trial.HasOne<Posting>().WithMany().HasForeignKey(t => t.PostingId).OnDelete(DeleteBehavior.SetNull);
        trial.HasIndex(t => t.OpportunityId);
        trial.HasIndex(t => t.State);
        trial
            .Purpose(DataPurpose.Development)
            .Guarded(t => new
            {
                t.OpportunityId,
                t.State,
                t.AgreedBy,
                t.DatesToldOn,
                t.LoadToldOn,
                t.ConcernAbout,
                t.ManagerAwayOn,
                t.ToldAt,
                t.ChangedAt,
            });
    }
}
