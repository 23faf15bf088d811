using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>"I can't then": asking for another session, and settling it.</summary>
public sealed class SwapDesk(
    FieldcraftDb db,
    SessionDesk sessions,
    SessionPictures pictures,
    SessionPost post,
    Notices notices,
    TimeProvider clock
)
{
    /// <summary>Sessions to which somebody could come instead, with every rule kept; the next ones first.</summary>
    public async Task<IReadOnlyList<TeachingSession>> ChoicesAsync(
        PersonId person,
        ModuleId module,
        TeachingSessionId from,
        UnitId site,
        CancellationToken cancellationToken
    )
    {
        const int Offered = 6;
        if (await pictures.LoadAsync(module, site, cancellationToken) is not { } picture)
        {
            return [];
        }

        var own = picture.Rollout.Sessions.FirstOrDefault(s => s.Id == from);
        if (own is null || picture.Rollout.Known.GetValueOrDefault(person) is not { } known)
        {
            return [];
        }

        var shifts = picture.Rollout.Shifts(known);
        var before = picture.Findings();
        return
        [
            .. picture
                .Rollout.Sessions.Where(s =>
                    s.Id != from && s.State == SessionState.Published && s.Part == own.Part && !s.IsHeld && !picture.HasBegun(s)
                )
                .Where(s => shifts.Any(x => x.From <= s.Start && s.End <= x.Until))
                .Where(s => s.Seats.All(x => x.PersonId != person))
                .Where(s => Keeps(picture, own, s, person, before))
                .Take(Offered),
        ];
    }

    /// <summary>
    /// Asks for another session; without one, somebody will find one. Asked again, the new wish holds. Refused: <c>session-held</c>.
    /// </summary>
    public async Task<Outcome<SwapRequestId>?> AskAsync(
        Viewer viewer,
        TeachingSessionId from,
        TeachingSessionId? wanted,
        CancellationToken cancellationToken
    )
    {
        if (await db.TeachingSessions.HoldingSeatFor(viewer).FirstOrDefaultAsync(s => s.Id == from, cancellationToken) is not { } session)
        {
            return null;
        }

        if (session.IsHeld)
        {
            return new Refusal("session-held");
        }

        if (
            wanted is { } other
            && !await db.TeachingSessions.AnyAsync(
                s => s.Id == other && s.ModuleId == session.ModuleId && s.State == SessionState.Published && s.HeldAt == null,
                cancellationToken
            )
        )
        {
            return new Refusal("swap-session-gone");
        }

        var now = clock.GetUtcNow();
        var me = viewer.PersonId;
        foreach (
            var open in await db
                .SwapRequests.Where(r => r.PersonId == me && r.ModuleId == session.ModuleId && r.State == SwapState.Open)
                .ToListAsync(cancellationToken)
        )
        {
            open.TakeBack(now);
        }

        var request = SwapRequest.Ask(Id.New<SwapRequestId>(now), session.ModuleId, me, from, wanted, now);
        db.Add(request);
        await post.TellSchedulersAsync(
            session.SiteId,
            TeachingSessionsNotices.SwapAsked,
            TeachingSessionsLinks.AtSite(session.ModuleId, session.SiteId),
            me,
            cancellationToken
        );
        await db.SaveChangesAsync(cancellationToken);
        return request.Id;
    }

    /// <summary>The viewer's own request; they can come after all.</summary>
    public async Task<Outcome?> TakeBackAsync(Viewer viewer, SwapRequestId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        if (await db.SwapRequests.FirstOrDefaultAsync(r => r.Id == id && r.PersonId == me, cancellationToken) is not { } request)
        {
            return null;
        }

        var outcome = request.TakeBack(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return outcome;
    }

    /// <summary>
    /// Gives the person another seat, or says that it stays as it is. Refused: <c>swap-settled</c>, <c>session-breaks-rule</c>,
    /// <c>swap-needs-session</c> when none was wished and none is named.
    /// </summary>
    public Task<SessionChange?> SettleAsync(
        Viewer viewer,
        SwapRequestId id,
        bool grant,
        TeachingSessionId? to,
        CancellationToken cancellationToken
    ) => db.WriteAsync(() => SettleAtOnceAsync(viewer, id, grant, to, cancellationToken), cancellationToken);

    private async Task<SessionChange?> SettleAtOnceAsync(
        Viewer viewer,
        SwapRequestId id,
        bool grant,
        TeachingSessionId? to,
        CancellationToken cancellationToken
    )
    {
        var mine = db.TeachingSessions.ScheduledBy(viewer, db).Select(s => s.Id);
        if (await db.SwapRequests.FirstOrDefaultAsync(r => r.Id == id && mine.Contains(r.SessionId), cancellationToken) is not { } request)
        {
            return null;
        }

        if (!request.IsOpen)
        {
            return new SessionChange(new Refusal("swap-settled"), []);
        }

        if (grant)
        {
            if ((to ?? request.WantedId) is not { } target)
            {
                return new SessionChange(new Refusal("swap-needs-session"), []);
            }

            var swapped = await sessions.SwapAsync(viewer, request.SessionId, request.PersonId, target, null, cancellationToken);
            if (swapped is null or { Refusal: not null })
            {
                return swapped;
            }
        }

        request.Settle(grant, viewer.PersonId, clock.GetUtcNow());
        if (await db.Accounts.AnyAsync(a => a.PersonId == request.PersonId, cancellationToken))
        {
            notices.Tell(request.PersonId, TeachingSessionsNotices.SwapSettled, TeachingSessionsLinks.MySlot, viewer.PersonId);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new SessionChange(null, []);
    }

    private static bool Keeps(
        SessionPicture picture,
        TeachingSession from,
        TeachingSession to,
        PersonId person,
        IReadOnlyList<Rollouts.Solving.SessionFinding> before
    )
    {
        // The picture's sessions are copies of the rows: trying a seat on them changes nothing.
        var now = DateTimeOffset.MinValue;
        if (from.Unseat(person, person, now).IsRefused)
        {
            return false;
        }

        var keeps = to.Seat(person, person, now).IsDone && !picture.FindingsWith(from, to).Except(before).Any(f => f.Session == to.Id);
        to.Unseat(person, person, now);
        from.Seat(person, person, now);
        return keeps;
    }
}
