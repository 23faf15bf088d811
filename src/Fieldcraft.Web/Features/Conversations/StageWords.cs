using Fieldcraft.Domain.Conversations;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Conversations;

/// <summary>How a page names where a session stands.</summary>
/// <param name="Say">What a screen reader hears when the group moves on.</param>
public sealed record StageWords(string Title, string Text, string Say)
{
    public static StageWords Of(Words words, OpenSession open) => Of(words, open.Session, open.NameOf);

    public static StageWords Of(Words words, LiveSession session, Func<Guid?, string> name)
    {
        var state = session.State;
        if (session.Current is not { } stage)
        {
            var key = state == SessionState.Ended ? "conversations.over" : "conversations.waiting";
            return new StageWords(words[$"{key}.title"], words[$"{key}.text"], words[$"{key}.title"]);
        }

        var stem = $"script.{session.Script}.{stage.Key}";
        var whose = stage.Turn is { } turn ? name(turn) : "";
        var title = whose.Length > 0 ? words["conversations.turn", words[$"{stem}.title"], whose] : words[$"{stem}.title"];
        var place = words["conversations.part", session.Stage + 1, session.Stages.Count];
        return new StageWords(
            title,
            words[$"{stem}.text", whose],
            state == SessionState.Paused ? words["conversations.say.paused"] : $"{place}: {title}"
        );
    }
}

/// <summary>The revealed answers of one stage, with the viewer's own.</summary>
/// <param name="WithTools">For whoever leads: to keep one off the screens.</param>
public sealed record ShownStage(OpenSession Open, int Stage, bool WithTools)
{
    public IReadOnlyList<ShownAnswer> Answers => [.. Open.Shown.Where(a => a.Stage == Stage && (WithTools || !a.IsHidden))];

    public OwnAnswer? Mine => Open.Mine(Stage);
}

/// <summary>The end of what is going on, or what is left of it while it is paused.</summary>
public sealed record ClockFace(DateTimeOffset? Ends, TimeSpan? Left = null)
{
    public static ClockFace Of(LiveSession session) => new(session.StageEndsAt, session.Remaining);
}
