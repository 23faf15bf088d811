using Fieldcraft.Domain.People;

namespace Fieldcraft.Domain.Workshops;

/// <summary>Somebody who is put into a group: where they work and whom they report to, and nothing else.</summary>
/// <param name="Key">The person's id, or that of a free name.</param>
public sealed record Mixable(Guid Key, UnitId? Unit = null, Guid? Manager = null);

/// <summary>
/// Makes groups in which people of the same unit or with the same manager are spread, and nobody sits with the person they report to. The same seed
/// gives the same groups; another seed, others. It knows no label of anybody.
/// </summary>
public static class GroupDraw
{
    public const int TrioSize = 3;

    // Line before colleagues, colleagues alike: two of one unit cost as much as two with one manager.
    private const int Related = 10_000;
    private const int Alike = 10;
    private const int Rounds = 12;

    /// <summary>Threes, and fours where the number does not divide; never a pair while there are three people.</summary>
    public static IReadOnlyList<int> TrioSizes(int people) => Sizes(people, Math.Max(1, people / TrioSize));

    /// <summary>So many groups, as equal as they can be.</summary>
    public static IReadOnlyList<int> Sizes(int people, int groups)
    {
        var count = Math.Clamp(groups, 1, Math.Max(1, people));
        return [.. Enumerable.Range(0, count).Select(i => (people / count) + (i < people % count ? 1 : 0))];
    }

    /// <summary>The number of the group, from 1, of each of these people.</summary>
    /// <returns>Null where people cannot be kept from the person they report to.</returns>
    public static IReadOnlyDictionary<Guid, int>? Draw(IReadOnlyCollection<Mixable> people, IReadOnlyList<int> sizes, int seed)
    {
        if (people.Count == 0)
        {
            return new Dictionary<Guid, int>();
        }

        var ordered = people.OrderBy(p => p.Key).ToArray();
        var chance = new Chance(seed);
        var (best, cost) = (ordered, int.MaxValue);
        for (var round = 0; round < Rounds && cost > 0; round++)
        {
            var tried = ordered.ToArray();
            chance.Shuffle(tried);
            var reached = Improve(tried, sizes);
            if (reached < cost)
            {
                (best, cost) = (tried, reached);
            }
        }

        if (cost >= Related)
        {
            return null;
        }

        var groups = GroupOfPlace(sizes);
        return best.Select((p, i) => (p.Key, Group: groups[i] + 1)).ToDictionary(x => x.Key, x => x.Group);
    }

    /// <summary>How many pairs in one group share a unit or a manager.</summary>
    public static int AlikePairs(IReadOnlyCollection<Mixable> people, IReadOnlyDictionary<Guid, int> groups) =>
        people.GroupBy(p => groups[p.Key]).Sum(g => g.SelectMany((a, i) => g.Skip(i + 1).Select(b => Cost(a, b) % Related / Alike)).Sum());

    private static int Improve(Mixable[] people, IReadOnlyList<int> sizes)
    {
        var group = GroupOfPlace(sizes);
        var cost = Total(people, group);
        for (var improved = true; improved && cost > 0; )
        {
            improved = false;
            for (var a = 0; a < people.Length; a++)
            {
                for (var b = a + 1; b < people.Length; b++)
                {
                    if (group[a] == group[b])
                    {
                        continue;
                    }

                    (people[a], people[b]) = (people[b], people[a]);
                    var now = Total(people, group);
                    if (now < cost)
                    {
                        (cost, improved) = (now, true);
                    }
                    else
                    {
                        (people[a], people[b]) = (people[b], people[a]);
                    }
                }
            }
        }

        return cost;
    }

    private static int Total(Mixable[] people, int[] group)
    {
        var total = 0;
        for (var a = 0; a < people.Length; a++)
        {
            for (var b = a + 1; b < people.Length && group[b] == group[a]; b++)
            {
                total += Cost(people[a], people[b]);
            }
        }

        return total;
    }

    private static int Cost(Mixable a, Mixable b) =>
        (a.Manager == b.Key || b.Manager == a.Key ? Related : 0)
        + (a.Unit is not null && a.Unit == b.Unit ? Alike : 0)
        + (a.Manager is not null && a.Manager == b.Manager ? Alike : 0);

    private static int[] GroupOfPlace(IReadOnlyList<int> sizes) => [.. sizes.SelectMany((size, i) => Enumerable.Repeat(i, size))];

    /// <summary>The same on every machine and in every version (SplitMix64).</summary>
    private sealed class Chance(int seed)
    {
        private ulong _state = unchecked((ulong)seed);

        public void Shuffle<T>(T[] items)
        {
            for (var i = items.Length - 1; i > 0; i--)
            {
                var j = (int)(Next() % (ulong)(i + 1));
                (items[i], items[j]) = (items[j], items[i]);
            }
        }

        private ulong Next()
        {
            unchecked
            {
                _state += 0x9E3779B97F4A7C15;
                var z = _state;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                return z ^ (z >> 31);
            }
        }
    }
}
