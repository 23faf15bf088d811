using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.Home;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Reviews;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Home;

/// <summary>What the rooms know about a person, as far as the next steps need it. The titles are sealed.</summary>
internal sealed class HomeRow
{
    public required PersonId Person { get; init; }
    public DateTimeOffset? ActiveSince { get; init; }
    public DateOnly? LastCheckInOn { get; init; }

    /// <summary>The newest nudge that waits for an answer.</summary>
    public NudgeId? Nudge { get; init; }
    public StepKind? NudgeStep { get; init; }

    /// <summary>Whether the person was asked how much time they want to give.</summary>
    public bool IsTimeSaid { get; init; }
    public AssignmentId? Assignment { get; init; }
    public SealedText? AssignmentTitle { get; init; }
    public bool HasAnswers { get; init; }
    public PlanId? Plan { get; init; }
    public SealedText? PlanTitle { get; init; }
    public DateOnly? PlanStartsOn { get; init; }
    public DateOnly? PlanEndsOn { get; init; }
    public DateOnly? PlanReviewedOn { get; init; }
    public ExperimentId? Try { get; init; }
    public SealedText? TryWhat { get; init; }
    public DateOnly? TryOn { get; init; }
    public ExperimentId? Done { get; init; }
    public SealedText? DoneWhat { get; init; }
    public ReviewId? Review { get; init; }
    public SealedText? ReviewEvent { get; init; }
    public DateOnly? ReviewOn { get; init; }
    public FeedbackRequestId? Feedback { get; init; }
    public SealedText? FeedbackOn { get; init; }
    public ShareId? Share { get; init; }
    public SealedText? ShareTitle { get; init; }

    /// <summary>The facts without the strain check, which is sealed.</summary>
    public HomeFacts Facts(DateOnly today, Rules rules) =>
        new()
        {
            Today = today,
            Assignment = Assignment?.Value,
            HasAnswers = HasAnswers,
            Plan = Plan?.Value,
            PlanReviewOn = PlanStartsOn is { } starts
                ? DevelopmentPlan.NextReviewOn(starts, PlanEndsOn!.Value, PlanReviewedOn, rules.Plans)
                : null,
            Try = Try?.Value,
            TryOn = TryOn,
            TryToDecide = Done?.Value,
            ReviewToWrite = Review?.Value,
            ReviewEventOn = ReviewOn,
            Feedback = Feedback?.Value,
            Share = Share?.Value,
        };

    /// <summary>As <see cref="StrainState.IsDue"/>, from the days alone.</summary>
    public bool IsStrainCheckDue(TimeZoneInfo zone, DateOnly today, StrainRules strain) =>
        ActiveSince is { } since
        && today >= (LastCheckInOn ?? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(since, zone).DateTime)).AddDays(strain.EveryDays);

    public Dictionary<StepKind, SealedText?> Titles() =>
        new()
        {
            [StepKind.PickQuestions] = AssignmentTitle,
            [StepKind.SketchPlan] = AssignmentTitle,
            [StepKind.CaptureTry] = TryWhat,
            [StepKind.Reflect] = TryWhat,
            [StepKind.DecideNext] = DoneWhat,
            [StepKind.LookBack] = ReviewEvent,
            [StepKind.ReadFeedback] = FeedbackOn,
            [StepKind.ReadShare] = ShareTitle,
            [StepKind.PlanTry] = PlanTitle,
            [StepKind.ReviewPlan] = PlanTitle,
        };
}

