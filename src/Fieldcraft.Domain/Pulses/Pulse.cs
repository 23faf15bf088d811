using System.Text.Json;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Pulses;

public readonly record struct PulseId(Guid Value) : IEntityId<PulseId>, IComparable<PulseId>
{
    public static PulseId From(Guid value) => new(value);

    public int CompareTo(PulseId other) => Value.CompareTo(other.Value);
}

public readonly record struct PulseInvitationId(Guid Value) : IEntityId<PulseInvitationId>
{
    public static PulseInvitationId From(Guid value) => new(value);
}

/// <summary>
/// A round of the sixteen statements in a unit. Minimum, parts and who is asked are fixed when it opens. While it is open nobody reads an answer; when it closes the
/// figures are made once, and the answers and the secret they hung on are gone.
/// </summary>
public sealed class Pulse : Aggregate<PulseId>
{
    private Pulse(PulseId id)
        : base(id) { }

    public UnitId UnitId { get; private set; }
    public PersonId? LaunchedById { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The last day on which it takes answers, in UTC.</summary>
    public DateOnly ClosesOn { get; private set; }

    /// <summary>The release that holds its parts, and later its figures.</summary>
    public ReleaseId ReleaseId { get; private set; }

    /// <summary>Names the secret in the key store; null once it closed.</summary>
    public Guid? RoundId { get; private set; }

    /// <summary>Everybody who belongs to the parts: N.</summary>
    public int Population { get; private set; }

    /// <summary>How many were asked.</summary>
    public int Invited { get; private set; }

    /// <summary>How many valid answers came; said once it closed.</summary>
    public int? Answers { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public bool IsOpen => ClosedAt is null;

    public bool TakesAnswersAt(DateTimeOffset now) => IsOpen && DateOnly.FromDateTime(now.UtcDateTime) <= ClosesOn;

    /// <summary>Half way to the end of its last day: those who have not answered are reminded then, once.</summary>
    public DateTimeOffset HalfTime =>
        OpenedAt + ((new DateTimeOffset(ClosesOn.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) - OpenedAt) / 2);

    /// <summary>Everybody below this many people, a random half from there on (DOMAIN 8.8).</summary>
    public static bool IsCensus(int population, PulseRules rules) => population < rules.CensusBelow;

    public static Pulse Open(
        PulseId id,
        UnitId unit,
        ReleaseId release,
        Guid round,
        int population,
        int invited,
        DateOnly closesOn,
        PersonId? by,
        DateTimeOffset now
    )
    {
        var pulse = new Pulse(id)
        {
            UnitId = unit,
            ReleaseId = release,
            RoundId = round,
            Population = population,
            Invited = invited,
            ClosesOn = closesOn,
            LaunchedById = by,
            OpenedAt = now,
        };
        pulse.Happened(new PulseOpened(unit.Value, id.Value, now));
        return pulse;
    }

    /// <summary>Ends it. Refused: <c>pulse-closed</c>.</summary>
    public Outcome Close(int answers, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return new Refusal("pulse-closed");
        }

        (Answers, ClosedAt, RoundId) = (answers, now, null);
        Happened(new PulseClosed(UnitId.Value, Id.Value, now));
        return Outcome.Done;
    }
}

/// <summary>
/// That somebody is asked. It never changes: whether they answered stands nowhere, and only whoever holds the secret of the open round can ask.
/// </summary>
public sealed class PulseInvitation
{
    public const int HashLength = 32;

    private PulseInvitation() { }

    public PulseInvitation(PulseInvitationId id, PulseId pulse, PersonId person, int part, byte[] codeHash) =>
        (Id, PulseId, OwnerId, Part, CodeHash) = (id, pulse, person, part, codeHash);

    public PulseInvitationId Id { get; private set; }
    public PulseId PulseId { get; private set; }
    public PersonId OwnerId { get; private set; }

    /// <summary>The part the answer is counted in.</summary>
    public int Part { get; private set; }

    /// <summary>Of the code that stands on paper and in the link; null once the round closed.</summary>
    public byte[]? CodeHash { get; private set; }
}

/// <summary>What one answer says.</summary>
public sealed record PulseAnswers(int Part, IReadOnlyDictionary<string, int> Said)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    public static PulseAnswers FromJson(string json) => JsonSerializer.Deserialize<PulseAnswers>(json)!;
}

/// <summary>
/// An answer as it lies while a round is open: sealed to the round, under a random id, on a keyed hash of what it was given with. It carries no time, and no event tells of
/// it; it lives until the round closes.
/// </summary>
public sealed class PulseAnswer
{
    public const int MarkLength = 32;

    private PulseAnswer() { }

    /// <param name="random">Sixteen random bytes.</param>
    public PulseAnswer(ReadOnlySpan<byte> random, PulseId pulse, byte[] mark, SealedText content) =>
        (Id, PulseId, Mark, Content) = (new Guid(random), pulse, mark, content);

    public Guid Id { get; private set; }
    public PulseId PulseId { get; private set; }

    /// <summary>Unique, so that one invitation answers once.</summary>
    public byte[] Mark { get; private set; } = [];

    /// <summary><see cref="PulseAnswers"/> as JSON.</summary>
    public SealedText Content { get; private set; } = null!;
}

/// <summary>What a team took from its result: one talk, one action, and later a look back (DOMAIN 8.9).</summary>
public sealed class PulseTalk : Aggregate<PulseTalkId>
{
    public const int TextLength = 600;

    private PulseTalk(PulseTalkId id)
        : base(id) { }

    public PulseId PulseId { get; private set; }
    public UnitId UnitId { get; private set; }
    public PersonId? WrittenById { get; private set; }
    public DateOnly HeldOn { get; private set; }

    /// <summary>The one thing the team agreed to do.</summary>
    public string Action { get; private set; } = "";
    public DateOnly? LookBackOn { get; private set; }

    /// <summary>What became of it.</summary>
    public string? LookBack { get; private set; }

    public static PulseTalk Hold(
        PulseTalkId id,
        PulseId pulse,
        UnitId unit,
        PersonId by,
        DateOnly on,
        string action,
        DateOnly lookBackOn,
        DateTimeOffset now
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(action);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(action.Length, TextLength);
        var talk = new PulseTalk(id)
        {
            PulseId = pulse,
            UnitId = unit,
            WrittenById = by,
            HeldOn = on,
            Action = action.Trim(),
            LookBackOn = lookBackOn,
        };
        talk.Happened(new PulseTalkHeld(by.Value, id.Value, pulse.Value, now));
        return talk;
    }

    /// <summary>Looks back at what was agreed.</summary>
    public void SayWhatBecame(string lookBack, PersonId by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(lookBack);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(lookBack.Length, TextLength);
        LookBack = lookBack.Trim();
        Happened(new PulseTalkHeld(by.Value, Id.Value, PulseId.Value, now));
    }
}

public readonly record struct PulseTalkId(Guid Value) : IEntityId<PulseTalkId>, IComparable<PulseTalkId>
{
    public static PulseTalkId From(Guid value) => new(value);

    public int CompareTo(PulseTalkId other) => Value.CompareTo(other.Value);
}

public sealed record PulseOpened(Guid Unit, Guid Pulse, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Unit;
}

public sealed record PulseClosed(Guid Unit, Guid Pulse, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Unit;
}

public sealed record PulseTalkHeld(Guid Person, Guid Talk, Guid Pulse, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
