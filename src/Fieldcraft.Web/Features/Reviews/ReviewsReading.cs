using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Reviews;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Reviews;

/// <summary>A review, opened for its owner.</summary>
public sealed record OpenReview(
    ReviewId Id,
    ExperimentId? ExperimentId,
    string Event,
    DateOnly EventOn,
    string Partner,
    ReviewAnswers Answers,
    bool IsBegun,
    DateTimeOffset? ClosedAt,
    int Version
);

/// <summary>An event of which a review is offered now: a review that was set down before, or an experiment whose day has come.</summary>
public sealed record OfferedReview(string Event, DateOnly On, string Address);

/// <summary>Opens reviews for pages and API, and finds the events of which one is offered.</summary>
public sealed class ReviewsReading(FieldcraftDb db, Vault vault, Rules rules, Words words, TimeProvider clock)
{
    public const int PageSize = 30;
    private const int OffersShown = 5;

    public async Task<IReadOnlyList<OpenReview>> ListAsync(Viewer viewer, ReviewId? after, int limit, CancellationToken cancellationToken)
    {
        var reviews = db.Reviews.AsNoTracking().VisibleTo(viewer);
        if (after is { } id && await reviews.FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is { } last)
        {
            var on = last.EventOn;
            reviews = reviews.Where(r => r.EventOn < on || (r.EventOn == on && r.Id.CompareTo(id) < 0));
        }

        return await OpenAsync(
            viewer,
            reviews.OrderByDescending(r => r.EventOn).ThenByDescending(r => r.Id).Take(limit),
            cancellationToken
        );
    }

    public async Task<OpenReview?> FindAsync(Viewer viewer, ReviewId id, CancellationToken cancellationToken) =>
        await OpenAsync(viewer, db.Reviews.AsNoTracking().VisibleTo(viewer).Where(r => r.Id == id), cancellationToken) is [var found, ..]
            ? found
            : null;

    /// <summary>Experiments whose day came within the last two days and that nobody looked back at yet, newest first.</summary>
    public async Task<IReadOnlyList<OfferedReview>> OfferedAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var (me, today) = (viewer.PersonId, words.Today(clock.GetUtcNow()));
        var since = AfterEventReview.OfferedSince(today, rules.Reviews);
        var experiments = await db
            .Experiments.AsNoTracking()
            .Where(e =>
                e.OwnerId == me && e.On >= since && e.On <= today && (e.State == ExperimentState.Planned || e.State == ExperimentState.Done)
            )
            .Where(e => !db.Reviews.Any(r => r.ExperimentId == e.Id))
            .OrderByDescending(e => e.On)
            .Take(OffersShown)
            .Select(e => new
            {
                e.Id,
                e.What,
                e.On,
            })
            .ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, experiments.Select(e => e.What), cancellationToken);
        return [.. experiments.Select(e => new OfferedReview(unlocked.Open(e.What), e.On, ReviewsLinks.NewOf(e.Id)))];
    }

    /// <summary>Whether a review set down for this event is offered today.</summary>
    public bool IsOffered(OpenReview review) =>
        !review.IsBegun && AfterEventReview.IsOfferedOn(review.EventOn, words.Today(clock.GetUtcNow()), rules.Reviews);

    /// <summary>The day of the event, and with whom it is looked back at.</summary>
    public static string About(Words words, OpenReview review) =>
        review.Partner.Length == 0 ? words.Day(review.EventOn) : words["reviews.day_with", words.Day(review.EventOn), review.Partner];

    private async Task<IReadOnlyList<OpenReview>> OpenAsync(
        Viewer viewer,
        IQueryable<AfterEventReview> reviews,
        CancellationToken cancellationToken
    )
    {
        var rows = await reviews.ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.Select(r => r.Event), cancellationToken);
        return [.. rows.Select(r => Open(r, unlocked))];
    }

    private static OpenReview Open(AfterEventReview r, Unlocked unlocked) =>
        new(
            r.Id,
            r.ExperimentId,
            unlocked.Open(r.Event),
            r.EventOn,
            unlocked.OpenOrEmpty(r.Partner),
            new ReviewAnswers
            {
                WhatHappened = unlocked.OpenOrEmpty(r.WhatHappened),
                GoodPart = unlocked.OpenOrEmpty(r.GoodPart),
                LessGoodPart = unlocked.OpenOrEmpty(r.LessGoodPart),
                OtherExplanation = unlocked.OpenOrEmpty(r.OtherExplanation),
                OutsideSource = unlocked.OpenOrEmpty(r.OutsideSource),
                WithinControl = unlocked.OpenOrEmpty(r.WithinControl),
                NextIf = unlocked.OpenOrEmpty(r.NextIf),
                NextThen = unlocked.OpenOrEmpty(r.NextThen),
                NextOn = r.NextOn,
            },
            r.IsBegun,
            r.ClosedAt,
            r.Version
        );
}
