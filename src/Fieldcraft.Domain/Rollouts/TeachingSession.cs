using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rollouts;

public enum SessionState
{
    /// <summary>Known to those who plan; may still break a rule.</summary>
    Planned,

    /// <summary>Known to everybody in it; breaks no rule.</summary>
    Published,
    Cancelled,
}

/// <summary>Which part of a module a session is.</summary>
public enum SessionPart
{
    Whole,
    First,
    Second,
}

/// <summary>Where, when and by whom.</summary>
/// <param name="Room">Null: a room of the site, not yet said which.</param>
/// <param name="Start">On the site's own clock.</param>
public sealed record SessionPlace(UnitId Site, SiteRoomId? Room, PersonId Leader, DateTime Start, string TimeZone, int Minutes);

/// <summary>A session in which a leader teaches people of the own site, planned, published and held.</summary>
public sealed class TeachingSession : Aggregate<TeachingSessionId>
{
    public const int SeatsAtMost = 60;
    public const int MinutesAtMost = 24 * 60;
    public const int DoorCodeLength = 8;

    /// <summary>The door is open to people's own hands from this long before the start, and stays so for <see cref="OpenAfter"/>.</summary>
    public static readonly TimeSpan OpenBefore = TimeSpan.FromMinutes(30);

    public static readonly TimeSpan OpenAfter = TimeSpan.FromHours(2);
    private readonly List<SessionSeat> _seats = [];
    private readonly List<AttendanceNote> _notes = [];

    private TeachingSession(TeachingSessionId id)
        : base(id) { }

    public ModuleId ModuleId { get; private set; }

    /// <summary>What it was held with; null until it is held, when the newest edition is what counts.</summary>
    public ModuleEditionId? EditionId { get; private set; }
    public UnitId SiteId { get; private set; }
    public SiteRoomId? RoomId { get; private set; }
    public PersonId? LeaderId { get; private set; }

    /// <summary>On the site's own clock, so that ten o'clock stays ten o'clock when the clocks change.</summary>
    public DateTime Start { get; private set; }
    public string TimeZone { get; private set; } = "UTC";
    public int Minutes { get; private set; }
    public SessionPart Part { get; private set; }

