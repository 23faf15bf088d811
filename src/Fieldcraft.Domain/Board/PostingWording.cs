using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Board;

/// <summary>What a posting is.</summary>
public enum PostingKind
{
    /// <summary>A problem worth solving, posted by somebody who leads.</summary>
    Problem,

    /// <summary>A need that somebody sees.</summary>
    Need,

    /// <summary>Something that somebody offers to do.</summary>
    Offer,
}

/// <summary>What a posting says. No vacancy: work with an end, for which something else is left.</summary>
public sealed record PostingWording
{
    public const int TitleLength = 140;
    public const int LongLength = 1_200;
    public const int ChallengesAtMost = 4;
    public const int HoursAtMost = 40;

    public PostingKind Kind { get; init; }
    public string? Title { get; init; }
    public string? WhyItMatters { get; init; }
    public string? GoodEnd { get; init; }

    /// <summary>One to four ids of task dimensions (DOMAIN 1.2). An obstacle is no challenge that anybody is sent to (DOMAIN 15.2).</summary>
    public IReadOnlyList<string> Challenges { get; init; } = [];

    /// <summary>Hours a week; nought where it takes no time of its own.</summary>
    public int HoursAWeek { get; init; }
    public DateOnly? FromOn { get; init; }

    /// <summary>The last day; work without an end is a job.</summary>
    public DateOnly? UntilOn { get; init; }
    public string? Support { get; init; }

    /// <summary>What the person who does it leaves meanwhile; needed as soon as it takes hours.</summary>
    public string? OffThePlate { get; init; }

    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. Missing("title", string.IsNullOrWhiteSpace(Title)),
            .. Missing("whyItMatters", string.IsNullOrWhiteSpace(WhyItMatters)),
            .. Missing("goodEnd", string.IsNullOrWhiteSpace(GoodEnd)),
            .. TooLong("title", Title, TitleLength),
            .. TooLong("whyItMatters", WhyItMatters, LongLength),
            .. TooLong("goodEnd", GoodEnd, LongLength),
            .. TooLong("support", Support, LongLength),
            .. TooLong("offThePlate", OffThePlate, LongLength),
            .. Challenges.Count is < 1 or > ChallengesAtMost
                ? [new InputProblem("challenges", InputProblems.WrongCount)]
                : Array.Empty<InputProblem>(),
            .. Challenges.All(c => ChallengeDimension.Find(c)?.Group == DimensionGroup.Task)
                ? Array.Empty<InputProblem>()
                : [new InputProblem("challenges", "unknown")],
            .. InputProblems.Outside("hoursAWeek", HoursAWeek, 0, HoursAtMost),
            .. Missing("untilOn", UntilOn is null),
            .. UntilOn < FromOn ? [new InputProblem("untilOn", InputProblems.OutOfRange)] : Array.Empty<InputProblem>(),
            .. Missing("offThePlate", HoursAWeek > 0 && string.IsNullOrWhiteSpace(OffThePlate)),
        ];

    private static InputProblem[] Missing(string path, bool isMissing) => isMissing ? [new InputProblem(path, InputProblems.Missing)] : [];

    private static InputProblem[] TooLong(string path, string? text, int longest) =>
        text?.Trim().Length > longest ? [new InputProblem(path, "too-long")] : [];
}
