using System.Text.Json;

namespace Fieldcraft.Rehearsal;

/// <summary>Somebody in the directory.</summary>
/// <param name="Number">The personnel number, by which they say who they are.</param>
internal sealed record Colleague(Guid Id, string Number);

/// <summary>A site whose people are taught.</summary>
internal sealed record Site(Guid Id, string Name);

/// <summary>The organisation as its administrator and the programme's lead see it.</summary>
internal sealed class Company
{
    private Company(IReadOnlyDictionary<Guid, Colleague> people, IReadOnlyList<Guid> unitLeads) =>
        (People, UnitLeads) = (people, unitLeads);

    public IReadOnlyDictionary<Guid, Colleague> People { get; }

    /// <summary>Who leads a facility, a network or a state, from below upwards.</summary>
    public IReadOnlyList<Guid> UnitLeads { get; }

    public static async Task<Company> ReadAsync(Device administrator, CancellationToken cancellationToken)
    {
        var people = await administrator.ListAsync("people", "/api/v1/people", cancellationToken);
        var units = await administrator.ListAsync("units", "/api/v1/units", cancellationToken);
        string[] upwards = ["facility", "network", "state"];
        return new Company(
            people
                .Where(p => Text(p.GetProperty("details"), "employeeId") is not null)
                .Select(p => new Colleague(p.GetProperty("id").GetGuid(), Text(p.GetProperty("details"), "employeeId")!))
                .ToDictionary(p => p.Id),
            [
                .. units
                    .Where(u => upwards.Contains(Text(u, "kind")) && Text(u, "leadId") is not null)
                    .OrderBy(u => Array.IndexOf(upwards, Text(u, "kind")))
                    .Select(u => u.GetProperty("leadId").GetGuid())
                    .Distinct(),
            ]
        );
    }

    public static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
