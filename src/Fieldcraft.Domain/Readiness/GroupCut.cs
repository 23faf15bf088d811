namespace Fieldcraft.Domain.Readiness;

/// <summary>How far apart two leaders work.</summary>
public enum Distance
{
    SameSite,
    SameNetwork,
    Further,
}

/// <summary>
/// Cuts people who stand in the order of the map into groups of a wanted size. Where the sizes cannot be met, all groups are equally large, give or
/// take one: never one person beside twenty.
/// </summary>
public static class GroupCut
{
    // A group more costs the facilitator's hour; a network more in a group costs journeys; a site that is cut in two costs talk about it.
    private const int PerGroup = 24;
    private const int PerNetworkJoined = 10;
    private const int PerSiteCut = 3;

    /// <param name="ordered">In the order of the map, so that neighbours in the list are neighbours there.</param>
    /// <param name="least">Wanted at least; may be missed where the number does not divide.</param>
    /// <param name="most">Never exceeded.</param>
    public static IReadOnlyList<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> ordered, int least, int most, Func<T, T, Distance> distance)
    {
        if (ordered.Count == 0)
        {
            return [];
        }

        var (smallest, largest) = Sizes(ordered.Count, least, most);
        var cost = new int[ordered.Count + 1];
        var size = new int[ordered.Count + 1];
        for (var at = ordered.Count - 1; at >= 0; at--)
        {
            cost[at] = int.MaxValue;
            for (var length = smallest; length <= largest && at + length <= ordered.Count; length++)
            {
                var rest = cost[at + length];
                if (rest == int.MaxValue)
                {
                    continue;
                }

                var here = PerGroup + Joined(ordered, at, length, distance) + Cut(ordered, at + length, distance) + rest;
                if (here <= cost[at])
                {
                    (cost[at], size[at]) = (here, length);
                }
            }
        }

        var groups = new List<IReadOnlyList<T>>();
        for (var at = 0; at < ordered.Count; at += size[at])
        {
            groups.Add([.. ordered.Skip(at).Take(size[at])]);
        }

        return groups;
    }

    /// <summary>The sizes that are possible: the wanted ones where the number can be made of them, else equal ones.</summary>
    public static (int Smallest, int Largest) Sizes(int count, int least, int most)
    {
        var fewest = (count + most - 1) / most;
        return fewest * least <= count ? (least, most) : (count / fewest, (count + fewest - 1) / fewest);
    }

    private static int Joined<T>(IReadOnlyList<T> ordered, int from, int length, Func<T, T, Distance> distance)
    {
        var joined = 0;
        for (var i = from + 1; i < from + length; i++)
        {
            joined += distance(ordered[i - 1], ordered[i]) == Distance.Further ? PerNetworkJoined : 0;
        }

        return joined;
    }

    private static int Cut<T>(IReadOnlyList<T> ordered, int at, Func<T, T, Distance> distance) =>
        at < ordered.Count && distance(ordered[at - 1], ordered[at]) == Distance.SameSite ? PerSiteCut : 0;
}
