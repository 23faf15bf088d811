using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Loop;

/// <summary>An idea on a running order, with who presents it.</summary>
public sealed record RunningLine(TeamIdeaId Idea, PersonId? Presenter, int Minutes);

/// <summary>
/// The meeting of a tier at which the ideas that wait there are presented and answered, one after another. What is left unanswered keeps its owner and its
/// date: a meeting takes nothing away from an idea.
/// </summary>
public sealed class LoopMeeting : Aggregate<LoopMeetingId>
{
    public const int WhereLength = 120;
    public const int MinutesAtLeast = 10;
    public const int MinutesAtMost = 240;
    private readonly List<LoopMeetingLine> _lines = [];

    private LoopMeeting(LoopMeetingId id)
        : base(id) { }

    public ProgrammeId ProgrammeId { get; private set; }
    public LoopTier Tier { get; private set; }

    /// <summary>The unit whose meeting it is; null at the top where the sponsor answers alone.</summary>
    public UnitId? UnitId { get; private set; }
    public DateOnly On { get; private set; }
    public TimeOnly Time { get; private set; }
    public string TimeZone { get; private set; } = "UTC";
    public int Minutes { get; private set; }
    public string Where { get; private set; } = "";
    public DateTimeOffset? HeldAt { get; private set; }
    public DateTimeOffset? CalledOffAt { get; private set; }

    public IReadOnlyList<LoopMeetingLine> Lines => _lines;

    public bool IsOver => HeldAt is not null || CalledOffAt is not null;

    public AppointedTime When => new(On, Time, TimeZone, Minutes);

    public LoopPlace Place => new(Tier, UnitId);

    public static LoopMeeting Arrange(
        LoopMeetingId id,
        ProgrammeId programme,
        LoopPlace place,
        AppointedTime when,
        string? where,
        IReadOnlyList<RunningLine> lines,
        PersonId by,
        DateTimeOffset now
    )
    {
        var meeting = new LoopMeeting(id)
        {
            ProgrammeId = programme,
            Tier = place.Tier,
            UnitId = place.Unit,
        };
        meeting.Take(when, where);
        meeting.Put(lines);
        meeting.Happened(new LoopMeetingArranged(by.Value, id.Value, place.Tier, when.On, now));
        return meeting;
    }

    /// <summary>
    /// The time divided among ideas, the first getting what is left over; more ideas than have room wait for another meeting.
    /// </summary>
    /// <param name="ideas">In the order in which they are presented.</param>
    public static IReadOnlyList<RunningLine> Divide(
        IReadOnlyList<(TeamIdeaId Idea, PersonId? Presenter)> ideas,
        int minutes,
        LoopRules rules
    )
    {
        var some = ideas.Take(minutes / rules.MinutesAtLeast).ToList();
        return some.Count == 0
            ? []
            : [.. some.Select((x, i) => new RunningLine(x.Idea, x.Presenter, (minutes / some.Count) + (i < minutes % some.Count ? 1 : 0)))];
    }

    /// <summary>Another time or place. Refused: <c>loop-meeting-over</c>, <c>loop-meeting-too-short</c> for the running order.</summary>
    public Outcome Move(AppointedTime when, string? where, PersonId by, DateTimeOffset now)
    {
        if (IsOver)
        {
            return new Refusal("loop-meeting-over");
        }

        if (_lines.Sum(l => l.Minutes) > when.Minutes)
        {
            return new Refusal("loop-meeting-too-short");
        }

        Take(when, where);
        Happened(new LoopMeetingMoved(by.Value, Id.Value, when.On, now));
        return Outcome.Done;
    }

    /// <summary>
    /// Says what is presented, in which order and for how long. Refused: <c>loop-meeting-over</c>, <c>loop-meeting-too-short</c>, <c>loop-meeting-twice</c>.
    /// </summary>
    public Outcome Order(IReadOnlyList<RunningLine> lines, LoopRules rules, PersonId by, DateTimeOffset now)
    {
        if (IsOver)
        {
            return new Refusal("loop-meeting-over");
        }

        if (lines.DistinctBy(l => l.Idea).Count() != lines.Count)
        {
            return new Refusal("loop-meeting-twice");
        }

        if (lines.Sum(l => l.Minutes) > Minutes || lines.Any(l => l.Minutes < rules.MinutesAtLeast))
        {
            return new Refusal("loop-meeting-too-short");
        }

        Put(lines);
        Happened(new LoopMeetingOrdered(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>It took place. Refused: <c>loop-meeting-over</c>, <c>loop-meeting-not-yet</c> before its day.</summary>
    /// <param name="today">The day where the meeting is.</param>
    public Outcome Close(DateOnly today, PersonId by, DateTimeOffset now)
    {
        if (IsOver)
        {
            return new Refusal("loop-meeting-over");
        }

        if (today < On)
        {
            return new Refusal("loop-meeting-not-yet");
        }

        HeldAt = now;
        Happened(new LoopMeetingHeld(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>It does not take place. Refused: <c>loop-meeting-over</c>.</summary>
    public Outcome CallOff(PersonId by, DateTimeOffset now)
    {
        if (IsOver)
        {
            return new Refusal("loop-meeting-over");
        }

        CalledOffAt = now;
        Happened(new LoopMeetingCalledOff(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    private void Take(AppointedTime when, string? where)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(when.Minutes, MinutesAtLeast, nameof(when));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(when.Minutes, MinutesAtMost, nameof(when));
        (On, Time, TimeZone, Minutes) = (when.On, when.At ?? new TimeOnly(9, 0), when.TimeZone, when.Minutes);
        Where = where?.Trim() ?? "";
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Where.Length, WhereLength, nameof(where));
    }

    private void Put(IReadOnlyList<RunningLine> lines)
    {
        _lines.RemoveAll(l => lines.All(x => x.Idea != l.IdeaId));
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            if (_lines.Find(l => l.IdeaId == line.Idea) is not { } kept)
            {
                kept = new LoopMeetingLine(Id, line.Idea);
                _lines.Add(kept);
            }

            kept.Take(i + 1, line.Presenter, line.Minutes);
        }
    }
}

/// <summary>One idea on the running order of a meeting.</summary>
public sealed class LoopMeetingLine
{
    private LoopMeetingLine() { }

    internal LoopMeetingLine(LoopMeetingId meeting, TeamIdeaId idea) => (MeetingId, IdeaId) = (meeting, idea);

    public LoopMeetingId MeetingId { get; private set; }
    public TeamIdeaId IdeaId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>The team's leader; null where that would name a small team that does not wish it: whoever leads the meeting reads it out.</summary>
    public PersonId? PresenterId { get; private set; }
    public int Minutes { get; private set; }

    internal void Take(int number, PersonId? presenter, int minutes) => (Number, PresenterId, Minutes) = (number, presenter, minutes);
}
