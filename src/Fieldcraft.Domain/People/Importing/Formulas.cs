namespace Fieldcraft.Domain.People.Importing;

/// <summary>
/// Spreadsheets run what begins like a formula. On the way out such a text gets an apostrophe in front, on the way in it loses it again;
/// both are exact opposites, so that an export can be imported and changes nothing.
/// </summary>
public static class Formulas
{
    private const string Starts = "=+-@\t\r";

    public static string Neutralise(string text) => BeginsLikeAFormula(text.AsSpan().TrimStart('\'')) ? $"'{text}" : text;

    public static string Restore(string text) =>
        text.StartsWith('\'') && BeginsLikeAFormula(text.AsSpan().TrimStart('\'')) ? text[1..] : text;

    /// <summary>Whether a text is a formula rather than a text that happens to begin with a sign, such as "+61 7 5550 0100".</summary>
    public static bool IsFormula(string text) =>
        text.Length > 0 && (text[0] is '=' or '@' or '\t' or '\r' || (text[0] is '+' or '-' && text.AsSpan().ContainsAny('(', '|', '!')));

    private static bool BeginsLikeAFormula(ReadOnlySpan<char> text) =>
        text.Length > 0 && Starts.Contains(text[0], StringComparison.Ordinal);
}
