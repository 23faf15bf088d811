namespace Fieldcraft.Domain.Insight.Figures;

/// <summary>Why a figure is withheld (DOMAIN 9.4).</summary>
public enum WithheldRule
{
    /// <summary>There are too few in the group.</summary>
    Minimum,

    /// <summary>What would be left of the group around it is too few.</summary>
    Remainder,

    /// <summary>Its people are counted together with a neighbour that is too small.</summary>
    Sibling,

    /// <summary>All said the same; the figure would be everybody's answer.</summary>
    Homogeneous,
}

/// <summary>Groups of a tree and which of them may be shown, and why the others may not.</summary>
/// <param name="Path">Its steps.</param>
/// <param name="Size">How many are in it, for whoever asked with sizes.</param>
/// <param name="Withheld">Null where it may be shown.</param>
public sealed record ReleaseAnswer(string Path, int Size, WithheldRule? Withheld);

/// <summary>
/// Which of some groups may be shown when the parts are fixed: those that are a union of parts. The rule behind every figure, said for sizes alone, so that it can be
/// checked from outside.
/// </summary>
public static class ReleaseRule
{
    /// <param name="leaves">Every smallest group once, as steps from the top, with its size.</param>
    /// <returns>Every group of the tree, the whole included as an empty path.</returns>
    public static IReadOnlyList<ReleaseAnswer> Answer(IReadOnlyCollection<Cell> leaves, int minimum)
    {
        var parts = Pooling.Pool(leaves, minimum);
        var groups = leaves
            .SelectMany(c => Enumerable.Range(0, c.Steps.Count + 1).Select(n => Name(c.Steps.Take(n))))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(p => p, StringComparer.Ordinal);
        return
        [
            .. groups.Select(g => new ReleaseAnswer(
                g,
                leaves.Where(c => IsIn(Name(c.Steps), g)).Sum(c => c.Size),
                Why(c => IsIn(Name(c.Steps), g), leaves, parts, minimum)
            )),
        ];
    }

    /// <summary>Why a set of cells is no union of parts; null where it is one.</summary>
    /// <param name="isInside">Which cells are asked for.</param>
    public static WithheldRule? Why(Func<Cell, bool> isInside, IReadOnlyCollection<Cell> cells, IReadOnlyList<Part> parts, int minimum)
    {
        var asked = cells.Where(isInside).ToList();
        if (asked.Sum(c => c.Size) < minimum)
        {
            return WithheldRule.Minimum;
        }

        var covered = parts.Where(p => p.Cells.All(isInside)).Sum(p => p.Cells.Count);
        if (covered == asked.Count)
        {
            return null;
        }

        var cut = parts.FirstOrDefault(p => p.Cells.Any(isInside) && !p.Cells.All(isInside));
        return cut is not null && cut.Cells.Where(c => !isInside(c)).Sum(c => c.Size) < minimum
            ? WithheldRule.Remainder
            : WithheldRule.Sibling;
    }

    private static string Name(IEnumerable<string> steps) => string.Join('/', steps);

    private static bool IsIn(string path, string group) =>
        group.Length == 0
        || path == group
        || (path.Length > group.Length && path[group.Length] == '/' && path.StartsWith(group, StringComparison.Ordinal));
}
