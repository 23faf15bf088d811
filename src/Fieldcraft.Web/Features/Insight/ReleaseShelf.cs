using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>A published release, ready to be asked.</summary>
public sealed class OpenRelease(Release release, IReadOnlyList<ReleaseCell> cells, IEnumerable<ReleaseFigure> figures)
{
    private readonly Dictionary<string, MeasureFigures> _figures = figures
        .GroupBy(f => f.Measure)
        .ToDictionary(g => g.Key, g => new MeasureFigures(g), StringComparer.Ordinal);

    /// <summary>What lies below a unit follows one another here.</summary>
    private readonly ReleaseCell[] _byPath = [.. cells.OrderBy(c => c.UnitPath, StringComparer.Ordinal)];

    private readonly int[] _sizes = PartsAsked.SizesOf(cells);

    public Release Release => release;

    /// <summary>The paths of all units that are told apart, those above them included.</summary>
    public IReadOnlySet<string> UnitPaths { get; } =
        cells.Select(c => c.UnitPath).Distinct().SelectMany(Ways).ToHashSet(StringComparer.Ordinal);

    /// <summary>The values that a mark has in this release, as they follow one another.</summary>
    public IReadOnlyList<string> ValuesOf(ReleaseMark mark) =>
        Freezer.InOrder(mark, cells.Select(c => c.Mark(mark)).Distinct(StringComparer.Ordinal));

    /// <summary>Whom a question is about; ask any measure with it.</summary>
    /// <param name="under">The way down to a unit: people there and below it; empty for all.</param>
    /// <param name="isAsked">Which of them.</param>
    public PartsAsked Ask(string under, Func<ReleaseCell, bool> isAsked) =>
        PartsAsked.Of(
            _byPath.AsSpan(
                FirstWhere(p => string.CompareOrdinal(p, under) >= 0)..FirstWhere(p =>
                    string.CompareOrdinal(p, under) >= 0 && !p.StartsWith(under, StringComparison.Ordinal)
                )
            ),
            _sizes,
            isAsked
        );

    /// <summary>What one measure says about the people that are asked for; the only way to a figure about people.</summary>
    public GroupValue Of(string measure, PartsAsked asked) =>
        _figures.TryGetValue(measure, out var of)
            ? GroupFigures.Of(of, asked, release.Minimum)
            : new GroupValue(null, 0, 0, WithheldRule.Minimum);

    /// <summary>The first cell whose path comes after those that are passed over.</summary>
    private int FirstWhere(Func<string, bool> isAfter)
    {
        var (low, high) = (0, _byPath.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = isAfter(_byPath[middle].UnitPath) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static IEnumerable<string> Ways(string path)
    {
        for (var end = path.IndexOf('.', StringComparison.Ordinal); end >= 0; end = path.IndexOf('.', end + 1))
        {
            yield return path[..(end + 1)];
        }
    }
}

/// <summary>Published releases, read once: they never change. The last few are kept in memory.</summary>
public sealed class ReleaseShelf : IDisposable
{
    /// <summary>How many at most.</summary>
    public const int Kept = 8;
    private static readonly TimeSpan Untouched = TimeSpan.FromHours(1);

    private readonly MemoryCache _shelf = new(new MemoryCacheOptions { SizeLimit = Kept });

    /// <summary>Null while the round runs, and where there is none.</summary>
    public async Task<OpenRelease?> FindAsync(FieldcraftDb db, ReleaseId id, CancellationToken cancellationToken)
    {
        if (_shelf.TryGetValue(id, out OpenRelease? kept))
        {
            return kept;
        }

        if (
            await db.Releases.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.PublishedAt != null, cancellationToken)
            is not { } release
        )
        {
            return null;
        }

        var open = new OpenRelease(
            release,
            await db.ReleaseCells.AsNoTracking().Where(c => c.ReleaseId == id).OrderBy(c => c.Number).ToListAsync(cancellationToken),
            await db.ReleaseFigures.AsNoTracking().Where(f => f.ReleaseId == id).ToListAsync(cancellationToken)
        );
        return _shelf.Set(id, open, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Untouched });
    }

    public void Dispose() => _shelf.Dispose();
}
