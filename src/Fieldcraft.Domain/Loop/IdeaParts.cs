using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Loop;

/// <summary>Where an idea comes from.</summary>
/// <param name="Session">The session in which it came up; null for one that came between sessions.</param>
/// <param name="Leader">Who leads the team; null where nobody does.</param>
/// <param name="IsTeamShown">Whether the team is large enough to be shown beside an idea that names nobody.</param>
public sealed record IdeaOrigin(ModuleId Module, TeachingSessionId? Session, UnitId Site, PersonId? Leader, bool IsTeamShown);

/// <summary>
/// One of the few places among what is forwarded: the database holds each once, so that two who forward at the same moment do not exceed the limit.
/// </summary>
/// <param name="Place">The leader or the unit that forwards.</param>
/// <param name="For">The session, or the module.</param>
/// <param name="Number">From 1 up to the limit.</param>
public sealed record ForwardSlot(Guid Place, Guid For, int Round, int Number);

public enum IdeaAnswerKind
{
    /// <summary>It is done: by whom, and when.</summary>
    Adopted,

    /// <summary>It is tried: what, and until when.</summary>
    Trial,

    /// <summary>It is part of another idea, whose answer is its own.</summary>
    Merged,

    /// <summary>Not now, and why.</summary>
    NotNow,
}

/// <summary>An answer as it is given. Merging is said with the other idea in hand; see <see cref="TeamIdea.MergeInto"/>.</summary>
/// <param name="Who">By whom it is adopted.</param>
/// <param name="On">When it is adopted, or until when it is tried.</param>
/// <param name="Words">What is tried; why not now; and whatever else the teams are told.</param>
public sealed record AnswerFacts(IdeaAnswerKind Kind, string? Who, DateOnly? On, string? Words)
{
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. Kind == IdeaAnswerKind.Merged || !Enum.IsDefined(Kind) ? [new InputProblem("kind", "unknown")] : Array.Empty<InputProblem>(),
            .. Missing("who", Kind == IdeaAnswerKind.Adopted && string.IsNullOrWhiteSpace(Who)),
            .. Missing("on", Kind is IdeaAnswerKind.Adopted or IdeaAnswerKind.Trial && On is null),
            .. Missing("words", Kind is IdeaAnswerKind.Trial or IdeaAnswerKind.NotNow && string.IsNullOrWhiteSpace(Words)),
            .. TooLong("who", Who, IdeaAnswer.WhoLength),
            .. TooLong("words", Words, IdeaAnswer.WordsLength),
        ];

    private static IEnumerable<InputProblem> Missing(string path, bool missing) =>
        missing ? [new InputProblem(path, InputProblems.Missing)] : [];

    private static IEnumerable<InputProblem> TooLong(string path, string? text, int length) =>
        text?.Trim().Length > length ? [new InputProblem(path, "too-long")] : [];
}

/// <summary>An answer to an idea; one holds, earlier ones stay readable.</summary>
public sealed class IdeaAnswer
{
    public const int WhoLength = 120;
    public const int WordsLength = 600;

    private IdeaAnswer() { }

    internal IdeaAnswer(TeamIdeaId idea, int number, AnswerFacts facts, TeamIdeaId? into, LoopPlace place, PersonId by, DateTimeOffset now)
    {
        (IdeaId, Number, Kind, IntoId, Tier, UnitId, ById, At) = (idea, number, facts.Kind, into, place.Tier, place.Unit, by, now);
        Who = facts.Kind == IdeaAnswerKind.Adopted ? facts.Who?.Trim() ?? "" : "";
        On = facts.Kind is IdeaAnswerKind.Adopted or IdeaAnswerKind.Trial ? facts.On : null;
        Words = facts.Words?.Trim() ?? "";
    }

    public TeamIdeaId IdeaId { get; private set; }

    /// <summary>From 1; the highest one holds.</summary>
    public int Number { get; private set; }
    public IdeaAnswerKind Kind { get; private set; }
    public string Who { get; private set; } = "";
    public DateOnly? On { get; private set; }
    public string Words { get; private set; } = "";

    /// <summary>The idea into which this one was merged.</summary>
    public TeamIdeaId? IntoId { get; private set; }
    public LoopTier Tier { get; private set; }
    public UnitId? UnitId { get; private set; }
    public PersonId? ById { get; private set; }
    public DateTimeOffset At { get; private set; }
}

/// <summary>How an idea left a tier.</summary>
public enum StayEnd
{
    Answered,

    /// <summary>It was picked and sent up.</summary>
    Forwarded,

    /// <summary>The date passed without an answer. The tier stays visible as late until there is one.</summary>
    DatePassed,

    /// <summary>Nobody was there any more to answer.</summary>
    NobodyThere,
}

/// <summary>The time that an idea spent at one tier. The last one is open as long as there is no answer.</summary>
public sealed class IdeaStay
{
    private IdeaStay() { }

    internal IdeaStay(TeamIdeaId idea, int number, LoopPlace place, DateTimeOffset now, DateOnly dueOn) =>
        (IdeaId, Number, Tier, UnitId, ArrivedAt, DueOn) = (idea, number, place.Tier, place.Unit, now, dueOn);

    public TeamIdeaId IdeaId { get; private set; }

    /// <summary>From 1, upwards.</summary>
    public int Number { get; private set; }
    public LoopTier Tier { get; private set; }
    public UnitId? UnitId { get; private set; }
    public DateTimeOffset ArrivedAt { get; private set; }
    public DateOnly DueOn { get; private set; }
    public DateTimeOffset? LeftAt { get; private set; }
    public StayEnd? End { get; private set; }

    /// <summary>Which of the few places it took when it was forwarded from here.</summary>
    public Guid? SlotPlace { get; private set; }
    public Guid? SlotFor { get; private set; }
    public int? SlotRound { get; private set; }
    public int? SlotNumber { get; private set; }

    public bool IsOpen => LeftAt is null;

    /// <summary>The first day on which this tier was late; null while it is not.</summary>
    public DateOnly? LateSince(DateOnly today) => End == StayEnd.DatePassed || (IsOpen && DueOn < today) ? DueOn.AddDays(1) : null;

    internal void Leave(StayEnd end, ForwardSlot? slot, DateTimeOffset now)
    {
        (LeftAt, End) = (now, end);
        (SlotPlace, SlotFor, SlotRound, SlotNumber) = (slot?.Place, slot?.For, slot?.Round, slot?.Number);
    }
}
