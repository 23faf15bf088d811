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

/// <summary>What was counted together for one measure.</summary>
/// <param name="IsNone">These parts are in no figure.</param>
internal sealed record CountedTogether(int[] Parts, bool IsNone, int Count, double Sum, double Squares);

/// <summary>The figures of one measure of a release, part by part, in the groups they were counted in.</summary>
public sealed class MeasureFigures(IEnumerable<ReleaseFigure> figures)
{
    internal IReadOnlyList<CountedTogether> Groups { get; } =
    [
        .. figures
            .GroupBy(f => f.Group)
            .Select(g => new CountedTogether(
                [.. g.Select(f => f.Part)],
                g.Key is null,
                g.Sum(f => f.Count),
                g.Sum(f => f.Sum),
                g.Sum(f => f.Squares)
            )),
    ];
}
