using System.Text.Json;
using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Demo;

/// <summary>What one unit said to one topic, wording by wording; days count from today.</summary>
/// <param name="By">One of the demo's accounts, or <c>lead</c>: whoever leads the unit.</param>
internal sealed record ToldCondition(string Unit, string Topic, string? Title, string By, IReadOnlyList<ToldEdition> Editions);

internal sealed record ToldEdition(int Day, string Text);

/// <summary>What the organisation says to the system questions: at the top, in one state and in one facility, and about two roles.</summary>
internal static class DemoConditions
{
    public static IEnumerable<Condition> Tell(DemoUnits units, DateTimeOffset now)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Demo", "Together", "conditions.json");
        var told = JsonSerializer.Deserialize<List<ToldCondition>>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
        var facility = DemoUnits.ParentOf(PersonOf("leader").UnitPath)!;
        var state = string.Join(" / ", facility.Split(" / ").Take(2));
        foreach (var condition in told)
        {
            var unit = condition.Unit switch
            {
                "state" => units.At(state),
                "facility" => units.At(facility),
                _ => units.Organisation,
            };
            yield return Tell(condition, unit, Text, now);
        }

        string Text(string text) => text.Replace("{state}", units.At(state).Name, StringComparison.Ordinal);
    }

    private static Condition Tell(ToldCondition told, Unit unit, Func<string, string> text, DateTimeOffset now)
    {
        var by = told.By == "lead" ? unit.LeadId!.Value : DemoUnits.PersonIdOf(PersonOf(told.By).EmployeeId);
        var first = told.Editions[0];
        var at = now.AddDays(first.Day);
        var id = DemoIds.Of<ConditionId>(at, $"{told.Unit}/{told.Topic}/{told.Title}");
        var condition = Condition.Write(id, unit.Id, told.Topic, told.Title, text(first.Text), by, at);
        foreach (var edition in told.Editions.Skip(1))
        {
            condition.Rewrite(text(edition.Text), by, now.AddDays(edition.Day));
        }

        return condition;
    }

    private static DemoPerson PersonOf(string account)
    {
        var employee = DemoAccounts.All.First(a => a.Key == account).EmployeeId;
        return DemoDirectory.Rows.First(r => r.EmployeeId == employee);
    }
}
