using System.Buffers;
using System.Globalization;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Administration.Importing;

/// <summary>Writes the directory as the file that can be imported again and then changes nothing.</summary>
public sealed class DirectoryExport(FieldcraftDb db)
{
    private const int Chunk = 5000;

    public static string Header => string.Join(',', DirectoryColumns.All.Select(c => c.Name()));

    /// <param name="scope">Paths of the units whose people are written; null for everybody.</param>
    public async Task WriteAsync(TextWriter writer, IReadOnlyList<string>? scope, CancellationToken cancellationToken)
    {
        await writer.WriteAsync($"{Header}\r\n");
        var units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, cancellationToken);
        var names = new Dictionary<UnitId, string>();
        var after = default(PersonId);
        while (true)
        {
            var part = await db
                .People.AsNoTracking()
                .Where(p => p.Id.CompareTo(after) > 0)
                .OrderBy(p => p.Id)
                .Select(p => new
                {
                    Person = p,
                    ManagerNumber = db.People.Where(m => m.Id == p.ManagerId).Select(m => m.EmployeeId).FirstOrDefault(),
                })
                .Take(Chunk)
                .ToListAsync(cancellationToken);
            // Somebody may have opened a unit since the units were read, and put people into it.
            if (part.Any(r => r.Person.UnitId is { } unit && !units.ContainsKey(unit)))
            {
                units = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, cancellationToken);
            }

            foreach (var row in part.Where(r => r.Person.UnitId is { } unit ? MayWrite(units[unit].Path, scope) : scope is null))
            {
                var cells = new Dictionary<DirectoryColumn, string>(DirectoryImport.Cells(row.Person.Facts()))
                {
                    [DirectoryColumn.Unit] = row.Person.UnitId is { } place ? PathOf(place, units, names) : "",
                    [DirectoryColumn.SupervisorId] = row.Person.ManagerId is { } manager ? row.ManagerNumber ?? IdKey(manager) : "",
                };
                if (row.Person.EmployeeId is null)
                {
                    cells[DirectoryColumn.EmployeeId] = IdKey(row.Person.Id);
                }

                await writer.WriteAsync($"{string.Join(',', DirectoryColumns.All.Select(c => CsvCell.Of(cells[c])))}\r\n");
            }

            if (part.Count < Chunk)
            {
                return;
            }

            after = part[^1].Person.Id;
        }
    }

    private static string IdKey(PersonId id) => $"{DirectoryImport.IdPrefix}{id.Value:D}";

    private static bool MayWrite(string path, IReadOnlyList<string>? scope) =>
        scope is null || scope.Any(s => path.StartsWith(s, StringComparison.Ordinal));

    private static string PathOf(UnitId id, Dictionary<UnitId, Unit> units, Dictionary<UnitId, string> names)
    {
        if (!names.TryGetValue(id, out var path))
        {
            var unit = units[id];
            path = unit.ParentId is { } parent ? $"{PathOf(parent, units, names)}{UnitPaths.Separator}{unit.Name}" : unit.Name;
            names[id] = path;
        }

        return path;
    }
}

/// <summary>A cell of a csv file for people with spreadsheets: neutral and quoted where needed.</summary>
public static class CsvCell
{
    private static readonly SearchValues<char> ToQuote = SearchValues.Create("\",;\r\n\t");

    public static string Of(string text)
    {
        var neutral = Formulas.Neutralise(text);
        return neutral.AsSpan().ContainsAny(ToQuote)
            ? new StringBuilder(neutral).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString()
            : neutral;
    }
}

/// <summary>A table as a file for a spreadsheet: with the mark by which it knows the letters, and nothing in it that runs as a formula.</summary>
public static class CsvTable
{
    public const string Type = "text/csv; charset=utf-8";

    public static byte[] Of(IEnumerable<IEnumerable<string>> lines) =>
        [
            .. Encoding.UTF8.Preamble,
            .. Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => string.Join(',', l.Select(CellOf)) + "\r\n"))),
        ];

    /// <summary>A number below zero begins like a formula and is none.</summary>
    private static string CellOf(string text) =>
        text.StartsWith('-')
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? text
            : CsvCell.Of(text);
}
