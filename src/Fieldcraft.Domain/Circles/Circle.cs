using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Circles;

public enum CircleState
{
    /// <summary>People are being found; nothing is agreed yet.</summary>
    Forming,

    /// <summary>The rhythm is agreed and meetings are set.</summary>
    Meeting,
    Ended,
}

/// <summary>
/// An action-learning circle: four to eight people from at least two units, one issue a turn, questions before advice (DOMAIN 4.6). What anybody
/// takes on in it is theirs and sealed; the circle itself holds no private text.
/// </summary>
public sealed class Circle : Aggregate<CircleId>
{
    public const int MembersAtLeast = 4;
    public const int MembersAtMost = 8;
    public const int UnitsAtLeast = 2;
    public const int NameLength = 120;
    public const int PurposeLength = 1_000;

    private readonly List<CircleMember> _members = [];

    private Circle(CircleId id)
        : base(id) { }

    public string Name { get; private set; } = "";
    public string NameKey { get; private set; } = "";
    public string Purpose { get; private set; } = "";

    /// <summary>4 to 8; whoever was asked and has not answered holds a seat.</summary>
    public int Seats { get; private set; }
    public CircleDoor Door { get; private set; }
    public CircleState State { get; private set; }

    /// <summary>Who looks after it: asks people, agrees the rhythm, ends it. A member like the others in a meeting.</summary>
    public PersonId? ConvenorId { get; private set; }

    /// <summary>Nought until it is agreed.</summary>
    public int EveryWeeks { get; private set; }
    public int Minutes { get; private set; }
    public DateTimeOffset CalledAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<CircleMember> Members => _members;

    /// <summary>Those who take part, the longest first: the order of the turns.</summary>
    public IReadOnlyList<CircleMember> TakingPart =>
        [.. _members.Where(m => m.State == CircleMemberState.In).OrderBy(m => m.Since).ThenBy(m => m.PersonId)];

    public int SeatsTaken => _members.Count(m => m.State is CircleMemberState.In or CircleMemberState.Asked);

    public bool HasFreeSeat => SeatsTaken < Seats;

    public CircleRhythm Rhythm => EveryWeeks == 0 ? CircleRhythm.Usual : new CircleRhythm(EveryWeeks, Minutes);

    /// <exception cref="ArgumentException">The facts have problems: forms and API refuse that before.</exception>
    public static Circle Call(CircleId id, PersonId convenor, CircleFacts facts, DateTimeOffset now)
    {
        var circle = new Circle(id)
        {
            ConvenorId = convenor,
            State = CircleState.Forming,
            CalledAt = now,
        };
        circle.Take(facts, now);
        circle._members.Add(new CircleMember(id, convenor, CircleMemberState.In, now));
        circle.Happened(new CircleCalled(convenor.Value, id.Value, now));
        return circle;
    }

