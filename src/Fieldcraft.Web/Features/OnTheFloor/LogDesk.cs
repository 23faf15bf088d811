using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Embedding;
using Fieldcraft.Web.Features.Loop;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Features.TeachingSessions;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.OnTheFloor;

/// <summary>Who was there, as a list says it.</summary>
/// <param name="Shown">Of whom the list showed that they were there; who said so themselves meanwhile stays. Null: the list is the whole truth.</param>
public sealed record HeldList(IReadOnlyCollection<PersonId> Present, IReadOnlyCollection<PersonId>? Shown, AttendanceWay Way, int Minutes);

/// <summary>What else is written down, in sum.</summary>
/// <param name="Ran">Null leaves what ran as it was.</param>
/// <param name="Starts">What the team starts, and who; it comes back after 4, 12 and 24 weeks.</param>
/// <param name="Idea">The idea that the team sends on, and whether its name may stand beside it.</param>
public sealed record LogWords(
    ConfidenceSum? Before,
    ConfidenceSum? After,
    Fidelity Fidelity,
    IReadOnlyList<RanBlock>? Ran,
    string? Lesson,
    (string What, string? Who)? Starts,
    (string Text, bool Named)? Idea
);

/// <summary>What is written down after a session: that it was held, who was there, and the two minutes of its leader.</summary>
public sealed class LogDesk(
    FieldcraftDb db,
    SessionPost post,
    TeamActionDesk actions,
    LoopDesk loop,
    FreedSeats seats,
    Vault vault,
    TimeProvider clock
)
{
    private const string ChangedMeanwhile = "session-changed-meanwhile";
    private const int TriesAtMost = 20;

    /// <summary>
    /// It took place, and these people were there; said again, it is corrected. Null: not the viewer's. Refused: as <see cref="TeachingSession.NoteHeld"/>,
    /// <c>session-person-unknown</c>, <c>session-changed-meanwhile</c>.
    /// </summary>
    /// <param name="words">What its leader writes besides; null: nothing. Only the leader's own log is written, so a scheduler types in the list alone.</param>
    public async Task<Outcome?> WriteAsync(
        Viewer viewer,
        TeachingSessionId id,
        HeldList list,
        LogWords? words,
        CancellationToken cancellationToken
    )
    {
        // People who press at this moment are met, not overwritten: the list is read anew and written over what they said.
        for (var tries = 1; ; tries++)
        {
            var outcome = await TryWriteAsync(viewer, id, list, words, cancellationToken);
            if (outcome?.Refusal?.Code != ChangedMeanwhile || tries == TriesAtMost)
            {
                return outcome;
            }
        }
    }

    private async Task<Outcome?> TryWriteAsync(
        Viewer viewer,
        TeachingSessionId id,
        HeldList list,
        LogWords? words,
        CancellationToken cancellationToken
    )
    {
        if (
            await db.TeachingSessions.LoggedBy(viewer, db).Include(s => s.Seats).FirstOrDefaultAsync(s => s.Id == id, cancellationToken)
            is not { } session
        )
        {
            return null;
        }

        var others = list.Present.Where(p => session.Seats.All(s => s.PersonId != p)).Distinct().ToList();
        if (
            others.Count > 0
            && await db.People.CountAsync(p => others.Contains(p.Id) && p.Status != PersonStatus.Left, cancellationToken) != others.Count
        )
        {
            return new Refusal("session-person-unknown");
        }

        var edition = await db.Modules.Where(m => m.Id == session.ModuleId).Select(m => m.EditionId).FirstAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var local = LocalTime.Of(now, session.TimeZone);
        var outcome = session.NoteHeld(list.Present, list.Shown, list.Way, list.Minutes, edition, viewer.PersonId, local, now);
        if (outcome.IsRefused)
        {
            return outcome;
        }

        await seats.FreeAsync(session, [.. list.Present], viewer.PersonId, now, cancellationToken);
        if (words is not null && session.LeaderId == viewer.PersonId)
        {
            var log = await LogOfAsync(session, viewer.PersonId, now, cancellationToken);
            var sealer = await vault.SealerAsync(log.OwnerId, log.Id.Value, cancellationToken);
            log.Write(words.Before, words.After, words.Fidelity, words.Ran, words.Lesson, sealer, now);
            await CarryAsync(viewer, session, log, words, now, cancellationToken);
        }

        return await SaveAsync(cancellationToken);
    }

    /// <summary>It did not take place: its people have no slot any more, and the site's scheduler is told. Refused: <c>session-held</c>.</summary>
    public async Task<Outcome?> NotHeldAsync(Viewer viewer, TeachingSessionId id, CancellationToken cancellationToken)
    {
        if (
            await db.TeachingSessions.LoggedBy(viewer, db).Include(s => s.Seats).FirstOrDefaultAsync(s => s.Id == id, cancellationToken)
            is not { } session
        )
        {
            return null;
        }

        var refusal = session.Seats.Any(s => s.Attended == true)
            ? new Refusal("session-held")
            : session.Cancel(viewer.PersonId, clock.GetUtcNow()).Refusal;
        if (refusal is not null)
        {
            return refusal;
        }

        await post.CallOffAsync([session], viewer.PersonId, cancellationToken);
        await post.TellSchedulersAsync(
            session.SiteId,
            TeachingSessionsNotices.NotHeld,
            TeachingSessionsLinks.Replan(session.ModuleId, session.SiteId),
            viewer.PersonId,
            cancellationToken
        );
        return await SaveAsync(cancellationToken);
    }

    /// <summary>What the team starts and the idea it sends on go to where they are looked after; once, however often the log is sent.</summary>
    private async Task CarryAsync(
        Viewer viewer,
        TeachingSession session,
        SessionLog log,
        LogWords words,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (words.Starts is { } starts && log.ActionId is null)
        {
            var source = new ActionSource(session.ModuleId, session.Id, session.SiteId, viewer.PersonId);
            log.Carry(actions.Agree(viewer, source, starts.What, starts.Who, null).Id, now);
        }

        if (
            words.Idea is { } idea
            && log.IdeaId is null
            && await loop.SourceAsync(session.ModuleId, session.Id, session.SiteId, viewer.PersonId, cancellationToken) is { } from
        )
        {
            log.Carry(loop.Submit(viewer, from, idea.Text, idea.Named, forward: true).Id, now);
        }
    }

    private async Task<SessionLog> LogOfAsync(TeachingSession session, PersonId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = session.Id;
        if (await db.SessionLogs.FirstOrDefaultAsync(l => l.SessionId == id, cancellationToken) is { } log)
        {
            return log;
        }

        log = SessionLog.Begin(Id.New<SessionLogId>(now), session, by, now);
        db.Add(log);
        return log;
    }

    // Somebody's own hand, or the same log from another tab, may come in at this moment.
    private async Task<Outcome> SaveAsync(CancellationToken cancellationToken) =>
        await db.TryAddAsync(cancellationToken) ? Outcome.Done : new Refusal(ChangedMeanwhile);
}
