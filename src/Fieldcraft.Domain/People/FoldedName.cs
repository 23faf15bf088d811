using System.Globalization;
using System.Text;

namespace Fieldcraft.Domain.People;

/// <summary>Names as they are compared: without case, accents and doubled spaces, so that "TOMAS" finds "Tomás" on every database.</summary>
public static class FoldedName
{
    public const int Length = 200;

    // Letters that no decomposition takes apart.
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "ss",
        ['ø'] = "o",
        ['đ'] = "d",
        ['ł'] = "l",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
        ['ð'] = "d",
        ['ı'] = "i",
    };

    /// <summary>The names that begin with a text lie from the first of these up to, and without, the second.</summary>
    public static (string From, string To) RangeOf(string beginning)
    {
        var from = Of(beginning);
        return (from, $"{from}\uffff");
    }

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            var lower = char.ToLowerInvariant(letter);
            if (char.IsWhiteSpace(lower))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else
            {
                folded.Append(Letters.GetValueOrDefault(lower, lower.ToString()));
            }
        }

        var made = folded.ToString().Trim();
        return made.Length <= Length ? made : made[..Length];
    }
}
