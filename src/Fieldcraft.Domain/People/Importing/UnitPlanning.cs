namespace Fieldcraft.Domain.People.Importing;

/// <summary>Turns paths of names into units that are there or will be opened.</summary>
internal sealed class UnitPlanning
{
    private readonly DirectorySnapshot _snapshot;
    private readonly ColumnMapping _mapping;
    private readonly Dictionary<(PlannedUnit? Parent, string Name), PlannedUnit> _units = new(new ByParentAndName());
    private readonly Dictionary<UnitId, PlannedUnit> _known = [];
    private string? _topInFile;

    public UnitPlanning(DirectorySnapshot snapshot, ColumnMapping mapping)
    {
        _snapshot = snapshot;
        _mapping = mapping;
        foreach (
            var unit in snapshot.Units.OrderBy(u => u.Path.Length).ThenBy(u => !IsInReach(u)).ThenBy(u => u.Path, StringComparer.Ordinal)
        )
        {
            var parent = unit.ParentId is { } id ? _known.GetValueOrDefault(id) : null;
            var planned = new PlannedUnit(unit.Name, parent, unit);
            _known[unit.Id] = planned;
            _units.TryAdd((parent, unit.Name), planned);
            if (parent is not null)
            {
                parent.Has(unit.Kind);
            }
        }
    }

    /// <summary>The organisation's name in the file, where it differs from its name here and is taken as the same.</summary>
    public string? TakenAsTop { get; private set; }

    public IEnumerable<PlannedUnit> Opened => _units.Values.Where(u => u.Known is null).OrderBy(u => u.Depth);

    public IEnumerable<PlannedUnit> All => _units.Values;

    public PlannedUnit? Of(UnitId? id) => id is { } known ? _known.GetValueOrDefault(known) : null;

    /// <summary>
    /// A file may call the organisation by another name than the set-up did. Where there is one organisation here and one in the file, they are the same.
    /// </summary>
    public void MeetOrganisation(IEnumerable<string> paths)
    {
        var tops = paths
            .Select(UnitPaths.Split)
            .Where(p => p.Count > 0)
            .Select(p => p[0])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(2)
            .ToList();
        var roots = _units.Values.Where(u => u.Parent is null && u.Known is { } known && IsInReach(known)).ToList();
        if (tops is [var top] && roots is [var root] && !string.Equals(top, root.Name, StringComparison.OrdinalIgnoreCase))
        {
            (TakenAsTop, _topInFile) = (root.Name, top);
        }
    }

    public void Place(PlannedRow row)
    {
        var names = UnitPaths.Split(row.UnitCell);
        if (names.Count == 0)
        {
            if (row.Known is not { UnitId: null } && (_mapping.Has(DirectoryColumn.Unit) || row.Known is null))
            {
                Refuse(row, FindingCode.EmptyUnit);
            }

            return;
        }

        if (names.Count > UnitPaths.DeepestLevel)
        {
            Refuse(row, FindingCode.UnitTooDeep, $"{UnitPaths.DeepestLevel}");
        }
        else if (names.FirstOrDefault(n => n.Length > Unit.NameLength) is not null)
        {
            Refuse(row, FindingCode.TooLong, $"{Unit.NameLength}");
        }
        else if (Find(names) is { } unit)
        {
            row.Unit = unit;
            if (!MayPlaceIn(unit))
            {
                Refuse(row, FindingCode.OutsideYourUnits);
            }
        }
        else
        {
            Refuse(row, FindingCode.UnknownOrganisation, _snapshot.Units.FirstOrDefault(u => u.ParentId is null)?.Name ?? "");
        }
    }

    /// <summary>Opens the units that rows which are taken in need, and no others.</summary>
    public void KeepOnly(IEnumerable<PlannedRow> taken)
    {
        var needed = new HashSet<PlannedUnit>();
        foreach (var row in taken)
        {
            for (var unit = row.Unit; unit is not null && needed.Add(unit); unit = unit.Parent)
            {
                if (unit is { Known: null, Parent: { IsDepartmentOfTeams: false } parent })
                {
                    parent.HasUnitsBelow = true;
                }
            }
        }

        foreach (var (place, unit) in _units.Where(u => u.Value.Known is null && !needed.Contains(u.Value)).ToList())
        {
            _units.Remove(place);
        }
    }

    private PlannedUnit? Find(IReadOnlyList<string> names)
    {
        PlannedUnit? unit = null;
        for (var level = 0; level < names.Count; level++)
        {
            var name = level == 0 && string.Equals(names[0], _topInFile, StringComparison.OrdinalIgnoreCase) ? TakenAsTop! : names[level];
            if (!_units.TryGetValue((unit, name), out var next))
            {
                if (unit is null && _known.Count > 0)
                {
                    return null;
                }

                next = new PlannedUnit(name, unit, null);
                _units[(unit, name)] = next;
            }

            unit = next;
        }

        return unit;
    }

    private bool MayPlaceIn(PlannedUnit unit)
    {
        var nearest = unit;
        while (nearest is { Known: null })
        {
            nearest = nearest.Parent;
        }

        return nearest is null ? _snapshot.Scope is null : _snapshot.MayTouch(nearest.Known!.Path);
    }

    private bool IsInReach(KnownUnit root) =>
        _snapshot.Scope is null || _snapshot.Scope.Any(s => s.StartsWith(root.Path, StringComparison.Ordinal));

    private void Refuse(PlannedRow row, string code, params string[] arguments) =>
        row.Findings.Add(
            new(
                row.Line,
                _mapping.HeaderOf(DirectoryColumn.Unit),
                _mapping.RawCell(row.Source, DirectoryColumn.Unit),
                code,
                FindingAction.Fix,
                arguments
            )
        );

    private sealed class ByParentAndName : IEqualityComparer<(PlannedUnit? Parent, string Name)>
    {
        public bool Equals((PlannedUnit? Parent, string Name) x, (PlannedUnit? Parent, string Name) y) =>
            ReferenceEquals(x.Parent, y.Parent) && string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((PlannedUnit? Parent, string Name) obj) =>
            HashCode.Combine(obj.Parent, StringComparer.OrdinalIgnoreCase.GetHashCode(obj.Name));
    }
}
