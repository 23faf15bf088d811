using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Growth;

public readonly record struct GrowthStatementId(Guid Value) : IEntityId<GrowthStatementId>, IComparable<GrowthStatementId>
{
    public static GrowthStatementId From(Guid value) => new(value);

    public int CompareTo(GrowthStatementId other) => Value.CompareTo(other.Value);
}

/// <summary>The two questions that S2 keeps apart (DOMAIN 5.1).</summary>
public enum StatementKind
{
    /// <summary>Who do I want to become, as someone who leads?</summary>
    Become,

    /// <summary>What do I want to do?</summary>
    Do,
}

/// <summary>One wording of what somebody wants to become, or to do. A new wording stands beside the earlier ones and overwrites nothing.</summary>
public sealed class GrowthStatement : Aggregate<GrowthStatementId>
{
    public const int TextLength = 2_000;

    private GrowthStatement(GrowthStatementId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public StatementKind Kind { get; private set; }
    public SealedText Text { get; private set; } = null!;
    public DateTimeOffset WrittenAt { get; private set; }

    public static GrowthStatement Write(
        GrowthStatementId id,
        PersonId owner,
        StatementKind kind,
        string text,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var statement = new GrowthStatement(id)
        {
            OwnerId = owner,
            Kind = kind,
            Text = sealer.SealRequired(nameof(Text), text, TextLength),
            WrittenAt = now,
        };
        statement.Happened(new GrowthStatementWritten(owner.Value, id.Value, now));
        return statement;
    }

    /// <summary>Tells that this wording is going; its row and its key are then removed.</summary>
    public void Remove(DateTimeOffset now) => Happened(new GrowthStatementRemoved(OwnerId.Value, Id.Value, now));
}

public sealed record GrowthStatementWritten(Guid Person, Guid Statement, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record GrowthStatementRemoved(Guid Person, Guid Statement, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
