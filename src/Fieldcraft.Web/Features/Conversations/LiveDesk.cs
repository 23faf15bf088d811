using System.Security.Cryptography;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Conversations.Streams;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Conversations;

/// <summary>
/// Where live sessions are planned, led and joined, for the pages, the API and the rooms that bring their own scripts. Every change takes its turn at
/// the session: it counts the pulse first, which locks the row, and then looks, so that whoever arrives at the moment of a reveal misses nothing.
/// </summary>
public sealed class LiveDesk(
    FieldcraftDb db,
    Vault vault,
    LiveStreams streams,
    Notices notices,
    Appointments appointments,
    Viewer viewer,
    TimeProvider clock
)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Plans a session with these people; the viewer organises it and is there.</summary>
    /// <param name="id">Where the room that plans it gives it one of its own.</param>
    public async Task<LiveSession> PlanAsync(
        SessionFacts facts,
        IReadOnlyCollection<PersonId> invited,
        CancellationToken cancellationToken,
        LiveSessionId? id = null
    )
    {
        var (now, me) = (Now, viewer.PersonId);
        var code = JoinCode.From(RandomNumberGenerator.GetBytes(JoinCode.Length));
        var session = LiveSession.Plan(id ?? Id.New<LiveSessionId>(now), me, facts, code, now);
        var organiser = SessionMember.Invite(Id.New<SessionMemberId>(now), session.Id, me, SessionRole.Organiser, now);
        organiser.Join(now);
        db.Add(session);
        db.Add(organiser);
        var others = invited.Where(p => p != me).Distinct().Take(facts.Places).ToList();
        Invite(session, others, now);
        await AppointAsync(session, [me, .. others], cancellationToken);
        db.Enqueue(CloseForgotten.Of(session, now));
        await db.SaveChangesAsync(cancellationToken);
        return session;
    }

    /// <summary>Invites more people. Refused: <c>session-ended</c>, <c>session-full</c>.</summary>
    public Task<Keeping> InviteAsync(LiveSessionId id, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken) =>
        InTurnAsync(
            id,
            async session =>
            {
                var members = await db.SessionMembers.Where(m => m.SessionId == id).ToListAsync(cancellationToken);
                var fresh = people.Where(p => members.TrueForAll(m => m.OwnerId != p)).Distinct().ToList();
                if (session.EndedAt is not null)
                {
                    return new Refusal("session-ended");
                }

                if (CountOf(members) + fresh.Count > session.Places)
                {
                    return new Refusal("session-full", session.Places);
                }

                Invite(session, fresh, Now);
                await AppointAsync(session, [.. members.Where(m => m.LeftAt is null).Select(m => m.OwnerId), .. fresh], cancellationToken);
                return Outcome.Done;
            },
            cancellationToken
        );

    /// <summary>
    /// A step of whoever leads: begin, move on, pause … Entering a reveal hands the copies of that moment to everybody who is there.
    /// </summary>
    /// <param name="version">The version that was in sight; null where the step itself cannot be taken twice.</param>
    public Task<Keeping> LeadAsync(
        LiveSessionId id,
        int? version,
        Func<LiveSession, PersonId, DateTimeOffset, Outcome> step,
        CancellationToken cancellationToken
    ) =>
        InTurnAsync(
            id,
            async session =>
            {
                if (version is { } seen && session.Version != seen)
                {
                    return null;
                }

                var outcome = step(session, viewer.PersonId, Now);
                if (outcome.IsDone && session.Current is { Kind: StageKind.Reveal, Of: { } of })
                {
                    await RevealAsync(id, of, cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>Moves a session that has not begun to another time.</summary>
    public Task<Keeping> AppointAsync(LiveSessionId id, int? version, AppointedTime? when, CancellationToken cancellationToken) =>
        InTurnAsync(
            id,
            async session =>
            {
                if (version is { } seen && session.Version != seen)
                {
                    return null;
                }

                var outcome = session.Appoint(viewer.PersonId, when, Now);
                if (outcome.IsDone)
                {
                    var people = db.SessionMembers.Where(m => m.SessionId == id && m.LeftAt == null).Select(m => m.OwnerId);
                    await AppointAsync(session, await people.ToListAsync(cancellationToken), cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>It does not take place: those invited are told, and the session goes. Refused once it has begun.</summary>
    public async Task<Keeping> CallOffAsync(LiveSessionId id, int? version, CancellationToken cancellationToken)
    {
        if (await db.SessionsLedBy(viewer).FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } session)
        {
            return new Keeping(Kept.Missing);
        }

        if (version is { } seen && session.Version != seen)
        {
            return new Keeping(Kept.Meanwhile);
        }

        if (session.CallOff(viewer.PersonId, Now).Refusal is { } refusal)
        {
            return new Keeping(Kept.Refused, session.Version, refusal);
        }

        var people = await db
            .SessionMembers.Where(m => m.SessionId == id && m.LeftAt == null)
            .Select(m => m.OwnerId)
            .ToListAsync(cancellationToken);
        people.ForEach(p => notices.Tell(p, ConversationsNotices.CalledOff, ConversationsLinks.List, viewer.PersonId));
        await appointments.CancelAsync(id.Value, cancellationToken);
        db.Remove(session);
        return new Keeping(await db.TrySaveAsync(cancellationToken) ? Kept.Done : Kept.Meanwhile);
    }

    /// <summary>Lets a member lead as well, or no longer.</summary>
    public Task<Keeping> EntrustAsync(LiveSessionId id, SessionMemberId memberId, bool lead, CancellationToken cancellationToken) =>
        InTurnAsync(
            id,
            async _ =>
                await db.SessionMembers.FirstOrDefaultAsync(m => m.Id == memberId && m.SessionId == id, cancellationToken) is { } member
                    ? member.Entrust(lead, viewer.PersonId, Now)
                    : new Refusal("session-member-gone"),
            cancellationToken
        );

    /// <summary>Keeps a revealed answer off the screens, or puts it back.</summary>
    public Task<Keeping> HideAsync(LiveSessionId id, SessionAnswerId answerId, bool hide, CancellationToken cancellationToken) =>
        InTurnAsync(
            id,
            async _ =>
                await db.RevealedIn(viewer).FirstOrDefaultAsync(a => a.Id == answerId && a.SessionId == id, cancellationToken)
                    is not { } answer
                    ? new Refusal("answer-not-revealed")
                : hide ? answer.Hide(viewer.PersonId, Now)
                : answer.ShowAgain(viewer.PersonId, Now),
            cancellationToken
        );

    /// <summary>
    /// Joins by the code: whoever knows it and is signed in. Refused: <c>session-full</c>; null for a code that opens nothing.
    /// </summary>
    public async Task<Outcome<LiveSession>?> JoinAsync(string code, CancellationToken cancellationToken)
    {
        var id = await db.LiveSessions.Where(s => s.Code == code).Select(s => (LiveSessionId?)s.Id).FirstOrDefaultAsync(cancellationToken);
        return id is { } known ? await ArriveAsync(known, true, cancellationToken) : null;
    }

    /// <summary>Somebody who was invited comes. Null: not invited, or not there.</summary>
    public Task<Outcome<LiveSession>?> ComeAsync(LiveSessionId id, CancellationToken cancellationToken) =>
        ArriveAsync(id, false, cancellationToken);

    /// <summary>Is not coming, or leaves. What was written stays with its author.</summary>
    public async Task<Keeping> LeaveAsync(LiveSessionId id, CancellationToken cancellationToken)
    {
        var kept = new Keeping(Kept.Missing);
        var signal = await db.WriteAsync(
            async () =>
            {
                if (
                    await db.SessionMembers.VisibleTo(viewer).FirstOrDefaultAsync(m => m.SessionId == id, cancellationToken)
                    is not { } member
                )
                {
                    return default;
                }

                var outcome = member.Leave(Now);
                kept = new Keeping(outcome.IsDone ? Kept.Done : Kept.Refused, member.Version, outcome.Refusal);
                var mine = await db
                    .Appointments.Where(a => a.SourceId == id.Value && a.PersonId == viewer.PersonId)
                    .ToListAsync(cancellationToken);
                if (outcome.IsDone)
                {
                    mine.ForEach(a => a.Cancel(Now));
                }

                await db.SaveChangesAsync(cancellationToken);
                return await db.PulseAsync(id, cancellationToken);
            },
            cancellationToken
        );
        streams.Tell(signal);
        return kept;
    }

    /// <summary>How many besides the organiser hold a place.</summary>
    private static int CountOf(IEnumerable<SessionMember> members) =>
        members.Count(m => m.Role != SessionRole.Organiser && m.LeftAt is null);

    private async Task<Outcome<LiveSession>?> ArriveAsync(LiveSessionId id, bool byCode, CancellationToken cancellationToken)
    {
        Outcome<LiveSession>? arrived = null;
        var signal = await db.WriteAsync(
            async () =>
            {
                var pulse = await db.PulseAsync(id, cancellationToken);
                var (now, me) = (Now, viewer.PersonId);
                var session = await db.LiveSessions.FirstOrDefaultAsync(s => s.Id == id, cancellationToken);
                var members = await db.SessionMembers.Where(m => m.SessionId == id).ToListAsync(cancellationToken);
                var member = members.Find(m => m.OwnerId == me);
                if (session is null || session.EndedAt is not null || (member is null && !byCode))
                {
                    return pulse;
                }

                if (member is null or { LeftAt: not null } && CountOf(members) >= session.Places)
                {
                    arrived = new Refusal("session-full", session.Places);
                    return pulse;
                }

                if (member is null)
                {
                    member = SessionMember.Invite(Domain.Shared.Id.New<SessionMemberId>(now), id, me, SessionRole.Participant, now);
                    db.Add(member);
                }

                member.Join(now);
                var shown = await db
                    .SessionAnswers.AsNoTracking()
                    .Where(a => a.SessionId == id && a.RevealedAt != null && a.Shown != null)
                    .Select(a => a.Shown!)
                    .ToListAsync(cancellationToken);
                await vault.AdmitAllAsync(shown, [me], cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                arrived = session;
                return pulse;
            },
            cancellationToken
        );
        streams.Tell(signal);
        return arrived;
    }

    /// <summary>What its authors wanted shown of one stage is handed to everybody who is there. Nothing is opened on the way.</summary>
    private async Task RevealAsync(LiveSessionId id, int stage, CancellationToken cancellationToken)
    {
        var answers = await db
            .SessionAnswers.Where(a => a.SessionId == id && a.Stage == stage && a.Shown != null && a.RevealedAt == null)
            .ToListAsync(cancellationToken);
        answers.ForEach(a => a.Reveal(Now));
        var readers = db.SessionMembers.Where(m => m.SessionId == id && m.JoinedAt != null).Select(m => m.OwnerId);
        await vault.AdmitAllAsync([.. answers.Select(a => a.Shown!)], await readers.ToListAsync(cancellationToken), cancellationToken);
    }

    /// <summary>One change of somebody who leads. The work gives null when another version was in sight.</summary>
    private async Task<Keeping> InTurnAsync(LiveSessionId id, Func<LiveSession, Task<Outcome?>> work, CancellationToken cancellationToken)
    {
        if (!await db.SessionsLedBy(viewer).AnyAsync(s => s.Id == id, cancellationToken))
        {
            return new Keeping(Kept.Missing);
        }

        var kept = new Keeping(Kept.Meanwhile);
        var signal = await db.WriteAsync(
            async () =>
            {
                var pulse = await db.PulseAsync(id, cancellationToken);
                var session = await db.LiveSessions.FirstAsync(s => s.Id == id, cancellationToken);
                if (await work(session) is not { } outcome)
                {
                    return pulse;
                }

                kept = new Keeping(outcome.IsDone ? Kept.Done : Kept.Refused, session.Version, outcome.Refusal, id.Value);
                if (outcome.IsDone)
                {
                    await db.SaveChangesAsync(cancellationToken);
                }

                return pulse;
            },
            cancellationToken
        );
        streams.Tell(signal);
        return kept;
    }

    private void Invite(LiveSession session, IEnumerable<PersonId> people, DateTimeOffset now)
    {
        foreach (var person in people)
        {
            db.Add(SessionMember.Invite(Id.New<SessionMemberId>(now), session.Id, person, SessionRole.Participant, now));
            notices.Tell(person, ConversationsNotices.Invited, ConversationsLinks.Session(session.Id), viewer.PersonId);
        }
    }

    private Task AppointAsync(LiveSession session, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken) =>
        session.When is { } when
            ? appointments.SetAsync(
                new AppointmentFacts(
                    session.Id.Value,
                    "conversations.appointment",
                    viewer.PersonId,
                    when,
                    ConversationsLinks.Session(session.Id)
                ),
                people,
                cancellationToken
            )
            : appointments.CancelAsync(session.Id.Value, cancellationToken);
}
