using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fieldcraft.Domain.Programmes;

/// <summary>One text of a module in the languages in which it is written: BCP 47 tag → words. A language without words has none of it.</summary>
[JsonConverter(typeof(LocalTextJson))]
public sealed class LocalText : IEquatable<LocalText>
{
    public const int LanguageLength = 20;
    public static readonly LocalText Empty = new(new SortedDictionary<string, string>(StringComparer.Ordinal));
    private readonly SortedDictionary<string, string> _says;

    private LocalText(SortedDictionary<string, string> says) => _says = says;

    public bool IsEmpty => _says.Count == 0;

    public IEnumerable<string> Languages => _says.Keys;

    /// <summary>The longest wording, in characters.</summary>
    public int Length => _says.Values.Select(v => v.Length).DefaultIfEmpty(0).Max();

    public static LocalText Of(string language, string? text) => Empty.With(language, text);

    /// <summary>The words in a language; where it has none, those of the module's first language; else nothing.</summary>
    public string In(string language, string first) => _says.GetValueOrDefault(language) ?? _says.GetValueOrDefault(first) ?? "";

    /// <summary>The words in exactly this language, or null.</summary>
    public string? Only(string language) => _says.GetValueOrDefault(language);

    /// <summary>The same with other words in one language; blank words take that language out.</summary>
    public LocalText With(string language, string? text)
    {
        var says = new SortedDictionary<string, string>(_says, StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(text))
        {
            says.Remove(language);
        }
        else
        {
            says[language] = text.Trim();
        }

        return new LocalText(says);
    }

    public bool Equals(LocalText? other) => other is not null && _says.SequenceEqual(other._says);

    public override bool Equals(object? obj) => Equals(obj as LocalText);

    public override int GetHashCode() => _says.Count;

    internal sealed class LocalTextJson : JsonConverter<LocalText>
    {
        public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? []).Aggregate(
                Empty,
                (text, says) => text.With(says.Key, says.Value)
            );

        public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value._says, options);
    }
}
