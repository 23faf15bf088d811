using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Journal;

public readonly record struct JournalEntryId(Guid Value) : IEntityId<JournalEntryId>, IComparable<JournalEntryId>
{
    public static JournalEntryId From(Guid value) => new(value);

    public int CompareTo(JournalEntryId other) => Value.CompareTo(other.Value);
}

/// <summary>The three optional prompts of the journal (DOMAIN 4.9).</summary>
public enum JournalPrompt
{
    None,
    WhatHappened,
    WhatIFeltAndThought,
    WhatITake,
}

/// <summary>One entry in a person's private journal. Sealed; exportable and deletable by its owner (DOMAIN 4.9).</summary>
public sealed class JournalEntry : Aggregate<JournalEntryId>
{
    public const int TextLength = 20_000;

    private JournalEntry(JournalEntryId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public SealedText Text { get; private set; } = null!;
    public JournalPrompt Prompt { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public static JournalEntry Write(
        JournalEntryId id,
        PersonId owner,
        string text,
        JournalPrompt prompt,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var entry = new JournalEntry(id)
        {
            OwnerId = owner,
            Text = sealer.SealRequired(nameof(Text), text, TextLength),
            Prompt = prompt,
            WrittenAt = now,
            ChangedAt = now,
        };
        entry.Happened(new JournalEntryWritten(owner.Value, id.Value, now));
        return entry;
    }

    public void Rewrite(string text, JournalPrompt prompt, ISealer sealer, DateTimeOffset now)
    {
        Text = sealer.SealRequired(nameof(Text), text, TextLength);
        Prompt = prompt;
        ChangedAt = now;
        Happened(new JournalEntryRewritten(OwnerId.Value, Id.Value, now));
    }

    /// <summary>Tells that the entry is going; its row and its key are then removed.</summary>
    public void TearOut(DateTimeOffset now) => Happened(new JournalEntryTornOut(OwnerId.Value, Id.Value, now));
}

public sealed record JournalEntryWritten(Guid Person, Guid Entry, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record JournalEntryRewritten(Guid Person, Guid Entry, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record JournalEntryTornOut(Guid Person, Guid Entry, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
