using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Conversations;

public enum SessionRole
{
    Participant,

    /// <summary>May lead the session beside the organiser, or instead.</summary>
    CoFacilitator,

    /// <summary>Who planned it.</summary>
    Organiser,
}

/// <summary>Somebody in a live session: invited, or come by the code. A root of its own, so that people who arrive together do not wait for each other.</summary>
public sealed class SessionMember : Aggregate<SessionMemberId>
{
    private SessionMember(SessionMemberId id)
        : base(id) { }

    public LiveSessionId SessionId { get; private set; }
    public PersonId OwnerId { get; private set; }
    public SessionRole Role { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When they first came; null while only invited.</summary>
    public DateTimeOffset? JoinedAt { get; private set; }

    /// <summary>When they said that they are not coming, or left.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>The own assignment into whose inquiry the answers go; theirs to choose, and nobody else sees it.</summary>
    public AssignmentId? AssignmentId { get; private set; }

    public bool Leads => Role is SessionRole.Organiser or SessionRole.CoFacilitator;

    public bool IsThere => JoinedAt is not null && LeftAt is null;

    public static SessionMember Invite(SessionMemberId id, LiveSessionId session, PersonId person, SessionRole role, DateTimeOffset now)
    {
        var member = new SessionMember(id)
        {
            SessionId = session,
            OwnerId = person,
            Role = role,
            AddedAt = now,
        };
        member.Happened(new MemberInvited(person.Value, session.Value, now));
        return member;
    }

    /// <summary>Comes, or comes back; asked again it changes nothing.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Join(DateTimeOffset now)
    {
        if (IsThere)
        {
            return false;
        }

        JoinedAt ??= now;
        LeftAt = null;
        Happened(new MemberJoined(OwnerId.Value, SessionId.Value, now));
        return true;
    }

    /// <summary>Is not coming, or leaves. What they wrote stays theirs. Refused: <c>session-organiser-stays</c>.</summary>
    public Outcome Leave(DateTimeOffset now)
    {
        if (Role == SessionRole.Organiser)
        {
            return new Refusal("session-organiser-stays");
        }

        if (LeftAt is null)
        {
            LeftAt = now;
            Happened(new MemberLeft(OwnerId.Value, SessionId.Value, now));
        }

        return Outcome.Done;
    }

    /// <summary>Lets them lead beside the organiser, or no longer. Refused: <c>session-organiser-stays</c>.</summary>
    public Outcome Entrust(bool lead, PersonId by, DateTimeOffset now)
    {
        if (Role == SessionRole.Organiser)
        {
            return new Refusal("session-organiser-stays");
        }

        var role = lead ? SessionRole.CoFacilitator : SessionRole.Participant;
        if (role != Role)
        {
            Role = role;
            Happened(new MemberEntrusted(OwnerId.Value, SessionId.Value, by.Value, lead, now));
        }

        return Outcome.Done;
    }

    /// <summary>Chooses the assignment whose inquiry takes the answers; null keeps them in the session alone.</summary>
    public void Pick(AssignmentId? assignment, DateTimeOffset now)
    {
        if (assignment != AssignmentId)
        {
            AssignmentId = assignment;
            Happened(new AssignmentPicked(OwnerId.Value, SessionId.Value, now));
        }
    }
}
