using System.Globalization;
using System.Text.Json;

namespace Fieldcraft.Web.Language;

/// <summary>All words of all languages, read once from <c>content/words</c>.</summary>
public sealed class WordCatalogue
{
    public const string Source = "en";

    /// <summary>Accented and longer: shows what was not made a word, and what does not fit.</summary>
    public const string Pseudo = "qps-ploc";

    /// <summary>As <see cref="Pseudo"/>, from right to left.</summary>
    public const string PseudoRightToLeft = "qps-plocm";

    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _languages = new(StringComparer.OrdinalIgnoreCase);

    public WordCatalogue(string contentFolder, bool withPseudoLanguages)
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(contentFolder, "words")))
        {
            _languages[Path.GetFileName(folder)] = Read(folder);
        }

        if (withPseudoLanguages)
        {
            _languages[Pseudo] = _languages[Source].ToDictionary(w => w.Key, w => PseudoText.Of(w.Value), StringComparer.Ordinal);
            _languages[PseudoRightToLeft] = _languages[Pseudo];
        }
    }

    public IReadOnlyCollection<string> Languages => _languages.Keys;

    public IReadOnlyDictionary<string, string> this[string language] => _languages[Closest(language)];

    /// <summary>The language itself, its parent, or English.</summary>
    public string Closest(string? language)
    {
        if (language is not null && _languages.ContainsKey(language))
        {
            return language;
        }

        var parent = language?.Split('-')[0];
        return parent is not null && _languages.ContainsKey(parent) ? parent : Source;
    }

    private static Dictionary<string, string> Read(string folder)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var stream = File.OpenRead(file);
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                if (!words.TryAdd(key, text))
                {
                    throw new InvalidDataException($"The word {key} stands twice; the second time in {Path.GetFileName(file)}.");
                }
            }
        }

        return words;
    }
}

/// <summary>The words of the language of this request, and dates and numbers as people say them there.</summary>
/// <param name="own">The organisation's own word for a key, where it has one.</param>
public sealed class Words(WordCatalogue catalogue, string language, string timeZone, bool strict, Func<string, string?>? own = null)
{
    private readonly IReadOnlyDictionary<string, string> _words = catalogue[language];
    private readonly IReadOnlyDictionary<string, string> _source = catalogue[WordCatalogue.Source];

    /// <summary>BCP 47, for the page's <c>lang</c>.</summary>
    public string Language { get; } = catalogue.Closest(language);

    public CultureInfo Culture { get; } = CultureOf(catalogue.Closest(language));

    public string Direction => Language == WordCatalogue.PseudoRightToLeft || Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public string this[string key] => Find(key);

    /// <summary>The word as it is delivered, whatever the organisation says instead.</summary>
    public string Delivered(string key) => Known(key);

    public string this[string key, params object?[] arguments] => string.Format(Culture, Find(key), arguments);

    /// <summary>The word for a count: <c>key.one</c> or <c>key.other</c>, with the count as {0}.</summary>
    public string Count(string key, int count, params object?[] more) =>
        string.Format(Culture, Find(count == 1 ? $"{key}.one" : $"{key}.other"), [count, .. more]);

    public bool Has(string key) => _words.ContainsKey(key) || _source.ContainsKey(key);

    /// <summary>"3 March 2027".</summary>
    /// <summary>A number as it is written here, with up to four decimals.</summary>
    public string Number(decimal number) => number.ToString("#,0.####", Culture);

    public string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    public string Day(DateTimeOffset at) => Day(DateOnly.FromDateTime(Local(at).DateTime));

    /// <summary>"3 March 2027, 10:42", in the viewer's time zone.</summary>
    public string Moment(DateTimeOffset at) => Local(at).ToString("d MMMM yyyy, HH:mm", Culture);

    public string Clock(DateTimeOffset at) => Local(at).ToString("HH:mm", Culture);

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(Local(now).DateTime);

    private static CultureInfo CultureOf(string language) =>
        language is WordCatalogue.Pseudo or WordCatalogue.PseudoRightToLeft or WordCatalogue.Source
            ? CultureInfo.GetCultureInfo("en-GB")
            : CultureInfo.GetCultureInfo(language);

    private string Find(string key) => own?.Invoke(key) ?? Known(key);

    private string Known(string key)
    {
        if (_words.TryGetValue(key, out var text) || _source.TryGetValue(key, out text))
        {
            return text;
        }

        return strict ? throw new KeyNotFoundException($"There is no word {key}.") : key;
    }
}
