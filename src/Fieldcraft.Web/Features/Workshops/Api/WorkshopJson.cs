using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Features.Rollouts;

namespace Fieldcraft.Web.Features.Workshops.Api;

/// <summary>A workshop as a list of the API shows it.</summary>
public sealed record WorkshopLineJson(
    Guid Id,
    string Title,
    string Programme,
    string Place,
    DateOnly On,
    TimeOnly Start,
    WorkshopDoor Door,
    int Seats,
    int Taken,
    bool Leads,
    bool IsInvited,
    WorkshopSeatState? Mine
)
{
    public static WorkshopLineJson Of(WorkshopLine w) =>
        new(w.Id.Value, w.Title, w.Programme, w.Place, w.On, w.Start, w.Door, w.SeatCount, w.Taken, w.Leads, w.IsInvited, w.Mine);
}

/// <summary>Somebody with a seat; only for those who lead the workshop and those in it.</summary>
public sealed record WorkshopFaceJson(Guid? PersonId, string Name, string Unit, WorkshopSeatState State, int? Group, int? Trio);

/// <summary>A line of the list of those invited; only for those who lead the workshop.</summary>
public sealed record WorkshopInvitedJson(Guid Id, Guid? PersonId, string Name);

/// <summary>A block with its clock times.</summary>
/// <param name="Free">Minutes before it, where it keeps a time.</param>
/// <param name="TooLong">By how many minutes what comes before is too long for it.</param>
public sealed record WorkshopBlockJson(
    int Number,
    string Key,
    BlockKind Kind,
    string? Title,
    int Minutes,
    TimeOnly? FixedAt,
    TimeOnly Begins,
    TimeOnly Ends,
    int Free,
    int TooLong
);

/// <summary>The day with its times.</summary>
public sealed record WorkshopAgendaJson(
    TimeOnly Start,
    TimeOnly Until,
    TimeOnly Ends,
    int TooLong,
    int Left,
    IReadOnlyList<WorkshopBlockJson> Blocks,
    int Version
)
{
    public static WorkshopAgendaJson Of(OpenWorkshop w)
    {
        var times = w.Agenda.Times();
        return new(
            w.Agenda.Start,
            w.Agenda.Until,
            times.EndsAt,
            times.TooLong,
            times.Left,
            [
                .. times.Blocks.Select(b => new WorkshopBlockJson(
                    b.Block.Number,
                    b.Block.Key,
                    b.Block.Kind,
                    b.Block.Title,
                    b.Block.Minutes,
                    b.Block.FixedAt,
                    b.Begins,
                    b.Ends,
                    b.Free,
                    b.TooLong
                )),
            ],
            w.Version
        );
    }
}

/// <summary>A workshop as its caller may see it.</summary>
public sealed record WorkshopJson(
    Guid Id,
    string Title,
    string Programme,
    string Place,
    DateOnly On,
    TimeOnly Start,
    string TimeZone,
    int Seats,
    int Taken,
    int Waiting,
    WorkshopDoor Door,
    Guid? Earlier,
    Guid? Organiser,
    Guid? Second,
    bool IsCalledOff,
    WorkshopSeatState? Mine,
    bool IsInvited,
    Guid? LiveSession,
    IReadOnlyList<WorkshopFaceJson> People,
    IReadOnlyList<WorkshopInvitedJson> Invited,
    int Version
)
{
    public static WorkshopJson Of(OpenWorkshop w) =>
        new(
            w.Id.Value,
            w.Title,
            w.Programme.Id,
            w.Place,
            w.On,
            w.Agenda.Start,
            w.TimeZone,
            w.SeatCount,
            w.Taken,
            w.WaitingCount,
            w.Door,
            w.EarlierId?.Value,
            w.OrganiserId?.Value,
            w.SecondId?.Value,
            w.IsCalledOff,
            w.Mine,
            w.IsInvited,
            w.HasSession && (w.Leads || w.IsIn) ? w.Id.Value : null,
            [.. w.Faces.Select(f => new WorkshopFaceJson(f.PersonId?.Value, f.Name, f.Unit, f.State, f.Group, f.Trio))],
            [.. w.Invited.Select(i => new WorkshopInvitedJson(i.Id.Value, i.PersonId?.Value, i.Name))],
            w.Version
        );
}

