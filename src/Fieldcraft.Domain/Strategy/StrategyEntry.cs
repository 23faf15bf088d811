using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Strategy;

public readonly record struct StrategyEntryId(Guid Value) : IEntityId<StrategyEntryId>, IComparable<StrategyEntryId>
{
    public static StrategyEntryId From(Guid value) => new(value);

    public int CompareTo(StrategyEntryId other) => Value.CompareTo(other.Value);
}

/// <summary>How a leader stands to an entry.</summary>
public enum Stance
{
    Agrees,

    /// <summary>Goes along, and says what about it troubles them.</summary>
    Reservation,

    /// <summary>Does not agree, and says why; it stays on record.</summary>
    Dissent,
}

/// <summary>
/// One piece of a unit's learning strategy: an opening question, the diagnosis, a policy, an action, a process, a gap, an effort. It is written to be read by every
/// leader; each wording stays, with who wrote it. Nothing about a person's learning belongs in it.
/// </summary>
public sealed class StrategyEntry : Aggregate<StrategyEntryId>
{
    public const int ReasonLength = 600;
    public const int SheetLength = 16_000;
    public const int CodeLength = 40;

    private readonly List<StrategyWording> _wordings = [];
    private readonly List<StrategyStance> _stances = [];
    private readonly List<FindingAnswer> _answers = [];
    private readonly List<StrategyEffect> _effects = [];

    private StrategyEntry(StrategyEntryId id)
        : base(id) { }

    public StrategyKind Kind { get; private set; }

    /// <summary>The unit whose strategy it is.</summary>
    public UnitId UnitId { get; private set; }

    /// <summary>The <see cref="Sheet"/> as JSON.</summary>
    public string Written { get; private set; } = "";

    /// <summary>What an action serves, or a gap belongs to: a policy, a process; null while nothing.</summary>
    public StrategyEntryId? ServesId { get; private set; }

    /// <summary>The gap an action is to close; null where none.</summary>
    public StrategyEntryId? GapId { get; private set; }

    /// <summary>The action that this one works against, as somebody marked it.</summary>
    public StrategyEntryId? ContradictsId { get; private set; }

    /// <summary>Who answers for it.</summary>
    public PersonId? OwnerId { get; private set; }
    public PersonId? WrittenById { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>When it was laid aside: an action that is done, a policy that no longer holds. It stays readable.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The number of the wording that stands.</summary>
    public int WordingNumber { get; private set; }

    public IReadOnlyList<StrategyWording> Wordings => _wordings;
    public IReadOnlyList<StrategyStance> Stances => _stances;

    /// <summary>“We know, because …”: answers to what the coherence check found here.</summary>
    public IReadOnlyList<FindingAnswer> Answers => _answers;

    /// <summary>What it brought about: programmes, postings, promises, conditions.</summary>
    public IReadOnlyList<StrategyEffect> Effects => _effects;

    public Sheet Sheet => SheetJson.Read(Written);

    public bool IsOpen => EndedAt is null;

    /// <summary>Refused: <c>training-cannot-help</c> for a gap whose remedy is training while something in the environment is stronger.</summary>
    public static Outcome<StrategyEntry> Write(
        StrategyEntryId id,
        StrategyKind kind,
        UnitId unit,
        StrategyWriting writing,
        PersonId by,
        DateTimeOffset now
    )
    {
        var entry = new StrategyEntry(id) { Kind = kind, UnitId = unit };
        return entry.Rewrite(writing, by, now).Refusal is { } refusal ? refusal : entry;
    }

    /// <summary>Says it anew. Leaders who agreed to the wording before are asked again. Refused: <c>strategy-ended</c>, <c>training-cannot-help</c>.</summary>
    public Outcome Rewrite(StrategyWriting writing, PersonId by, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return new Refusal("strategy-ended");
        }

        InputProblems.Refuse(StrategyForms.Of(Kind).Problems(writing.Sheet), nameof(writing));
        if (Kind == StrategyKind.Gap && PerformanceCauses.Check(writing.Sheet).Refusal is { } refusal)
        {
            return refusal;
        }

        var written = SheetJson.Write(writing.Sheet);
        if (written != Written)
        {
            _wordings.Add(new StrategyWording(Id, ++WordingNumber, written, by, now));
            Written = written;
        }

        (ServesId, GapId, ContradictsId, OwnerId) = (
            writing.Serves,
            writing.Gap,
            writing.Contradicts == Id ? null : writing.Contradicts,
            writing.Owner
        );
        (WrittenById, WrittenAt) = (by, now);
        Happened(new StrategyWritten(by.Value, Id.Value, Kind, now));
        return Outcome.Done;
    }

    /// <summary>A leader's stance to the wording as it is. Refused: <c>stance-without-reason</c> for a reservation or a dissent; <c>strategy-ended</c>.</summary>
    public Outcome TakeStance(PersonId leader, Stance stance, string? reason, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return new Refusal("strategy-ended");
        }

        reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (stance != Stance.Agrees && reason is null)
        {
            return new Refusal("stance-without-reason");
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(reason?.Length ?? 0, ReasonLength, nameof(reason));
        if (_stances.Find(s => s.PersonId == leader) is { } before)
        {
            before.Take(stance, reason, WordingNumber, now);
        }
        else
        {
            _stances.Add(new StrategyStance(Id, leader, stance, reason, WordingNumber, now));
        }

        Happened(new StanceTaken(leader.Value, Id.Value, stance, now));
        return Outcome.Done;
    }

