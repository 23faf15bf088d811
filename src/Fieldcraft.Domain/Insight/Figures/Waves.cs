namespace Fieldcraft.Domain.Insight.Figures;

/// <summary>Somebody before a wave is frozen.</summary>
/// <param name="Class">Those who were in the same part in every wave so far, and in the same waves; null for somebody who was never counted.</param>
/// <param name="Part">The part they would be counted in now; null when they are no longer there.</param>
public sealed record Standing<TPerson>(TPerson Person, int? Class, int? Part);

/// <summary>Where somebody stands once a wave is frozen.</summary>
/// <param name="Class">Their class from now on; null as long as they were never counted.</param>
/// <param name="Part">The part they are counted in; null where they are left out of this wave.</param>
public sealed record Settled<TPerson>(TPerson Person, int? Class, int? Part);

/// <summary>
/// Rounds that come again. Two figures of two waves differ by those who came, went or moved; were they few, the difference would be theirs. So people who have always
/// been counted together form classes, and no class ever gets smaller than the minimum: whatever is added and subtracted over any number of waves is made of whole
/// classes. The price: newcomers wait until there are enough of them, and where a few left, a few more are drawn by lot and left out of that wave.
/// </summary>
public static class Waves
{
    /// <param name="people">Each person once; those who left since the last wave included, with no part.</param>
    /// <param name="minimum">2 or more.</param>
    /// <param name="below">A random number from zero to below its argument; nobody may be able to foresee it.</param>
    public static IReadOnlyList<Settled<TPerson>> Settle<TPerson>(
        IReadOnlyCollection<Standing<TPerson>> people,
        int minimum,
        Func<int, int> below
    )
    {
        var next = 0;
        var settled = new List<Settled<TPerson>>(people.Count);
        foreach (var standing in people.GroupBy(p => p.Class).OrderBy(g => g.Key))
        {
            var counted = standing
                .Where(p => p.Part is not null)
                .GroupBy(p => p.Part!.Value)
                .OrderBy(g => g.Key)
                .Select(g => g.ToList())
                .ToList();
            var leftOut = standing.Where(p => p.Part is null).ToList();
            foreach (var few in counted.Where(g => g.Count < minimum).ToList())
            {
                leftOut.AddRange(few);
                counted.Remove(few);
            }

            if (standing.Key is not null)
            {
                FillUp(leftOut, counted, minimum, below);
            }

            int? outside = standing.Key is null || leftOut.Count == 0 ? null : ++next;
            settled.AddRange(leftOut.Select(p => new Settled<TPerson>(p.Person, outside, null)));
            foreach (var group in counted)
            {
                var together = ++next;
                settled.AddRange(group.Select(p => new Settled<TPerson>(p.Person, together, p.Part)));
            }
        }

        return settled;
    }

    private static void FillUp<TPerson>(
        List<Standing<TPerson>> leftOut,
        List<List<Standing<TPerson>>> counted,
        int minimum,
        Func<int, int> below
    )
    {
        while (leftOut.Count > 0 && leftOut.Count < minimum && counted.Count > 0)
        {
            var largest = counted.MaxBy(g => g.Count)!;
            var missing = minimum - leftOut.Count;
            if (largest.Count - missing < minimum)
            {
                leftOut.AddRange(largest);
                counted.Remove(largest);
                continue;
            }

            for (; missing > 0; missing--)
            {
                var drawn = below(largest.Count);
                leftOut.Add(largest[drawn]);
                largest.RemoveAt(drawn);
            }
        }
    }
}