/// <summary>A figure of a group, or that it is withheld; never a nought in place of one.</summary>
public sealed record GroupFigureJson(decimal? Value, WithheldJson? Withheld, int? Count = null, IntervalJson? Interval = null)
{
    public static GroupFigureJson? Of(GroupFigure? figure, int minimum) =>
        figure switch
        {
            null => null,
            { Mean: { } mean } => new((decimal)mean, null, figure.Count, IntervalJson.Of(figure.Interval)),
            _ => new(null, new WithheldJson("minimum", minimum)),
        };
}

public sealed record IntervalJson(double Lower, double Upper)
{
    public static IntervalJson? Of(Domain.Insight.Interval? interval) =>
        interval is null ? null : new(Math.Round(interval.Lower, 3), Math.Round(interval.Upper, 3));
}

/// <summary>How much further those who attended moved than those who waited.</summary>
public sealed record WorkshopDifferenceJson(double Attended, double Waited, double Difference, IntervalJson? Interval)
{
    public static WorkshopDifferenceJson? Of(DifferenceResult? result) =>
        result is null
            ? null
            : new(
                Math.Round(result.Early.Value, 1),
                Math.Round(result.Late.Value, 1),
                Math.Round(result.Value, 1),
                IntervalJson.Of(result.Interval)
            );
}

/// <summary>One moment of the self-check: null until its window is over.</summary>
public sealed record MomentResultJson(
    CheckMoment Moment,
    DateOnly From,
    DateOnly Through,
    GroupFigureJson? Attended,
    GroupFigureJson? Waited
);

/// <summary>Counts of a group, or that they are withheld.</summary>
public sealed record BehaviourJson(BehaviourCounts? Value, WithheldJson? Withheld);

/// <summary>How requests were classed by a show of hands, or that it is withheld.</summary>
public sealed record HandCountJson(HandCount? Value, WithheldJson? Withheld);

/// <summary>The two shares of voluntary leaving and their difference, or that they are withheld.</summary>
public sealed record LeavingJson(
    double? Value,
    WithheldJson? Withheld,
    double? Attended,
    double? Others,
    IntervalJson? Interval,
    int Months
);

/// <summary>What came of a workshop, in figures of groups.</summary>
public sealed record WorkshopResultsJson(
    IReadOnlyList<MomentResultJson> Moments,
    WorkshopDifferenceJson? ToSecond,
    WorkshopDifferenceJson? ToThird,
    BehaviourJson? Behaviour,
    HandCountJson? HandCount,
    LeavingJson? Leaving,
    int Version
)
{
    public static WorkshopResultsJson Of(WorkshopResults r, int minimum, int leavingMinimum) =>
        new(
            [
                .. r.Moments.Select(m => new MomentResultJson(
                    m.Window.Moment,
                    m.Window.From,
                    m.Window.Through,
                    GroupFigureJson.Of(m.Attended, minimum),
                    GroupFigureJson.Of(m.Waited, minimum)
                )),
            ],
            WorkshopDifferenceJson.Of(r.ToSecond),
            WorkshopDifferenceJson.Of(r.ToThird),
            r.Behaviour is null ? null
                : r.Behaviour.Sum is { } sum ? new BehaviourJson(sum, null)
                : new BehaviourJson(null, new WithheldJson("minimum", minimum)),
            r.HandCount is null ? null
                : r.HandCountIsShown ? new HandCountJson(r.HandCount, null)
                : new HandCountJson(null, new WithheldJson("minimum", minimum)),
            r.Leaving is not { } leaving ? null
                : r.LeavingResult is { } result
                    ? new LeavingJson(
                        Math.Round(result.Difference, 4),
                        null,
                        Math.Round(result.Attended, 4),
                        Math.Round(result.Others, 4),
                        IntervalJson.Of(result.Interval),
                        leaving.Months
                    )
                : new LeavingJson(null, new WithheldJson("minimum", leavingMinimum), null, null, null, leaving.Months),
            r.Version
        );
}
