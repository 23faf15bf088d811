namespace Fieldcraft.Domain.People.Importing;

/// <summary>
/// Who leads a unit is read from the lines: the person placed in it who reports to somebody outside it and to whom most people report.
/// A lead who was chosen here stays, until that person leaves.
/// </summary>
internal static class LeadPlanning
{
    public static void Plan(List<PlannedRow> planned, UnitPlanning units, DirectorySnapshot snapshot)
    {
        var taken = planned.Where(r => r is { IsRefused: false, Facts: not null }).ToList();
        var reports = taken
            .Where(r => r.Facts!.Status != PersonStatus.Left && r.SupervisorKey.Length > 0)
            .CountBy(r => r.SupervisorKey, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(c => c.Key, c => c.Value, StringComparer.OrdinalIgnoreCase);
        var left = taken.Where(r => r is { Known: not null, Facts.Status: PersonStatus.Left }).Select(r => r.Known!.Id).ToHashSet();
        left.UnionWith(snapshot.People.Where(p => p.Facts.Status == PersonStatus.Left).Select(p => p.Id));
        var unitOf = new Dictionary<string, PlannedUnit?>(StringComparer.OrdinalIgnoreCase);
        foreach (var person in snapshot.People)
        {
            unitOf[DirectoryImport.KeyOf(person)] = units.Of(person.UnitId);
        }

        foreach (var row in taken)
        {
            unitOf[row.Key] = row.Unit ?? units.Of(row.Known?.UnitId);
        }

        foreach (var place in taken.GroupBy(r => unitOf[r.Key]).Where(g => g.Key is not null))
        {
            var unit = place.Key!;
            if (unit.Known?.LeadId is { } lead && !left.Contains(lead))
            {
                continue;
            }

            unit.NewLead = place
                .Where(r => r.Facts!.Status != PersonStatus.Left && reports.ContainsKey(r.Key))
                .Where(r => r.SupervisorKey.Length == 0 || unitOf.GetValueOrDefault(r.SupervisorKey) != unit)
                .OrderByDescending(r => reports[r.Key])
                .ThenBy(r => r.Key, StringComparer.OrdinalIgnoreCase)
                .FirstOrDefault();
        }
    }
}
