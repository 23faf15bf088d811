using Fieldcraft.Domain.Outcomes;

namespace Fieldcraft.Domain.Workshops;

/// <summary>
/// Those who attended against those who waited, from before the day to a moment after it (DOMAIN 6.8). It is counted from the published figures alone, so
/// that nobody learns more from it than from them.
/// </summary>
public static class WaitingListComparison
{
    private static readonly Yardstick Points = new(MeasureKind.Mean, 1);

    /// <summary>Null where one of the four figures is missing or withheld.</summary>
    /// <param name="until"><see cref="CheckMoment.Second"/> or <see cref="CheckMoment.Third"/>.</param>
    public static DifferenceResult? Of(IReadOnlyCollection<GroupFigure> figures, CheckMoment until)
    {
        Moments? At(CheckMoment moment, CheckArm arm) =>
            figures.FirstOrDefault(f => f.Moment == moment && f.Arm == arm) is { Count: { } n, Mean: { } mean, Deviation: { } s }
                ? Moments.OfMean(mean, n, s)
                : null;

        return
            At(CheckMoment.Before, CheckArm.Attended) is { } a1
            && At(until, CheckArm.Attended) is { } a2
            && At(CheckMoment.Before, CheckArm.Waited) is { } b1
            && At(until, CheckArm.Waited) is { } b2
            ? DifferenceInDifferences.ByAnswers(Points, new BeforeAndAfter(a1, a2), new BeforeAndAfter(b1, b2))
            : null;
    }
}
