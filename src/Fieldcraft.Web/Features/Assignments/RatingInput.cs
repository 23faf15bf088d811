using System.Globalization;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>Ratings as a form sends them: by id, "unknown" for "don't know", nothing for not answered. What is no number of the scale is nothing.</summary>
public static class RatingInput
{
    public const string Unknown = "unknown";

    /// <summary>Puts what the form says about these ids in place of what was there; other ids stay.</summary>
    public static IReadOnlyDictionary<string, int?> Merge(
        IReadOnlyDictionary<string, int?> before,
        IEnumerable<string> ids,
        IReadOnlyDictionary<string, string?> said,
        int top = GuardRules.ScaleTop
    )
    {
        var merged = before.ToDictionary(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            // A select has no third word: left empty where "don't know" was said, it still says so.
            if (string.IsNullOrEmpty(said.GetValueOrDefault(id)) && before.TryGetValue(id, out var known) && known is null)
            {
                continue;
            }

            merged.Remove(id);
            if (said.TryGetValue(id, out var value) && !string.IsNullOrEmpty(value))
            {
                if (value == Unknown)
                {
                    merged[id] = null;
                }
                else if (Number(value, 0, top) is { } number)
                {
                    merged[id] = number;
                }
            }
        }

        return merged;
    }

    public static Dictionary<string, string?> Spell(IReadOnlyDictionary<string, int?> ratings) =>
        ratings.ToDictionary(r => r.Key, r => r.Value?.ToString(CultureInfo.InvariantCulture) ?? Unknown, StringComparer.Ordinal)!;

    public static int? Number(string? value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;
}

/// <summary>One scale on a page: <c>_Scale.cshtml</c>. Its name in the form is the name of a dictionary with the id in brackets.</summary>
/// <param name="Words">The key of the anchors: <c>WORDS.0</c> to <c>WORDS.4</c>.</param>
/// <param name="Note">A line under the legend, for example what the archetype usually asks for.</param>
public sealed record Scale(
    string Name,
    string Legend,
    string Words,
    string? Value,
    int From = 0,
    int To = GuardRules.ScaleTop,
    bool WithUnknown = true,
    string? Note = null
)
{
    public string Id => Name.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-');
}
