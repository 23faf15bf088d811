using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rollouts;

/// <summary>Who may leave the floor at a site, and how much its leaders teach. Null: as the roll-out says.</summary>
public sealed record CoverRules(decimal? ReleaseShare, int? FloorMinimum, int? MaxPerDay, int? MaxPerWeek)
{
    public static CoverRules AsRollout { get; } = new(null, null, null, null);

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. InputProblems.Outside("releaseShare", (double?)ReleaseShare, 0, 1),
            .. InputProblems.Outside("floorMinimum", FloorMinimum, 0, RolloutSettings.FloorAtMost),
            .. InputProblems.Outside("maxPerDay", MaxPerDay, 0, RolloutSettings.PerDayAtMost),
            .. InputProblems.Outside("maxPerWeek", MaxPerWeek, 0, RolloutSettings.PerWeekAtMost),
        ];
}

/// <summary>
/// What a site has and what holds there, whatever the module: rooms, cover, times at which nothing is held, neighbours, and patterns of its own. It has the
/// unit's own id; a site of which nobody said anything has none, and the roll-out's settings and one ordinary room hold.
/// </summary>
public sealed class SiteGround : Aggregate<UnitId>
{
    public const int RoomsAtMost = 40;
    public const int ClosuresAtMost = 200;
    public const int JoinsAtMost = 10;
    public const int PatternsAtMost = 40;
    private readonly List<SiteRoom> _rooms = [];
    private readonly List<SiteClosure> _closures = [];
    private readonly List<SiteJoin> _joins = [];
    private readonly List<SitePattern> _patterns = [];

    private SiteGround(UnitId id)
        : base(id) { }

    public decimal? ReleaseShare { get; private set; }
    public int? FloorMinimum { get; private set; }
    public int? MaxPerDay { get; private set; }
    public int? MaxPerWeek { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<SiteRoom> Rooms => _rooms;

    public IReadOnlyList<SiteClosure> Closures => _closures;

    public IReadOnlyList<SiteJoin> Joins => _joins;

    public IReadOnlyList<SitePattern> Patterns => _patterns;

    public CoverRules Cover => new(ReleaseShare, FloorMinimum, MaxPerDay, MaxPerWeek);

    /// <summary>The site begins to have things of its own.</summary>
    public static SiteGround Lay(UnitId site, PersonId by, DateTimeOffset now)
    {
        var ground = new SiteGround(site);
        ground.Changed(SiteGroundPart.Cover, by, now);
        return ground;
    }

    /// <exception cref="ArgumentException">The rules have problems: forms and API refuse that before.</exception>
    public void SetCover(CoverRules rules, PersonId by, DateTimeOffset now)
    {
        if (rules.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(rules));
        }

        (ReleaseShare, FloorMinimum, MaxPerDay, MaxPerWeek) = (rules.ReleaseShare, rules.FloorMinimum, rules.MaxPerDay, rules.MaxPerWeek);
        Changed(SiteGroundPart.Cover, by, now);
    }

    /// <summary>Adds a room, or changes it. Refused: <c>site-rooms-full</c>, <c>site-room-named-twice</c>.</summary>
    /// <exception cref="ArgumentException">No name, too long a name, or no seat.</exception>
    public Outcome WriteRoom(SiteRoomId id, string name, int capacity, PersonId by, DateTimeOffset now)
    {
        var called = name.Trim();
        ArgumentException.ThrowIfNullOrEmpty(called, nameof(name));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(called.Length, SiteRoom.NameLength, nameof(name));
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, SiteRoom.CapacityAtMost);
        if (_rooms.Exists(r => r.Id != id && string.Equals(r.Name, called, StringComparison.OrdinalIgnoreCase)))
        {
            return new Refusal("site-room-named-twice", called);
        }

        if (_rooms.Find(r => r.Id == id) is { } room)
        {
            room.Rewrite(called, capacity);
        }
        else if (_rooms.Count >= RoomsAtMost)
        {
            return new Refusal("site-rooms-full", RoomsAtMost);
        }
        else
        {
            _rooms.Add(new SiteRoom(id, Id, called, capacity));
        }

