using System.Text;
using Fieldcraft.Domain.SignIn;

namespace Fieldcraft.Domain.Conversations;

/// <summary>
/// The code by which people join a session: six characters in two groups, the alphabet of <see cref="CodeText"/>. About 30 bits: with throttled
/// tries, for a day at most, and only for people who are signed in, that is out of reach.
/// </summary>
public static class JoinCode
{
    public const int Length = 6;
    private const int GroupLength = 3;

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
            text.Append(CodeText.Alphabet[one % CodeText.Alphabet.Length]);
        }

        return text.ToString();
    }

    /// <summary>"ABC-DEF".</summary>
    public static string Grouped(string code) => $"{code[..GroupLength]}-{code[GroupLength..]}";

    /// <summary>What was meant by what was typed: case, spaces and dashes do not matter. Null when it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        var code = new string([
            .. (typed ?? "").ToUpperInvariant().Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–' or '.' or '_')),
        ]);
        return code.Length == Length && code.All(c => CodeText.Alphabet.Contains(c, StringComparison.Ordinal)) ? code : null;
    }
}
