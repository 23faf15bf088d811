namespace Fieldcraft.Domain.Insight.Figures;

/// <summary>Which people a question is about: how many of each part of a release are asked for, and how many are not. It serves every measure of the release.</summary>
public sealed class PartsAsked
{
    private readonly (int Inside, int Outside)[] _parts;

    private PartsAsked((int, int)[] parts) => _parts = parts;

    public static PartsAsked Of(IReadOnlyCollection<ReleaseCell> cells, Func<ReleaseCell, bool> isAsked)
    {
        var parts = new (int Inside, int Outside)[cells.Count == 0 ? 0 : cells.Max(c => c.Part) + 1];
        foreach (var cell in cells)
        {
            ref var part = ref parts[cell.Part];
            part = isAsked(cell) ? (part.Inside + cell.Size, part.Outside) : (part.Inside, part.Outside + cell.Size);
        }

        return new PartsAsked(parts);
    }

    internal int Inside(int part) => _parts[part].Inside;

    internal int Outside(int part) => _parts[part].Outside;
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
