using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Workshops;

/// <summary>The list, the seats and who waits for one.</summary>
public sealed partial class Workshop
{
    /// <summary>
    /// Puts a person on the list, once. It keeps no seat: the first to answer have them. Refused: <c>workshop-called-off</c>,
    /// <c>workshop-leads-already</c>, <c>workshop-list-full</c>.
    /// </summary>
    /// <returns>True when they are invited by this; false when they were, or have a seat.</returns>
    public Outcome<bool> Invite(PersonId person, PersonId by, DateTimeOffset now)
    {
        if (MayNotInvite() is { } refusal)
        {
            return refusal;
        }

        if (IsLedBy(person))
        {
            return new Refusal("workshop-leads-already");
        }

        if (IsInvited(person) || SeatOf(person) is { State: not WorkshopSeatState.Left })
        {
            return false;
        }

        Add(new WorkshopInvitation(Shared.Id.New<WorkshopInvitationId>(now), Id, person, null), by, now);
        return true;
    }

    /// <summary>
    /// Puts somebody without an account on the list, by a free name; they have a seat at once. Refused: <c>workshop-called-off</c>,
    /// <c>workshop-full</c>, <c>workshop-list-full</c>.
    /// </summary>
    /// <param name="name">1 to <see cref="WorkshopInvitation.NameLength"/> characters.</param>
    public Outcome<WorkshopInvitationId> InviteByName(string name, PersonId by, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > WorkshopInvitation.NameLength)
        {
            throw new ArgumentException("A name is needed.", nameof(name));
        }

        if (MayNotInvite() is { } refusal)
        {
            return refusal;
        }

        if (!HasFreeSeat)
        {
            return new Refusal("workshop-full", SeatCount);
        }

        var invitation = new WorkshopInvitation(Shared.Id.New<WorkshopInvitationId>(now), Id, null, name.Trim());
        _seats.Add(new WorkshopSeat(Shared.Id.New<WorkshopSeatId>(now), Id, null, invitation.Id, WorkshopSeatState.In, now));
        Add(invitation, by, now);
        return invitation.Id;
    }

    /// <summary>Takes a line off the list; the seat of a free name goes with it. Refused: <c>workshop-invitation-gone</c>.</summary>
    /// <returns>Who moves up from the waiting list, if anybody does.</returns>
    public Outcome<PersonId?> Uninvite(WorkshopInvitationId invitation, PersonId by, DateTimeOffset now)
    {
        if (_invitations.Find(i => i.Id == invitation) is not { } line)
        {
            return new Refusal("workshop-invitation-gone");
        }

        _invitations.Remove(line);
        _seats.RemoveAll(s => s.InvitationId == invitation);
        ChangedAt = now;
        Happened(new WorkshopUninvited(by.Value, Id.Value, invitation.Value, now));
        return new Outcome<PersonId?>(MoveUp(now), null);
    }

    /// <summary>
    /// Takes a seat, or a place on the waiting list when none is free. Refused: <c>workshop-called-off</c>, <c>workshop-over</c>,
    /// <c>workshop-by-invitation</c>, <c>workshop-leads-already</c>.
    /// </summary>
    /// <param name="today">The day where the workshop is.</param>
    public Outcome<WorkshopSeatState> Enrol(PersonId person, DateOnly today, DateTimeOffset now)
    {
        if (MayNotComeOrGo(today) is { } refusal)
        {
            return refusal;
        }

        if (IsLedBy(person))
        {
            return new Refusal("workshop-leads-already");
        }

        if (SeatOf(person) is { State: not WorkshopSeatState.Left } has)
        {
            return has.State;
        }

        if (Door == WorkshopDoor.ByInvitation && !IsInvited(person))
        {
            return new Refusal("workshop-by-invitation");
        }

        var state = HasFreeSeat ? WorkshopSeatState.In : WorkshopSeatState.Waiting;
        if (SeatOf(person) is { } left)
        {
            left.Become(state, now);
        }
        else
        {
            _seats.Add(new WorkshopSeat(Shared.Id.New<WorkshopSeatId>(now), Id, person, null, state, now));
        }

        ChangedAt = now;
        Happened(new WorkshopEnrolled(person.Value, Id.Value, state == WorkshopSeatState.Waiting, now));
        return state;
    }

    /// <summary>Goes, without a reason. Refused: <c>workshop-not-in</c>, <c>workshop-over</c>, <c>workshop-called-off</c>.</summary>
    /// <returns>Who moves up from the waiting list, if anybody does.</returns>
    public Outcome<PersonId?> Leave(PersonId person, DateOnly today, DateTimeOffset now)
    {
        if (MayNotComeOrGo(today) is { } refusal)
        {
            return refusal;
        }

        if (SeatOf(person) is not { State: not WorkshopSeatState.Left } seat)
        {
            return new Refusal("workshop-not-in");
        }

        seat.Become(WorkshopSeatState.Left, now);
        ChangedAt = now;
        Happened(new WorkshopLeft(person.Value, Id.Value, now));
        return new Outcome<PersonId?>(MoveUp(now), null);
    }

    /// <summary>Says no to an invitation: the line goes, and nothing is kept of it. Refused: <c>workshop-not-invited</c>.</summary>
    public Outcome Decline(PersonId person, DateTimeOffset now)
    {
        if (_invitations.RemoveAll(i => i.PersonId == person) == 0)
        {
            return new Refusal("workshop-not-invited");
        }

        ChangedAt = now;
        Happened(new WorkshopDeclined(person.Value, Id.Value, now));
        return Outcome.Done;
    }

    public bool IsInvited(PersonId person) => _invitations.Exists(i => i.PersonId == person);

    private void Add(WorkshopInvitation invitation, PersonId by, DateTimeOffset now)
    {
        _invitations.Add(invitation);
        ChangedAt = now;
        Happened(new WorkshopInvited(by.Value, Id.Value, invitation.Id.Value, now));
    }

    private PersonId? MoveUp(DateTimeOffset now)
    {
        if (!HasFreeSeat || Waiting is not [{ PersonId: { } person } next, ..])
        {
            return null;
        }

        next.Become(WorkshopSeatState.In, now);
        Happened(new WorkshopMovedUp(person.Value, Id.Value, now));
        return person;
    }

    private Refusal? MayNotInvite() =>
        IsCalledOff ? new Refusal("workshop-called-off")
        : _invitations.Count >= InvitationsAtMost ? new Refusal("workshop-list-full", InvitationsAtMost)
        : null;

    private Refusal? MayNotComeOrGo(DateOnly today) =>
        IsCalledOff ? new Refusal("workshop-called-off")
        : today > On ? new Refusal("workshop-over")
        : null;
}
