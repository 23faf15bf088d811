namespace Fieldcraft.Domain.People.Importing;

/// <summary>Finds the supervisors of all rows; refuses who is unknown, who supervises themselves, and every circle.</summary>
internal static class SupervisorPlanning
{
    /// <returns>Notes on rows that are taken in without their line, because the supervisor's own row is refused.</returns>
    public static IReadOnlyList<ImportFinding> Plan(
        List<PlannedRow> planned,
        Dictionary<string, KnownPerson> known,
        DirectorySnapshot snapshot,
        ColumnMapping mapping
    )
    {
        var rows = new Dictionary<string, PlannedRow>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in planned.Where(r => r.Key.Length > 0))
        {
            // Of rows with one key all are refused, so it does not matter which one stands here.
            rows[row.Key] = row;
        }

        foreach (var row in planned.Where(r => r is { SaysSupervisor: true, SupervisorKey.Length: > 0, Facts: not null }))
        {
            if (string.Equals(row.SupervisorKey, row.Key, StringComparison.OrdinalIgnoreCase))
            {
                Refuse(row, mapping, FindingCode.SelfSupervision);
            }
            else if (!rows.ContainsKey(row.SupervisorKey) && !known.ContainsKey(row.SupervisorKey))
            {
                Refuse(row, mapping, FindingCode.UnknownSupervisor);
            }
        }

        RefuseCircles(planned, rows, known, snapshot, mapping);
        return Settle(planned, rows, known, mapping);
    }

    /// <summary>Follows the lines as they would be. A circle is refused where the file draws it; then the lines are followed again.</summary>
    private static void RefuseCircles(
        List<PlannedRow> planned,
        Dictionary<string, PlannedRow> rows,
        Dictionary<string, KnownPerson> known,
        DirectorySnapshot snapshot,
        ColumnMapping mapping
    )
    {
        var keyOf = snapshot.People.ToDictionary(p => p.Id, DirectoryImport.KeyOf);
        while (Circle(planned, Above) is { Count: > 0 } circle)
        {
            var chain = string.Join(" → ", circle.Append(circle[0]));
            foreach (var row in circle.Select(k => rows.GetValueOrDefault(k)).OfType<PlannedRow>().Where(r => !r.IsRefused))
            {
                Refuse(row, mapping, FindingCode.SupervisorCycle, chain);
            }
        }

        string? Above(string key)
        {
            if (rows.TryGetValue(key, out var row) && row is { IsRefused: false, SaysSupervisor: true } && !IsWaiting(row, rows, known))
            {
                return row.SupervisorKey.Length > 0 ? row.SupervisorKey : null;
            }

            return known.TryGetValue(key, out var person) && person.ManagerId is { } manager ? keyOf.GetValueOrDefault(manager) : null;
        }
    }

    private static List<string>? Circle(List<PlannedRow> planned, Func<string, string?> above)
    {
        var done = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var start in planned.Where(r => !r.IsRefused))
        {
            var way = new List<string>();
            var onTheWay = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            for (var at = start.Key; at is not null && !done.Contains(at); at = above(at))
            {
                if (onTheWay.TryGetValue(at, out var began))
                {
                    return way[began..];
                }

                onTheWay[at] = way.Count;
                way.Add(at);
            }

            done.UnionWith(way);
        }

        return null;
    }

    private static List<ImportFinding> Settle(
        List<PlannedRow> planned,
        Dictionary<string, PlannedRow> rows,
        Dictionary<string, KnownPerson> known,
        ColumnMapping mapping
    )
    {
        var notes = new List<ImportFinding>();
        foreach (var row in planned.Where(r => r is { IsRefused: false, SaysSupervisor: true, SupervisorKey.Length: > 0 }))
        {
            if (IsWaiting(row, rows, known))
            {
                row.SaysSupervisor = false;
                notes.Add(
                    new(
                        row.Line,
                        mapping.HeaderOf(DirectoryColumn.SupervisorId),
                        row.SupervisorKey,
                        FindingCode.SupervisorRefused,
                        FindingAction.Fix,
                        $"{rows[row.SupervisorKey].Line}"
                    )
                );
            }
            else if (known.TryGetValue(row.SupervisorKey, out var person))
            {
                row.KnownSupervisor = person;
            }
            else
            {
                row.SupervisorRow = rows[row.SupervisorKey];
            }
        }

        return notes;
    }

    /// <summary>The supervisor would come in with the same file, but that row is refused.</summary>
    private static bool IsWaiting(PlannedRow row, Dictionary<string, PlannedRow> rows, Dictionary<string, KnownPerson> known) =>
        row.SupervisorKey.Length > 0 && !known.ContainsKey(row.SupervisorKey) && rows.TryGetValue(row.SupervisorKey, out var above) && above.IsRefused;

    private static void Refuse(PlannedRow row, ColumnMapping mapping, string code, params string[] arguments) =>
        row.Findings.Add(
            new(row.Line, mapping.HeaderOf(DirectoryColumn.SupervisorId), row.SupervisorKey, code, FindingAction.Fix, arguments)
        );
}
