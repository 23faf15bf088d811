using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Board;

/// <summary>
/// Every hour: postings whose last day is over close; one whose owner left somebody without an answer for ten counted days is flagged to its owner, and
/// closed five counted days later with a word to those who asked; and a trial about which the manager was silent for long enough is agreed. Whoever is away
/// today is noted, so that the time begins anew when they are back.
/// </summary>
internal sealed class LookAfterBoard(FieldcraftDb db, WorkCalendars calendars, Notices notices, Rules rules, TimeProvider clock) : IJob
{
    public const string JobKind = "board.look_after";
    private const int AtOnce = 200;

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        PostingId? posting = null;
        while ((posting = await LookAtPostingsAsync(posting, cancellationToken)) is not null)
        {
            db.ChangeTracker.Clear();
        }

        TrialNoticeId? trial = null;
        while ((trial = await LookAtTrialsAsync(trial, cancellationToken)) is not null)
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<PostingId?> LookAtPostingsAsync(PostingId? behind, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // Somewhere it is tomorrow already; each posting is then looked at by the day of its owner.
        var tomorrow = DateOnly.FromDateTime(now.UtcDateTime).AddDays(1);
        var some = await db
            .Postings.Where(p =>
                p.ClosedAt == null
                && (
                    p.UntilOn < tomorrow
                    || db.Interests.Any(i => i.PostingId == p.Id && i.State == InterestState.Open && i.AnsweredAt == null)
                    || db.People.Any(o => o.Id == p.OwnerId && o.Status == PersonStatus.Left)
                )
            )
            .Where(p => behind == null || p.Id.CompareTo(behind.Value) > 0)
            .OrderBy(p => p.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        if (some.Count == 0)
        {
            return null;
        }

        var ids = some.Select(p => p.Id).ToArray();
        var asked = (
            await db
                .Interests.Where(i => ids.Contains(i.PostingId) && i.State == InterestState.Open)
                .OrderBy(i => i.Id)
                .ToListAsync(cancellationToken)
        ).ToLookup(i => i.PostingId);
        var known = await calendars.OfAsync([.. some.Select(p => p.OwnerId)], cancellationToken);
        foreach (var posting in some)
        {
            Look(posting, [.. asked[posting.Id]], known[posting.OwnerId], now);

            // Its owner, or somebody who asks, was quicker: the next hour looks at the rest of this lot.
            if (!await db.TrySaveAsync(cancellationToken))
            {
                break;
            }
        }

        return some[^1].Id;
    }

    private void Look(Posting posting, List<Interest> asked, WorkCalendar owner, DateTimeOffset now)
    {
        var (days, today) = (owner.Days, owner.Today);
        if (posting.UntilOn < today || owner.HasLeft)
        {
            Close(posting, owner.HasLeft ? PostingEnd.NoAnswer : PostingEnd.Over, asked, now);
            return;
        }

        if (days.IsAway(today))
        {
            asked.ForEach(i => i.NotePosterAway(today, now));
            return;
        }

        var (flag, more) = (rules.Board.FlagAfterDays, rules.Board.CloseAfterMoreDays);
        if (
            posting.FlaggedOn is { } flagged
            && asked.Exists(i => i.HasWaited(flag + more, days, today) && i.HasWaited(flagged, more, days, today))
        )
        {
            Close(posting, PostingEnd.NoAnswer, asked, now);
            notices.Tell(posting.OwnerId, BoardNotices.ClosedUnanswered, BoardLinks.Posting(posting.Id));
        }
        else if (asked.Exists(i => i.HasWaited(flag, days, today)) && posting.Flag(today, now))
        {
            notices.Tell(posting.OwnerId, BoardNotices.Flagged, BoardLinks.Posting(posting.Id));
        }
    }

    private void Close(Posting posting, PostingEnd end, List<Interest> asked, DateTimeOffset now)
    {
        if (posting.Close(end, now).IsDone)
        {
            PostingDesk.CloseWith(posting, asked, notices, now);
        }
    }

    private async Task<TrialNoticeId?> LookAtTrialsAsync(TrialNoticeId? behind, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var some = await db
            .TrialNotices.Where(t => t.State == TrialState.Told && t.ManagerId != null)
            .Where(t => behind == null || t.Id.CompareTo(behind.Value) > 0)
            .OrderBy(t => t.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        if (some.Count == 0)
        {
            return null;
        }

        var known = await calendars.OfAsync([.. some.Select(t => t.ManagerId!.Value)], cancellationToken);
        foreach (var trial in some)
        {
            var manager = known[trial.ManagerId!.Value];
            if (manager.HasLeft)
            {
                continue;
            }

            if (manager.Days.IsAway(manager.Today))
            {
                trial.NoteManagerAway(manager.Today, now);
            }
            else if (trial.ConsentBySilence(rules.Board, manager.Days, manager.Today, now))
            {
                notices.Tell(trial.OwnerId, BoardNotices.TrialSilence, BoardLinks.Trial(trial.Id));
            }

            if (!await db.TrySaveAsync(cancellationToken))
            {
                break;
            }
        }

        return some[^1].Id;
    }
}
