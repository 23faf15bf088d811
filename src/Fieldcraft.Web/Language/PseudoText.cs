using System.Text;

namespace Fieldcraft.Web.Language;

/// <summary>Turns English into a language that nobody speaks: readable, a third longer, every letter accented, in brackets.</summary>
internal static class PseudoText
{
    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Accented = "åƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ";

    public static string Of(string text)
    {
        var made = new StringBuilder(text.Length * 2).Append('[');
        var inside = false;
        foreach (var letter in text)
        {
            // Arguments and their formats stay as they are.
            inside = letter == '{' || (inside && letter != '}');
            var at = inside ? -1 : Plain.IndexOf(letter, StringComparison.Ordinal);
            made.Append(at < 0 ? letter : Accented[at]);
        }

        return made.Append('·', text.Length / 3).Append(']').ToString();
    }
}
