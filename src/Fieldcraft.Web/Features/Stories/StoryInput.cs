using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Web.Content;

namespace Fieldcraft.Web.Features.Stories;

/// <summary>What the sheet of a story sends, the same for page and API; every part may be empty until others are to read it.</summary>
public sealed record StoryInput
{
    [MaxLength(StoryTexts.TitleLength)]
    public string? Title { get; init; }

    [MaxLength(StoryTexts.PartLength)]
    public string? WhatHappened { get; init; }

    [MaxLength(StoryTexts.PartLength)]
    public string? WhoTookTheRisk { get; init; }

    [MaxLength(StoryTexts.PartLength)]
    public string? WereYouReady { get; init; }

    [MaxLength(StoryTexts.PartLength)]
    public string? WhatHelped { get; init; }

    [MaxLength(StoryTexts.PartLength)]
    public string? ForSomebodyNow { get; init; }

    public string? Archetype { get; init; }

    public List<string> Dimensions { get; init; } = [];

    public static StoryInput Of(StoryTexts texts, StoryKinds kinds) =>
        new()
        {
            Title = texts.Title,
            WhatHappened = texts.WhatHappened,
            WhoTookTheRisk = texts.WhoTookTheRisk,
            WereYouReady = texts.WereYouReady,
            WhatHelped = texts.WhatHelped,
            ForSomebodyNow = texts.ForSomebodyNow,
            Archetype = kinds.Archetype,
            Dimensions = [.. kinds.Dimensions],
        };

    public StoryTexts Texts() =>
        new()
        {
            Title = Title,
            WhatHappened = WhatHappened,
            WhoTookTheRisk = WhoTookTheRisk,
            WereYouReady = WereYouReady,
            WhatHelped = WhatHelped,
            ForSomebodyNow = ForSomebodyNow,
        };

    /// <exception cref="ArgumentException">There are <see cref="Problems"/>.</exception>
    public StoryKinds Kinds() => StoryKinds.Of(Archetype, Dimensions);

    /// <summary>What is wrong with it, by the names of the API.</summary>
    public IReadOnlyList<Domain.Shared.InputProblem> Problems(Knowledge knowledge) =>
        [
            .. Texts().Problems(),
            .. string.IsNullOrWhiteSpace(Archetype) || knowledge.Archetype(Archetype) is not null
                ? Array.Empty<Domain.Shared.InputProblem>()
                : [new Domain.Shared.InputProblem("archetype", "unknown")],
            .. StoryKinds.Problems(null, Dimensions),
        ];

    /// <summary>The texts by the names of their fields, for two tabs that hold different ones.</summary>
    public static IReadOnlyDictionary<string, string> Fields(StoryTexts texts) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Title"] = texts.Title ?? "",
            ["Input.WhatHappened"] = texts.WhatHappened ?? "",
            ["Input.WhoTookTheRisk"] = texts.WhoTookTheRisk ?? "",
            ["Input.WereYouReady"] = texts.WereYouReady ?? "",
            ["Input.WhatHelped"] = texts.WhatHelped ?? "",
            ["Input.ForSomebodyNow"] = texts.ForSomebodyNow ?? "",
        };
}
