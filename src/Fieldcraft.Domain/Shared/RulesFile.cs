using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fieldcraft.Domain.Shared;

/// <summary>
/// Reads the text of <c>content/rules.json</c>, strictly: a misspelt setting would otherwise be a setting that silently does
/// nothing. The caller reads the file; nothing here does.
/// </summary>
public static class RulesFile
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The rules the text holds.</summary>
    /// <exception cref="FormatException">
    /// Not JSON, a member missing or unknown, or a number that breaks a promise (<see cref="Rules.Problems"/>); the message names
    /// the place. The program must not start with such a file.
    /// </exception>
    public static Rules Parse(string json)
    {
        Rules? rules;
        try
        {
            rules = JsonSerializer.Deserialize<Rules>(json, Strict);
        }
        catch (JsonException unreadable)
        {
            throw new FormatException(unreadable.Message, unreadable);
        }
        if (rules is null)
            throw new FormatException("The rules are empty.");
        if (rules.Problems() is [var first, ..])
            throw new FormatException($"{first.Path}: {first.Code}");
        return rules;
    }
}
