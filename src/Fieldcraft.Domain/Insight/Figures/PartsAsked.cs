namespace Fieldcraft.Domain.Insight.Figures;

/// <summary>Which people a question is about: how many of each part of a release are asked for, and how many are not. It serves every measure of the release.</summary>
public sealed class PartsAsked
{
    private readonly int[] _inside;
    private readonly int[] _sizes;

    private PartsAsked(int[] inside, int[] sizes) => (_inside, _sizes) = (inside, sizes);

    public static PartsAsked Of(IReadOnlyCollection<ReleaseCell> cells, Func<ReleaseCell, bool> isAsked) =>
        Of([.. cells], SizesOf(cells), isAsked);

    /// <param name="among">The cells in which all who are asked for are.</param>
    /// <param name="sizes">Of all parts, as <see cref="SizesOf"/> gives them.</param>
    public static PartsAsked Of(ReadOnlySpan<ReleaseCell> among, int[] sizes, Func<ReleaseCell, bool> isAsked)
    {
        var inside = new int[sizes.Length];
        foreach (var cell in among)
        {
            if (isAsked(cell))
            {
                inside[cell.Part] += cell.Size;
            }
        }

        return new PartsAsked(inside, sizes);
    }

    /// <summary>How many people are in each part.</summary>
    public static int[] SizesOf(IReadOnlyCollection<ReleaseCell> cells)
    {
        var sizes = new int[cells.Count == 0 ? 0 : cells.Max(c => c.Part) + 1];
        foreach (var cell in cells)
        {
            sizes[cell.Part] += cell.Size;
        }

        return sizes;
    }

    internal int Inside(int part) => _inside[part];

    internal int Outside(int part) => _sizes[part] - _inside[part];
}

/// <summary>What was counted together for one measure: parts that follow one another in <see cref="MeasureFigures.Parts"/>.</summary>
/// <param name="From">The first of them.</param>
/// <param name="Until">The first that is not one of them.</param>
/// <param name="IsNone">These parts are in no figure.</param>
internal readonly record struct CountedTogether(int From, int Until, bool IsNone, int Count, double Sum, double Squares);

/// <summary>The figures of one measure of a release, part by part, in the groups they were counted in; laid out for going through all of them, as each question does.</summary>
public sealed class MeasureFigures
{
    private readonly int[] _parts;
    private readonly CountedTogether[] _groups;

    public MeasureFigures(IEnumerable<ReleaseFigure> figures)
    {
        var groups = figures.GroupBy(f => f.Group).ToList();
        _parts = [.. groups.SelectMany(g => g.Select(f => f.Part))];
        _groups = new CountedTogether[groups.Count];
        var from = 0;
        for (var i = 0; i < _groups.Length; i++)
        {
            var (until, count, sum, squares) = (from, 0, 0d, 0d);
            foreach (var figure in groups[i])
            {
                (until, count, sum, squares) = (until + 1, count + figure.Count, sum + figure.Sum, squares + figure.Squares);
            }

            _groups[i] = new CountedTogether(from, until, groups[i].Key is null, count, sum, squares);
            from = until;
        }
    }

    internal ReadOnlySpan<int> Parts => _parts;

    internal ReadOnlySpan<CountedTogether> Groups => _groups;
}
