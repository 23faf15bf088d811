using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Frameworks;

/// <summary>
/// Between what is stored and what people read and write: a text that is the default's own is not stored, so that it stays in every reader's language.
/// </summary>
public sealed class FrameworkTexts(FrameworkShelf shelf, Words words)
{
    /// <summary>The capability with every text in it.</summary>
    public Capability Full(Capability capability) =>
        capability with
        {
            Name = capability.Name ?? shelf.Default.NameOf(capability.Id, words),
            LevelTexts = capability.LevelTexts ?? DefaultLevels(capability.Id),
        };

    /// <summary>The capability without what says the same as the default.</summary>
    public Capability Plain(Capability capability)
    {
        var neat = capability with
        {
            Name = Neat(capability.Name),
            LevelTexts = capability.LevelTexts is { } texts ? [.. texts.Select(t => Neat(t) ?? "")] : null,
        };
        return shelf.IsDefault(capability.Id)
            ? neat with
            {
                Name = neat.Name == shelf.Default.NameOf(capability.Id, words) ? null : neat.Name,
                LevelTexts =
                    neat.LevelTexts is { } levels && levels.SequenceEqual(DefaultLevels(capability.Id), StringComparer.Ordinal)
                        ? null
                        : neat.LevelTexts,
            }
            : neat;
    }

    public FrameworkContent Full(FrameworkContent content) => content with { Capabilities = [.. content.Capabilities.Select(Full)] };

    public string NameOf(Capability capability) => Full(capability).Name!;

    /// <summary>One entry a line, without empty ones.</summary>
    public static IReadOnlyList<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private List<string> DefaultLevels(string capability) =>
        [.. Enumerable.Range(1, Capability.Levels).Select(l => shelf.Default.LevelOf(capability, l, words))];

    private static string? Neat(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings(" ").Trim();
}
