using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.Home;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Reviews;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Home;

/// <summary>What Home says: the steps with the words of their items, and what happened this week.</summary>
public sealed record HomePage(IReadOnlyList<(NextStep Step, string? Title)> Steps, IReadOnlyList<HomeEvent> Week);

/// <summary>Something of the viewer's own that happened this week; several of a kind on one day are one line.</summary>
public sealed record HomeEvent(string Name, DateOnly On, int Count);

/// <summary>Gathers the facts of all rooms in a few queries, whatever their number, and opens only the titles that Home shows.</summary>
public sealed class HomeReading(FieldcraftDb db, Vault vault, StrainStates strain, Rules rules, Words words, TimeProvider clock)
{
    private const int EventsLooked = 200;
    private const int LinesShown = 5;

    /// <summary>The events that are worth a line, each with the words <c>home.week.NAME</c>.</summary>
    private static readonly string[] Told =
    [
        "AssignmentBrought",
        "PlanStarted",
        "PlanReviewed",
        "ExperimentPlanned",
        "ExperimentDone",
        "ExperimentDecided",
        "ReviewClosed",
        "FeedbackAsked",
        "FeedbackGiven",
        "JournalEntryWritten",
        "CopyShared",
    ];

    public async Task<HomePage> ReadAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await FindAsync(viewer, now, cancellationToken);
        var checkIns = await strain.RecentAsync(viewer, cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, [.. found.Titles.Values, .. checkIns.Select(c => c.Answers)], cancellationToken);
        var state = strain.Read(viewer, checkIns, unlocked, found.ActiveSince);
        var steps = NextSteps.Of(found.Facts with { IsStrainPositive = state.PromptsPause, IsStrainCheckDue = state.IsDue });
        return new(
            [
                .. steps.Select(s =>
                    (s, found.Titles.GetValueOrDefault(s.Kind) is { } title && unlocked.Opens(title) ? unlocked.Open(title) : null)
                ),
            ],
            await WeekAsync(viewer, now, cancellationToken)
        );
    }

    private async Task<Found> FindAsync(Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (me, today) = (viewer.PersonId, words.Today(now));
        var since = AfterEventReview.OfferedSince(today, rules.Reviews);
        var plan = await db
            .Plans.AsNoTracking()
            .Where(p => p.OwnerId == me && p.EndedAt == null)
            .OrderByDescending(p => p.StartedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var goingOn = db.Assignments.Where(a => a.OwnerId == me && a.EndedOn == null);
        var assignments = goingOn.OrderByDescending(a => a.BroughtAt);
        var planned = db.Experiments.Where(e => e.OwnerId == me && e.State == ExperimentState.Planned).OrderBy(e => e.On).ThenBy(e => e.Id);
        var done = db
            .Experiments.Where(e => e.OwnerId == me && (e.State == ExperimentState.Done || e.State == ExperimentState.Reviewed))
            .OrderByDescending(e => e.On)
            .ThenByDescending(e => e.Id);
        var reviews = db
            .Reviews.Where(r => r.OwnerId == me && !r.IsBegun && r.EventOn >= since && r.EventOn <= today)
            .OrderByDescending(r => r.EventOn)
            .ThenByDescending(r => r.Id);
        var answered = db
            .FeedbackRequests.Where(r => r.OwnerId == me && r.AnsweredAt != null && r.ReadAt == null)
            .OrderBy(r => r.AnsweredAt);
        var shares = db
            .Shares.OpenTo(db, viewer, now)
            .Where(s => !db.Looks.Any(l => l.ShareId == s.Id && l.ReaderId == me))
            .OrderBy(s => s.SharedAt);

        // One value a subquery: SQLite knows no way to join the first row of each.
        var row = await db
            .People.AsNoTracking()
            .Where(p => p.Id == me)
            .Select(_ => new
            {
                ActiveSince = goingOn.Min(a => (DateTimeOffset?)a.BroughtAt),
                Assignment = assignments.Select(a => (AssignmentId?)a.Id).FirstOrDefault(),
                AssignmentTitle = assignments.Select(a => a.Title).FirstOrDefault(),
                HasAnswers = db.Answers.Any(x => x.OwnerId == me && x.Text != null && goingOn.Any(a => a.Id == x.AssignmentId)),
                Try = planned.Select(e => (ExperimentId?)e.Id).FirstOrDefault(),
                TryWhat = planned.Select(e => e.What).FirstOrDefault(),
                TryOn = planned.Select(e => (DateOnly?)e.On).FirstOrDefault(),
                Done = done.Select(e => (ExperimentId?)e.Id).FirstOrDefault(),
                DoneWhat = done.Select(e => e.What).FirstOrDefault(),
                Review = reviews.Select(r => (ReviewId?)r.Id).FirstOrDefault(),
                ReviewEvent = reviews.Select(r => r.Event).FirstOrDefault(),
                ReviewOn = reviews.Select(r => (DateOnly?)r.EventOn).FirstOrDefault(),
                Feedback = answered.Select(r => (FeedbackRequestId?)r.Id).FirstOrDefault(),
                FeedbackOn = answered.Select(r => r.Behaviour).FirstOrDefault(),
                Share = shares.Select(s => (ShareId?)s.Id).FirstOrDefault(),
                ShareTitle = shares.Select(s => s.Title).FirstOrDefault(),
            })
            .FirstAsync(cancellationToken);
        var facts = new HomeFacts
        {
            Today = today,
            Assignment = row.Assignment?.Value,
            HasAnswers = row.HasAnswers,
            Plan = plan?.Id.Value,
            PlanReviewOn = plan?.NextReviewOn(rules.Plans),
            Try = row.Try?.Value,
            TryOn = row.TryOn,
            TryToDecide = row.Done?.Value,
            ReviewToWrite = row.Review?.Value,
            ReviewEventOn = row.ReviewOn,
            Feedback = row.Feedback?.Value,
            Share = row.Share?.Value,
        };
        return new(
            facts,
            row.ActiveSince,
            new()
            {
                [StepKind.PickQuestions] = row.AssignmentTitle,
                [StepKind.SketchPlan] = row.AssignmentTitle,
                [StepKind.CaptureTry] = row.TryWhat,
                [StepKind.Reflect] = row.TryWhat,
                [StepKind.DecideNext] = row.DoneWhat,
                [StepKind.LookBack] = row.ReviewEvent,
                [StepKind.ReadFeedback] = row.FeedbackOn,
                [StepKind.ReadShare] = row.ShareTitle,
                [StepKind.PlanTry] = plan?.Title,
                [StepKind.ReviewPlan] = plan?.Title,
            }
        );
    }

    private async Task<IReadOnlyList<HomeEvent>> WeekAsync(Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (me, since) = (viewer.PersonId.Value, now.AddDays(-7));
        var happened = await db
            .Events.AsNoTracking()
            .Where(e => e.OwnerId == me && e.At >= since && e.At <= now && Told.Contains(e.Name))
            .OrderByDescending(e => e.At)
            .Take(EventsLooked)
            .Select(e => new { e.Name, e.At })
            .ToListAsync(cancellationToken);
        return
        [
            .. happened
                .GroupBy(e => (e.Name, On: words.Today(e.At)))
                .OrderByDescending(g => g.Key.On)
                .Take(LinesShown)
                .Select(g => new HomeEvent(g.Key.Name, g.Key.On, g.Count())),
        ];
    }

    /// <summary>The facts without the strain check, which is sealed, and the sealed title of each step.</summary>
    private sealed record Found(HomeFacts Facts, DateTimeOffset? ActiveSince, Dictionary<StepKind, SealedText?> Titles);
}
