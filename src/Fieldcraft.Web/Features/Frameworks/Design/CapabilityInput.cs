using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Frameworks;

namespace Fieldcraft.Web.Features.Frameworks.Design;

/// <summary>What the form of a capability sends; lists have one entry a line.</summary>
public sealed record CapabilityInput
{
    private const int LinesLength = Capability.ExamplesAtMost * (Capability.ExampleLength + 2);

    [Required, MaxLength(Capability.NameLength)]
    public string Name { get; init; } = "";

    [Required, MaxLength(Capability.LevelLength)]
    public string Level1 { get; init; } = "";

    [Required, MaxLength(Capability.LevelLength)]
    public string Level2 { get; init; } = "";

    [Required, MaxLength(Capability.LevelLength)]
    public string Level3 { get; init; } = "";

    [Required, MaxLength(Capability.LevelLength)]
    public string Level4 { get; init; } = "";

    public List<RaterGroup> BestSeenBy { get; init; } = [];

    [MaxLength(LinesLength)]
    public string? Examples { get; init; }

    [MaxLength(LinesLength)]
    public string? Statements { get; init; }

    /// <summary>What the form saw.</summary>
    public string Stamp { get; init; } = "";

    public static CapabilityInput Of(Capability full, string stamp) =>
        new()
        {
            Name = full.Name!,
            Level1 = full.LevelTexts![0],
            Level2 = full.LevelTexts[1],
            Level3 = full.LevelTexts[2],
            Level4 = full.LevelTexts[3],
            BestSeenBy = [.. full.BestSeenBy],
            Examples = string.Join('\n', full.Examples),
            Statements = string.Join('\n', full.Statements),
            Stamp = stamp,
        };

    public Capability On(Capability capability) =>
        capability with
        {
            Name = Name,
            LevelTexts = [Level1, Level2, Level3, Level4],
            BestSeenBy = [.. BestSeenBy.Where(Enum.IsDefined).Distinct().Order()],
            Examples = FrameworkTexts.Lines(Examples),
            Statements = FrameworkTexts.Lines(Statements),
        };
}
