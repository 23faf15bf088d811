namespace Fieldcraft.Domain.Circles;

/// <summary>One part of a meeting; its words are <c>circles.agenda.KEY</c>.</summary>
/// <param name="From">Minutes from the beginning.</param>
public sealed record AgendaPart(string Key, int From, int Minutes)
{
    public int To => From + Minutes;
}

/// <summary>
/// The course of a circle's meeting (DOMAIN 4.6: one issue a turn, questions before advice, commitments). The shares of the time are a choice;
/// questions get the largest.
/// </summary>
public static class CircleAgenda
{
    // Of sixty minutes.
    private static readonly (string Key, int Share)[] Shares =
    [
        ("round", 10),
        ("issue", 8),
        ("questions", 20),
        ("shift", 4),
        ("ideas", 7),
        ("commit", 6),
        ("close", 5),
    ];

    /// <summary>The parts with whole minutes that add up to the length of the meeting.</summary>
    public static IReadOnlyList<AgendaPart> For(int minutes)
    {
        var total = Shares.Sum(s => s.Share);
        var parts = new List<AgendaPart>();
        var (from, shares) = (0, 0);
        foreach (var (key, share) in Shares)
        {
            // Rounding the ends, not the lengths, keeps the sum exact.
            shares += share;
            var to = (int)Math.Round((decimal)minutes * shares / total, MidpointRounding.AwayFromZero);
            parts.Add(new AgendaPart(key, from, to - from));
            from = to;
        }

        return parts;
    }
}
