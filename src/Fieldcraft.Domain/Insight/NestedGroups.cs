namespace Fieldcraft.Domain.Insight;

/// <summary>A group in a tree of groups: a unit with everybody below it.</summary>
/// <param name="Path">Begins with the path of each group that holds it.</param>
/// <param name="Size">Everybody in it, those in smaller groups included.</param>
public sealed record NestedGroup(string Path, int Size);

/// <summary>Which groups of a tree may be shown beside one another (DOMAIN 15.6).</summary>
public static class NestedGroups
{
    /// <summary>
    /// Groups of the minimum and above, as far as nothing smaller is left when shown ones are taken from the group that holds them: where a few would be left, the
    /// smallest shown group inside goes along until what is left is large enough. Whatever can be added and subtracted from what is shown is then a union of
    /// such remainders.
    /// </summary>
    /// <param name="groups">Each path once.</param>
    /// <returns>The paths that may be shown.</returns>
    public static IReadOnlySet<string> Shown(IReadOnlyCollection<NestedGroup> groups, int minimum)
    {
        var shown = groups.Where(g => g.Size >= minimum).OrderBy(g => g.Path, StringComparer.Ordinal).ToList();
        while (true)
        {
            var parts = shown.Select(g => (Group: g, Inside: LargestInside(shown, g))).ToList();
            var few = parts.Find(p =>
                p.Inside.Count > 0 && p.Group.Size - p.Inside.Sum(g => g.Size) is var left && left > 0 && left < minimum
            );
            if (few.Group is null)
            {
                return shown.Select(g => g.Path).ToHashSet(StringComparer.Ordinal);
            }

            shown.Remove(few.Inside.MinBy(g => (g.Size, g.Path))!);
        }
    }

    /// <summary>Which groups may be shown in a list beside the total of all of them; of equal size the first by name goes along.</summary>
    public static IReadOnlySet<T> ShownBesideTotal<T>(IEnumerable<T> groups, Func<T, int> size, Func<T, string> name, int minimum)
        where T : class
    {
        var ordered = groups.OrderBy(name, StringComparer.Ordinal).Select((g, i) => (Group: g, Path: $"{i:D6}/")).ToList();
        var shown = Shown(
            [new NestedGroup("", ordered.Sum(g => size(g.Group))), .. ordered.Select(g => new NestedGroup(g.Path, size(g.Group)))],
            minimum
        );
        return ordered.Where(g => shown.Contains(g.Path)).Select(g => g.Group).ToHashSet<T>(ReferenceEqualityComparer.Instance);
    }

    private static List<NestedGroup> LargestInside(List<NestedGroup> shown, NestedGroup group)
    {
        var inside = shown.Where(g => IsInside(g, group)).ToList();
        return [.. inside.Where(g => !inside.Exists(other => IsInside(g, other)))];
    }

    private static bool IsInside(NestedGroup one, NestedGroup other) =>
        one.Path.Length > other.Path.Length && one.Path.StartsWith(other.Path, StringComparison.Ordinal);
}
