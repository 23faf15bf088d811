using System.Text;

namespace Fieldcraft.Domain.SignIn;

/// <summary>
/// The code on a slip as people read and type it: ten characters in two groups, out of 32 that are hard to take for one another
/// (no 0 and O, no 1 and I). Ten of them are 50 bits; with throttled tries that is far out of reach.
/// </summary>
public static class CodeText
{
    public const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    public const int Length = 10;
    private const int GroupLength = 5;

    /// <summary>Writes a code from random bytes, one for each character.</summary>
    /// <exception cref="ArgumentException">There are not as many bytes as characters.</exception>
    public static string From(ReadOnlySpan<byte> random)
    {
        if (random.Length != Length)
        {
            throw new ArgumentException($"A code takes {Length} random bytes.", nameof(random));
        }

        var text = new StringBuilder(Length);
        foreach (var one in random)
        {
            // 32 divides 256: every character is as likely as any other.
            text.Append(Alphabet[one % Alphabet.Length]);
        }

        return text.ToString();
    }

    /// <summary>"ABCDE-FGHJK".</summary>
    public static string Grouped(string code) => $"{code[..GroupLength]}-{code[GroupLength..]}";

    /// <summary>What was meant by what was typed: case, spaces and dashes do not matter. Null when it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        var code = new string([
            .. (typed ?? "").ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–' or '.' or '_')),
        ]);
        return code.Length == Length && code.All(c => Alphabet.Contains(c, StringComparison.Ordinal)) ? code : null;
    }
}
