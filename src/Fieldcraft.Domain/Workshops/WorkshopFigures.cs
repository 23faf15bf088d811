using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Workshops;

/// <summary>How people of the group classed the requests they made themselves, by a show of hands.</summary>
/// <param name="People">How many told theirs.</param>
/// <param name="ForPost">Requests of the kind "is there a post?".</param>
/// <param name="WhatHelps">Requests of the kind "what would help you?".</param>
public sealed record HandCount(int People, int ForPost, int WhatHelps)
{
    public const int AtMost = 10_000;

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. InputProblems.Outside("people", People, 0, AtMost),
            .. InputProblems.Outside("forPost", ForPost, 0, AtMost),
            .. InputProblems.Outside("whatHelps", WhatHelps, 0, AtMost),
        ];
}

/// <summary>How many of a group left of their own will in a time.</summary>
public sealed record LeavingGroup(int People, int Left)
{
    public const int AtMost = 100_000;

    public IEnumerable<InputProblem> Problems(string path) =>
        [
            .. InputProblems.Outside($"{path}.people", People, 0, AtMost),
            .. InputProblems.Outside($"{path}.left", Left, 0, Math.Max(0, People)),
        ];
}

/// <summary>Two groups' voluntary leaving over the same months.</summary>
/// <param name="Months">1 to 60.</param>
public sealed record Leaving(LeavingGroup Attended, LeavingGroup Others, int Months)
{
    public const int MonthsAtMost = 60;

    public IReadOnlyList<InputProblem> Problems() =>
        [.. Attended.Problems("attended"), .. Others.Problems("others"), .. InputProblems.Outside("months", Months, 1, MonthsAtMost)];

    /// <summary>Shares and their difference, attended less others; null, that is withheld, where one group is smaller than the minimum.</summary>
    public LeavingResult? Compare(int minimum)
    {
        if (Attended.People < minimum || Others.People < minimum)
        {
            return null;
        }

        var (a, b) = (Of(Attended), Of(Others));
        var (wa, wb) = (Wilson(Attended), Wilson(Others));
        // Newcombe's interval from the two of Wilson: the simple one leaves the scale where few or none left.
        var lower = a - b - Math.Sqrt(((a - wa.Lower) * (a - wa.Lower)) + ((wb.Upper - b) * (wb.Upper - b)));
        var upper = a - b + Math.Sqrt(((wa.Upper - a) * (wa.Upper - a)) + ((b - wb.Lower) * (b - wb.Lower)));
        return new LeavingResult(a, b, a - b, new Interval(lower, upper).Clip(-1, 1));
    }

    private static double Of(LeavingGroup group) => (double)group.Left / group.People;

    private static Interval Wilson(LeavingGroup group) => Proportion.Wilson(new ProportionInput(group.Left, group.People));
}

/// <summary>Shares of 0–1.</summary>
public sealed record LeavingResult(double Attended, double Others, double Difference, Interval Interval)
{
    public bool IsClear => !Interval.Contains(0);
}

/// <summary>What whoever leads a workshop enters by hand after it. Numbers of groups; nobody's data.</summary>
public sealed class WorkshopFigures : Aggregate<WorkshopId>
{
    private WorkshopFigures(WorkshopId id)
        : base(id) { }

    public int? HandCountPeople { get; private set; }
    public int? HandCountForPost { get; private set; }
    public int? HandCountWhatHelps { get; private set; }
    public int? AttendedPeople { get; private set; }
    public int? AttendedLeft { get; private set; }
    public int? OtherPeople { get; private set; }
    public int? OtherLeft { get; private set; }
    public int? LeavingMonths { get; private set; }

    public HandCount? HandCount =>
        HandCountPeople is { } people ? new HandCount(people, HandCountForPost ?? 0, HandCountWhatHelps ?? 0) : null;

    public Leaving? Leaving =>
        AttendedPeople is { } people
            ? new Leaving(
                new LeavingGroup(people, AttendedLeft ?? 0),
                new LeavingGroup(OtherPeople ?? 0, OtherLeft ?? 0),
                LeavingMonths ?? 1
            )
            : null;

    public static WorkshopFigures Begin(WorkshopId workshop) => new(workshop);

    /// <exception cref="ArgumentOutOfRangeException">The count has problems: forms and API refuse that before.</exception>
    public void EnterHandCount(HandCount count, PersonId by, DateTimeOffset now)
    {
        InputProblems.Refuse(count.Problems(), nameof(count));
        (HandCountPeople, HandCountForPost, HandCountWhatHelps) = (count.People, count.ForPost, count.WhatHelps);
        Happened(new WorkshopHandCounted(by.Value, Id.Value, now));
    }

    /// <exception cref="ArgumentOutOfRangeException">The numbers have problems: forms and API refuse that before.</exception>
    public void EnterLeaving(Leaving leaving, PersonId by, DateTimeOffset now)
    {
        InputProblems.Refuse(leaving.Problems(), nameof(leaving));
        (AttendedPeople, AttendedLeft) = (leaving.Attended.People, leaving.Attended.Left);
        (OtherPeople, OtherLeft, LeavingMonths) = (leaving.Others.People, leaving.Others.Left, leaving.Months);
        Happened(new WorkshopLeavingEntered(by.Value, Id.Value, now));
    }
}
