namespace Fieldcraft.Domain.Workshops;

/// <summary>What people did between one day and another (DOMAIN 6.8): counts of things done, not of people's worth.</summary>
/// <param name="CrossUnitDialogues">Of the dialogues, those with somebody of another unit.</param>
public sealed record BehaviourCounts(
    int CustomersMapped,
    int DialoguesHeld,
    int NeedsConfirmed,
    int PropositionsCoWritten,
    int TrialsAgreed,
    int ResultsConfirmed,
    int CrossUnitDialogues
)
{
    public static readonly BehaviourCounts None = new(0, 0, 0, 0, 0, 0, 0);

    public static BehaviourCounts operator +(BehaviourCounts one, BehaviourCounts other) =>
        new(
            one.CustomersMapped + other.CustomersMapped,
            one.DialoguesHeld + other.DialoguesHeld,
            one.NeedsConfirmed + other.NeedsConfirmed,
            one.PropositionsCoWritten + other.PropositionsCoWritten,
            one.TrialsAgreed + other.TrialsAgreed,
            one.ResultsConfirmed + other.ResultsConfirmed,
            one.CrossUnitDialogues + other.CrossUnitDialogues
        );

    /// <summary>The sum over a group; null, that is withheld, below the minimum.</summary>
    /// <param name="people">One for each person of the group, those with nothing included.</param>
    /// <param name="minimum">How many people a group has at least.</param>
    public static BehaviourCounts? Sum(IReadOnlyCollection<BehaviourCounts> people, int minimum) =>
        people.Count < minimum ? null : people.Aggregate(None, (all, one) => all + one);
}
