using System.Globalization;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Administration.Importing;

namespace Fieldcraft.Web.Features.Sites;

/// <summary>Why a line of a roster is refused. The words are <c>roster.reason.CODE</c>.</summary>
public sealed record RosterProblem(int Line, string Column, string Value, string Code);

/// <summary>One shift of a roster file.</summary>
internal sealed record RosterLine(int Line, string EmployeeId, LocalStretch Shift);

/// <summary>Shifts per person from a file with the columns <c>employeeId</c>, <c>start</c>, <c>end</c>; times are on the site's own clock.</summary>
internal static class RosterFile
{
    public const int LargestBytes = 20 * 1024 * 1024;
    private static readonly FileLimits Limits = new(LargestBytes, 20, 200);
    private static readonly string[] Columns = ["employeeId", "start", "end"];

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd HH:mm",
        "yyyy-MM-dd HH:mm:ss",
        "dd.MM.yyyy HH:mm",
        "dd/MM/yyyy HH:mm",
    ];

    /// <exception cref="UnreadableFileException">No table, or a column is missing.</exception>
    public static (IReadOnlyList<RosterLine> Lines, IReadOnlyList<RosterProblem> Problems) Read(
        ReadOnlySpan<byte> bytes,
        Func<string, string?> zoneOf
    )
    {
        var file = DirectoryFile.Read(bytes, Limits);
        var at = Columns.Select(c => Place(file, c)).ToArray();
        var (lines, problems) = (new List<RosterLine>(), new List<RosterProblem>());
        foreach (var row in file.Rows)
        {
            if (row.Cells.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }

            var cells = at.Select(i => i < row.Cells.Count ? row.Cells[i].Trim() : "").ToArray();
            if (Line(row.Line, cells, zoneOf, problems) is { } line)
            {
                lines.Add(line);
            }
        }

        return (WithoutOverlaps(lines, problems), problems);
    }

    private static int Place(DirectoryFile file, string column)
    {
        for (var i = 0; i < file.Headers.Count; i++)
        {
            if (string.Equals(file.Headers[i].Replace("_", "", StringComparison.Ordinal), column, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new UnreadableFileException("column-missing", column);
    }

    private static RosterLine? Line(int number, string[] cells, Func<string, string?> zoneOf, List<RosterProblem> problems)
    {
        if (zoneOf(cells[0]) is not { } zone)
        {
            problems.Add(new RosterProblem(number, Columns[0], cells[0], "person-unknown"));
            return null;
        }

        if (Time(cells[1]) is not { } start)
        {
            problems.Add(new RosterProblem(number, Columns[1], cells[1], "not-a-time"));
            return null;
        }

        if (Time(cells[2]) is not { } end)
        {
            problems.Add(new RosterProblem(number, Columns[2], cells[2], "not-a-time"));
            return null;
        }

        var clock = Rollouts.Solving.LocalTime.Zone(zone);
        var wrong =
            end <= start ? (Columns[2], cells[2], "ends-before-start")
            : end - start > TimeSpan.FromMinutes(ShiftPattern.LongestShift) ? (Columns[2], cells[2], "shift-too-long")
            : clock.IsInvalidTime(start) ? (Columns[1], cells[1], "time-left-out")
            : clock.IsInvalidTime(end) ? (Columns[2], cells[2], "time-left-out")
            : ((string, string, string)?)null;
        if (wrong is var (column, value, code))
        {
            problems.Add(new RosterProblem(number, column, value, code));
            return null;
        }

        return new RosterLine(number, cells[0], new LocalStretch(start, end));
    }

    private static DateTime? Time(string text) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static List<RosterLine> WithoutOverlaps(List<RosterLine> lines, List<RosterProblem> problems)
    {
        var kept = new List<RosterLine>(lines.Count);
        foreach (var person in lines.GroupBy(l => l.EmployeeId, StringComparer.Ordinal))
        {
            LocalStretch? last = null;
            foreach (var line in person.OrderBy(l => l.Shift.From).ThenBy(l => l.Line))
            {
                if (last is { } before && before.Overlaps(line.Shift))
                {
                    problems.Add(new RosterProblem(line.Line, Columns[1], Written(line.Shift.From), "shifts-overlap"));
                    continue;
                }

                kept.Add(line);
                last = line.Shift;
            }
        }

        problems.Sort((a, b) => a.Line.CompareTo(b.Line));
        return kept;
    }

    private static string Written(DateTime time) => time.ToString(Formats[0], CultureInfo.InvariantCulture);
}
