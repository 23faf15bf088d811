namespace Fieldcraft.Domain.People.Importing;

using Fieldcraft.Domain.Shared;

/// <summary>What carrying out a plan makes and changes. New units and people stand after those they hang on.</summary>
public sealed record ImportedDirectory(
    IReadOnlyList<Unit> NewUnits,
    IReadOnlyList<Unit> ChangedUnits,
    IReadOnlyList<Person> NewPeople,
    IReadOnlyList<Person> ChangedPeople
)
{
    /// <summary>Makes units and people by their own methods, and changes those that were loaded for it.</summary>
    /// <param name="people">Everybody whom the plan changes, with placements and lines.</param>
    /// <param name="units">Every unit of the directory.</param>
    /// <param name="today">The day from which changed places and lines hold.</param>
    public static ImportedDirectory CarryOut(
        ImportPlan plan,
        IReadOnlyDictionary<PersonId, Person> people,
        IReadOnlyDictionary<UnitId, Unit> units,
        DateOnly today,
        DateTimeOffset now
    )
    {
        var unitOf = new Dictionary<PlannedUnit, Unit>();
        foreach (var known in plan.Units.Where(u => u.Known is not null))
        {
            unitOf[known] = units[known.Known!.Id];
        }

        foreach (var unit in plan.Opened)
        {
            unitOf[unit] = Unit.Open(Id.New<UnitId>(now), unit.Parent is { } parent ? unitOf[parent] : null, unit.Kind, unit.Name, now);
        }

        var newcomers = plan.Rows.Where(r => r.Outcome == RowOutcome.Create).ToList();
        var personOf = newcomers.ToDictionary(r => r, r => Person.Join(Id.New<PersonId>(now), r.Facts!, now));
        foreach (var row in newcomers)
        {
            PlaceNewcomer(row, personOf[row], unitOf, personOf, today, now);
        }

        var changed = new List<Person>();
        foreach (var row in plan.Rows.Where(r => r.Outcome == RowOutcome.Change))
        {
            var person = people[row.Known!.Id];
            Change(row, person, unitOf, personOf, today, now);
            changed.Add(person);
        }

        var opened = plan.Opened.Select(u => unitOf[u]).ToList();
        Entrust(plan, unitOf, personOf, now);
        var changedUnits = units.Values.Where(u => u.Events.Count > 0).ToList();
        return new ImportedDirectory(opened, changedUnits, ManagersFirst(newcomers, personOf), changed);
    }

    private static void PlaceNewcomer(
        PlannedRow row,
        Person person,
        Dictionary<PlannedUnit, Unit> unitOf,
        Dictionary<PlannedRow, Person> personOf,
        DateOnly today,
        DateTimeOffset now
    )
    {
        // Since when a newcomer has this place is what the file says about the job; the line upwards is as old.
        var since = row.Facts!.InJobSince ?? row.Facts.StartedOn ?? today;
        person.PlaceIn(unitOf[row.Unit!].Id, since, now);
        if (Above(row, personOf) is { } manager)
        {
            person.ReportTo(manager, since, now);
        }
    }

    private static void Change(
        PlannedRow row,
        Person person,
        Dictionary<PlannedUnit, Unit> unitOf,
        Dictionary<PlannedRow, Person> personOf,
        DateOnly today,
        DateTimeOffset now
    )
    {
        person.Correct(row.Facts!, now);
        if (row.Unit is { } unit)
        {
            person.PlaceIn(unitOf[unit].Id, today, now);
        }

        if (row.SaysSupervisor)
        {
            person.ReportTo(Above(row, personOf), today, now);
        }
    }

    private static PersonId? Above(PlannedRow row, Dictionary<PlannedRow, Person> personOf) =>
        row.KnownSupervisor?.Id ?? (row.SupervisorRow is { } above ? personOf[above].Id : null);

    private static void Entrust(
        ImportPlan plan,
        Dictionary<PlannedUnit, Unit> unitOf,
        Dictionary<PlannedRow, Person> personOf,
        DateTimeOffset now
    )
    {
        foreach (var unit in plan.Units)
        {
            if (unit.NewLead is { } lead)
            {
                unitOf[unit].EntrustTo(lead.Known?.Id ?? personOf[lead].Id, now);
            }

            if (unit.Known is not null)
            {
                unitOf[unit].CountAs(unit.Kind, now);
            }
        }
    }

    private static List<Person> ManagersFirst(List<PlannedRow> newcomers, Dictionary<PlannedRow, Person> personOf)
    {
        var sorted = new List<Person>(newcomers.Count);
        var done = new HashSet<PlannedRow>();
        var way = new Stack<PlannedRow>();
        foreach (var newcomer in newcomers)
        {
            for (var row = newcomer; row is { Outcome: RowOutcome.Create } && done.Add(row); row = row.SupervisorRow)
            {
                way.Push(row);
            }

            while (way.TryPop(out var next))
            {
                sorted.Add(personOf[next]);
            }
        }

        return sorted;
    }
}
