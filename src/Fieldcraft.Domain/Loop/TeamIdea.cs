using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Loop;

/// <summary>What came of looking at an idea whose date may have passed.</summary>
public enum PassedOn
{
    Nothing,

    /// <summary>It went up because its date passed.</summary>
    LateBelow,

    /// <summary>It went up because nobody is there to answer.</summary>
    NobodyThere,

    /// <summary>It is at the top, stays there, and is late from now on.</summary>
    LateAtTheTop,
}

/// <summary>
/// An idea of a team on its way to an answer (DOMAIN 7.7). Until it has one, it has exactly one owner tier and a date: submitting gives both, forwarding and
/// passing on give new ones, and nothing takes them away but an answer. It cannot be removed.
/// </summary>
public sealed class TeamIdea : Aggregate<TeamIdeaId>
{
    public const int TextLength = 500;
    private readonly List<IdeaStay> _stays = [];
    private readonly List<IdeaAnswer> _answers = [];

    private TeamIdea(TeamIdeaId id)
        : base(id) { }

    public ModuleId ModuleId { get; private set; }
    public TeachingSessionId? SessionId { get; private set; }
    public UnitId SiteId { get; private set; }

    /// <summary>Who leads the team that it comes from.</summary>
    public PersonId? LeaderId { get; private set; }

    /// <summary>Who wrote it down. Shown to nobody else unless <see cref="IsNamed"/>.</summary>
    public PersonId? AuthorId { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>The team wishes that the name stands beside it.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>The team is large enough to be shown although nobody is named.</summary>
    public bool IsTeamShown { get; private set; }
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>The tier that answers, or answered; with the unit that does. No unit: the team, or the sponsor alone.</summary>
    public LoopTier Tier { get; private set; }
    public UnitId? OwnerUnitId { get; private set; }

    /// <summary>By when that tier answers.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The first day on which any tier was late with it; kept when it is answered.</summary>
    public DateOnly? LateSince { get; private set; }

    /// <summary>The first day on which the top was late with it.</summary>
    public DateOnly? LateAtTheTopSince { get; private set; }

    /// <summary>When the first answer came; merging into another idea counts as soon as it is said.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }
    public IdeaAnswerKind? AnswerKind { get; private set; }

    /// <summary>The idea into which this one was merged.</summary>
    public TeamIdeaId? MergedIntoId { get; private set; }

    /// <summary>The idea whose answer counts for this one: itself, or where a chain of mergings ends.</summary>
    public TeamIdeaId RootId { get; private set; }

    public IReadOnlyList<IdeaStay> Stays => _stays;

    public IReadOnlyList<IdeaAnswer> Answers => _answers;

    public bool IsOpen => AnsweredAt is null;

    public LoopPlace Place => new(Tier, OwnerUnitId);

    /// <summary>It waits at the first tier that has somebody to answer, with a date.</summary>
    /// <exception cref="ArgumentException">The text is empty or too long: forms and API refuse that before.</exception>
    public static TeamIdea Submit(
        TeamIdeaId id,
        IdeaOrigin origin,
        string text,
        bool named,
        LoopChain chain,
        LoopRules rules,
        PersonId by,
        DateTimeOffset now
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Trim().Length, TextLength, nameof(text));
        var idea = new TeamIdea(id)
        {
            ModuleId = origin.Module,
            SessionId = origin.Session,
            SiteId = origin.Site,
            LeaderId = origin.Leader,
            AuthorId = by,
            Text = text.Trim(),
            IsNamed = named,
            IsTeamShown = named || origin.IsTeamShown,
            SubmittedAt = now,
            RootId = id,
        };
        idea.Arrive(chain.From(LoopTier.Team), rules, now);
        idea.Happened(new TeamIdeaSubmitted(by.Value, id.Value, idea.Tier, now));
        return idea;
    }

    /// <summary>Picked: the tier above answers now. Refused: <c>idea-answered</c>, <c>idea-at-the-top</c>.</summary>
    public Outcome Forward(LoopChain chain, ForwardSlot slot, LoopRules rules, PersonId by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return new Refusal("idea-answered");
        }

        if (Tier == LoopTier.State)
        {
            return new Refusal("idea-at-the-top");
        }

