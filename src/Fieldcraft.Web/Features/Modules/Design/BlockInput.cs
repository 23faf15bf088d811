using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Web.Features.Modules.Design;

/// <summary>What the form of a block sends, its texts in one language.</summary>
public sealed record BlockInput
{
    [MaxLength(ModuleBlock.TitleLength)]
    public string? Title { get; init; }

    [Required, Range(1, ModuleContent.SessionMinutes)]
    public int? Minutes { get; init; }

    [Range(1, ModuleContent.HalfMinutes)]
    public int? MinutesInHalves { get; init; }

    /// <summary>The block that gives or gets the difference, so that the hour stays an hour.</summary>
    public string? MakesRoom { get; init; }
    public BlockKind Kind { get; init; }
    public bool IsLocked { get; init; }

    [MaxLength(ModuleContent.LineLength)]
    public string? Aim { get; init; }

    [MaxLength(ModuleContent.LineLength)]
    public string? KeyMessage { get; init; }

    [MaxLength(ModuleBlock.TextLength)]
    public string? Activity { get; init; }

    [MaxLength(ModuleBlock.TextLength)]
    public string? Guide { get; init; }
    public List<Guid> Media { get; init; } = [];

    /// <summary>What the form saw.</summary>
    public string Stamp { get; init; } = "";

    public static BlockInput Of(ModuleBlock block, string language, string stamp) =>
        new()
        {
            Title = block.Title.Only(language),
            Minutes = block.Minutes,
            MinutesInHalves = block.MinutesInHalves,
            Kind = block.Kind,
            IsLocked = block.IsLocked,
            Aim = block.Aim.Only(language),
            KeyMessage = block.KeyMessage.Only(language),
            Activity = block.Activity.Only(language),
            Guide = block.Guide.Only(language),
            Media = [.. block.Media.Select(m => m.Value)],
            Stamp = stamp,
        };

    public ModuleContent WriteInto(ModuleContent content, ModuleBlock block, string language) =>
        content
            .With(
                block with
                {
                    Kind = Kind,
                    IsLocked = IsLocked,
                    MinutesInHalves = MinutesInHalves,
                    Title = block.Title.With(language, Title),
                    Aim = block.Aim.With(language, Aim),
                    KeyMessage = block.KeyMessage.With(language, KeyMessage),
                    Activity = block.Activity.With(language, Activity),
                    Guide = block.Guide.With(language, Guide),
                    Media = [.. Media.Distinct().Select(ModuleMediaId.From)],
                }
            )
            .Retimed(block.Id, Minutes!.Value, MakesRoom);
}
