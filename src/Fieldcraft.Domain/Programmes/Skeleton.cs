namespace Fieldcraft.Domain.Programmes;

/// <summary>The fixed hour that every module starts from (DOMAIN 7.5), in which leaders know at once where they are.</summary>
public static class Skeleton
{
    // In halves the practice is one round shorter: 25 and 35 minutes would not fit into twice thirty.
    private static readonly (string Id, BlockKind Kind, int Minutes, int? InHalves, bool IsLocked)[] Blocks =
    [
        ("welcome", BlockKind.Welcome, 5, null, false),
        ("film-1", BlockKind.KeyFacts, 5, null, true),
        ("talk", BlockKind.Talk, 10, null, false),
        ("film-2", BlockKind.Example, 5, null, true),
        ("practice", BlockKind.Practice, 15, 10, false),
        ("action", BlockKind.TeamAction, 10, null, true),
        ("idea", BlockKind.Idea, 5, null, true),
        ("check", BlockKind.Check, 5, null, true),
    ];

    /// <summary>Sixty minutes, or twice at most thirty, with the first half ending after the second film.</summary>
    /// <param name="say">The delivered words of a block: its id and <c>title</c>, <c>aim</c>, <c>activity</c> or <c>guide</c>.</param>
    public static ModuleContent In(string language, Func<string, string, string?> say) =>
        new()
        {
            Language = language,
            FirstHalfEndsWith = "film-2",
            Blocks =
            [
                .. Blocks.Select(b => new ModuleBlock
                {
                    Id = b.Id,
                    Kind = b.Kind,
                    Minutes = b.Minutes,
                    MinutesInHalves = b.InHalves,
                    IsLocked = b.IsLocked,
                    Title = LocalText.Of(language, say(b.Id, "title")),
                    Aim = LocalText.Of(language, say(b.Id, "aim")),
                    Activity = LocalText.Of(language, say(b.Id, "activity")),
                    Guide = LocalText.Of(language, say(b.Id, "guide")),
                }),
            ],
        };
}
