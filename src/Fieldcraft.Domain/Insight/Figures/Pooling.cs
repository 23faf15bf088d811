namespace Fieldcraft.Domain.Insight.Figures;

/// <summary>The smallest place that people are counted in: a unit, and what else a round tells apart.</summary>
/// <param name="Steps">The way from the top, the widest step first. No two cells have the same way, and all ways are equally long.</param>
/// <param name="Size">How many people, or answers, are in it; 1 or more.</param>
public sealed record Cell(IReadOnlyList<string> Steps, int Size)
{
    /// <summary>The mark of those who lead people.</summary>
    public const string Leads = "leads";

    /// <summary>The organisation alone: a few who lead at its top belong to no unit below it, and would break every mark there.</summary>
    private const int LargestUnits = 1;

    /// <summary>
    /// The way to a place: leaders and others are told apart first, because there are few leaders in each unit and many in all; then units from the top, down to
    /// <paramref name="depth"/>; other marks last. Of leaders the other marks come right below the organisation: so many stand together there that they can be compared by
    /// mark, and below it they could be compared by neither.
    /// </summary>
    public static IReadOnlyList<string> Way(string unitPath, string work, string employment, string tenure, int depth)
    {
        var said = unitPath.Split('.', StringSplitOptions.RemoveEmptyEntries);
        string[] units = [.. said, .. Enumerable.Repeat("", depth - said.Length)];
        var wide = work == Leads ? Math.Min(LargestUnits, depth) : depth;
        return [work, .. units[..wide], employment, tenure, .. units[wide..]];
    }

    /// <summary>How many units lie on the longest of these paths.</summary>
    public static int Depth(IEnumerable<string> unitPaths) =>
        unitPaths.Select(p => p.Split('.', StringSplitOptions.RemoveEmptyEntries).Length).DefaultIfEmpty().Max();
}

/// <summary>Cells that are only ever counted together.</summary>
public sealed record Part(IReadOnlyList<Cell> Cells)
{
    public int Size => Cells.Sum(c => c.Size);
}

/// <summary>
/// Cuts people into the parts of which every figure is a union (DOMAIN 9.4, 15.6; ARCHITECTURE 4.6). Two unions differ by whole parts, so that nothing
/// which is added or subtracted ever stands for fewer people than a part holds, whoever asks, and however often.
/// </summary>
public static class Pooling
{
    /// <summary>
    /// From the narrowest step upwards: what is too few at a step is pooled with the other few of that step; when that is too few as well, the smallest part of the step
    /// goes along (DOMAIN 9.4: of 12, 8 and 4 the 8 goes with the 4; of 12, 8, 4 and 3 the 4 with the 3). So a unit is complete in its parts whenever it is large enough.
    /// </summary>
    /// <param name="isEnough">Whether cells may be counted together; what may stays so when more cells come in.</param>
    /// <returns>Parts that are enough; empty where all cells together are not.</returns>
    public static IReadOnlyList<Part> Pool(IReadOnlyCollection<Cell> cells, Func<Part, bool> isEnough)
    {
        if (cells.Count == 0)
        {
            return [];
        }

        var ordered = cells.OrderBy(c => c.Steps, StepOrder.Instance).ToList();
        return [.. Pool(ordered, 0, isEnough).Where(isEnough)];
    }

    /// <summary>Parts of so many at least.</summary>
    public static IReadOnlyList<Part> Pool(IReadOnlyCollection<Cell> cells, int minimum) => Pool(cells, p => p.Size >= minimum);

    private static List<Part> Pool(IReadOnlyList<Cell> cells, int step, Func<Part, bool> isEnough)
    {
        if (cells.Count == 1 || step == cells[0].Steps.Count)
        {
            return [new Part(cells)];
        }

        var parts = Runs(cells, step).SelectMany(run => Pool(run, step + 1, isEnough)).ToList();
        var few = parts.Where(p => !isEnough(p)).ToList();
        if (few.Count == 0)
        {
            return parts;
        }

        var enough = parts.Where(isEnough).OrderBy(p => p.Size).ThenBy(p => p.Cells[0].Steps, StepOrder.Instance).ToList();
        var rest = new Part([.. few.SelectMany(p => p.Cells)]);
        while (enough.Count > 0 && !isEnough(rest))
        {
            rest = new Part([.. rest.Cells, .. enough[0].Cells]);
            enough.RemoveAt(0);
        }

        enough.Add(rest);
        return enough;
    }

    /// <summary>Neighbours that share this step; the cells come in order.</summary>
    private static IEnumerable<IReadOnlyList<Cell>> Runs(IReadOnlyList<Cell> cells, int step)
    {
        for (var from = 0; from < cells.Count; )
        {
            var to = from;
            while (to < cells.Count && cells[to].Steps[step] == cells[from].Steps[step])
            {
                to++;
            }

            yield return [.. cells.Skip(from).Take(to - from)];
            from = to;
        }
    }

    private sealed class StepOrder : IComparer<IReadOnlyList<string>>
    {
        public static readonly StepOrder Instance = new();

        public int Compare(IReadOnlyList<string>? x, IReadOnlyList<string>? y)
        {
            for (var i = 0; i < x!.Count && i < y!.Count; i++)
            {
                if (string.CompareOrdinal(x[i], y[i]) is var order and not 0)
                {
                    return order;
                }
            }

            return x.Count.CompareTo(y!.Count);
        }
    }
}
