using System.Linq.Expressions;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.People;

/// <summary>Somebody as a list shows them; the details are null where the viewer may not see them.</summary>
public sealed record PersonLine(
    PersonId Id,
    string Name,
    string JobTitle,
    UnitId? UnitId,
    string? Unit,
    PersonDetails? Details,
    int Version
);

public sealed record PersonDetails(string? EmployeeId, string? Email, PersonStatus Status);

/// <summary>A unit with the names on the way to it.</summary>
public sealed record NamedUnit(UnitId Id, string Path);

/// <summary>Finds people and units for pages and operations.</summary>
public sealed class PeopleReading(FieldcraftDb db)
{
    public const int PageSize = 50;
    public const int SearchLength = 100;

    /// <summary>As many units as a drop-down can show; whoever administers more writes the path.</summary>
    public const int MostUnits = 1000;

    /// <summary>People in the order of their names, after a given one.</summary>
    /// <param name="search">The beginning of a name or of a unit's name, or a whole personnel number.</param>
    public async Task<List<PersonLine>> ListAsync(
        Viewer viewer,
        string? search,
        UnitId? unit,
        PersonId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var people = db.People.AsNoTracking().FoundBy(viewer, db);
        if (unit is not null)
        {
            people = people.Where(p => p.UnitId == unit);
        }

        if (!string.IsNullOrWhiteSpace(search))
        {
            var found = IdsFor(viewer, search.Trim());
            people = people.Where(p => found.Contains(p.Id));
        }

        if (after is { } id)
        {
            var last = await db.People.Where(p => p.Id == id).Select(p => p.NameKey).FirstOrDefaultAsync(cancellationToken) ?? "";
            people = people.Where(p => string.Compare(p.NameKey, last) > 0 || (p.NameKey == last && p.Id.CompareTo(id) > 0));
        }

        return await LinesOf(viewer, people.OrderBy(p => p.NameKey).ThenBy(p => p.Id).Take(limit)).ToListAsync(cancellationToken);
    }

    public Task<List<PersonLine>> ReportsOfAsync(Viewer viewer, PersonId manager, int limit, CancellationToken cancellationToken) =>
        LinesOf(
                viewer,
                db.People.AsNoTracking()
                    .FoundBy(viewer, db)
                    .Where(p => p.ManagerId == manager)
                    .OrderBy(p => p.NameKey)
                    .ThenBy(p => p.Id)
                    .Take(limit)
            )
            .ToListAsync(cancellationToken);

    /// <summary>The person named by personnel number, e-mail address or id:GUID.</summary>
    public Task<PersonId?> IdOfAsync(string named, CancellationToken cancellationToken)
    {
        var key = named.Trim();
        var email = key.ToLowerInvariant();
        return
            key.StartsWith(DirectoryImport.IdPrefix, StringComparison.Ordinal)
            && Guid.TryParse(key.AsSpan(DirectoryImport.IdPrefix.Length), out var guid)
            ? OneAsync(p => p.Id == PersonId.From(guid), cancellationToken)
            : OneAsync(p => p.EmployeeId == key || p.Email == email, cancellationToken);
    }

    /// <summary>The units that the viewer administers, by the names on the way to them.</summary>
    public async Task<IReadOnlyList<NamedUnit>> ManagedUnitsAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var units = await db.Units.AsNoTracking().ManagedBy(viewer).OrderBy(u => u.Path).Take(MostUnits).ToListAsync(cancellationToken);
        var names = await WaysToAsync(units, cancellationToken);
        return [.. units.Select(u => new NamedUnit(u.Id, names[u.Id])).OrderBy(u => u.Path, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>For each unit the names from the top down.</summary>
    public async Task<IReadOnlyDictionary<UnitId, string>> WaysToAsync(IReadOnlyList<Unit> units, CancellationToken cancellationToken)
    {
        var needed = units.SelectMany(u => IdsIn(u.Path)).Distinct().ToList();
        var names = await db
            .Units.AsNoTracking()
            .Where(u => needed.Contains(u.Id))
            .ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
        return units.ToDictionary(u => u.Id, u => string.Join(UnitPaths.Separator, IdsIn(u.Path).Select(i => names[i])));
    }

    /// <summary>The ids from the top down to the unit itself.</summary>
    public static IEnumerable<UnitId> IdsIn(string path) =>
        path.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(p => UnitId.From(Guid.ParseExact(p, "n")));

    internal IQueryable<PersonLine> LinesOf(Viewer viewer, IQueryable<Person> people)
    {
        var details = db.People.WithDetailsFor(viewer, db).Select(p => p.Id);
        return people.Select(p => new PersonLine(
            p.Id,
            ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim(),
            p.JobTitle,
            p.UnitId,
            db.Units.Where(u => u.Id == p.UnitId).Select(u => u.Name).FirstOrDefault(),
            details.Contains(p.Id) ? new PersonDetails(p.EmployeeId, p.Email, p.Status) : null,
            p.Version
        ));
    }

    // A list of ids made by one index each: joined by "or" in one condition, everybody would be looked at.
    private IQueryable<PersonId> IdsFor(Viewer viewer, string search)
    {
        var (from, to) = FoldedName.RangeOf(search);
        var units = db
            .Units.Where(u => string.Compare(u.NameKey, from) >= 0 && string.Compare(u.NameKey, to) < 0)
            .Select(u => (UnitId?)u.Id);
        return db
            .People.CalledLike(search)
            .Select(p => p.Id)
            .Union(db.People.Where(p => units.Contains(p.UnitId)).Select(p => p.Id))
            // A number is looked for only among those whose number the viewer may see, so that nobody learns by searching whose it is.
            .Union(db.People.Where(p => p.EmployeeId == search).WithDetailsFor(viewer, db).Select(p => p.Id));
    }

    private Task<PersonId?> OneAsync(Expression<Func<Person, bool>> which, CancellationToken cancellationToken) =>
        db.People.Where(which).OrderBy(p => p.Id).Select(p => (PersonId?)p.Id).FirstOrDefaultAsync(cancellationToken);
}
