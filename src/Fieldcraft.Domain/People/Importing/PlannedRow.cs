namespace Fieldcraft.Domain.People.Importing;

public enum RowOutcome
{
    Create,
    Change,
    Leave,
    Refuse,
}

/// <summary>One thing that a row changes about a person.</summary>
public sealed record PlannedChange(string Column, string Before, string After);

/// <summary>A unit of the file's paths: one that is there already, or one that the import opens.</summary>
public sealed class PlannedUnit(string name, PlannedUnit? parent, KnownUnit? known)
{
    public string Name { get; } = name;
    public PlannedUnit? Parent { get; } = parent;
    public KnownUnit? Known { get; } = known;
    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;
    public bool HasUnitsBelow { get; set; }

    /// <summary>A head-office function that was divided into teams by hand stays one.</summary>
    public bool IsDepartmentOfTeams { get; private set; }

    /// <summary>By depth: organisation, then state (or department, where nothing is below it), network, facility, team.</summary>
    public UnitKind Kind =>
        Known is { } known && !(known.Kind == UnitKind.Department && Depth == 1 && HasUnitsBelow) ? known.Kind
        : Parent is { Depth: > 0, Kind: UnitKind.Department } ? UnitKind.Team
        : Depth switch
        {
            0 => UnitKind.Organisation,
            1 => HasUnitsBelow ? UnitKind.State : UnitKind.Department,
            2 => UnitKind.Network,
            3 => UnitKind.Facility,
            _ => UnitKind.Team,
        };

    /// <summary>The person who leads it from now on; null leaves its lead as it is.</summary>
    public PlannedRow? NewLead { get; set; }

    public void Has(UnitKind below)
    {
        IsDepartmentOfTeams |= below == UnitKind.Team && Known?.Kind == UnitKind.Department;
        HasUnitsBelow |= !IsDepartmentOfTeams;
    }

    /// <summary>The names from the top down, as a file writes them.</summary>
    public string PathOfNames => Parent is null ? Name : $"{Parent.PathOfNames}{UnitPaths.Separator}{Name}";
}

/// <summary>A row of the file with what it will do.</summary>
public sealed class PlannedRow
{
    public required FileRow Source { get; init; }
    public required string Key { get; init; }
    public KnownPerson? Known { get; init; }

    /// <summary>One key for one person, however the row names that person.</summary>
    public string Identity => Known is { } known ? DirectoryImport.KeyOf(known) : Key;
    public DirectoryFacts? Facts { get; set; }
    public string UnitCell { get; init; } = "";
    public string SupervisorKey { get; init; } = "";

    /// <summary>Where the row places the person; null leaves the place as it is.</summary>
    public PlannedUnit? Unit { get; set; }

    /// <summary>Whether the row says something about the line upwards.</summary>
    public bool SaysSupervisor { get; set; }

    /// <summary>The supervisor, when it is somebody the directory knows already.</summary>
    public KnownPerson? KnownSupervisor { get; set; }

    /// <summary>The supervisor, when it is another row of the file.</summary>
    public PlannedRow? SupervisorRow { get; set; }

    public RowOutcome Outcome { get; set; }
    public List<ImportFinding> Findings { get; } = [];
    public List<PlannedChange> Changes { get; } = [];
    public bool IsRefused => Findings.Count > 0;
    public int Line => Source.Line;
}