        Changed(SiteGroundPart.Rooms, by, now);
        return Outcome.Done;
    }

    /// <summary>The room is no longer there; sessions in it keep their time and lose their room. Refused: <c>site-room-unknown</c>.</summary>
    public Outcome RemoveRoom(SiteRoomId id, PersonId by, DateTimeOffset now)
    {
        if (_rooms.RemoveAll(r => r.Id == id) == 0)
        {
            return new Refusal("site-room-unknown");
        }

        _closures.RemoveAll(c => c.RoomId == id);
        Changed(SiteGroundPart.Rooms, by, now);
        return Outcome.Done;
    }

    /// <summary>
    /// Closes a room, or without one the whole site, from a time until another. Refused: <c>site-room-unknown</c>, <c>site-closures-full</c>.
    /// </summary>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public Outcome Close(SiteClosureId id, SiteRoomId? room, LocalStretch when, PersonId by, DateTimeOffset now)
    {
        if (when.Until <= when.From)
        {
            throw new ArgumentException("It ends before it begins.", nameof(when));
        }

        if (room is { } wanted && !_rooms.Exists(r => r.Id == wanted))
        {
            return new Refusal("site-room-unknown");
        }

        if (_closures.Count >= ClosuresAtMost)
        {
            return new Refusal("site-closures-full", ClosuresAtMost);
        }

        _closures.Add(new SiteClosure(id, Id, room, when));
        Changed(SiteGroundPart.Closures, by, now);
        return Outcome.Done;
    }

    /// <summary>Open again at that time. Refused: <c>site-closure-unknown</c>.</summary>
    public Outcome Reopen(SiteClosureId id, PersonId by, DateTimeOffset now)
    {
        if (_closures.RemoveAll(c => c.Id == id) == 0)
        {
            return new Refusal("site-closure-unknown");
        }

        Changed(SiteGroundPart.Closures, by, now);
        return Outcome.Done;
    }

    /// <summary>People and leaders of both may meet at either. Refused: <c>site-joins-full</c>, <c>site-joins-itself</c>.</summary>
    public Outcome Join(UnitId other, PersonId by, DateTimeOffset now)
    {
        if (other == Id)
        {
            return new Refusal("site-joins-itself");
        }

        if (_joins.Exists(j => j.OtherId == other))
        {
            return Outcome.Done;
        }

        if (_joins.Count >= JoinsAtMost)
        {
            return new Refusal("site-joins-full", JoinsAtMost);
        }

        _joins.Add(new SiteJoin(Id, other));
        Changed(SiteGroundPart.Joins, by, now);
        return Outcome.Done;
    }

    /// <summary>They no longer meet, as far as this site said so.</summary>
    public void Part(UnitId other, PersonId by, DateTimeOffset now)
    {
        if (_joins.RemoveAll(j => j.OtherId == other) > 0)
        {
            Changed(SiteGroundPart.Joins, by, now);
        }
    }

    /// <summary>The site's own reading of a pattern, in place of the delivered one. Refused: <c>site-patterns-full</c>.</summary>
    /// <exception cref="ArgumentException">The pattern has problems: forms and API refuse that before.</exception>
    public Outcome WritePattern(ShiftPattern pattern, PersonId by, DateTimeOffset now)
    {
        if (pattern.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(pattern));
        }

        if (_patterns.RemoveAll(p => p.Name == pattern.Name) == 0 && _patterns.Count >= PatternsAtMost)
        {
            return new Refusal("site-patterns-full", PatternsAtMost);
        }

        _patterns.Add(new SitePattern(Id, pattern));
        Changed(SiteGroundPart.Patterns, by, now);
        return Outcome.Done;
    }

    /// <summary>The delivered pattern holds again, where there is one.</summary>
    public void RemovePattern(string name, PersonId by, DateTimeOffset now)
    {
        if (_patterns.RemoveAll(p => p.Name == name) > 0)
        {
            Changed(SiteGroundPart.Patterns, by, now);
        }
    }

    private void Changed(SiteGroundPart part, PersonId by, DateTimeOffset now)
    {
        ChangedAt = now;
        Happened(new SiteGroundChanged(by.Value, Id.Value, part, now));
    }
}

public enum SiteGroundPart
{
    Cover,
    Rooms,
    Closures,
    Joins,
    Patterns,
}

/// <summary>A room in which sessions can be held.</summary>
public sealed class SiteRoom
{
    public const int NameLength = 80;
    public const int CapacityAtMost = 500;

    private SiteRoom() { }

    internal SiteRoom(SiteRoomId id, UnitId site, string name, int capacity) => (Id, SiteId, Name, Capacity) = (id, site, name, capacity);

    public SiteRoomId Id { get; private set; }
    public UnitId SiteId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>People besides the leader.</summary>
    public int Capacity { get; private set; }

    internal void Rewrite(string name, int capacity) => (Name, Capacity) = (name, capacity);
}

/// <summary>A time at which a room, or without one the whole site, is closed to sessions: on the site's own clock, half-open.</summary>
public sealed class SiteClosure
{
    private SiteClosure() { }

    internal SiteClosure(SiteClosureId id, UnitId site, SiteRoomId? room, LocalStretch when) =>
        (Id, SiteId, RoomId, From, Until) = (id, site, room, when.From, when.Until);

    public SiteClosureId Id { get; private set; }
    public UnitId SiteId { get; private set; }
    public SiteRoomId? RoomId { get; private set; }
    public DateTime From { get; private set; }
    public DateTime Until { get; private set; }

    public LocalStretch When => new(From, Until);
}

/// <summary>A neighbour whose people and leaders come here, and the other way round.</summary>
public sealed class SiteJoin
{
    private SiteJoin() { }

    internal SiteJoin(UnitId site, UnitId other) => (SiteId, OtherId) = (site, other);

    public UnitId SiteId { get; private set; }
    public UnitId OtherId { get; private set; }
}

/// <summary>A shift pattern as one site has it.</summary>
public sealed class SitePattern
{
    private SitePattern() { }

    internal SitePattern(UnitId site, ShiftPattern pattern)
    {
        (SiteId, Name, CycleDays, Anchor, Crews) = (site, pattern.Name, pattern.CycleDays, pattern.Anchor, pattern.Crews);
        Shifts = pattern.ToText();
    }

    public UnitId SiteId { get; private set; }
    public string Name { get; private set; } = "";
    public int CycleDays { get; private set; }
    public DateOnly Anchor { get; private set; }
    public int Crews { get; private set; }
    public string Shifts { get; private set; } = "";

    public ShiftPattern ToPattern() => new(Name, CycleDays, Anchor, Crews, ShiftPattern.ShiftsFrom(Shifts)!);
}
