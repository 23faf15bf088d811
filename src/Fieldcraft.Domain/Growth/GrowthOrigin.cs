using System.Text.Json;

namespace Fieldcraft.Domain.Growth;

/// <summary>Where an assignment or a behaviour came from, when it came from a gap: sealed with it, and shown beside it.</summary>
/// <param name="Edition">The edition of the framework that names the capability.</param>
/// <param name="Option">The archetype through which it was to be built; null for none.</param>
public sealed record GrowthOrigin(string Capability, Guid Edition, string? Option)
{
    internal const int JsonLength = 400;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static GrowthOrigin FromJson(string json) => JsonSerializer.Deserialize<GrowthOrigin>(json, Json)!;
}
