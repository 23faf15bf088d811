using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Administration.Importing;

/// <summary>Reads as much of the directory as a file touches: the people it names, those above them, and all units.</summary>
public sealed class DirectoryReading(FieldcraftDb db)
{
    private const int Chunk = 5000;

    /// <param name="scope">Paths of the units that may be touched; null for all.</param>
    public async Task<DirectorySnapshot> ReadAsync(
        IReadOnlyList<FileRow> rows,
        ColumnMapping mapping,
        IReadOnlyList<string>? scope,
        CancellationToken cancellationToken
    )
    {
        var people = new Dictionary<PersonId, KnownPerson>();
        var keys = Cells(rows, mapping, DirectoryColumn.EmployeeId)
            .Concat(Cells(rows, mapping, DirectoryColumn.SupervisorId))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        await AddAsync(people, keys, part => db.People.Where(p => part.Contains(p.EmployeeId!)), cancellationToken);
        var ids = keys.Select(IdIn).OfType<PersonId>().ToList();
        await AddAsync(people, ids, part => db.People.Where(p => part.Contains(p.Id)), cancellationToken);
        var emails = Cells(rows, mapping, DirectoryColumn.Email)
            .Select(e => e.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        await AddAsync(people, emails, part => db.People.Where(p => part.Contains(p.Email!)), cancellationToken);
        for (var above = Above(people); above.Count > 0; above = Above(people))
        {
            await AddAsync(people, above, part => db.People.Where(p => part.Contains(p.Id)), cancellationToken);
        }

        var units = await db
            .Units.AsNoTracking()
            .OrderBy(u => u.Path)
            .Select(u => new KnownUnit(u.Id, u.ParentId, u.Kind, u.Name, u.Path, u.LeadId))
            .ToListAsync(cancellationToken);
        var installation = await db.Installations.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return new DirectorySnapshot
        {
            People = [.. people.Values],
            Units = units,
            Scope = scope,
            Language = installation?.Language ?? "en",
            TimeZone = installation?.TimeZone ?? "UTC",
            ZoneNamed = ZoneNamed,
        };
    }

    /// <summary>Counts every change of people and units: while it stays the same, a plan made before still fits.</summary>
    public async Task<(int People, long PeopleVersions, int Units, long UnitVersions)> StampAsync(CancellationToken cancellationToken)
    {
        var people = await db
            .People.GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Versions = g.Sum(p => (long)p.Version) })
            .SingleOrDefaultAsync(cancellationToken);
        var units = await db
            .Units.GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Versions = g.Sum(u => (long)u.Version) })
            .SingleOrDefaultAsync(cancellationToken);
        return (people?.Count ?? 0, people?.Versions ?? 0, units?.Count ?? 0, units?.Versions ?? 0);
    }

    /// <summary>The IANA name of a zone that files write by its IANA or its Windows name.</summary>
    public static string? ZoneNamed(string name) =>
        name.Length > DirectoryFacts.WordLength ? null
        : TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana) ? iana
        : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone.Id
        : null;

    private async Task AddAsync<T>(
        Dictionary<PersonId, KnownPerson> people,
        List<T> wanted,
        Func<List<T>, IQueryable<Person>> query,
        CancellationToken cancellationToken
    )
    {
        foreach (var part in wanted.Chunk(Chunk))
        {
            foreach (var person in await query([.. part]).AsNoTracking().ToListAsync(cancellationToken))
            {
                people.TryAdd(person.Id, new KnownPerson(person.Id, person.Facts(), person.UnitId, person.ManagerId));
            }
        }
    }

    private static List<PersonId> Above(Dictionary<PersonId, KnownPerson> people) =>
        [.. people.Values.Select(p => p.ManagerId).OfType<PersonId>().Where(m => !people.ContainsKey(m)).Distinct()];

    private static IEnumerable<string> Cells(IReadOnlyList<FileRow> rows, ColumnMapping mapping, DirectoryColumn column) =>
        rows.Select(r => mapping.Cell(r, column)).Where(c => c.Length > 0);

    private static PersonId? IdIn(string key) =>
        key.StartsWith(DirectoryImport.IdPrefix, StringComparison.Ordinal)
        && Guid.TryParse(key.AsSpan(DirectoryImport.IdPrefix.Length), out var id)
            ? PersonId.From(id)
            : null;
}