    /// <summary>Refused: <c>circle-ended</c>, <c>circle-seats-taken</c> when fewer seats are wanted than are taken.</summary>
    public Outcome Describe(CircleFacts facts, PersonId by, DateTimeOffset now)
    {
        if (State == CircleState.Ended)
        {
            return new Refusal("circle-ended");
        }

        if (facts.Seats < SeatsTaken)
        {
            return new Refusal("circle-seats-taken", SeatsTaken);
        }

        Take(facts, now);
        Happened(new CircleDescribed(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Asks somebody in; a seat is kept for them. Refused: <c>circle-ended</c>, <c>circle-full</c>.</summary>
    /// <returns>True when they are asked by this; false when they were asked or in already.</returns>
    public Outcome<bool> Invite(PersonId person, PersonId by, DateTimeOffset now)
    {
        if (State == CircleState.Ended)
        {
            return new Refusal("circle-ended");
        }

        if (MemberOf(person) is { State: CircleMemberState.In or CircleMemberState.Asked })
        {
            return false;
        }

        if (!HasFreeSeat)
        {
            return new Refusal("circle-full", Seats);
        }

        Put(person, CircleMemberState.Asked, now);
        Happened(new CircleInvited(by.Value, Id.Value, person.Value, now));
        return true;
    }

    /// <summary>
    /// Takes the seat that was kept, or a free one where seats are open. Refused: <c>circle-ended</c>, <c>circle-full</c>,
    /// <c>circle-by-invitation</c>.
    /// </summary>
    public Outcome Join(PersonId person, DateTimeOffset now)
    {
        if (State == CircleState.Ended)
        {
            return new Refusal("circle-ended");
        }

        var member = MemberOf(person);
        if (member?.State == CircleMemberState.In)
        {
            return Outcome.Done;
        }

        if (member?.State != CircleMemberState.Asked)
        {
            if (Door != CircleDoor.OpenSeats)
            {
                return new Refusal("circle-by-invitation");
            }

            if (!HasFreeSeat)
            {
                return new Refusal("circle-full", Seats);
            }
        }

        Put(person, CircleMemberState.In, now);
        Happened(new CircleJoined(person.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Says no to an invitation; the seat is free again. Refused: <c>circle-not-asked</c>.</summary>
    public Outcome Decline(PersonId person, DateTimeOffset now)
    {
        if (MemberOf(person) is not { State: CircleMemberState.Asked })
        {
            return new Refusal("circle-not-asked");
        }

        Put(person, CircleMemberState.Declined, now);
        Happened(new CircleDeclined(person.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>
    /// Frees the seat of somebody who has not answered, or who has left the organisation. Refused: <c>circle-seat-in-use</c>.
    /// </summary>
    public Outcome FreeSeat(PersonId person, bool hasLeftOrganisation, PersonId by, DateTimeOffset now)
    {
        var state = MemberOf(person)?.State;
        if (state != CircleMemberState.Asked && !(state == CircleMemberState.In && hasLeftOrganisation))
        {
            return new Refusal("circle-seat-in-use");
        }

        Put(person, CircleMemberState.Left, now);
        Happened(new CircleSeatFreed(by.Value, Id.Value, person.Value, now));
        return Outcome.Done;
    }

    /// <summary>
    /// Goes, at any time and without a reason. The convenor's part passes to whoever is in the longest; a circle with nobody in it has ended.
    /// Refused: <c>circle-not-in</c>.
    /// </summary>
    public Outcome Leave(PersonId person, DateTimeOffset now)
    {
        if (MemberOf(person) is not { State: CircleMemberState.In })
        {
            return new Refusal("circle-not-in");
        }

        Put(person, CircleMemberState.Left, now);
        var next = TakingPart.Count > 0 ? TakingPart[0].PersonId : (PersonId?)null;
        if (ConvenorId == person)
        {
            ConvenorId = next;
        }

        if (next is null)
        {
            (State, EndedAt) = (CircleState.Ended, now);
        }

        Happened(new CircleLeft(person.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>
    /// Agrees how often and how long; the first time this begins the circle. Refused: <c>circle-ended</c>, <c>circle-too-few</c>,
    /// <c>circle-one-unit</c>.
    /// </summary>
    /// <param name="units">In how many units the people work who take part.</param>
    public Outcome AgreeRhythm(CircleRhythm rhythm, int units, PersonId by, DateTimeOffset now)
    {
        if (State == CircleState.Ended)
        {
            return new Refusal("circle-ended");
        }

        if (State == CircleState.Forming && TakingPart.Count < MembersAtLeast)
        {
            return new Refusal("circle-too-few", MembersAtLeast, TakingPart.Count);
        }

        if (State == CircleState.Forming && units < UnitsAtLeast)
        {
            return new Refusal("circle-one-unit", UnitsAtLeast);
        }

        (EveryWeeks, Minutes, State, ChangedAt) = (rhythm.EveryWeeks, rhythm.Minutes, CircleState.Meeting, now);
        Happened(new CircleRhythmAgreed(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>It has done its work. Refused: <c>circle-ended</c>.</summary>
    public Outcome End(PersonId by, DateTimeOffset now)
    {
        if (State == CircleState.Ended)
        {
            return new Refusal("circle-ended");
        }

        (State, EndedAt, ChangedAt) = (CircleState.Ended, now, now);
        Happened(new CircleEnded(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    public bool Holds(PersonId person) => MemberOf(person) is { State: CircleMemberState.In };

    /// <summary>
    /// Whose issue comes next: whoever has waited longest for a turn, those without one first, in the order in which they came. Null when nobody
    /// takes part.
    /// </summary>
    /// <param name="turns">Whose issue each meeting was about, in the order of the meetings.</param>
    public PersonId? NextInTurn(IReadOnlyList<PersonId> turns) =>
        TakingPart
            .Select(m => (m.PersonId, Last: LastIndex(turns, m.PersonId), m.Since))
            .OrderBy(m => m.Last)
            .ThenBy(m => m.Since)
            .ThenBy(m => m.PersonId)
            .Select(m => (PersonId?)m.PersonId)
            .FirstOrDefault();

    private static int LastIndex(IReadOnlyList<PersonId> turns, PersonId person)
    {
        for (var i = turns.Count - 1; i >= 0; i--)
        {
            if (turns[i] == person)
            {
                return i;
            }
        }

        return -1;
    }

    private CircleMember? MemberOf(PersonId person) => _members.Find(m => m.PersonId == person);

    private void Put(PersonId person, CircleMemberState state, DateTimeOffset now)
    {
        if (MemberOf(person) is { } member)
        {
            member.Become(state, now);
        }
        else
        {
            _members.Add(new CircleMember(Id, person, state, now));
        }

        ChangedAt = now;
    }

    private void Take(CircleFacts facts, DateTimeOffset now)
    {
        if (facts.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(facts));
        }

        Name = facts.Name!.Trim();
        NameKey = FoldedName.Of(Name);
        Purpose = facts.Purpose?.Trim() ?? "";
        Seats = facts.Seats;
        Door = facts.Door;
        ChangedAt = now;
    }
}

public enum CircleMemberState
{
    /// <summary>Was asked and has not answered; a seat is kept.</summary>
    Asked,
    In,
    Declined,
    Left,
}

/// <summary>Somebody's seat in a circle.</summary>
public sealed class CircleMember
{
    private CircleMember() { }

    internal CircleMember(CircleId circle, PersonId person, CircleMemberState state, DateTimeOffset since)
    {
        CircleId = circle;
        PersonId = person;
        State = state;
        Since = since;
    }

    public CircleId CircleId { get; private set; }
    public PersonId PersonId { get; private set; }
    public CircleMemberState State { get; private set; }

    /// <summary>Since when it is so.</summary>
    public DateTimeOffset Since { get; private set; }

    internal void Become(CircleMemberState state, DateTimeOffset now) => (State, Since) = (state, now);
}