    /// <summary>A new proposal leaves it as it is.</summary>
    public bool IsLocked { get; private set; }
    public SessionState State { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public DateTimeOffset? HeldAt { get; private set; }

    /// <summary>How long it really took.</summary>
    public int? HeldMinutes { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>What people type, or a camera reads from the screen, to say that they are here; null until somebody opens the door.</summary>
    public string? DoorCode { get; private set; }

    public IReadOnlyList<SessionSeat> Seats => _seats;

    /// <summary>What was said of who was there; holds only what was added since it was loaded, unless asked for.</summary>
    public IReadOnlyList<AttendanceNote> Notes => _notes;

    public bool IsHeld => HeldAt is not null;

    public DateTime End => Start.AddMinutes(Minutes);

    public AppointedTime When => new(DateOnly.FromDateTime(Start), TimeOnly.FromDateTime(Start), TimeZone, Minutes);

    public static TeachingSession Plan(
        TeachingSessionId id,
        ModuleId module,
        SessionPlace place,
        SessionPart part,
        IEnumerable<PersonId> people,
        PersonId by,
        DateTimeOffset now
    )
    {
        var session = new TeachingSession(id) { ModuleId = module, Part = part };
        session.Take(place, now);
        session._seats.AddRange(people.Distinct().Select(p => new SessionSeat(id, p)));
        session.Happened(new TeachingSessionPlanned(by.Value, id.Value, now));
        return session;
    }

    /// <summary>Another time, room or leader. Refused: <c>session-held</c>, <c>session-cancelled</c>.</summary>
    public Outcome Move(SessionPlace place, PersonId by, DateTimeOffset now)
    {
        if (Closed() is { } refusal)
        {
            return refusal;
        }

        Take(place, now);
        Happened(new TeachingSessionMoved(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Refused: <c>session-held</c>, <c>session-cancelled</c>, <c>session-seats-full</c>.</summary>
    public Outcome Seat(PersonId person, PersonId by, DateTimeOffset now)
    {
        if (Closed() is { } refusal)
        {
            return refusal;
        }

        if (_seats.Exists(s => s.PersonId == person))
        {
            return Outcome.Done;
        }

        if (_seats.Count >= SeatsAtMost)
        {
            return new Refusal("session-seats-full", SeatsAtMost);
        }

        _seats.Add(new SessionSeat(Id, person));
        ChangedAt = now;
        Happened(new SeatTaken(by.Value, Id.Value, person.Value, now));
        return Outcome.Done;
    }

    /// <summary>Refused: <c>session-held</c>, <c>session-cancelled</c>, <c>session-no-seat</c>.</summary>
    public Outcome Unseat(PersonId person, PersonId by, DateTimeOffset now)
    {
        if (Closed() is { } refusal)
        {
            return refusal;
        }

        if (_seats.RemoveAll(s => s.PersonId == person) == 0)
        {
            return new Refusal("session-no-seat");
        }

        ChangedAt = now;
        Happened(new SeatFreed(by.Value, Id.Value, person.Value, now));
        return Outcome.Done;
    }

    /// <summary>Keeps it as it is when a new timetable is proposed, or lets go of it again.</summary>
    public void Lock(bool locked, PersonId by, DateTimeOffset now)
    {
        if (IsLocked != locked)
        {
            (IsLocked, ChangedAt) = (locked, now);
            Happened(new TeachingSessionLocked(by.Value, Id.Value, locked, now));
        }
    }

    /// <summary>Everybody in it may know. Refused: <c>session-cancelled</c>.</summary>
    public Outcome Publish(PersonId by, DateTimeOffset now)
    {
        if (State == SessionState.Cancelled)
        {
            return new Refusal("session-cancelled");
        }

        if (State == SessionState.Planned)
        {
            (State, PublishedAt, ChangedAt) = (SessionState.Published, now, now);
            Happened(new TeachingSessionPublished(by.Value, Id.Value, now));
        }

        return Outcome.Done;
    }

    /// <summary>It does not take place. Refused: <c>session-held</c>.</summary>
    public Outcome Cancel(PersonId by, DateTimeOffset now)
    {
        if (IsHeld)
        {
            return new Refusal("session-held");
        }

        if (State != SessionState.Cancelled)
        {
            (State, ChangedAt) = (SessionState.Cancelled, now);
            Happened(new TeachingSessionCancelled(by.Value, Id.Value, now));
        }

        return Outcome.Done;
    }

    /// <summary>Shows a code by which people say that they are here. Opened again, it stays the same.</summary>
    /// <param name="code">A code that nobody can guess, of <see cref="DoorCodeLength"/> characters.</param>
    public void OpenDoor(string code, PersonId by, DateTimeOffset now)
    {
        if (DoorCode is null)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(code.Length, DoorCodeLength, nameof(code));
            (DoorCode, ChangedAt) = (code, now);
            Happened(new DoorOpened(by.Value, Id.Value, now));
        }
    }

    /// <summary>Whether people can say for themselves now that they are here.</summary>
    /// <param name="localNow">Now on the site's clock.</param>
    public bool TakesOwnHands(DateTime localNow) => TakesOwnHands(Start, Minutes, localNow);

    /// <inheritdoc cref="TakesOwnHands(DateTime)"/>
    public static bool TakesOwnHands(DateTime start, int minutes, DateTime localNow) =>
        localNow >= start - OpenBefore && localNow <= start.AddMinutes(minutes) + OpenAfter;

    /// <summary>
    /// Somebody was there, or was not. What was said later holds, in whatever order it arrives; by their own hand people can only say that they are here.
    /// Somebody without a seat gets one. Refused: <c>session-cancelled</c>, <c>session-not-begun</c>, <c>session-over</c>, <c>session-seats-full</c>.
    /// </summary>
    /// <param name="by">Who says it.</param>
    /// <param name="localNow">Now on the site's clock.</param>
    public Outcome Note(AttendanceMark mark, PersonId by, DateTime localNow, DateTimeOffset now)
    {
        if (State == SessionState.Cancelled)
        {
            return new Refusal("session-cancelled");
        }

        if (localNow < Start - OpenBefore)
        {
            return new Refusal("session-not-begun");
        }

        if (mark.IsByOwnHand && localNow > End + OpenAfter)
        {
            return new Refusal("session-over");
        }

        if (_seats.Find(s => s.PersonId == mark.Person) is null)
        {
            if (!mark.Here)
            {
                return Outcome.Done;
            }

            if (_seats.Count >= SeatsAtMost)
            {
                return new Refusal("session-seats-full", SeatsAtMost);
            }

            _seats.Add(new SessionSeat(Id, mark.Person));
        }

        Keep(mark with { At = mark.At > now ? now : mark.At }, by, now);
        return Outcome.Done;
    }

    /// <summary>
    /// It took place, and these people were there, whether they had a seat or not; said again, it is corrected. Refused: <c>session-cancelled</c>,
    /// <c>session-not-begun</c>, <c>session-seats-full</c>.
    /// </summary>
    /// <param name="shown">Of whom the sayer knew how they stood; who said meanwhile that they are here stays. Null: of everybody.</param>
    /// <param name="edition">What it was held with.</param>
    /// <param name="localNow">Now on the site's clock.</param>
    public Outcome NoteHeld(
        IReadOnlyCollection<PersonId> present,
        IReadOnlyCollection<PersonId>? shown,
        AttendanceWay way,
        int minutes,
        ModuleEditionId? edition,
        PersonId by,
        DateTime localNow,
        DateTimeOffset now
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, MinutesAtMost);
        if (State == SessionState.Cancelled)
        {
            return new Refusal("session-cancelled");
        }

        if (localNow < Start)
        {
            return new Refusal("session-not-begun");
        }

        var others = present.Where(p => !_seats.Exists(s => s.PersonId == p)).Distinct().ToList();
        if (_seats.Count + others.Count > SeatsAtMost)
        {
            return new Refusal("session-seats-full", SeatsAtMost);
        }

        _seats.AddRange(others.Select(p => new SessionSeat(Id, p)));
        foreach (var seat in _seats)
        {
            var here = present.Contains(seat.PersonId) || (seat.Attended == true && shown?.Contains(seat.PersonId) == false);
            if (seat.Attended != here)
            {
                Keep(new AttendanceMark(Shared.Id.New<AttendanceNoteId>(now), seat.PersonId, here, way, now), by, now);
            }
        }

        // The first time settles what it was held with; a correction of the list does not change that.
        EditionId = IsHeld ? EditionId : edition;
        (HeldAt, HeldMinutes, ChangedAt) = (HeldAt ?? now, minutes, now);
        Happened(new TeachingSessionHeld(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>One more line in the trace; the seat says what is known now.</summary>
    private void Keep(AttendanceMark mark, PersonId by, DateTimeOffset now)
    {
        _notes.Add(new AttendanceNote(Id, mark, by, now));
        if (_seats.Find(s => s.PersonId == mark.Person)!.Note(mark))
        {
            ChangedAt = now;
        }

        Happened(new AttendanceNoted(by.Value, Id.Value, mark.Person.Value, mark.Here, mark.Way, now));
    }

    private Refusal? Closed() =>
        IsHeld ? new Refusal("session-held")
        : State == SessionState.Cancelled ? new Refusal("session-cancelled")
        : null;

    private void Take(SessionPlace place, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(place.Minutes, 1, nameof(place));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(place.Minutes, MinutesAtMost, nameof(place));
        (SiteId, RoomId, LeaderId) = (place.Site, place.Room, place.Leader);
        (Start, TimeZone, Minutes) = (DateTime.SpecifyKind(place.Start, DateTimeKind.Unspecified), place.TimeZone, place.Minutes);
        ChangedAt = now;
    }
}

/// <summary>Somebody's seat in a session.</summary>
public sealed class SessionSeat
{
    private SessionSeat() { }

    internal SessionSeat(TeachingSessionId session, PersonId person) => (SessionId, PersonId) = (session, person);

    public TeachingSessionId SessionId { get; private set; }
    public PersonId PersonId { get; private set; }

    /// <summary>Whether they were there; null until somebody says.</summary>
    public bool? Attended { get; private set; }
    public AttendanceWay? Way { get; private set; }

    /// <summary>When that was said, by the clock of the device that said it.</summary>
    public DateTimeOffset? SaidAt { get; private set; }

    /// <returns>Whether it is news: what was said earlier than what is known changes nothing.</returns>
    internal bool Note(AttendanceMark mark)
    {
        if (SaidAt > mark.At)
        {
            return false;
        }

        (Attended, Way, SaidAt) = (mark.Here, mark.Way, mark.At);
        return true;
    }
}
