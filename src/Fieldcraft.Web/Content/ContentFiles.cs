using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fieldcraft.Web.Content;

/// <summary>Reads <c>content/*.json</c> strictly: a misspelt member would otherwise be a question that silently lacks something.</summary>
public static class ContentFiles
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Where the content stands beside the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "content");

    /// <summary>Adds <see cref="Knowledge"/>, once, whichever room asks first.</summary>
    public static void AddContent(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => new Knowledge(Read<TriggerQuestion>("questions.json"), Read<Archetype>("archetypes.json")));
        services.TryAddSingleton(_ => new ProbingQuestions(Read<ProbingQuestion>("probing.json")));
        services.TryAddSingleton(_ => DefaultFramework.Read());
    }

    /// <summary>The list a file holds.</summary>
    /// <exception cref="FormatException">It is not such a list; the message names the file and the place.</exception>
    public static IReadOnlyList<T> Read<T>(string file) => Deserialize<List<T>>(file);

    /// <summary>The weights a file holds: challenge → capability → 1–3.</summary>
    /// <exception cref="FormatException">It is not such a table; the message names the file and the place.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> ReadMatrix(string file) =>
        Deserialize<Dictionary<string, Dictionary<string, int>>>(file)
            .ToDictionary(row => row.Key, row => (IReadOnlyDictionary<string, int>)row.Value, StringComparer.Ordinal);

    private static T Deserialize<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(Folder, file)), Strict)!;
        }
        catch (JsonException unreadable)
        {
            throw new FormatException($"{file}: {unreadable.Message}", unreadable);
        }
    }
}
