namespace Fieldcraft.Domain.People.Importing;

/// <summary>How dates such as 03/04/2025 are meant in one file.</summary>
public enum DateOrder
{
    DayFirst,
    MonthFirst,
}

/// <summary>Which column of a file says what, and how its dates are meant.</summary>
public sealed class ColumnMapping
{
    private readonly Dictionary<DirectoryColumn, int> _places = [];

    private ColumnMapping(IReadOnlyList<string> headers, DateOrder? dates)
    {
        Headers = headers;
        Dates = dates;
    }

    public IReadOnlyList<string> Headers { get; }

    /// <summary>Null until somebody says it: then an ambiguous date is refused, never guessed.</summary>
    public DateOrder? Dates { get; }

    /// <summary>Columns without which no row can be read, and that the file has not been said to have.</summary>
    public IReadOnlyList<DirectoryColumn> Missing => [.. DirectoryColumns.Needed.Where(c => !_places.ContainsKey(c))];

    /// <summary>A first proposal from the names of the headers; the first header that fits wins.</summary>
    public static ColumnMapping Propose(IReadOnlyList<string> headers)
    {
        var mapping = new ColumnMapping(headers, null);
        for (var place = 0; place < headers.Count; place++)
        {
            if (DirectoryColumns.Recognise(headers[place]) is { } column)
            {
                mapping._places.TryAdd(column, place);
            }
        }

        return mapping;
    }

    /// <summary>The mapping that somebody chose: for each column a header of the file. Headers that the file lacks are left out.</summary>
    public static ColumnMapping Of(IReadOnlyList<string> headers, IReadOnlyDictionary<DirectoryColumn, string> chosen, DateOrder? dates)
    {
        var mapping = new ColumnMapping(headers, dates);
        foreach (var (column, header) in chosen)
        {
            var place = IndexOf(headers, header);
            if (place >= 0)
            {
                mapping._places[column] = place;
            }
        }

        return mapping;
    }

    public bool Has(DirectoryColumn column) => _places.ContainsKey(column);

    /// <summary>The header as it stands in the file, or the column's own name where the file has none.</summary>
    public string HeaderOf(DirectoryColumn column) => _places.TryGetValue(column, out var place) ? Headers[place] : column.Name();

    /// <summary>The cell of a row, trimmed; empty where the row is short. What an export neutralised is restored.</summary>
    public string Cell(FileRow row, DirectoryColumn column) =>
        _places.TryGetValue(column, out var place) && place < row.Cells.Count ? Formulas.Restore(row.Cells[place].Trim()) : "";

    /// <summary>The cell as it stands in the file.</summary>
    public string RawCell(FileRow row, DirectoryColumn column) =>
        _places.TryGetValue(column, out var place) && place < row.Cells.Count ? row.Cells[place] : "";

    public IReadOnlyDictionary<DirectoryColumn, string> Chosen() => _places.ToDictionary(p => p.Key, p => Headers[p.Value]);

    private static int IndexOf(IReadOnlyList<string> headers, string header)
    {
        for (var place = 0; place < headers.Count; place++)
        {
            if (string.Equals(headers[place].Trim(), header.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return place;
            }
        }

        return -1;
    }
}

/// <summary>One record of a file, with the line it begins on; the header is line 1.</summary>
public sealed record FileRow(int Line, IReadOnlyList<string> Cells)
{
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}
