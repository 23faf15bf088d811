namespace Fieldcraft.Domain.Workshops;

/// <summary>When the self-check is taken: before the day, and twice after it.</summary>
public enum CheckMoment
{
    Before,
    Second,
    Third,
}

/// <summary>Whose answers they are.</summary>
public enum CheckArm
{
    Attended,

    /// <summary>On the waiting list, or in a later workshop of the series before their own day.</summary>
    Waited,
}

/// <summary>The days in which the answers of a moment are taken, both included.</summary>
public sealed record CheckWindow(CheckMoment Moment, DateOnly From, DateOnly Through)
{
    public bool Holds(DateOnly day) => day >= From && day <= Through;
}

/// <summary>How somebody stands to a workshop, for its group figures.</summary>
/// <param name="Day">The day of that workshop.</param>
/// <param name="OwnDay">When they attend another workshop of the series themselves; from that day on they wait no more.</param>
public sealed record CheckRelation(WorkshopId Workshop, DateOnly Day, CheckArm Arm, DateOnly? OwnDay = null);

/// <summary>A moment at which somebody's answer can be added to a workshop's figure.</summary>
public sealed record OpenContribution(WorkshopId Workshop, CheckMoment Moment, CheckArm Arm, DateOnly Through);

/// <summary>The moments of a workshop (DOMAIN 6.7, 6.8).</summary>
public static class CheckWindows
{
    /// <summary>The three windows of a workshop. The first ends with the day itself: the baseline is taken in its first half hour.</summary>
    public static IReadOnlyList<CheckWindow> Of(DateOnly day, WorkshopRules rules) =>
        [
            new(CheckMoment.Before, day.AddDays(-rules.WindowDays), day),
            After(CheckMoment.Second, day, rules.SecondCheckWeek, rules),
            After(CheckMoment.Third, day, rules.ThirdCheckWeek, rules),
        ];

    public static CheckWindow Of(CheckMoment moment, DateOnly day, WorkshopRules rules) => Of(day, rules).First(w => w.Moment == moment);

    /// <summary>What somebody can add an answer to today.</summary>
    public static IReadOnlyList<OpenContribution> OpenTo(
        IReadOnlyCollection<CheckRelation> relations,
        DateOnly today,
        WorkshopRules rules
    ) =>
        [
            .. relations
                .Where(r => r.OwnDay is not { } own || today < own)
                .SelectMany(r =>
                    Of(r.Day, rules).Where(w => w.Holds(today)).Select(w => new OpenContribution(r.Workshop, w.Moment, r.Arm, w.Through))
                )
                .OrderBy(o => o.Through)
                .ThenBy(o => o.Workshop),
        ];

    /// <summary>What people are told of after the day, on its day: the trios, the talk with the manager, the two checks.</summary>
    public static IReadOnlyList<(DateOnly On, Milestone Milestone)> Milestones(DateOnly day, WorkshopRules rules) =>
        [
            .. TrioDays(day, rules).Select(on => (on, Milestone.Trio)),
            (day.AddDays(7 * rules.ReviewWeek), Milestone.Review),
            (day.AddDays(7 * rules.SecondCheckWeek), Milestone.SecondCheck),
            (day.AddDays(7 * rules.ThirdCheckWeek), Milestone.ThirdCheck),
        ];

    /// <summary>The days on which trios meet: every two weeks for eight weeks.</summary>
    public static IReadOnlyList<DateOnly> TrioDays(DateOnly day, WorkshopRules rules) =>
        [.. Enumerable.Range(1, rules.TrioWeeks / rules.TrioEveryWeeks).Select(n => day.AddDays(7 * rules.TrioEveryWeeks * n))];

    private static CheckWindow After(CheckMoment moment, DateOnly day, int weeks, WorkshopRules rules) =>
        new(moment, day.AddDays(7 * weeks), day.AddDays((7 * weeks) + rules.WindowDays - 1));
}

public enum Milestone
{
    Trio,
    Review,
    SecondCheck,
    ThirdCheck,
}
