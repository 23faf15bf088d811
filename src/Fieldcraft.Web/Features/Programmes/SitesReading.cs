using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>A place where sessions are held: a facility, with everything below it.</summary>
public sealed record Site(UnitId Id, string Name, string Path);

/// <summary>The sites that a programme reaches.</summary>
public sealed class SitesReading(FieldcraftDb db)
{
    /// <summary>The facilities in a unit's subtree, in the order of the tree; a unit without any is a site itself.</summary>
    public async Task<IReadOnlyList<Site>> WithinAsync(UnitId unit, CancellationToken cancellationToken)
    {
        var root = await db
            .Units.AsNoTracking()
            .Where(u => u.Id == unit)
            .Select(u => new Site(u.Id, u.Name, u.Path))
            .FirstOrDefaultAsync(cancellationToken);
        if (root is null)
        {
            return [];
        }

        var (from, to) = Range(root.Path);
        var sites = await db
            .Units.AsNoTracking()
            .Where(u => u.Kind == UnitKind.Facility && string.Compare(u.Path, from) >= 0 && string.Compare(u.Path, to) < 0)
            .OrderBy(u => u.Path)
            .Select(u => new Site(u.Id, u.Name, u.Path))
            .ToListAsync(cancellationToken);
        return sites.Count == 0 ? [root] : sites;
    }

    /// <summary>The paths of a subtree, from inclusive, to exclusive.</summary>
    public static (string From, string To) Range(string path) => (path, path[..^1] + (char)(path[^1] + 1));
}
