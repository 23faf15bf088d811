using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.People;

/// <summary>A unit as a list shows it.</summary>
public sealed record UnitLine(UnitId Id, UnitId? ParentId, UnitKind Kind, string Name, PersonId? LeadId, string? Lead, int Version);

/// <summary>Finds units for pages and operations; their names and leads are for everybody signed in.</summary>
public sealed class UnitReading(FieldcraftDb db)
{
    public const int PageSize = 200;

    /// <summary>The units right below one, or the tops, by name.</summary>
    public Task<List<UnitLine>> BelowAsync(IReadOnlyList<UnitId?> parents, CancellationToken cancellationToken) =>
        Lines(db.Units.AsNoTracking().Where(u => parents.Contains(u.ParentId)).OrderBy(u => u.NameKey).ThenBy(u => u.Id).Take(PageSize))
            .ToListAsync(cancellationToken);

    public Task<List<UnitLine>> TopsAsync(CancellationToken cancellationToken) =>
        Lines(db.Units.AsNoTracking().Where(u => u.ParentId == null).OrderBy(u => u.NameKey).ThenBy(u => u.Id).Take(PageSize))
            .ToListAsync(cancellationToken);

    /// <summary>All units, or those below one, in the order of their names.</summary>
    public async Task<List<UnitLine>> ListAsync(UnitId? under, UnitId? after, int limit, CancellationToken cancellationToken)
    {
        var units = db.Units.AsNoTracking();
        if (under is not null)
        {
            units = units.Where(u => u.ParentId == under);
        }

        if (after is { } id)
        {
            var last = await db.Units.Where(u => u.Id == id).Select(u => u.NameKey).FirstOrDefaultAsync(cancellationToken) ?? "";
            units = units.Where(u => string.Compare(u.NameKey, last) > 0 || (u.NameKey == last && u.Id.CompareTo(id) > 0));
        }

        return await Lines(units.OrderBy(u => u.NameKey).ThenBy(u => u.Id).Take(limit)).ToListAsync(cancellationToken);
    }

    public Task<UnitLine?> FindAsync(UnitId id, CancellationToken cancellationToken) =>
        Lines(db.Units.AsNoTracking().Where(u => u.Id == id)).FirstOrDefaultAsync(cancellationToken);

    private IQueryable<UnitLine> Lines(IQueryable<Unit> units) =>
        units.Select(u => new UnitLine(
            u.Id,
            u.ParentId,
            u.Kind,
            u.Name,
            u.LeadId,
            db.People.Where(p => p.Id == u.LeadId)
                .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                .FirstOrDefault(),
            u.Version
        ));
}
