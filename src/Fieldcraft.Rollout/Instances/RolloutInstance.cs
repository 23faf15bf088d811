namespace Fieldcraft.Rollout.Instances;

/// <summary>
/// One module's roll-out as it is handed in: what there is, and what must hold. Times are local and naive, to the minute; every interval is half-open.
/// It may be built in code or read from the exchange format; <see cref="InstanceChecks"/> says what is wrong with either.
/// </summary>
public sealed record RolloutInstance
{
    public required Window Window { get; init; }

    /// <summary>Minutes; divides a day, the session and the edge. Slots count from midnight of the first day.</summary>
    public required int SlotMinutes { get; init; }
    public required SessionShape Session { get; init; }
    public required IReadOnlyList<Site> Sites { get; init; }
    public required IReadOnlyList<Leader> Leaders { get; init; }
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>Nothing is planned to start before it; null plans the whole window.</summary>
    public DateTime? Now { get; init; }

    /// <summary>Kept as they are, and counted in every rule and in the cost.</summary>
    public IReadOnlyList<PlannedSession> Locked { get; init; } = [];

    /// <summary>Ids of people who are done: not planned again, and no cost. They still count on their floor.</summary>
    public IReadOnlyList<string> Covered { get; init; } = [];
}

/// <summary>The days in which sessions may lie.</summary>
/// <param name="Days">Whole days from <paramref name="Start"/> 00:00; 1 to 366.</param>
public sealed record Window(DateOnly Start, int Days);

/// <param name="Minutes">Length of a whole session; a half is half of it.</param>
/// <param name="MaxSize">Most people in one session, whatever the room holds.</param>
/// <param name="EdgeMinutes">How far from both ends of a shift a session keeps.</param>
/// <param name="SplitAllowed">Whether a first and a second half may take the place of a whole.</param>
public sealed record SessionShape(int Minutes, int MaxSize, int EdgeMinutes = 0, bool SplitAllowed = false);

/// <summary>A half-open stretch of local time.</summary>
public readonly record struct Stretch(DateTime From, DateTime Until);

/// <param name="ReleaseShare">Share of those on shift who may be away at once, 0 to 1; exact.</param>
/// <param name="FloorMinimum">People who always stay on the floor.</param>
/// <param name="Blackouts">No session of this site touches one.</param>
/// <param name="Joins">Ids of sites one hop away; read in both directions, never through a third.</param>
/// <param name="TimeZone">Where given, times of the site, its leaders and its people that the clocks leave out are refused.</param>
public sealed record Site(
    string Id,
    IReadOnlyList<Room> Rooms,
    decimal ReleaseShare,
    int FloorMinimum,
    IReadOnlyList<Stretch> Blackouts,
    IReadOnlyList<string> Joins,
    string? TimeZone = null
);

/// <param name="Capacity">People besides the leader.</param>
public sealed record Room(string Id, int Capacity);

/// <param name="ReadyFrom">Teaches from midnight of this day on.</param>
/// <param name="Available">Stretches that touch or overlap count as one.</param>
/// <param name="Deputy">Id of the leader who counts as own for this leader's people.</param>
public sealed record Leader(
    string Id,
    string Site,
    DateOnly ReadyFrom,
    IReadOnlyList<string> Languages,
    int MaxPerDay,
    int MaxPerWeek,
    IReadOnlyList<Stretch> Available,
    string? Deputy = null
)
{
    /// <summary>When sessions began that the leader held before now; they count for the day and the week, and for nothing else. No file carries them.</summary>
    public IReadOnlyList<DateTime> Held { get; init; } = [];

    /// <summary>The days of the window on which they held them, counted from nought; one for each session.</summary>
    public IEnumerable<int> DaysHeld(Window window) =>
        Held.Select(h => DateOnly.FromDateTime(h).DayNumber - window.Start.DayNumber).Where(day => day >= 0 && day < window.Days);
}

/// <param name="Leader">Id of the own leader.</param>
/// <param name="Shifts">At most sixteen hours each; never merged, and none may overlap another.</param>
public sealed record Person(string Id, string Site, string Leader, string Language, IReadOnlyList<Stretch> Shifts);

/// <summary>Which part of the session a meeting is.</summary>
public enum SessionPart
{
    Whole,
    First,
    Second,
}

/// <summary>One session with everybody in it; all by id.</summary>
/// <param name="Minutes">The length of a whole session, or half of it.</param>
public sealed record PlannedSession(
    string Id,
    string Site,
    string Room,
    string Leader,
    DateTime Start,
    int Minutes,
    SessionPart Part,
    IReadOnlyList<string> People
)
{
    public DateTime End => Start.AddMinutes(Minutes);
}