        NoteIfLate(now);
        Leave(StayEnd.Forwarded, slot, now);
        Arrive(chain.Above(Tier), rules, now);
        Happened(new TeamIdeaForwarded(by.Value, Id.Value, Tier, now));
        return Outcome.Done;
    }

    /// <summary>The one answer. Refused: <c>idea-answered</c>.</summary>
    /// <exception cref="ArgumentException">The facts have problems: forms and API refuse that before.</exception>
    public Outcome Answer(AnswerFacts facts, PersonId by, DateTimeOffset now)
    {
        Check(facts);
        if (!IsOpen)
        {
            return new Refusal("idea-answered");
        }

        Settle(facts, null, by, now);
        Happened(new TeamIdeaAnswered(by.Value, Id.Value, facts.Kind, now));
        return Outcome.Done;
    }

    /// <summary>
    /// It is part of another idea from now on, whose answer is its own. That one waits at the same tier or higher, or has its answer. Refused:
    /// <c>idea-answered</c>, <c>idea-merges-into-itself</c>, <c>idea-merges-downwards</c>.
    /// </summary>
    /// <param name="root">An idea that is not merged itself.</param>
    public Outcome MergeInto(TeamIdea root, string? words, PersonId by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return new Refusal("idea-answered");
        }

        if (root.RootId == Id || root.RootId != root.Id)
        {
            return new Refusal("idea-merges-into-itself");
        }

        if (root.IsOpen && root.Tier < Tier)
        {
            return new Refusal("idea-merges-downwards");
        }

        Settle(new AnswerFacts(IdeaAnswerKind.Merged, null, null, words), root.Id, by, now);
        Happened(new TeamIdeaAnswered(by.Value, Id.Value, IdeaAnswerKind.Merged, now));

        // Of two that are merged into each other at the same moment, the second meets another version.
        root.Happened(new TeamIdeaTookIn(by.Value, root.Id.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>
    /// The answer turned out otherwise; the earlier one stays readable. One that was merged stands for itself again. Refused: <c>idea-not-answered</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The facts have problems: forms and API refuse that before.</exception>
    public Outcome Correct(AnswerFacts facts, PersonId by, DateTimeOffset now)
    {
        Check(facts);
        if (IsOpen)
        {
            return new Refusal("idea-not-answered");
        }

        Write(facts, null, by, now);
        Happened(new TeamIdeaCorrected(by.Value, Id.Value, facts.Kind, now));
        return Outcome.Done;
    }

    /// <summary>
    /// Looks whether somebody is still there to answer, and whether the date has passed: then it goes to the next tier with a new date. At the top it stays,
    /// late, until it is answered.
    /// </summary>
    public PassedOn PassOn(LoopChain chain, LoopRules rules, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return PassedOn.Nothing;
        }

        if (chain.From(Tier) is var there && there != Place)
        {
            // At the top somebody else answers from now on, and the date stays.
            var due = Tier == LoopTier.State ? DueOn : (DateOnly?)null;
            Leave(StayEnd.NobodyThere, null, now);
            Arrive(there, rules, now, due);
            Happened(new TeamIdeaPassedOn(Someone, Id.Value, Tier, StayEnd.NobodyThere, now));
            return PassedOn.NobodyThere;
        }

        if (DueOn >= DayOf(now) || LateAtTheTopSince is not null)
        {
            return PassedOn.Nothing;
        }

        NoteIfLate(now);
        if (Tier == LoopTier.State)
        {
            LateAtTheTopSince = DueOn.AddDays(1);
            Happened(new TeamIdeaLate(Someone, Id.Value, now));
            return PassedOn.LateAtTheTop;
        }

        Leave(StayEnd.DatePassed, null, now);
        Arrive(chain.Above(Tier), rules, now);
        Happened(new TeamIdeaPassedOn(Someone, Id.Value, Tier, StayEnd.DatePassed, now));
        return PassedOn.LateBelow;
    }

    /// <summary>Whose answer counts for it has changed, because ideas were merged or stand for themselves again.</summary>
    public void Follow(TeamIdeaId root, DateTimeOffset now)
    {
        if (RootId != root)
        {
            RootId = root;
            Happened(new TeamIdeaFollowed(Someone, Id.Value, root.Value, now));
        }
    }

    private Guid Someone => LeaderId?.Value ?? SiteId.Value;

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    private static void Check(AnswerFacts facts)
    {
        if (facts.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(facts));
        }
    }

    private void Arrive(LoopPlace place, LoopRules rules, DateTimeOffset now, DateOnly? dueOn = null)
    {
        (Tier, OwnerUnitId, DueOn) = (place.Tier, place.Unit, dueOn ?? DayOf(now).AddDays(rules.DaysAt(place.Tier)));
        _stays.Add(new IdeaStay(Id, _stays.Count + 1, place, now, DueOn));
    }

    private void Leave(StayEnd end, ForwardSlot? slot, DateTimeOffset now) => _stays[^1].Leave(end, slot, now);

    private void NoteIfLate(DateTimeOffset now)
    {
        if (DueOn < DayOf(now))
        {
            LateSince ??= DueOn.AddDays(1);
        }
    }

    private void Settle(AnswerFacts facts, TeamIdeaId? into, PersonId by, DateTimeOffset now)
    {
        NoteIfLate(now);
        Leave(StayEnd.Answered, null, now);
        AnsweredAt = now;
        Write(facts, into, by, now);
    }

    private void Write(AnswerFacts facts, TeamIdeaId? into, PersonId by, DateTimeOffset now)
    {
        (AnswerKind, MergedIntoId, RootId) = (facts.Kind, into, into ?? Id);
        _answers.Add(new IdeaAnswer(Id, _answers.Count + 1, facts, into, Place, by, now));
    }
}
