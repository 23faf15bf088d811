using System.Text.Json;

namespace Fieldcraft.Tests.Content;

/// <summary>The content folder as the product ships it: copied next to the running program.</summary>
internal static class ContentFolder
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "content");

    /// <summary>All words of one language together. A key that two files claim throws here, because one would hide the other.</summary>
    internal static Dictionary<string, string> AllWords(string language) =>
        Directory.EnumerateFiles(Path.Combine(Root, "words", language), "*.json").SelectMany(Words).ToDictionary(StringComparer.Ordinal);

    internal static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Root, file)), JsonSerializerOptions.Web)
        ?? throw new InvalidDataException($"{file} is empty.");

    /// <summary>Read property by property: a dictionary would keep the last of two equal keys and hide the slip.</summary>
    private static Dictionary<string, string> Words(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in document.RootElement.EnumerateObject())
            words.Add(word.Name, word.Value.GetString() ?? throw new InvalidDataException($"{file}: {word.Name} is not a text."));
        return words;
    }
}

internal sealed record Question(string Id, string Scope, string Feeds);

internal sealed record ProbingQuestion(string Id, string Purpose);

internal sealed record Dimension(string Id, string Group, string Cluster)
{
    internal bool IsTask => Group == "task";

    internal bool IsObstacle => Group == "obstacle";
}

internal sealed record Archetype(
    string Id,
    string Interdependence,
    string Place,
    bool Beside,
    int Weeks,
    IReadOnlyDictionary<string, int> Demands
);

internal sealed record CapabilityEntry(string Id, IReadOnlyList<string> BestSeenBy);
