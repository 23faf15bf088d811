using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Loop;
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
    InsightTopic Topic,
    Func<FieldcraftDb, Span, IQueryable<PersonId>> Holds,
    Func<FieldcraftDb, Span, IQueryable<PersonId>>? Among = null
)
{
    /// <summary>Whether it is counted among those who lead people only; among everybody, nearly all would be alike.</summary>
    public bool OfLeaders { get; init; }
}

/// <summary>What a measure is about; measures of one topic stand together.</summary>
public enum InsightTopic
{
    /// <summary>Who is reached, and whose ideas are answered.</summary>
    Reach,

    /// <summary>Who has work that stretches.</summary>
    Challenge,

    /// <summary>Who has support, and gives it.</summary>
    Support,

    /// <summary>What was tried.</summary>
    Tries,

    /// <summary>Whom work on the board goes to.</summary>
    Board,
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
            InsightTopic.Reach,
            (db, s) =>
                db
                    .SessionSeats.Where(x =>
                        x.Attended == true && db.TeachingSessions.Any(t => t.Id == x.SessionId && t.HeldAt >= s.Begins && t.HeldAt < s.Ends)
                    )
                    .Select(x => x.PersonId)
        ),
        OfLeaders(
            "ideas_in_time",
            InsightTopic.Reach,
            (db, s) =>
                IdeasDue(db, s)
                    .Where(i => !IdeasDue(db, s).Any(late => late.LeaderId == i.LeaderId && late.LateSince != null))
                    .Select(i => i.LeaderId!.Value),
            (db, s) => IdeasDue(db, s).Select(i => i.LeaderId!.Value)
        ),
        OfLeaders(
            "challenge",
            InsightTopic.Challenge,
            (db, s) => db.Assignments.Where(a => a.BroughtAt < s.Ends && (a.EndedOn == null || a.EndedOn >= s.From)).Select(a => a.OwnerId)
        ),
        OfLeaders("partner", InsightTopic.Support, WithPartner),
        OfLeaders(
            "partner_met",
            InsightTopic.Support,
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
        ),
        OfLeaders(
            "feedback",
            InsightTopic.Support,
            (db, s) => db.FeedbackRequests.Where(f => f.AnsweredAt >= s.Begins && f.AnsweredAt < s.Ends).Select(f => f.OwnerId)
        ),
        OfLeaders(
            "gives_time",
            InsightTopic.Support,
            (db, s) =>
                db
                    .PartnershipMembers.Where(m => m.Answer == PartnerAnswer.Yes && Running(db, s).Any(p => p.Id == m.PartnershipId))
                    .Select(m => m.PersonId)
        ),
        OfLeaders(
            "promise",
            InsightTopic.Support,
            (db, s) => db.EnablingPromises.Where(p => p.QuarterFrom == s.From).Select(p => p.OwnerId)
        ),
        OfLeaders(
            "trial",
            InsightTopic.Tries,
            (db, s) => db.TrialNotices.Where(t => t.ToldAt >= s.Begins && t.ToldAt < s.Ends).Select(t => t.OwnerId)
        ),
        OfLeaders(
            "experiment",
            InsightTopic.Tries,
            (db, s) => db.Experiments.Where(e => e.DoneAt >= s.Begins && e.DoneAt < s.Ends).Select(e => e.OwnerId)
        ),
        new(
            "asks_board",
            InsightTopic.Board,
            (db, s) => db.Interests.Where(i => i.AskedAt >= s.Begins && i.AskedAt < s.Ends).Select(i => i.OwnerId)
        ),
        // Apart, and each person in one of the two: of all who asked there is no figure, so that nothing is left to subtract.
        new("before_taken", InsightTopic.Board, HadDoneItBefore, (db, s) => Settled(db, s, isTaken: true).Select(i => i.OwnerId)),
        new("before_others", InsightTopic.Board, HadDoneItBefore, (db, s) => Settled(db, s, isTaken: false).Select(i => i.OwnerId)),
    ];

    private static QuarterMeasure OfLeaders(
        string id,
        InsightTopic topic,
        Func<FieldcraftDb, Span, IQueryable<PersonId>> holds,
        Func<FieldcraftDb, Span, IQueryable<PersonId>>? among = null
    ) => new(id, topic, holds, among) { OfLeaders = true };

    /// <summary>Ideas of teams whose answer came, or whose date passed, in the quarter.</summary>
    private static IQueryable<TeamIdea> IdeasDue(FieldcraftDb db, Span s) =>
        db.TeamIdeas.Where(i =>
            i.LeaderId != null
            && i.SubmittedAt < s.Ends
            && ((i.AnsweredAt >= s.Begins && i.AnsweredAt < s.Ends) || (i.AnsweredAt == null && i.DueOn >= s.From && i.DueOn <= s.Until))
        );

    /// <summary>Interests that were settled in the quarter, of those who said how new the work would be: of people who were taken up, or of those who never were.</summary>
    private static IQueryable<Interest> Settled(FieldcraftDb db, Span s, bool isTaken)
    {
        var settled = db.Interests.Where(i => i.Newness != null && i.SettledAt >= s.Begins && i.SettledAt < s.Ends);
        return isTaken
            ? settled.Where(i => i.State == InterestState.TakenUp)
            : settled.Where(i => !settled.Any(o => o.OwnerId == i.OwnerId && o.State == InterestState.TakenUp));
    }

    /// <summary>Who had done such work before: of those taken up by what they were taken up for, of the others by anything they asked about.</summary>
    private static IQueryable<PersonId> HadDoneItBefore(FieldcraftDb db, Span s) =>
        Settled(db, s, isTaken: true)
            .Concat(Settled(db, s, isTaken: false))
            .Where(i => i.Newness == WorkNewness.DoneBefore)
            .Select(i => i.OwnerId);

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
