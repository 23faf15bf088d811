using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Domain.Embedding;

public enum HuddlePoint
{
    Message,
    Sign,
    Action,
    Question,

    /// <summary>What became of an idea of ours.</summary>
    Idea,
}

/// <summary>One point of a huddle. An empty text: the page asks in general words.</summary>
public sealed record HuddleItem(HuddlePoint Point, int Minutes, string Text);

/// <summary>Ten minutes about a module, some weeks after it was taught. Every week takes the next message and the next sign.</summary>
public static class HuddleAgenda
{
    public const int Minutes = 10;

    /// <param name="week">Weeks since the module's window opened; from 0.</param>
    /// <param name="action">What the team, or one of the site, started.</param>
    /// <param name="answer">The answer to an idea of the site.</param>
    public static IReadOnlyList<HuddleItem> Of(ModuleContent content, string language, int week, string? action, string? answer)
    {
        var messages = Said(content.Blocks.Select(b => b.KeyMessage));
        var signs = Said(content.Signs);
        List<HuddleItem> items =
        [
            .. messages.Count > 0 ? [new HuddleItem(HuddlePoint.Message, 2, Turn(messages))] : Array.Empty<HuddleItem>(),
            .. signs.Count > 0 ? [new HuddleItem(HuddlePoint.Sign, 2, Turn(signs))] : Array.Empty<HuddleItem>(),
            new HuddleItem(HuddlePoint.Action, 2, action ?? ""),
            new HuddleItem(HuddlePoint.Question, 3, content.HuddleQuestion.In(language, content.Language)),
            .. answer is not null ? [new HuddleItem(HuddlePoint.Idea, 1, answer)] : Array.Empty<HuddleItem>(),
        ];

        // What is not there leaves its minutes to the question, which a team could talk about for an hour.
        var question = items.FindIndex(i => i.Point == HuddlePoint.Question);
        items[question] = items[question] with { Minutes = items[question].Minutes + Minutes - items.Sum(i => i.Minutes) };
        return items;

        List<string> Said(IEnumerable<LocalText> texts) =>
            [.. texts.Select(t => t.In(language, content.Language)).Where(t => t.Length > 0)];

        string Turn(List<string> texts) => texts[Math.Max(0, week) % texts.Count];
    }
}
