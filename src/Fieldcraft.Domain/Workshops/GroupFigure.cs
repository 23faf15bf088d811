using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.People;

namespace Fieldcraft.Domain.Workshops;

/// <summary>
/// One answer for a workshop's figure: the sum of the eight, and nothing that leads to whoever gave it. Its id is random and not in the order of time;
/// with every answer all lines of the moment are written anew under new ids, so that no order of rows says anything.
/// </summary>
public sealed class CheckTally
{
    private CheckTally() { }

    /// <param name="random">Sixteen random bytes.</param>
    public CheckTally(ReadOnlySpan<byte> random, WorkshopId workshop, CheckMoment moment, CheckArm arm, int sum) =>
        (Id, WorkshopId, Moment, Arm, Sum) = (new Guid(random), workshop, moment, arm, sum);

    public Guid Id { get; private set; }
    public WorkshopId WorkshopId { get; private set; }
    public CheckMoment Moment { get; private set; }
    public CheckArm Arm { get; private set; }

    /// <summary>After reversing, 8 to 40.</summary>
    public int Sum { get; private set; }
}

/// <summary>That somebody has added an answer for a moment, so that nobody adds two. What they answered, and when, is not in it.</summary>
public sealed class CheckContribution
{
    private CheckContribution() { }

    public CheckContribution(WorkshopId workshop, CheckMoment moment, PersonId person) =>
        (WorkshopId, Moment, OwnerId) = (workshop, moment, person);

    public WorkshopId WorkshopId { get; private set; }
    public CheckMoment Moment { get; private set; }
    public PersonId OwnerId { get; private set; }
}

/// <summary>
/// The figure of one group at one moment, counted once when its window is over and never again: no two publications differ by an answer. Nothing but
/// that it is withheld is kept below the minimum, and where everybody answered alike, because then the figure is everybody's answer.
/// </summary>
public sealed class GroupFigure
{
    private GroupFigure() { }

    public WorkshopId WorkshopId { get; private set; }
    public CheckMoment Moment { get; private set; }
    public CheckArm Arm { get; private set; }
    public int? Count { get; private set; }

    /// <summary>To one decimal, 1 to 5.</summary>
    public double? Mean { get; private set; }

    /// <summary>Of single answers, to one decimal.</summary>
    public double? Deviation { get; private set; }

    public bool IsWithheld => Count is null;

    /// <summary>The 95 % interval of the mean from its own spread; null where it is withheld or the spread is next to nothing.</summary>
    public Interval? Interval =>
        Count is { } n && Deviation is > 0 and var s && Mean is { } mean
            ? Insight
                .Interval.Around(mean, StudentT.Quantile975(n - 1) * s / Math.Sqrt(n))
                .Clip(InitiativeItems.Least, InitiativeItems.Most)
            : null;

    /// <param name="sums">Of every answer of this group at this moment.</param>
    public static GroupFigure Publish(WorkshopId workshop, CheckMoment moment, CheckArm arm, IReadOnlyCollection<int> sums, int minimum)
    {
        var figure = new GroupFigure
        {
            WorkshopId = workshop,
            Moment = moment,
            Arm = arm,
        };
        if (sums.Count < minimum || sums.Distinct().Count() == 1)
        {
            return figure;
        }

        var means = sums.Select(s => (double)s / InitiativeItems.Count).ToList();
        figure.Count = means.Count;
        figure.Mean = Math.Round(Sample.Mean(means), 1, MidpointRounding.AwayFromZero);
        figure.Deviation = Math.Round(Math.Sqrt(Sample.Variance(means)), 1, MidpointRounding.AwayFromZero);
        return figure;
    }
}
