using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Embedding;

/// <summary>Where a team action comes from.</summary>
/// <param name="Session">Null: agreed outside a session.</param>
public sealed record ActionSource(ModuleId Module, TeachingSessionId? Session, UnitId Site, PersonId Leader);

/// <summary>What a leader says of a team action weeks later.</summary>
public enum LookAnswer
{
    /// <summary>It is done, or done as a habit.</summary>
    Done,

    /// <summary>It became something else.</summary>
    Changed,
    Dropped,
}

/// <summary>One look at a team action, some weeks after it was agreed.</summary>
public sealed class TeamActionLook
{
    private TeamActionLook() { }

    internal TeamActionLook(TeamActionId action, int weeks, DateOnly dueOn) => (ActionId, Weeks, DueOn) = (action, weeks, dueOn);

    public TeamActionId ActionId { get; private set; }

    /// <summary>4, 12 or 24.</summary>
    public int Weeks { get; private set; }
    public DateOnly DueOn { get; private set; }

    /// <summary>When the leader was asked; null: not yet, or passed over because a later look was due as well.</summary>
    public DateTimeOffset? AskedAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public LookAnswer? Answer { get; private set; }

    /// <summary>What it changed to, or why it was dropped.</summary>
    public string? Text { get; private set; }

    internal void Ask(DateTimeOffset now) => AskedAt = now;

    internal void Take(LookAnswer answer, string? text, DateTimeOffset now) => (Answer, Text, AnsweredAt) = (answer, text, now);
}

/// <summary>What a team starts after a session, and what became of it after 4, 12 and 24 weeks (DOMAIN 7.9, self-reported).</summary>
public sealed class TeamAction : Aggregate<TeamActionId>
{
    public const int WhatLength = 300;
    public const int WhoLength = 100;
    public const int TextLength = 300;

    /// <summary>Weeks after which the leader is asked what became of it.</summary>
    public static readonly IReadOnlyList<int> LooksAfterWeeks = [4, 12, 24];
    private readonly List<TeamActionLook> _looks = [];

    private TeamAction(TeamActionId id)
        : base(id) { }

    public ModuleId ModuleId { get; private set; }
    public TeachingSessionId? TeachingSessionId { get; private set; }
    public UnitId SiteId { get; private set; }
    public PersonId? LeaderId { get; private set; }
    public string What { get; private set; } = "";

    /// <summary>Who does it: a part, or "we"; no field that names a person.</summary>
    public string Who { get; private set; } = "";
    public DateOnly? Due { get; private set; }

    /// <summary>Whether the board may say whose team it is.</summary>
    public bool IsNamed { get; private set; }
    public DateOnly AgreedOn { get; private set; }
    public DateTimeOffset AgreedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<TeamActionLook> Looks => _looks;

    public bool IsDropped => _looks.Exists(l => l.Answer == LookAnswer.Dropped);

    /// <summary>As it stands: what it changed to last, else what was agreed.</summary>
    public string Now => _looks.Where(l => l.Answer == LookAnswer.Changed).MaxBy(l => l.Weeks)?.Text ?? What;

    /// <summary>What is wrong with the words of an action; empty when it can be kept.</summary>
    public static IReadOnlyList<InputProblem> Problems(string? what, string? who) =>
        [
            .. string.IsNullOrWhiteSpace(what) ? [new InputProblem("what", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. what?.Trim().Length > WhatLength ? [new InputProblem("what", "too-long")] : Array.Empty<InputProblem>(),
            .. who?.Trim().Length > WhoLength ? [new InputProblem("who", "too-long")] : Array.Empty<InputProblem>(),
        ];

    /// <param name="today">The day at the site.</param>
    /// <exception cref="ArgumentException">The words have problems: forms and API refuse that before.</exception>
    public static TeamAction Agree(
        TeamActionId id,
        ActionSource source,
        string what,
        string? who,
        DateOnly? due,
        PersonId by,
        DateOnly today,
        DateTimeOffset now
    )
    {
        var action = new TeamAction(id)
        {
            ModuleId = source.Module,
            TeachingSessionId = source.Session,
            SiteId = source.Site,
            LeaderId = source.Leader,
            AgreedOn = today,
            AgreedAt = now,
        };
        action.Take(what, who, due, now);
        action._looks.AddRange(LooksAfterWeeks.Select(w => new TeamActionLook(id, w, today.AddDays(w * 7))));
        action.Happened(new TeamActionAgreed(by.Value, id.Value, now));
        return action;
    }

    /// <summary>Says it in other words. Refused: <c>team-action-dropped</c>.</summary>
    public Outcome Reword(string what, string? who, DateOnly? due, PersonId by, DateTimeOffset now)
    {
        if (IsDropped)
        {
            return new Refusal("team-action-dropped");
        }

        Take(what, who, due, now);
        Happened(new TeamActionReworded(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Whether the board may say whose team it is.</summary>
    public void NameTeam(bool named, PersonId by, DateTimeOffset now)
    {
        (IsNamed, ChangedAt) = (named, now);
        Happened(new TeamActionNamed(by.Value, Id.Value, named, now));
    }

    /// <summary>Asks the leader about the newest look that is due, once; one that was passed over is not asked any more.</summary>
    /// <returns>The weeks of that look; null when there is nothing to ask.</returns>
    public int? Ask(DateOnly today, DateTimeOffset now)
    {
        if (LeaderId is not { } leader || IsDropped || Newest(today) is not { AskedAt: null, AnsweredAt: null } look)
        {
            return null;
        }

        look.Ask(now);
        Happened(new TeamActionAsked(leader.Value, Id.Value, look.Weeks, now));
        return look.Weeks;
    }

    /// <summary>
    /// What became of it; said again, it is corrected. Refused: <c>team-action-look-early</c>, <c>team-action-dropped</c> when an earlier look says so.
    /// </summary>
    /// <param name="text">What it changed to, which must be said; why it was dropped, which may be.</param>
    /// <exception cref="ArgumentException">No look after so many weeks, a change without words, or too long a text.</exception>
    public Outcome Answer(int weeks, LookAnswer answer, string? text, PersonId by, DateOnly today, DateTimeOffset now)
    {
        var look = _looks.Find(l => l.Weeks == weeks) ?? throw new ArgumentOutOfRangeException(nameof(weeks));
        var said = string.IsNullOrWhiteSpace(text) || answer == LookAnswer.Done ? null : text.Trim();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(said?.Length ?? 0, TextLength, nameof(text));
        if (answer == LookAnswer.Changed && said is null)
        {
            throw new ArgumentException("What it changed to is not said.", nameof(text));
        }

        if (look.DueOn > today)
        {
            return new Refusal("team-action-look-early", look.DueOn);
        }

        if (_looks.Exists(l => l.Answer == LookAnswer.Dropped && l.Weeks != weeks))
        {
            return new Refusal("team-action-dropped");
        }

        look.Take(answer, said, now);
        ChangedAt = now;
        Happened(new TeamActionLookedAt(by.Value, Id.Value, weeks, answer, now));
        return Outcome.Done;
    }

    /// <summary>The newest look that is due on a day.</summary>
    public TeamActionLook? Newest(DateOnly today) => _looks.Where(l => l.DueOn <= today).MaxBy(l => l.Weeks);

    private void Take(string what, string? who, DateOnly? due, DateTimeOffset now)
    {
        if (Problems(what, who) is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(what));
        }

        (What, Who, Due, ChangedAt) = (what.Trim(), who?.Trim() ?? "", due, now);
    }
}
