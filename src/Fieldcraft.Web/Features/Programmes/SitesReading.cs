using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>A place where sessions are held: a facility, with everything below it.</summary>
public sealed record Site(UnitId Id, string Name, string Path)
{
    // A way in the tree is ids of 32 characters, each with a dot.
    private const int StepLength = 33;

    /// <summary>The way to the unit above, which is near in the sense of the tree.</summary>
    public string NetworkPath => Path.Length > StepLength ? Path[..^StepLength] : Path;
}

/// <summary>The sites that a programme reaches: the facilities in a unit's subtree; a unit without any is a site itself.</summary>
public sealed class SitesReading(FieldcraftDb db)
{
    /// <summary>The sites in a unit's subtree, in the order of the tree; empty when there is no such unit.</summary>
    public async Task<IReadOnlyList<Site>> WithinAsync(UnitId unit, CancellationToken cancellationToken) =>
        await db.Units.Where(u => u.Id == unit).Select(u => u.Path).FirstOrDefaultAsync(cancellationToken) is { } path
            ? await WithinAsync(unit, path, cancellationToken)
            : [];

    /// <summary>The sites in the subtree of a unit whose path is known, in the order of the tree.</summary>
    public async Task<IReadOnlyList<Site>> WithinAsync(UnitId unit, string path, CancellationToken cancellationToken)
    {
        var units = await Possible(db.Units.AsNoTracking(), unit, path)
            .OrderBy(u => u.Path)
            .Select(u => new { u.Kind, Site = new Site(u.Id, u.Name, u.Path) })
            .ToListAsync(cancellationToken);
        return [.. Chosen(units, u => u.Kind).Select(u => u.Site)];
    }

    /// <summary>The units among which the sites are; <see cref="Chosen"/> says which of them.</summary>
    public static IQueryable<Unit> Possible(IQueryable<Unit> units, UnitId root, string path)
    {
        var (from, to) = Range(path);
        return units
            .Where(u => string.Compare(u.Path, from) >= 0 && string.Compare(u.Path, to) < 0)
            .Where(u => u.Kind == UnitKind.Facility || u.Id == root);
    }

    /// <summary>The facilities; where there are none, the unit itself.</summary>
    public static IReadOnlyList<T> Chosen<T>(IReadOnlyList<T> units, Func<T, UnitKind> kindOf)
    {
        var facilities = units.Where(u => kindOf(u) == UnitKind.Facility).ToList();
        return facilities.Count == 0 ? units : facilities;
    }

    /// <summary>The paths of a subtree, from inclusive, to exclusive.</summary>
    public static (string From, string To) Range(string path) => (path, $"{path[..^1]}/");
}
