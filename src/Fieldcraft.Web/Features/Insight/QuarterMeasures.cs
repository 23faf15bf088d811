using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>One thing that is counted about people in a quarter; its words are <c>insight.measure.ID</c>.</summary>
/// <param name="Among">Who it is asked of; null for everybody.</param>
/// <param name="Holds">Of whom it is true.</param>
public sealed record QuarterMeasure(
    string Id,
    Func<FieldcraftDb, Span, IQueryable<PersonId>> Holds,
    Func<FieldcraftDb, Span, IQueryable<PersonId>>? Among = null
)
{
    /// <summary>Whether it is counted among those who lead people only; among everybody, nearly all would be alike.</summary>
    public bool OfLeaders { get; init; }
}

/// <summary>A quarter as days and as instants.</summary>
public sealed record Span(DateOnly From, DateOnly Until)
{
    public DateTimeOffset Begins => new(From.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public DateTimeOffset Ends => new(Until.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public static Span Of(Quarter quarter) => new(quarter.From, quarter.Until);
}

/// <summary>
/// What Insight counts (DOMAIN 9.2, 9.5): who is reached, who has work that stretches, who has support, and where support stalls. Support is counted rather than experiments;
/// texts, levels and ratings are sealed and are in no count.
/// </summary>
public static class QuarterMeasures
{
    private const int StalledAfterDays = 30;

    public static readonly IReadOnlyList<QuarterMeasure> All =
    [
        new(
            "reached",
            (db, s) =>
                db
                    .SessionSeats.Where(x =>
                        x.Attended == true && db.TeachingSessions.Any(t => t.Id == x.SessionId && t.HeldAt >= s.Begins && t.HeldAt < s.Ends)
                    )
                    .Select(x => x.PersonId)
        ),
        new(
            "challenge",
            (db, s) => db.Assignments.Where(a => a.BroughtAt < s.Ends && (a.EndedOn == null || a.EndedOn >= s.From)).Select(a => a.OwnerId)
        )
        {
            OfLeaders = true,
        },
        new("partner", WithPartner) { OfLeaders = true },
        new(
            "partner_met",
            (db, s) =>
                Of(
                    db,
                    Running(db, s)
                        .Where(p =>
                            db.PartnerMeetings.Any(x =>
                                x.PartnershipId == p.Id
                                && x.State == MeetingState.Met
                                && x.On >= s.Until.AddDays(-StalledAfterDays)
                                && x.On <= s.Until
                            )
                        )
                ),
            WithPartner
        )
        {
            OfLeaders = true,
        },
        new("feedback", (db, s) => db.FeedbackRequests.Where(f => f.AnsweredAt >= s.Begins && f.AnsweredAt < s.Ends).Select(f => f.OwnerId))
        {
            OfLeaders = true,
        },
        new(
            "gives_time",
            (db, s) =>
                db
                    .PartnershipMembers.Where(m => m.Answer == PartnerAnswer.Yes && Running(db, s).Any(p => p.Id == m.PartnershipId))
                    .Select(m => m.PersonId)
        )
        {
            OfLeaders = true,
        },
        new("asks_board", (db, s) => db.Interests.Where(i => i.AskedAt >= s.Begins && i.AskedAt < s.Ends).Select(i => i.OwnerId)),
        new("trial", (db, s) => db.TrialNotices.Where(t => t.ToldAt >= s.Begins && t.ToldAt < s.Ends).Select(t => t.OwnerId))
        {
            OfLeaders = true,
        },
        new("experiment", (db, s) => db.Experiments.Where(e => e.DoneAt >= s.Begins && e.DoneAt < s.Ends).Select(e => e.OwnerId))
        {
            OfLeaders = true,
        },
    ];

    private static IQueryable<PersonId> WithPartner(FieldcraftDb db, Span s) => Of(db, Running(db, s));

    private static IQueryable<Partnership> Running(FieldcraftDb db, Span s) =>
        db.Partnerships.Where(p => p.AcceptedAt < s.Ends && (p.EndedAt == null || p.EndedAt >= s.Begins));

    private static IQueryable<PersonId> Of(FieldcraftDb db, IQueryable<Partnership> partnerships) =>
        partnerships
            .Select(p => p.OwnerId)
            .Concat(
                db.PartnershipMembers.Where(m => m.Answer == PartnerAnswer.Yes && partnerships.Any(p => p.Id == m.PartnershipId))
                    .Select(m => m.PersonId)
            );
}
