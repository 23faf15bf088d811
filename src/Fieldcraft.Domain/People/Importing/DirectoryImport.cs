namespace Fieldcraft.Domain.People.Importing;

/// <summary>
/// Plans the import of a directory file as a plain function: the same rows, directory and mapping give the same plan. A refused row never
/// keeps another one out; what hangs on it waits for the next import.
/// </summary>
public static class DirectoryImport
{
    /// <summary>How a file names somebody who has no employee id: this word and the id of the person.</summary>
    public const string IdPrefix = "id:";

    public static ImportPlan Plan(IReadOnlyList<FileRow> rows, DirectorySnapshot snapshot, ColumnMapping mapping)
    {
        var known = ByKey(snapshot);
        var reading = new RowReading(mapping, snapshot, known);
        var planned = rows.Where(r => !r.IsEmpty).Select(reading.Read).ToList();
        var units = new UnitPlanning(snapshot, mapping);
        units.MeetOrganisation(planned.Select(r => r.UnitCell));
        RefuseDuplicates(planned, mapping);
        foreach (var row in planned.Where(r => r.Facts is not null))
        {
            units.Place(row);
            RefuseOutside(row, units, snapshot, mapping);
        }

        RefuseSharedEmails(planned, snapshot, mapping);
        var notes = SupervisorPlanning.Plan(planned, known, mapping);
        units.KeepOnly(planned.Where(r => !r.IsRefused));
        var names = new NamesOfThings(snapshot, units);
        foreach (var row in planned)
        {
            Decide(row, names, mapping);
        }

        LeadPlanning.Plan(planned, units, snapshot);
        return new ImportPlan(planned, units, notes, SuggestDates(rows, mapping));
    }

    private static Dictionary<string, KnownPerson> ByKey(DirectorySnapshot snapshot)
    {
        var known = new Dictionary<string, KnownPerson>(StringComparer.OrdinalIgnoreCase);
        foreach (var person in snapshot.People)
        {
            known[KeyOf(person)] = person;
            known[$"{IdPrefix}{person.Id.Value:D}"] = person;
        }

        return known;
    }

    /// <summary>How files name this person.</summary>
    public static string KeyOf(KnownPerson person) => person.Facts.EmployeeId ?? $"{IdPrefix}{person.Id.Value:D}";

    private static void RefuseDuplicates(List<PlannedRow> planned, ColumnMapping mapping)
    {
        foreach (
            var same in planned
                .Where(r => r.Key.Length > 0)
                .GroupBy(r => r.Identity, StringComparer.OrdinalIgnoreCase)
                .Where(g => g.Count() > 1)
        )
        {
            foreach (var row in same)
            {
                var others = string.Join(", ", same.Where(r => r != row).Select(r => r.Line));
                row.Findings.Add(
                    new(row.Line, mapping.HeaderOf(DirectoryColumn.EmployeeId), row.Key, FindingCode.DuplicateId, FindingAction.Fix, others)
                );
            }
        }
    }

    private static void RefuseOutside(PlannedRow row, UnitPlanning units, DirectorySnapshot snapshot, ColumnMapping mapping)
    {
        if (units.Of(row.Known?.UnitId)?.Known is { } place && !snapshot.MayTouch(place.Path))
        {
            row.Findings.Add(
                new(row.Line, mapping.HeaderOf(DirectoryColumn.EmployeeId), row.Key, FindingCode.OutsideYourUnits, FindingAction.Skip)
            );
        }
    }