/// <summary>Gathers the facts of all rooms for one person or for many, with one query: Home and the nudges begin with the same row.</summary>
internal static class HomeRows
{
    /// <param name="today">The day where these people are.</param>
    public static IQueryable<HomeRow> Of(FieldcraftDb db, IQueryable<Person> people, DateOnly today, Rules rules, DateTimeOffset now)
    {
        var since = AfterEventReview.OfferedSince(today, rules.Reviews);
        var goingOn = db.Assignments.Where(a => a.EndedOn == null);
        var assignments = goingOn.OrderByDescending(a => a.BroughtAt).ThenByDescending(a => a.Id);
        var plans = db.Plans.Where(p => p.EndedAt == null).OrderByDescending(p => p.StartedAt).ThenByDescending(p => p.Id);
        var planned = db.Experiments.Where(e => e.State == ExperimentState.Planned).OrderBy(e => e.On).ThenBy(e => e.Id);
        var done = db
            .Experiments.Where(e => e.State == ExperimentState.Done || e.State == ExperimentState.Reviewed)
            .OrderByDescending(e => e.On)
            .ThenByDescending(e => e.Id);
        var reviews = db
            .Reviews.Where(r => !r.IsBegun && r.EventOn >= since && r.EventOn <= today)
            .OrderByDescending(r => r.EventOn)
            .ThenByDescending(r => r.Id);
        var answered = db
            .FeedbackRequests.Where(r => r.AnsweredAt != null && r.ReadAt == null)
            .OrderBy(r => r.AnsweredAt)
            .ThenBy(r => r.Id);
        var open = db.Shares.OpenAt(now).OrderBy(s => s.SharedAt).ThenBy(s => s.Id);
        var readers = db.Set<ShareReader>().Where(r => r.TakenAwayAt == null);
        var looks = db.Looks;
        var fresh = now.AddDays(-rules.Rhythm.NudgeLinkDays);
        var nudges = db
            .Nudges.Where(n => n.TakenAt == null && n.DismissedAt == null && n.At > fresh)
            .OrderByDescending(n => n.At)
            .ThenByDescending(n => n.Id);

        // One value a subquery: SQLite knows no way to join the first row of each.
        return people
            .AsNoTracking()
            .Select(p => new HomeRow
            {
                Person = p.Id,
                ActiveSince = goingOn.Where(a => a.OwnerId == p.Id).Min(a => (DateTimeOffset?)a.BroughtAt),
                LastCheckInOn = db.CheckIns.Where(c => c.OwnerId == p.Id).Max(c => (DateOnly?)c.On),
                Nudge = nudges.Where(n => n.PersonId == p.Id).Select(n => (NudgeId?)n.Id).FirstOrDefault(),
                NudgeStep = nudges.Where(n => n.PersonId == p.Id).Select(n => (StepKind?)n.Step).FirstOrDefault(),
                IsTimeSaid = db.Rhythms.Any(r => r.PersonId == p.Id && r.MinutesAWeek != null),
                Assignment = assignments.Where(a => a.OwnerId == p.Id).Select(a => (AssignmentId?)a.Id).FirstOrDefault(),
                AssignmentTitle = assignments.Where(a => a.OwnerId == p.Id).Select(a => a.Title).FirstOrDefault(),
                HasAnswers = db.Answers.Any(x =>
                    x.OwnerId == p.Id && x.Text != null && goingOn.Any(a => a.OwnerId == p.Id && a.Id == x.AssignmentId)
                ),
                Plan = plans.Where(x => x.OwnerId == p.Id).Select(x => (PlanId?)x.Id).FirstOrDefault(),
                PlanTitle = plans.Where(x => x.OwnerId == p.Id).Select(x => x.Title).FirstOrDefault(),
                PlanStartsOn = plans.Where(x => x.OwnerId == p.Id).Select(x => (DateOnly?)x.StartsOn).FirstOrDefault(),
                PlanEndsOn = plans.Where(x => x.OwnerId == p.Id).Select(x => (DateOnly?)x.EndsOn).FirstOrDefault(),
                PlanReviewedOn = plans.Where(x => x.OwnerId == p.Id).Select(x => x.ReviewedOn).FirstOrDefault(),
                Try = planned.Where(e => e.OwnerId == p.Id).Select(e => (ExperimentId?)e.Id).FirstOrDefault(),
                TryWhat = planned.Where(e => e.OwnerId == p.Id).Select(e => e.What).FirstOrDefault(),
                TryOn = planned.Where(e => e.OwnerId == p.Id).Select(e => (DateOnly?)e.On).FirstOrDefault(),
                Done = done.Where(e => e.OwnerId == p.Id).Select(e => (ExperimentId?)e.Id).FirstOrDefault(),
                DoneWhat = done.Where(e => e.OwnerId == p.Id).Select(e => e.What).FirstOrDefault(),
                Review = reviews.Where(r => r.OwnerId == p.Id).Select(r => (ReviewId?)r.Id).FirstOrDefault(),
                ReviewEvent = reviews.Where(r => r.OwnerId == p.Id).Select(r => r.Event).FirstOrDefault(),
                ReviewOn = reviews.Where(r => r.OwnerId == p.Id).Select(r => (DateOnly?)r.EventOn).FirstOrDefault(),
                Feedback = answered.Where(r => r.OwnerId == p.Id).Select(r => (FeedbackRequestId?)r.Id).FirstOrDefault(),
                FeedbackOn = answered.Where(r => r.OwnerId == p.Id).Select(r => r.Behaviour).FirstOrDefault(),
                Share = open.Where(s =>
                        readers.Where(r => r.ReaderId == p.Id).Select(r => r.ShareId).Contains(s.Id)
                        && !looks.Any(l => l.ShareId == s.Id && l.ReaderId == p.Id)
                    )
                    .Select(s => (ShareId?)s.Id)
                    .FirstOrDefault(),
                ShareTitle = open.Where(s =>
                        readers.Where(r => r.ReaderId == p.Id).Select(r => r.ShareId).Contains(s.Id)
                        && !looks.Any(l => l.ShareId == s.Id && l.ReaderId == p.Id)
                    )
                    .Select(s => s.Title)
                    .FirstOrDefault(),
            });
    }
}
