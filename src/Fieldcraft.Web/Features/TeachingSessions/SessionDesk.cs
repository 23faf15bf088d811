using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>What came of a change of a session: done or refused, and the rules that it breaks now, or would.</summary>
public sealed record SessionChange(Refusal? Refusal, IReadOnlyList<SessionFinding> Findings, TeachingSessionId? Id = null);

/// <summary>Where, when and by whom, as a scheduler says it.</summary>
public sealed record SessionWish(SiteRoomId? Room, PersonId Leader, DateTime Start, SessionPart Part);

/// <summary>
/// Changing sessions by hand, the same for pages and API. A planned session may break a rule while it is worked on; one that is published may not. Null: not
/// there, or not the viewer's to do.
/// </summary>
public sealed class SessionDesk(FieldcraftDb db, SessionPictures pictures, SessionPost post, TimeProvider clock)
{
    private const string ChangedMeanwhile = "session-changed-meanwhile";

    public async Task<SessionChange?> AddAsync(
        Viewer viewer,
        ModuleId module,
        UnitId site,
        SessionWish wish,
        IReadOnlyCollection<PersonId> people,
        CancellationToken cancellationToken
    )
    {
        if (
            !await db.Units.ScheduledBy(viewer).AnyAsync(u => u.Id == site, cancellationToken)
            || await pictures.LoadAsync(module, site, cancellationToken) is not { } picture
        )
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var session = TeachingSession.Plan(
            Id.New<TeachingSessionId>(now),
            module,
            Place(picture, site, wish, wish.Part),
            wish.Part,
            people,
            viewer.PersonId,
            now
        );
        db.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        return new SessionChange(null, About(picture.FindingsWith(session), session), session.Id);
    }

    /// <summary>Another time, room or leader. Refused also: <c>session-changed-meanwhile</c>, <c>session-breaks-rule</c> when it is published.</summary>
    public Task<SessionChange?> MoveAsync(
        Viewer viewer,
        TeachingSessionId id,
        int version,
        SessionWish wish,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            viewer,
            [id],
            (picture, sessions, now) =>
                sessions[0].Version != version
                    ? new Refusal(ChangedMeanwhile)
                    : sessions[0].Move(Place(picture, sessions[0].SiteId, wish, sessions[0].Part), viewer.PersonId, now),
            TeachingSessionsNotices.Moved,
            null,
            cancellationToken
        );

    public Task<SessionChange?> SeatAsync(Viewer viewer, TeachingSessionId id, PersonId person, CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer,
            [id],
            (_, sessions, now) => sessions[0].Seat(person, viewer.PersonId, now),
            TeachingSessionsNotices.Slot,
            person,
            cancellationToken
        );

    public Task<SessionChange?> UnseatAsync(Viewer viewer, TeachingSessionId id, PersonId person, CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer,
            [id],
            (_, sessions, now) => sessions[0].Unseat(person, viewer.PersonId, now),
            TeachingSessionsNotices.Slot,
            null,
            cancellationToken
        );

    /// <summary>Gives somebody a seat in another session in place of the one they have; with somebody in return, the two change places.</summary>
    public Task<SessionChange?> SwapAsync(
        Viewer viewer,
        TeachingSessionId from,
        PersonId person,
        TeachingSessionId to,
        PersonId? inReturn,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            viewer,
            [from, to],
            (_, sessions, now) =>
            {
                var by = viewer.PersonId;
                Func<Outcome>[] steps =
                [
                    () => sessions[0].Unseat(person, by, now),
                    () => sessions[1].Seat(person, by, now),
                    () => inReturn is { } other ? sessions[1].Unseat(other, by, now) : Outcome.Done,
                    () => inReturn is { } other ? sessions[0].Seat(other, by, now) : Outcome.Done,
                ];
                return steps.Select(step => step()).FirstOrDefault(o => o.IsRefused);
            },
            TeachingSessionsNotices.Moved,
            person,
            cancellationToken
        );

    public async Task<SessionChange?> LockAsync(Viewer viewer, TeachingSessionId id, bool locked, CancellationToken cancellationToken)
    {
        if (await FindAsync(viewer, id, cancellationToken) is not { } session)
        {
            return null;
        }

        session.Lock(locked, viewer.PersonId, clock.GetUtcNow());
        return new SessionChange(await SaveAsync(cancellationToken), []);
    }

    public async Task<SessionChange?> CancelAsync(Viewer viewer, TeachingSessionId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(viewer, id, cancellationToken) is not { } session)
        {
            return null;
        }

        var wasKnown = session.State == SessionState.Published;
        if (session.Cancel(viewer.PersonId, clock.GetUtcNow()).Refusal is { } refusal)
        {
            return new SessionChange(refusal, []);
        }

        if (wasKnown)
        {
            await post.CallOffAsync([session], viewer.PersonId, cancellationToken);
        }

