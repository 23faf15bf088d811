namespace Fieldcraft.Domain.People.Importing;

/// <summary>What an import will do, row by row, before anything is done.</summary>
public sealed class ImportPlan
{
    internal ImportPlan(IReadOnlyList<PlannedRow> rows, UnitPlanning units, IReadOnlyList<ImportFinding> notes, DateOrder? suggested)
    {
        Rows = rows;
        Opened = [.. units.Opened];
        Units = [.. units.All];
        TakenAsTop = units.TakenAsTop;
        Notes = notes;
        SuggestedDates = suggested;
    }

    public IReadOnlyList<PlannedRow> Rows { get; }

    /// <summary>Units that the import opens, the upper ones first.</summary>
    public IReadOnlyList<PlannedUnit> Opened { get; }

    /// <summary>All units of the directory after the import.</summary>
    public IReadOnlyList<PlannedUnit> Units { get; }

    /// <summary>The organisation's name here, where the file calls it otherwise.</summary>
    public string? TakenAsTop { get; }

    /// <summary>Rows that are taken in although something about them has to wait.</summary>
    public IReadOnlyList<ImportFinding> Notes { get; }

    /// <summary>How the ambiguous dates are probably meant, by the unambiguous ones of the same file.</summary>
    public DateOrder? SuggestedDates { get; }

    public IEnumerable<ImportFinding> Findings => Rows.SelectMany(r => r.Findings);

    public int Count(RowOutcome outcome) => Rows.Count(r => r.Outcome == outcome);

    /// <summary>Whether carrying it out would change anything.</summary>
    public bool ChangesNothing => Count(RowOutcome.Create) + Count(RowOutcome.Change) == 0;
}
