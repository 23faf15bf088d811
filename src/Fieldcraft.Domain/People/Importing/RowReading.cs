using System.Text.RegularExpressions;

namespace Fieldcraft.Domain.People.Importing;

/// <summary>Reads the cells of one row into facts, and names every cell that cannot be taken over.</summary>
internal sealed partial class RowReading(ColumnMapping mapping, DirectorySnapshot snapshot, Dictionary<string, KnownPerson> known)
{
    // Whoever set Fieldcraft up has an address here before the directory brings the number: they are one person.
    private readonly Dictionary<string, KnownPerson> _unnumbered = snapshot
        .People.Where(p => p.Facts is { EmployeeId: null, Email: not null })
        .ToDictionary(p => p.Facts.Email!, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, PersonStatus> Statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["A"] = PersonStatus.Active,
        ["active"] = PersonStatus.Active,
        ["L"] = PersonStatus.OnLeave,
        ["leave"] = PersonStatus.OnLeave,
        ["on leave"] = PersonStatus.OnLeave,
        ["T"] = PersonStatus.Left,
        ["left"] = PersonStatus.Left,
        ["terminated"] = PersonStatus.Left,
        ["inactive"] = PersonStatus.Left,
    };

    private static readonly string[] Totals = ["total", "grand total", "totals", "sum", "subtotal"];

    private static readonly (DirectoryColumn Column, int Length)[] Lengths =
    [
        (DirectoryColumn.EmployeeId, DirectoryFacts.EmployeeIdLength),
        (DirectoryColumn.FirstName, DirectoryFacts.NameLength),
        (DirectoryColumn.LastName, DirectoryFacts.NameLength),
        (DirectoryColumn.PreferredName, DirectoryFacts.NameLength),
        (DirectoryColumn.Email, DirectoryFacts.EmailLength),
        (DirectoryColumn.JobTitle, DirectoryFacts.JobTitleLength),
        (DirectoryColumn.Location, DirectoryFacts.LocationLength),
        (DirectoryColumn.EmploymentType, DirectoryFacts.WordLength),
        (DirectoryColumn.Language, DirectoryFacts.WordLength),
        (DirectoryColumn.ShiftPattern, DirectoryFacts.WordLength),
    ];

    /// <summary>The codes of an export; reading takes other systems' words too.</summary>
    public static string CodeOf(PersonStatus status) =>
        status switch
        {
            PersonStatus.OnLeave => "L",
            PersonStatus.Left => "T",
            _ => "A",
        };

    public PlannedRow Read(FileRow source)
    {
        var key = mapping.Cell(source, DirectoryColumn.EmployeeId);
        var row = new PlannedRow
        {
            Source = source,
            Key = key,
            Known = known.GetValueOrDefault(key) ?? _unnumbered.GetValueOrDefault(mapping.Cell(source, DirectoryColumn.Email)),
            UnitCell = mapping.Cell(source, DirectoryColumn.Unit),
            SupervisorKey = mapping.Cell(source, DirectoryColumn.SupervisorId),
            SaysSupervisor = mapping.Has(DirectoryColumn.SupervisorId),
        };
        if (key.Length == 0 && source.Cells.FirstOrDefault(IsTotal) is { } total)
        {
            var place = source.Cells.ToList().IndexOf(total);
            row.Findings.Add(
                new(source.Line, mapping.Headers.ElementAtOrDefault(place) ?? "", total, FindingCode.TotalRow, FindingAction.Skip)
            );
            return row;
        }

        if (source.Cells.Skip(mapping.Headers.Count).Any(c => !string.IsNullOrWhiteSpace(c)))
        {
            row.Findings.Add(
                new(source.Line, "", $"{source.Cells.Count}", FindingCode.WrongCellCount, FindingAction.Fix, $"{mapping.Headers.Count}")
            );
            return row;
        }

        LookForHarm(row);
        row.Facts = Facts(row);
        if (key.StartsWith(DirectoryImport.IdPrefix, StringComparison.Ordinal) && row.Known is null)
        {
            Refuse(row, DirectoryColumn.EmployeeId, FindingCode.UnknownPerson);
        }

        return row;
    }

    private DirectoryFacts Facts(PlannedRow row)
    {
        var before =
            row.Known?.Facts
            ?? new DirectoryFacts
            {
                FirstName = "",
                Language = snapshot.Language,
                TimeZone = snapshot.TimeZone,
            };
        var key = Needed(row, DirectoryColumn.EmployeeId);
        var id = before.EmployeeId ?? (row.Key.StartsWith(DirectoryImport.IdPrefix, StringComparison.Ordinal) ? null : key);
        return before with
        {
            EmployeeId = id,
            FirstName = Needed(row, DirectoryColumn.FirstName),
            LastName = Text(row, DirectoryColumn.LastName, before.LastName),
            PreferredName = Optional(row, DirectoryColumn.PreferredName, before.PreferredName),
            Email = Email(row, before.Email),
            Status = Status(row, before.Status),
            JobTitle = Text(row, DirectoryColumn.JobTitle, before.JobTitle),
            InJobSince = Day(row, DirectoryColumn.DateInJob, before.InJobSince),
            StartedOn = Day(row, DirectoryColumn.StartDate, before.StartedOn),
            Location = Text(row, DirectoryColumn.Location, before.Location),
            EmploymentType = Text(row, DirectoryColumn.EmploymentType, before.EmploymentType),
            Language = Language(row, before.Language),
            ShiftPattern = Text(row, DirectoryColumn.ShiftPattern, before.ShiftPattern),
            TimeZone = Zone(row, before.TimeZone),
        };
    }

