namespace Fieldcraft.Domain.Rollouts;

/// <summary>
/// The hands of many sessions in sum, before and after. Sessions are added in batches, in the order in which they were written down, and a batch is shown once it
/// has enough hands of both: a figure never grows by a single small session, so subtracting what was shown yesterday gives no group below the minimum away.
/// </summary>
public sealed record HandsRaised(int Sessions, ConfidenceSum Before, ConfidenceSum After)
{
    /// <summary>Hands that a batch has at least, before and after (DOMAIN 15.5).</summary>
    public const int BatchAtLeast = 5;

    /// <param name="sessions">In the order in which they were written down; those of which only one side is known are left out.</param>
    /// <returns>Null when there is no full batch.</returns>
    public static HandsRaised? Of(IEnumerable<(ConfidenceSum? Before, ConfidenceSum? After)> sessions)
    {
        var (shown, batch) = (None, None);
        foreach (var (before, after) in sessions)
        {
            if (before is { Count: > 0 } && after is { Count: > 0 })
            {
                batch = new HandsRaised(batch.Sessions + 1, Plus(batch.Before, before), Plus(batch.After, after));
                if (Math.Min(batch.Before.Count, batch.After.Count) >= BatchAtLeast)
                {
                    shown = new HandsRaised(
                        shown.Sessions + batch.Sessions,
                        Plus(shown.Before, batch.Before),
                        Plus(shown.After, batch.After)
                    );
                    batch = None;
                }
            }
        }

        return shown.Sessions == 0 ? null : shown;
    }

    private static HandsRaised None => new(0, new ConfidenceSum(0, 0, 0, 0, 0), new ConfidenceSum(0, 0, 0, 0, 0));

    private static ConfidenceSum Plus(ConfidenceSum one, ConfidenceSum other) =>
        new(one.One + other.One, one.Two + other.Two, one.Three + other.Three, one.Four + other.Four, one.Five + other.Five);
}
