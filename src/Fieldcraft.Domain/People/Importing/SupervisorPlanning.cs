namespace Fieldcraft.Domain.People.Importing;

/// <summary>Finds the supervisors of all rows; refuses who is unknown, who supervises themselves, and every circle.</summary>
internal sealed class SupervisorPlanning
{
    private readonly List<PlannedRow> _planned;
    private readonly ColumnMapping _mapping;
    private readonly Dictionary<string, PlannedRow> _rows = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, KnownPerson> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _identities = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<PersonId, string> _identityOf = [];

    private SupervisorPlanning(List<PlannedRow> planned, Dictionary<string, KnownPerson> known, ColumnMapping mapping)
    {
        (_planned, _mapping) = (planned, mapping);
        foreach (var (key, person) in known)
        {
            var identity = DirectoryImport.KeyOf(person);
            _identities[key] = identity;
            _known[identity] = person;
            _identityOf[person.Id] = identity;
        }

        // Of rows with one identity all are refused, so it does not matter which one stands here.
        foreach (var row in planned.Where(r => r.Key.Length > 0))
        {
            _identities[row.Key] = row.Identity;
            _rows[row.Identity] = row;
        }
    }

    /// <returns>Notes on rows that are taken in without their line, because the supervisor's own row is refused.</returns>
    public static IReadOnlyList<ImportFinding> Plan(List<PlannedRow> planned, Dictionary<string, KnownPerson> known, ColumnMapping mapping)
    {
        var planning = new SupervisorPlanning(planned, known, mapping);
        planning.RefuseUnknown();
        planning.RefuseCircles();
        return planning.Settle();
    }

    private void RefuseUnknown()
    {
        foreach (var row in _planned.Where(r => r is { SaysSupervisor: true, SupervisorKey.Length: > 0, Facts: not null }))
        {
            if (Above(row) is not { } above)
            {
                Refuse(row, FindingCode.UnknownSupervisor);
            }
            else if (string.Equals(above, row.Identity, StringComparison.OrdinalIgnoreCase))
            {
                Refuse(row, FindingCode.SelfSupervision);
            }
        }
    }

    /// <summary>Follows the lines as they would be. A circle is refused where the file draws it; then the lines are followed again.</summary>
    private void RefuseCircles()
    {
        while (Circle() is { Count: > 0 } circle)
        {
            var chain = string.Join(" → ", circle.Append(circle[0]));
            foreach (var row in circle.Select(k => _rows.GetValueOrDefault(k)).OfType<PlannedRow>().Where(r => !r.IsRefused))
            {
                Refuse(row, FindingCode.SupervisorCycle, chain);
            }
        }
    }

    private List<string>? Circle()
    {
        var done = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var start in _planned.Where(r => !r.IsRefused))
        {
            var way = new List<string>();
            var onTheWay = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            for (var at = start.Identity; at is not null && !done.Contains(at); at = WillReportTo(at))
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

    private string? WillReportTo(string identity) =>
        _rows.TryGetValue(identity, out var row) && row is { IsRefused: false, SaysSupervisor: true } && !IsWaiting(row) ? Above(row)
        : _known.TryGetValue(identity, out var person) && person.ManagerId is { } manager ? _identityOf.GetValueOrDefault(manager)
        : null;

    private List<ImportFinding> Settle()
    {
        var notes = new List<ImportFinding>();
        foreach (var row in _planned.Where(r => r is { IsRefused: false, SaysSupervisor: true, SupervisorKey.Length: > 0 }))
        {
            var above = Above(row)!;
            if (IsWaiting(row))
            {
                row.SaysSupervisor = false;
                var header = _mapping.HeaderOf(DirectoryColumn.SupervisorId);
                notes.Add(
                    new(row.Line, header, row.SupervisorKey, FindingCode.SupervisorRefused, FindingAction.Fix, $"{_rows[above].Line}")
                );
            }
            else if (_known.TryGetValue(above, out var person))
            {
                row.KnownSupervisor = person;
            }
            else
            {
                row.SupervisorRow = _rows[above];
            }
        }

        return notes;
    }

    /// <summary>Who the row says is above, by the one key of that person; null for nobody, or somebody unknown.</summary>
    private string? Above(PlannedRow row) => _identities.GetValueOrDefault(row.SupervisorKey);

    /// <summary>The supervisor would come in with the same file, but that row is refused.</summary>
    private bool IsWaiting(PlannedRow row) => Above(row) is { } above && !_known.ContainsKey(above) && _rows[above].IsRefused;

    private void Refuse(PlannedRow row, string code, params string[] arguments) =>
        row.Findings.Add(
            new(row.Line, _mapping.HeaderOf(DirectoryColumn.SupervisorId), row.SupervisorKey, code, FindingAction.Fix, arguments)
        );
}
