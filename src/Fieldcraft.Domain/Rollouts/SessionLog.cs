using System.Text.Json;
using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rollouts;

public readonly record struct SessionLogId(Guid Value) : IEntityId<SessionLogId>
{
    public static SessionLogId From(Guid value) => new(value);
}

/// <summary>How many hands were raised for each step from 1 to 5; nobody's own answer can be read from it.</summary>
public sealed record ConfidenceSum(int One, int Two, int Three, int Four, int Five)
{
    public const int HandsAtMost = TeachingSession.SeatsAtMost;

    public IReadOnlyList<int> Hands => [One, Two, Three, Four, Five];

    public int Count => Hands.Sum();

    /// <summary>1 to 5; null when no hand was raised.</summary>
    public decimal? Mean => Count == 0 ? null : (decimal)Hands.Select((hands, i) => hands * (i + 1)).Sum() / Count;

    public override string ToString() => string.Join(',', Hands);

    /// <summary>Reads what <see cref="ToString"/> wrote, or what a form holds; null where it is not five counts from 0 to 60.</summary>
    public static ConfidenceSum? Read(IReadOnlyList<int> hands) =>
        hands.Count == 5 && hands.All(h => h is >= 0 and <= HandsAtMost) ? new(hands[0], hands[1], hands[2], hands[3], hands[4]) : null;
}

/// <summary>What became of one block: how long it took, whether it was left out, and how it was held where it was held otherwise.</summary>
public sealed record RanBlock(string Block, int Minutes, bool Skipped = false, string? Otherwise = null)
{
    public const int OtherwiseLength = 300;
}

/// <summary>Three things that the leader says of the session, used to see where help is needed and for nothing else (DOMAIN 7.6).</summary>
public sealed record Fidelity(bool? AllBlocks, bool? FilmShown, bool? ActionAgreed);

/// <summary>What a leader writes down in two minutes after a session (DOMAIN 7.6): in sum, never about a person. The own lesson is private.</summary>
public sealed class SessionLog : Aggregate<SessionLogId>
{
    public const int LessonLength = 500;
    public const string LessonField = "session-log.lesson";
    public const int RanLength = 8_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private SessionLog(SessionLogId id)
        : base(id) { }

    public TeachingSessionId SessionId { get; private set; }
    public ModuleId ModuleId { get; private set; }
    public UnitId SiteId { get; private set; }

    /// <summary>Who wrote it, and whose the lesson is.</summary>
    public PersonId OwnerId { get; private set; }

    /// <summary>Hands before the session, as five counts; null when nobody asked.</summary>
    public string? ConfidenceBefore { get; private set; }
    public string? ConfidenceAfter { get; private set; }
    public bool? AllBlocks { get; private set; }
    public bool? FilmShown { get; private set; }
    public bool? ActionAgreed { get; private set; }
    public SealedText? Lesson { get; private set; }

    /// <summary>What ran, block by block, as JSON; empty when the session was not run on a screen.</summary>
    public string Ran { get; private set; } = "[]";

    /// <summary>What the team starts, and the idea that it sends on, as this log carried them first; sent again, it carries no second one.</summary>
    public TeamActionId? ActionId { get; private set; }
    public TeamIdeaId? IdeaId { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>What ran, block by block.</summary>
    public IReadOnlyList<RanBlock> ReadRan() => JsonSerializer.Deserialize<List<RanBlock>>(Ran, Json) ?? [];

    /// <summary>Opens the log of a session that was held. There is one to a session.</summary>
    public static SessionLog Begin(SessionLogId id, TeachingSession session, PersonId by, DateTimeOffset now) =>
        new(id)
        {
            SessionId = session.Id,
            ModuleId = session.ModuleId,
            SiteId = session.SiteId,
            OwnerId = by,
            WrittenAt = now,
        };

    /// <summary>Writes it, or writes it anew.</summary>
    /// <param name="ran">Null leaves what ran as it was.</param>
    public void Write(
        ConfidenceSum? before,
        ConfidenceSum? after,
        Fidelity fidelity,
        IReadOnlyList<RanBlock>? ran,
        string? lesson,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        (ConfidenceBefore, ConfidenceAfter) = (before?.ToString(), after?.ToString());
        (AllBlocks, FilmShown, ActionAgreed) = (fidelity.AllBlocks, fidelity.FilmShown, fidelity.ActionAgreed);
        Lesson = sealer.SealOptional(LessonField, lesson, LessonLength);
        Ran = ran is null ? Ran : JsonSerializer.Serialize(ran, Json);
        ChangedAt = now;
        Happened(new SessionLogged(OwnerId.Value, SessionId.Value, now));
    }

    /// <summary>What the team starts came with this log.</summary>
    public void Carry(TeamActionId action, DateTimeOffset now)
    {
        ActionId ??= action;
        Happened(new SessionLogged(OwnerId.Value, SessionId.Value, now));
    }

    /// <summary>The team's idea came with this log.</summary>
    public void Carry(TeamIdeaId idea, DateTimeOffset now)
    {
        IdeaId ??= idea;
        Happened(new SessionLogged(OwnerId.Value, SessionId.Value, now));
    }

    /// <summary>The hands that were written down, or null.</summary>
    public static ConfidenceSum? Hands(string? written) =>
        written is null
            ? null
            : ConfidenceSum.Read([.. written.Split(',').Select(h => int.Parse(h, System.Globalization.CultureInfo.InvariantCulture))]);
}
