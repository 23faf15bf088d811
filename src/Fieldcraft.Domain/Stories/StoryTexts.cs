using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Stories;

/// <summary>What was told, in the teller's own words, question by question (DOMAIN 5.4). Each part may be empty while it is being written.</summary>
public sealed record StoryTexts
{
    public const int TitleLength = 160;
    public const int PartLength = 4_000;

    public string? Title { get; init; }
    public string? WhatHappened { get; init; }
    public string? WhoTookTheRisk { get; init; }
    public string? WereYouReady { get; init; }
    public string? WhatHelped { get; init; }
    public string? ForSomebodyNow { get; init; }

    /// <summary>The five answers in the order of the questions, without the title.</summary>
    public IReadOnlyList<string?> Parts() => [WhatHappened, WhoTookTheRisk, WereYouReady, WhatHelped, ForSomebodyNow];

    /// <summary>A text that is longer than its field, if any: <c>too-long</c>, by the name the API gives it.</summary>
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. TooLong("title", Title, TitleLength),
            .. TooLong("whatHappened", WhatHappened, PartLength),
            .. TooLong("whoTookTheRisk", WhoTookTheRisk, PartLength),
            .. TooLong("wereYouReady", WereYouReady, PartLength),
            .. TooLong("whatHelped", WhatHelped, PartLength),
            .. TooLong("forSomebodyNow", ForSomebodyNow, PartLength),
        ];

    private static IEnumerable<InputProblem> TooLong(string path, string? text, int longest) =>
        text?.Trim().Length > longest ? [new InputProblem(path, "too-long")] : [];
}

/// <summary>
/// What kind of work a story is about: at most one archetype (DOMAIN 1.5) and up to <see cref="DimensionsAtMost"/> challenge dimensions (1.2) that
/// made the teller grow. Kept as one line, so that it can be sealed as one text.
/// </summary>
public sealed record StoryKinds
{
    public const int DimensionsAtMost = 4;
    public const int Length = 240;

    /// <summary>The id of an archetype; null when none fits.</summary>
    public string? Archetype { get; init; }

    /// <summary>Ids of challenge dimensions, in the order of DOMAIN 1.2.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    public bool IsEmpty => Archetype is null && Dimensions.Count == 0;

    /// <summary>Cleans what was chosen: blank is nothing, each dimension once, in order.</summary>
    /// <exception cref="ArgumentException">An unknown dimension, too many, or a name that is too long: forms and API refuse that before.</exception>
    public static StoryKinds Of(string? archetype, IEnumerable<string>? dimensions)
    {
        var chosen = (dimensions ?? []).ToHashSet(StringComparer.Ordinal);
        if (Problems(archetype, chosen) is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}");
        }

        return new StoryKinds
        {
            Archetype = string.IsNullOrWhiteSpace(archetype) ? null : archetype,
            Dimensions = [.. ChallengeDimension.All.Select(d => d.Id).Where(chosen.Contains)],
        };
    }

    public static IReadOnlyList<InputProblem> Problems(string? archetype, IEnumerable<string>? dimensions)
    {
        var known = ChallengeDimension.All.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var chosen = (dimensions ?? []).Distinct(StringComparer.Ordinal).ToList();
        return
        [
            .. archetype?.Length > AssignmentFacts.ArchetypeLength
                ? [new InputProblem("archetype", "unknown")]
                : Array.Empty<InputProblem>(),
            .. chosen.Count > DimensionsAtMost ? [new InputProblem("dimensions", InputProblems.WrongCount)] : Array.Empty<InputProblem>(),
            .. chosen.Where(d => !known.Contains(d)).Select(d => new InputProblem("dimensions", "unknown")),
        ];
    }

    /// <summary>One line: the archetype or a dash, then the dimensions.</summary>
    public string ToLine() => string.Join(' ', new[] { Archetype ?? "-" }.Concat(Dimensions));

    public static StoryKinds FromLine(string? line) =>
        line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var archetype, .. var dimensions]
            ? new StoryKinds { Archetype = archetype == "-" ? null : archetype, Dimensions = dimensions }
            : new StoryKinds();
}