    private void LookForHarm(PlannedRow row)
    {
        foreach (var column in DirectoryColumns.All.Where(mapping.Has))
        {
            var text = mapping.Cell(row.Source, column);
            if (Formulas.IsFormula(text))
            {
                Refuse(row, column, FindingCode.Formula);
            }
            else if (text.Any(c => char.IsControl(c) || c == '\uFFFD'))
            {
                Refuse(row, column, FindingCode.UnreadableCharacters);
            }
        }

        foreach (var (column, length) in Lengths)
        {
            if (mapping.Cell(row.Source, column).Length > length)
            {
                Refuse(row, column, FindingCode.TooLong, FindingAction.Fix, $"{length}");
            }
        }
    }

    private string Needed(PlannedRow row, DirectoryColumn column)
    {
        var text = mapping.Cell(row.Source, column);
        if (text.Length == 0)
        {
            Refuse(row, column, FindingCode.MissingValue);
        }

        return text;
    }

    private string Text(PlannedRow row, DirectoryColumn column, string before) =>
        mapping.Has(column) ? mapping.Cell(row.Source, column) : before;

    private string? Optional(PlannedRow row, DirectoryColumn column, string? before) =>
        !mapping.Has(column) ? before
        : mapping.Cell(row.Source, column) is { Length: > 0 } text ? text
        : null;

    private string? Email(PlannedRow row, string? before)
    {
        var text = Optional(row, DirectoryColumn.Email, before);
        if (text is not null && !Formulas.IsFormula(text) && !Address().IsMatch(text))
        {
            Refuse(row, DirectoryColumn.Email, FindingCode.BadEmail);
        }

        return string.Equals(text, before, StringComparison.OrdinalIgnoreCase) ? before : text?.ToLowerInvariant();
    }

    private PersonStatus Status(PlannedRow row, PersonStatus before)
    {
        var text = mapping.Cell(row.Source, DirectoryColumn.Status);
        if (text.Length == 0)
        {
            return before;
        }

        if (Statuses.TryGetValue(text, out var status))
        {
            return status;
        }

        Refuse(row, DirectoryColumn.Status, FindingCode.UnknownStatus);
        return before;
    }

    private DateOnly? Day(PlannedRow row, DirectoryColumn column, DateOnly? before)
    {
        if (!mapping.Has(column))
        {
            return before;
        }

        var text = mapping.Cell(row.Source, column);
        if (text.Length == 0)
        {
            return null;
        }

        var date = FileDates.Read(text, mapping.Dates);
        if (date.Refused is { } code)
        {
            Refuse(row, column, code, code == FindingCode.AmbiguousDate ? FindingAction.Choose : FindingAction.Fix);
        }

        return date.Day;
    }

    private string Language(PlannedRow row, string before)
    {
        var text = mapping.Cell(row.Source, DirectoryColumn.Language);
        if (text.Length == 0)
        {
            return before;
        }

        if (!LanguageTag().IsMatch(text))
        {
            Refuse(row, DirectoryColumn.Language, FindingCode.UnknownLanguage);
        }

        return text;
    }

    private string Zone(PlannedRow row, string before)
    {
        var text = mapping.Cell(row.Source, DirectoryColumn.TimeZone);
        if (text.Length == 0 || text == before)
        {
            return before;
        }

        if (snapshot.ZoneNamed(text) is { } zone)
        {
            return zone;
        }

        Refuse(row, DirectoryColumn.TimeZone, FindingCode.UnknownTimeZone);
        return before;
    }

    private void Refuse(
        PlannedRow row,
        DirectoryColumn column,
        string code,
        FindingAction action = FindingAction.Fix,
        params string[] arguments
    ) => row.Findings.Add(new(row.Line, mapping.HeaderOf(column), mapping.RawCell(row.Source, column), code, action, arguments));

    private static bool IsTotal(string cell) => Totals.Contains(cell.Trim().TrimEnd(':').ToLowerInvariant(), StringComparer.Ordinal);

    [GeneratedRegex(
        @"^[^\s@<>()""',;]+@[^\s@<>()""',;.]+(\.[^\s@<>()""',;.]+)+$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Address();

    [GeneratedRegex(
        "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LanguageTag();
}
