using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Web.Demo;

/// <summary>Everybody of the directory, placed and with a line upwards; some worked beside before.</summary>
internal sealed class DemoPeople
{
    private const int LongEnoughElsewhere = 200;
    private readonly Dictionary<string, Person> _byEmployeeId = new(StringComparer.Ordinal);

    public DemoPeople(IReadOnlyList<DemoPerson> rows, DemoUnits units, DateTimeOffset joined)
    {
        var beside = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var person = Person.Join(DemoUnits.PersonIdOf(row.EmployeeId), row.Facts, joined);
            var since = row.InJobSince;
            var chance = new DemoChance($"place/{row.EmployeeId}");
            if (row.Facts.StartedOn is { } started && since.DayNumber - started.DayNumber > LongEnoughElsewhere && chance.In(35))
            {
                if (!beside.TryGetValue(row.UnitPath, out var others))
                {
                    beside[row.UnitPath] = others = units.Beside(row.UnitPath);
                }

                if (others.Count > 0)
                {
                    var before = units.At(chance.Of(others));
                    person.PlaceIn(before.Id, started, joined);
                    person.ReportTo(before.LeadId == person.Id ? null : before.LeadId, started, joined);
                }
            }

            person.PlaceIn(units.At(row.UnitPath).Id, since, joined);
            person.ReportTo(row.SupervisorId is null ? null : DemoUnits.PersonIdOf(row.SupervisorId), since, joined);
            _byEmployeeId[row.EmployeeId] = person;
        }
    }

    /// <summary>Managers before those who report to them.</summary>
    public IReadOnlyCollection<Person> All => _byEmployeeId.Values;

    public Person Of(string employeeId) => _byEmployeeId[employeeId];
}
