namespace Fieldcraft.Rollout.Timetables;

/// <summary>What exactly a rule was broken by; the rule's number is that of the exchange format.</summary>
public enum Breach
{
    /// <summary>Names a site, room, leader or person that the instance does not have.</summary>
    Unknown,

    /// <summary>Rule 1: neither a whole session nor an allowed half.</summary>
    Length,
    OutsideWindow,
    OffSlot,
    SkippedHour,
    Blackout,

    /// <summary>Rule 2: more than one session for a person, or halves out of order or a week apart.</summary>
    Twice,
    OffShift,

    /// <summary>Rule 3.</summary>
    Empty,
    TooManyPeople,

    /// <summary>Rule 4.</summary>
    RoomElsewhere,
    RoomTaken,
    LeaderTaken,

    /// <summary>Rule 5.</summary>
    NotAvailable,
    NotReady,
    LeaderDay,
    LeaderWeek,

    /// <summary>Rule 6.</summary>
    LeaderTooFar,
    PersonTooFar,
    Language,

    /// <summary>Rule 7.</summary>
    Cover,
}

/// <summary>One rule that a timetable breaks, with what breaks it.</summary>
/// <param name="Session">Index of the session in the list that was looked at; of several, the last.</param>
/// <param name="Site">The session's site; for cover the home site that lets too many go.</param>
/// <param name="Person">Whom it is about, where it is about one.</param>
/// <param name="At">Start of the session, or of the slot for cover.</param>
/// <param name="Count">How many there are, where the rule counts.</param>
/// <param name="Allowed">How many there may be.</param>
/// <param name="Sentence">All of it in English, for a log or a command line; pages have words of their own.</param>
public sealed record BrokenRule(
    Breach Breach,
    int Session,
    string Site,
    string Room,
    string Leader,
    string? Person,
    DateTime At,
    int? Count,
    int? Allowed,
    string Sentence
)
{
    /// <summary>The rule's number in the exchange format, 1 to 7; 0 when a name is unknown.</summary>
    public int Rule =>
        Breach switch
        {
            Breach.Unknown => 0,
            <= Breach.Blackout => 1,
            <= Breach.OffShift => 2,
            <= Breach.TooManyPeople => 3,
            <= Breach.LeaderTaken => 4,
            <= Breach.LeaderWeek => 5,
            <= Breach.Language => 6,
            _ => 7,
        };
}