    /// <summary>Answers a finding of the coherence check. An empty reason takes the answer back.</summary>
    public void AnswerFinding(string code, string? because, PersonId by, DateTimeOffset now)
    {
        var before = _answers.Find(a => a.Code == code);
        if (string.IsNullOrWhiteSpace(because))
        {
            _answers.RemoveAll(a => a.Code == code);
        }
        else if (before is not null)
        {
            before.Say(because.Trim(), by, now);
        }
        else
        {
            _answers.Add(new FindingAnswer(Id, code, because.Trim(), by, now));
        }

        Happened(new FindingAnswered(by.Value, Id.Value, now));
    }

    /// <summary>Notes that it brought something about; a second time changes nothing.</summary>
    public void Caused(EffectKind kind, Guid target, PersonId by, DateTimeOffset now)
    {
        if (!_effects.Exists(e => e.Kind == kind && e.TargetId == target))
        {
            _effects.Add(new StrategyEffect(Id, kind, target, now));
            Happened(new StrategyCaused(by.Value, Id.Value, kind, target, now));
        }
    }

    /// <summary>It was not this that brought it about.</summary>
    public void DidNotCause(EffectKind kind, Guid target, PersonId by, DateTimeOffset now)
    {
        if (_effects.RemoveAll(e => e.Kind == kind && e.TargetId == target) > 0)
        {
            Happened(new StrategyCaused(by.Value, Id.Value, kind, target, now));
        }
    }

    /// <summary>Lays it aside, or takes it up again.</summary>
    public void End(bool isOver, PersonId by, DateTimeOffset now)
    {
        if (isOver == IsOpen)
        {
            EndedAt = isOver ? now : null;
            Happened(new StrategyEnded(by.Value, Id.Value, isOver, now));
        }
    }
}

/// <summary>What is written into an entry: its boxes, and what it hangs on.</summary>
public sealed record StrategyWriting(
    Sheet Sheet,
    StrategyEntryId? Serves = null,
    StrategyEntryId? Gap = null,
    StrategyEntryId? Contradicts = null,
    PersonId? Owner = null
);

/// <summary>A wording as it was.</summary>
public sealed class StrategyWording
{
    private StrategyWording() { }

    internal StrategyWording(StrategyEntryId entry, int number, string written, PersonId by, DateTimeOffset at) =>
        (EntryId, Number, Written, WrittenById, WrittenAt) = (entry, number, written, by, at);

    public StrategyEntryId EntryId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }
    public string Written { get; private set; } = "";
    public PersonId? WrittenById { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
}

/// <summary>Where a leader stands, and to which wording.</summary>
public sealed class StrategyStance
{
    private StrategyStance() { }

    internal StrategyStance(StrategyEntryId entry, PersonId person, Stance stance, string? reason, int wording, DateTimeOffset at)
    {
        (EntryId, PersonId) = (entry, person);
        Take(stance, reason, wording, at);
    }

    public StrategyEntryId EntryId { get; private set; }
    public PersonId PersonId { get; private set; }
    public Stance Stance { get; private set; }
    public string? Reason { get; private set; }

    /// <summary>The wording it was said to.</summary>
    public int Wording { get; private set; }
    public DateTimeOffset TakenAt { get; private set; }

    internal void Take(Stance stance, string? reason, int wording, DateTimeOffset at) =>
        (Stance, Reason, Wording, TakenAt) = (stance, reason, wording, at);
}

/// <summary>What a piece of a strategy can bring about.</summary>
public enum EffectKind
{
    Programme,
    Posting,
    Promise,
    Condition,
}

/// <summary>Something that an entry brought about.</summary>
public sealed class StrategyEffect
{
    private StrategyEffect() { }

    internal StrategyEffect(StrategyEntryId entry, EffectKind kind, Guid target, DateTimeOffset at) =>
        (EntryId, Kind, TargetId, NotedAt) = (entry, kind, target, at);

    public StrategyEntryId EntryId { get; private set; }
    public EffectKind Kind { get; private set; }
    public Guid TargetId { get; private set; }
    public DateTimeOffset NotedAt { get; private set; }
}

/// <summary>Why something that was found stays as it is.</summary>
public sealed class FindingAnswer
{
    private FindingAnswer() { }

    internal FindingAnswer(StrategyEntryId entry, string code, string because, PersonId by, DateTimeOffset at)
    {
        (EntryId, Code) = (entry, code);
        Say(because, by, at);
    }

    public StrategyEntryId EntryId { get; private set; }
    public string Code { get; private set; } = "";
    public string Because { get; private set; } = "";
    public PersonId? WrittenById { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }

    internal void Say(string because, PersonId by, DateTimeOffset at) => (Because, WrittenById, WrittenAt) = (because, by, at);
}

public sealed record StrategyWritten(Guid Person, Guid Entry, StrategyKind Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record StanceTaken(Guid Person, Guid Entry, Stance Stance, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record FindingAnswered(Guid Person, Guid Entry, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record StrategyEnded(Guid Person, Guid Entry, bool IsOver, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record StrategyCaused(Guid Person, Guid Entry, EffectKind Kind, Guid Target, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
