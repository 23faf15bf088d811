using System.Text.RegularExpressions;

namespace Fieldcraft.Web.Features.Modules;

/// <summary>Captions as WebVTT, and as a text to read.</summary>
internal static partial class WebVtt
{
    private const string Head = "WEBVTT";

    /// <summary>A file that a player takes: text without times becomes one caption that stands for an hour.</summary>
    public static string FileOf(string captions) =>
        captions.StartsWith(Head, StringComparison.Ordinal) ? captions
        : Cue().IsMatch(captions) ? $"{Head}\n\n{captions}"
        : $"{Head}\n\n00:00:00.000 --> 01:00:00.000\n{string.Join('\n', captions.Split('\n', StringSplitOptions.RemoveEmptyEntries))}\n";

    /// <summary>What is said, without heads, numbers and times.</summary>
    public static string? TextOf(string? captions) =>
        captions is null
            ? null
            : string.Join(
                '\n',
                captions
                    .Split('\n', StringSplitOptions.TrimEntries)
                    .Where(l =>
                        l.Length > 0 && !l.StartsWith(Head, StringComparison.Ordinal) && !Cue().IsMatch(l) && !l.All(char.IsAsciiDigit)
                    )
            );

    [GeneratedRegex(@"^\s*(\d\d:)?\d\d:\d\d[.,]\d{3}\s*-->", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Cue();
}
