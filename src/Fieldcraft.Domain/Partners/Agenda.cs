namespace Fieldcraft.Domain.Partners;

/// <summary>In which role somebody thinks along (DOMAIN 4.6).</summary>
public enum PartnerKind
{
    /// <summary>Outside the line; asks and tells.</summary>
    Mentor,

    /// <summary>Three equals who coach each other.</summary>
    PeerTrio,

    /// <summary>The own manager, on enabling: time, access, feedback, obstacles.</summary>
    Manager,
    Coach,

    /// <summary>Somebody to watch and to ask how they do it.</summary>
    RoleModel,

    /// <summary>Somebody the person reported to before.</summary>
    FormerBoss,
}

/// <summary>How often partners meet.</summary>
public enum PartnerRhythm
{
    Weekly,
    TwoWeekly,
    ThreeWeekly,
    Monthly,
    SixWeekly,
}

/// <summary>One part of a meeting. Its words are <c>partners.agenda.KEY</c> and <c>partners.agenda.KEY.text</c>.</summary>
public sealed record AgendaBlock(string Key, int Minutes);

/// <summary>The timeboxed agendas and usual rhythms of DOMAIN 4.6.</summary>
public static class Agenda
{
    private static readonly AgendaBlock[] Mentoring = [new("check_in", 5), new("story", 15), new("questions", 15), new("next_steps", 10)];

    private static readonly AgendaBlock[] Trio =
    [
        new("turn_1.tell", 5),
        new("turn_1.questions", 7),
        new("turn_1.next_step", 3),
        new("turn_2.tell", 5),
        new("turn_2.questions", 7),
        new("turn_2.next_step", 3),
        new("turn_3.tell", 5),
        new("turn_3.questions", 7),
        new("turn_3.next_step", 3),
        new("open", 15),
    ];

    // DOMAIN 4.6 names the four matters of the twenty minutes; each gets a quarter.
    private static readonly AgendaBlock[] Enabling = [new("time", 5), new("access", 5), new("feedback", 5), new("obstacles", 5)];

    // DOMAIN 4.6 gives the hour, not its parts: those are a choice.
    private static readonly AgendaBlock[] Coaching =
    [
        new("check_in", 5),
        new("since_last", 10),
        new("topic", 30),
        new("next_steps", 10),
        new("helped", 5),
    ];

    private static readonly AgendaBlock[] Watching =
    [
        new("check_in", 5),
        new("how_they_do_it", 20),
        new("questions", 10),
        new("next_steps", 10),
    ];

    /// <summary>A manager's hour with a group of reports, on the same four matters.</summary>
    public static IReadOnlyList<AgendaBlock> OfGroupTalk { get; } =
    [new("time", 15), new("access", 10), new("feedback", 15), new("obstacles", 15), new("who_does_what", 5)];

    public static IReadOnlyList<AgendaBlock> Of(PartnerKind kind) =>
        kind switch
        {
            PartnerKind.PeerTrio => Trio,
            PartnerKind.Manager => Enabling,
            PartnerKind.Coach => Coaching,
            PartnerKind.RoleModel => Watching,
            _ => Mentoring,
        };

    /// <summary>What a meeting takes of each partner's time.</summary>
    public static int MinutesOf(PartnerKind kind) => Of(kind).Sum(b => b.Minutes);

    public static PartnerRhythm UsualRhythm(PartnerKind kind) =>
        kind == PartnerKind.PeerTrio ? PartnerRhythm.TwoWeekly : PartnerRhythm.Monthly;

    /// <summary>How many people a partnership of this kind has.</summary>
    public static int PeopleIn(PartnerKind kind) => kind == PartnerKind.PeerTrio ? 3 : 2;
}

/// <summary>The days of a rhythm.</summary>
public static class MeetingDays
{
    /// <summary>Every day of the rhythm from the first up to and with the last day, at most so many. Monthly keeps the day of the month where the month has it.</summary>
    public static IReadOnlyList<DateOnly> Of(DateOnly first, PartnerRhythm rhythm, DateOnly until, int atMost) =>
        [.. Enumerable.Range(0, atMost).Select(n => Nth(first, rhythm, n)).TakeWhile(day => day <= until)];

    /// <summary>The day of the n-th meeting, the first being the nought-th.</summary>
    public static DateOnly Nth(DateOnly first, PartnerRhythm rhythm, int n) =>
        rhythm switch
        {
            PartnerRhythm.Weekly => first.AddDays(7 * n),
            PartnerRhythm.TwoWeekly => first.AddDays(14 * n),
            PartnerRhythm.ThreeWeekly => first.AddDays(21 * n),
            PartnerRhythm.SixWeekly => first.AddDays(42 * n),
            _ => first.AddMonths(n),
        };
}