        return new SessionChange(await SaveAsync(cancellationToken), []);
    }

    /// <summary>
    /// Publishes every planned session of a site that is still to come, all or none; everybody in them is told. Refused: <c>session-breaks-rule</c>,
    /// <c>sessions-none-planned</c>.
    /// </summary>
    public async Task<SessionChange?> PublishAsync(Viewer viewer, ModuleId module, UnitId site, CancellationToken cancellationToken)
    {
        if (
            !await db.Units.ScheduledBy(viewer).AnyAsync(u => u.Id == site, cancellationToken)
            || await pictures.LoadAsync(module, site, cancellationToken) is not { } picture
        )
        {
            return null;
        }

        var planned = await db
            .TeachingSessions.Where(s => s.ModuleId == module && s.SiteId == site && s.State == SessionState.Planned)
            .Include(s => s.Seats)
            .OrderBy(s => s.Start)
            .ToListAsync(cancellationToken);
        planned.RemoveAll(picture.HasBegun);
        if (planned.Count == 0)
        {
            return new SessionChange(new Refusal("sessions-none-planned"), []);
        }

        var broken = About(picture.Findings(), [.. planned]);
        if (broken.Count > 0)
        {
            return new SessionChange(new Refusal("session-breaks-rule"), broken);
        }

        foreach (var session in planned)
        {
            session.Publish(viewer.PersonId, clock.GetUtcNow());
        }

        await post.TellAsync(planned, TeachingSessionsNotices.Slot, null, viewer.PersonId, cancellationToken);
        return new SessionChange(await SaveAsync(cancellationToken), []);
    }

    /// <summary>The leader of a session hands it to a colleague who leads people there too. Refused also: <c>session-leader-unknown</c>.</summary>
    public Task<SessionChange?> HandOverAsync(
        Viewer viewer,
        TeachingSessionId id,
        PersonId colleague,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            viewer,
            db.TeachingSessions.LedBy(viewer),
            [id],
            (picture, sessions, now) =>
            {
                if (picture.Rollout.Teachers.All(t => t.Id != colleague))
                {
                    return new Refusal("session-leader-unknown");
                }

                var session = sessions[0];
                var place = new SessionPlace(session.SiteId, session.RoomId, colleague, session.Start, session.TimeZone, session.Minutes);
                return session.Move(place, viewer.PersonId, now);
            },
            TeachingSessionsNotices.Moved,
            colleague,
            cancellationToken
        );

    private Task<SessionChange?> ChangeAsync(
        Viewer viewer,
        IReadOnlyList<TeachingSessionId> ids,
        Func<SessionPicture, IReadOnlyList<TeachingSession>, DateTimeOffset, Outcome> change,
        NoticeKind kind,
        PersonId? told,
        CancellationToken cancellationToken
    ) => ChangeAsync(viewer, db.TeachingSessions.ScheduledBy(viewer, db), ids, change, kind, told, cancellationToken);

    private async Task<SessionChange?> ChangeAsync(
        Viewer viewer,
        IQueryable<TeachingSession> mine,
        IReadOnlyList<TeachingSessionId> ids,
        Func<SessionPicture, IReadOnlyList<TeachingSession>, DateTimeOffset, Outcome> change,
        NoticeKind kind,
        PersonId? told,
        CancellationToken cancellationToken
    )
    {
        var found = await mine.Where(s => ids.Contains(s.Id)).Include(s => s.Seats).ToListAsync(cancellationToken);
        var sessions = ids.Select(id => found.Find(s => s.Id == id)).OfType<TeachingSession>().ToList();
        if (
            sessions.Count != ids.Count
            || sessions.Any(s => s.ModuleId != sessions[0].ModuleId)
            || await pictures.LoadAsync(sessions[0].ModuleId, sessions[0].SiteId, cancellationToken) is not { } picture
        )
        {
            return null;
        }

        var before = picture.Findings();
        if (change(picture, sessions, clock.GetUtcNow()).Refusal is { } refusal)
        {
            db.ChangeTracker.Clear();
            return new SessionChange(refusal, []);
        }

        // What was broken before is not this change's doing, and must not keep anybody from mending one thing after another.
        var after = picture.FindingsWith(sessions);
        var published = sessions.Where(s => s.State == SessionState.Published).ToList();
        var anew = About(after.Except(before), [.. published]);
        if (anew.Count > 0)
        {
            db.ChangeTracker.Clear();
            return new SessionChange(new Refusal("session-breaks-rule"), anew);
        }

        await post.TellAsync(published, kind, told is { } one ? new HashSet<PersonId> { one } : null, viewer.PersonId, cancellationToken);
        return new SessionChange(await SaveAsync(cancellationToken), About(after, [.. sessions]));
    }

    private Task<TeachingSession?> FindAsync(Viewer viewer, TeachingSessionId id, CancellationToken cancellationToken) =>
        db.TeachingSessions.ScheduledBy(viewer, db).Include(s => s.Seats).FirstOrDefaultAsync(s => s.Id == id, cancellationToken);

    private async Task<Refusal?> SaveAsync(CancellationToken cancellationToken) =>
        await db.TrySaveAsync(cancellationToken) ? null : new Refusal(ChangedMeanwhile);

    private static SessionPlace Place(SessionPicture picture, UnitId site, SessionWish wish, SessionPart part)
    {
        var minutes = picture.Rollout.Module.Settings.Minutes;
        return new SessionPlace(
            site,
            wish.Room,
            wish.Leader,
            wish.Start,
            picture.Rollout.TimeZoneOf(site),
            part == SessionPart.Whole ? minutes : minutes / 2
        );
    }

    private static IReadOnlyList<SessionFinding> About(IEnumerable<SessionFinding> findings, params IReadOnlyList<TeachingSession> sessions)
    {
        var ids = sessions.Select(s => s.Id).ToHashSet();
        return [.. findings.Where(f => ids.Contains(f.Session))];
    }
}
