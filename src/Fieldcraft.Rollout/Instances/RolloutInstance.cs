namespace Fieldcraft.Rollout.Instances;

/// <summary>A half-open stretch of time, in minutes from the start of the window; it may begin before it or end after it.</summary>
public readonly record struct Stretch(int From, int Until)
{
    public int Length => Until - From;

    public bool Touches(int from, int until) => From < until && from < Until;

    public bool Holds(int from, int until) => From <= from && until <= Until;
}

/// <summary>One module's roll-out as it is handed in: what there is, and what must hold. Everything is checked when it is read.</summary>
public sealed record RolloutInstance
{
    public const int MinutesADay = 1440;
    public const int DaysAWeek = 7;

    /// <summary>The first day of the window, from midnight.</summary>
    public required DateOnly Start { get; init; }
    public required int Days { get; init; }
    public required int SlotMinutes { get; init; }
    public required SessionShape Session { get; init; }
    public required IReadOnlyList<Site> Sites { get; init; }
    public required IReadOnlyList<Leader> Leaders { get; init; }
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>Minutes from the start of the window; nothing begins before it.</summary>
    public int Now { get; init; }

    /// <summary>Kept as they are, counted in every rule and in the cost.</summary>
    public IReadOnlyList<PlannedSession> Locked { get; init; } = [];

    /// <summary>People who are done: not planned again, and no cost.</summary>
    public IReadOnlySet<int> Covered { get; init; } = new HashSet<int>();

    public int Minutes => Days * MinutesADay;

    public int Slots => Minutes / SlotMinutes;
}

/// <param name="EdgeMinutes">How far from both ends of a shift a session keeps.</param>
/// <param name="SplitAllowed">Whether two halves may take the place of a whole.</param>
public sealed record SessionShape(int Minutes, int MaxSize, int EdgeMinutes, bool SplitAllowed);

/// <param name="Joins">Sites one hop away, in both directions, without this one.</param>
public sealed record Site(
    string Id,
    IReadOnlyList<Room> Rooms,
    decimal ReleaseShare,
    int FloorMinimum,
    IReadOnlyList<Stretch> Blackouts,
    IReadOnlyList<int> Joins
);

public sealed record Room(string Id, int Capacity);

/// <param name="ReadyFromMinute">From then on; midnight of a day.</param>
/// <param name="Available">Merged, in order.</param>
/// <param name="Deputy">The leader who counts as own for this leader's people.</param>
public sealed record Leader(
    string Id,
    int Site,
    int ReadyFromMinute,
    IReadOnlySet<string> Languages,
    int MaxPerDay,
    int MaxPerWeek,
    IReadOnlyList<Stretch> Available,
    int? Deputy
);

/// <param name="Shifts">In order; they never overlap.</param>
public sealed record Person(string Id, int Site, int Leader, string Language, IReadOnlyList<Stretch> Shifts);

/// <summary>Which part of the session a meeting is.</summary>
public enum SessionPart
{
    Whole,
    First,
    Second,
}

/// <summary>One session with everybody in it, by index.</summary>
/// <param name="Start">Minutes from the start of the window.</param>
/// <param name="Room">Index within the site.</param>
public sealed record PlannedSession(string Id, int Site, int Room, int Leader, int Start, int Minutes, SessionPart Part, IReadOnlyList<int> People);
