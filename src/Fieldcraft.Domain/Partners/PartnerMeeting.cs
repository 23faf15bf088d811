using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Partners;

/// <summary>What became of a meeting.</summary>
public enum MeetingState
{
    Planned,
    Met,
    Missed,

    /// <summary>Called off, because the partnership ended or was agreed anew.</summary>
    Off,
}

/// <summary>One meeting of a partnership. Any of the partners notes what became of it.</summary>
public sealed class PartnerMeeting : Aggregate<PartnerMeetingId>
{
    private readonly List<NotesWish> _wishes = [];

    private PartnerMeeting(PartnerMeetingId id)
        : base(id) { }

    public PartnershipId PartnershipId { get; private set; }
    public DateOnly On { get; private set; }
    public TimeOnly Time { get; private set; }
    public string TimeZone { get; private set; } = "UTC";
    public TimeSpan Takes { get; private set; }
    public MeetingState State { get; private set; }

    /// <summary>Whether it was moved to another day at least once.</summary>
    public bool WasMoved { get; private set; }
    public DateTimeOffset? NotedAt { get; private set; }

    /// <summary>Those who said that the notes of this meeting may be shared.</summary>
    public IReadOnlyList<NotesWish> Wishes => _wishes;

    public AppointedTime When => new(On, Time, TimeZone, (int)Takes.TotalMinutes);

    public static PartnerMeeting Plan(PartnerMeetingId id, Partnership partnership, AppointedTime when, DateTimeOffset now)
    {
        var meeting = new PartnerMeeting(id)
        {
            PartnershipId = partnership.Id,
            On = when.On,
            Time = when.At ?? default,
            TimeZone = when.TimeZone,
            Takes = TimeSpan.FromMinutes(when.Minutes),
        };
        meeting.Happened(new PartnerMeetingPlanned(partnership.OwnerId.Value, id.Value, when.On, now));
        return meeting;
    }

    /// <summary>Whether it should have been by now, and nobody noted that it was.</summary>
    public static bool WasNotHeld(MeetingState state, DateOnly on, DateOnly today, PartnerRules rules) =>
        state == MeetingState.Missed || (state == MeetingState.Planned && on.AddDays(rules.UnnotedAfterDays) <= today);

    /// <summary>Moves it; a missed one is planned again.</summary>
    public Outcome Move(PersonId by, DateOnly on, TimeOnly at, DateOnly today, DateTimeOffset now)
    {
        if (State is MeetingState.Met or MeetingState.Off)
        {
            return new Refusal("partners-meeting-over");
        }

        if (on < today)
        {
            return new Refusal("partners-first-day-over");
        }

        (On, Time, State, WasMoved, NotedAt) = (on, at, MeetingState.Planned, true, null);
        Happened(new PartnerMeetingPlanned(by.Value, Id.Value, on, now));
        return Outcome.Done;
    }

    /// <summary>They met. Not before the day.</summary>
    public Outcome NoteMet(PersonId by, DateOnly today, DateTimeOffset now) => Note(by, MeetingState.Met, today, now);

    /// <summary>It did not happen. Nobody asks why.</summary>
    public Outcome NoteMissed(PersonId by, DateOnly today, DateTimeOffset now) => Note(by, MeetingState.Missed, today, now);

    public void CallOff(PersonId by, DateTimeOffset now)
    {
        if (State == MeetingState.Planned)
        {
            (State, NotedAt) = (MeetingState.Off, now);
            Happened(new PartnerMeetingNoted(by.Value, Id.Value, State, now));
        }
    }

    /// <summary>Says whether the own notes of this meeting may be shared, provided that the others say so too.</summary>
    public void WishShared(PersonId person, bool wished, DateTimeOffset now)
    {
        if (_wishes.Exists(w => w.PersonId == person) == wished)
        {
            return;
        }

        if (wished)
        {
            _wishes.Add(new NotesWish(Id, person, now));
        }
        else
        {
            _wishes.RemoveAll(w => w.PersonId == person);
        }

        Happened(new NotesWishChanged(person.Value, Id.Value, wished, now));
    }

    /// <summary>Whether everybody said that notes may be shared.</summary>
    public bool NotesAreSharedBy(IEnumerable<PersonId> partners) => partners.All(p => _wishes.Exists(w => w.PersonId == p));

    private Outcome Note(PersonId by, MeetingState state, DateOnly today, DateTimeOffset now)
    {
        if (State == MeetingState.Off)
        {
            return new Refusal("partners-meeting-over");
        }

        if (On > today)
        {
            return new Refusal("partners-meeting-to-come");
        }

        (State, NotedAt) = (state, now);
        Happened(new PartnerMeetingNoted(by.Value, Id.Value, state, now));
        return Outcome.Done;
    }
}

/// <summary>That one partner would share the notes of a meeting.</summary>
public sealed class NotesWish
{
    private NotesWish() { }

    internal NotesWish(PartnerMeetingId meeting, PersonId person, DateTimeOffset now) => (MeetingId, PersonId, At) = (meeting, person, now);

    public PartnerMeetingId MeetingId { get; private set; }
    public PersonId PersonId { get; private set; }
    public DateTimeOffset At { get; private set; }
}
