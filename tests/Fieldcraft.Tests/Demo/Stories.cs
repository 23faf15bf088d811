using System.Text.Json;
using Fieldcraft.Domain.Assignments.Guard;

namespace Fieldcraft.Tests.Demo;

/// <summary>The story files of the demo organisation, read as they lie in the source tree.</summary>
internal static class Stories
{
    internal static readonly string[] Archetypes =
    [
        "start_up",
        "turnaround",
        "scope_increase",
        "first_supervision",
        "cross_functional_project",
        "task_force",
        "line_to_staff",
        "horizontal_move",
        "international_assignment",
        "downsizing",
        "integration",
        "external_negotiation",
        "acting_for_boss",
        "facilitate_module",
        "internal_service",
        "develop_member",
        "crisis_response",
        "community_lead",
    ];

    internal static readonly string[] Capabilities =
    [
        "strategic_thinking",
        "decisiveness",
        "sensitivity",
        "delegation",
        "active_listening",
        "upward_influence",
        "lateral_influence",
        "developing_others",
        "team_purpose",
        "leading_change",
        "conflict_handling",
        "customer_business_insight",
        "networking",
        "communicating_direction",
        "composure",
        "learning_from_experience",
        "inclusion",
        "execution",
    ];

    internal static readonly string[] TaskDimensions = [.. ChallengeDimension.Task.Select(dimension => dimension.Id)];

    internal static readonly string[] Obstacles = [.. ChallengeDimension.Obstacles.Select(dimension => dimension.Id)];

    internal static readonly string[] Support = [.. SupportItem.All.Select(item => item.Id)];

    /// <summary>Names that the generator can fill in for a leader of this level; a head-office story may go to someone without a manager.</summary>
    internal static readonly Dictionary<string, string[]> Placeholders = new(StringComparer.Ordinal)
    {
        ["team"] = ["facility", "team", "network", "manager", "peer", "report"],
        ["facility"] = ["facility", "network", "manager", "peer", "report"],
        ["network"] = ["manager", "peer", "report"],
        ["office"] = ["peer", "report"],
    };

    internal static readonly IReadOnlyList<Story> All = Read();

    internal static TheoryData<string> Files => new(All.Select(story => story.File));

    internal static Story Named(string file) => All.Single(story => story.File == file);

    private static Story[] Read()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Fieldcraft.slnx")))
        {
            root = root.Parent;
        }

        var folder = Path.Combine(root!.FullName, "src", "Fieldcraft.Web", "Demo", "Stories");
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*.json")
                .Order(StringComparer.Ordinal)
                .Select(path => new Story(Path.GetFileName(path), JsonDocument.Parse(File.ReadAllText(path)).RootElement)),
        ];
    }
}

/// <summary>One story file with the few questions that its rules ask.</summary>
internal sealed record Story(string File, JsonElement Root)
{
    internal string Level => Root.Word("forLevel")!;

    internal JsonElement? Plan => Root.TryGetProperty("plan", out var plan) ? plan : null;

    internal IReadOnlyList<JsonElement> Behaviours => Plan is { } plan ? plan.Each("behaviours") : [];

    internal IReadOnlyList<JsonElement> Experiments => [.. Behaviours.SelectMany(behaviour => behaviour.Each("experiments"))];

    internal IReadOnlyList<(string Path, string Text)> Texts => [.. Collect("", Root)];

    private static IEnumerable<(string Path, string Text)> Collect(string path, JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Collect($"{path}.{member.Name}", member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany((item, index) => Collect($"{path}[{index}]", item)),
            JsonValueKind.String => [(path, element.GetString()!)],
            _ => [],
        };
}

internal static class StoryJson
{
    internal static string? Word(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    internal static int? Number(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    internal static bool Tick(this JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.GetBoolean();

    internal static IReadOnlyList<JsonElement> Each(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];
}
