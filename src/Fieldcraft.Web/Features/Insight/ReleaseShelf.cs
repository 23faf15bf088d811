using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>A published release, ready to be asked.</summary>
public sealed class OpenRelease(Release release, IReadOnlyList<ReleaseCell> cells, ILookup<string, ReleaseFigure> figures)
{
    public Release Release => release;

    public IReadOnlyList<ReleaseCell> Cells => cells;

    public bool Has(string measure) => figures.Contains(measure);

    /// <summary>What one measure says about the cells that are asked for; the only way to a figure about people.</summary>
    public GroupValue Of(string measure, Func<ReleaseCell, bool> isAsked) =>
        GroupFigures.Of(cells, [.. figures[measure]], isAsked, release.Minimum);
}

/// <summary>Published releases, read once: they never change. The last few are kept in memory.</summary>
public sealed class ReleaseShelf : IDisposable
{
    private const int Kept = 8;
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
            (await db.ReleaseFigures.AsNoTracking().Where(f => f.ReleaseId == id).ToListAsync(cancellationToken)).ToLookup(f => f.Measure)
        );
        return _shelf.Set(id, open, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Untouched });
    }

    public void Dispose() => _shelf.Dispose();
}