    /// <summary>Two people cannot share an address, whether both are in the file or one is only here.</summary>
    private static void RefuseSharedEmails(List<PlannedRow> planned, DirectorySnapshot snapshot, ColumnMapping mapping)
    {
        var header = mapping.HeaderOf(DirectoryColumn.Email);
        foreach (
            var same in planned
                .Where(r => r is { IsRefused: false, Facts.Email: not null })
                .GroupBy(r => r.Facts!.Email, StringComparer.OrdinalIgnoreCase)
                .ToList()
        )
        {
            if (same.Count() == 1)
            {
                continue;
            }

            foreach (var row in same)
            {
                var others = string.Join(", ", same.Where(r => r != row).Select(r => r.Line));
                row.Findings.Add(new(row.Line, header, row.Facts!.Email!, FindingCode.DuplicateEmail, FindingAction.Fix, others));
            }
        }

        // Refusing a row may leave its person with the address that another row wants: look again until nothing more is refused.
        var holders = snapshot.People.Where(p => p.Facts.Email is not null).ToLookup(p => p.Facts.Email, StringComparer.OrdinalIgnoreCase);
        bool again;
        do
        {
            again = false;
            var rowOf = planned.Where(r => r is { IsRefused: false, Known: not null }).ToDictionary(r => r.Known!.Id);
            foreach (var row in planned.Where(r => r is { IsRefused: false, Facts.Email: not null }))
            {
                var taken = holders[row.Facts!.Email].Any(h => h.Id != row.Known?.Id && !rowOf.ContainsKey(h.Id));
                if (taken)
                {
                    row.Findings.Add(new(row.Line, header, row.Facts.Email!, FindingCode.EmailTaken, FindingAction.Fix));
                    again = true;
                }
            }
        } while (again);
    }

    private static void Decide(PlannedRow row, NamesOfThings names, ColumnMapping mapping)
    {
        if (row.IsRefused)
        {
            row.Outcome = RowOutcome.Refuse;
            return;
        }

        if (row.Known is not { } known)
        {
            row.Outcome = RowOutcome.Create;
            return;
        }

        var (before, after) = (Cells(known.Facts), Cells(row.Facts!));
        foreach (var column in before.Keys.Where(c => before[c] != after[c]))
        {
            row.Changes.Add(new(mapping.HeaderOf(column), before[column], after[column]));
        }

        if (row.Unit is { } unit && unit.Known?.Id != known.UnitId)
        {
            row.Changes.Add(new(mapping.HeaderOf(DirectoryColumn.Unit), names.Of(known.UnitId), unit.PathOfNames));
        }

        if (
            row.SaysSupervisor
            && (row.SupervisorRow is { Known: null } || (row.KnownSupervisor ?? row.SupervisorRow?.Known)?.Id != known.ManagerId)
        )
        {
            row.Changes.Add(new(mapping.HeaderOf(DirectoryColumn.SupervisorId), names.Of(known.ManagerId), row.SupervisorKey));
        }

        row.Outcome = row.Changes.Count > 0 ? RowOutcome.Change : RowOutcome.Leave;
    }

    /// <summary>The facts as an export writes them, without place and line.</summary>
    public static IReadOnlyDictionary<DirectoryColumn, string> Cells(DirectoryFacts facts) =>
        new Dictionary<DirectoryColumn, string>
        {
            [DirectoryColumn.EmployeeId] = facts.EmployeeId ?? "",
            [DirectoryColumn.FirstName] = facts.FirstName,
            [DirectoryColumn.LastName] = facts.LastName,
            [DirectoryColumn.PreferredName] = facts.PreferredName ?? "",
            [DirectoryColumn.Email] = facts.Email ?? "",
            [DirectoryColumn.Status] = RowReading.CodeOf(facts.Status),
            [DirectoryColumn.JobTitle] = facts.JobTitle,
            [DirectoryColumn.DateInJob] = facts.InJobSince?.ToString("O", null) ?? "",
            [DirectoryColumn.StartDate] = facts.StartedOn?.ToString("O", null) ?? "",
            [DirectoryColumn.Location] = facts.Location,
            [DirectoryColumn.EmploymentType] = facts.EmploymentType,
            [DirectoryColumn.Language] = facts.Language,
            [DirectoryColumn.ShiftPattern] = facts.ShiftPattern,
            [DirectoryColumn.TimeZone] = facts.TimeZone,
        };

    private static DateOrder? SuggestDates(IReadOnlyList<FileRow> rows, ColumnMapping mapping) =>
        FileDates.Suggest(
            from row in rows
            from column in (DirectoryColumn[])[DirectoryColumn.DateInJob, DirectoryColumn.StartDate]
            select mapping.Cell(row, column)
        );

    private sealed class NamesOfThings(DirectorySnapshot snapshot, UnitPlanning units)
    {
        private readonly Dictionary<PersonId, string> _keys = snapshot.People.ToDictionary(p => p.Id, KeyOf);

        public string Of(UnitId? unit) => units.Of(unit)?.PathOfNames ?? "";

        public string Of(PersonId? person) => person is { } id ? _keys.GetValueOrDefault(id, "") : "";
    }
}
