using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Alongside;

public readonly record struct ReflectionId(Guid Value) : IEntityId<ReflectionId>, IComparable<ReflectionId>
{
    public static ReflectionId From(Guid value) => new(value);

    public int CompareTo(ReflectionId other) => Value.CompareTo(other.Value);
}

/// <summary>Two questions after a visit, the guest's own: what they saw, what they will try. The host reads nothing of it; a copy can be shared.</summary>
public sealed class VisitReflection : Aggregate<ReflectionId>
{
    public const int TextLength = 2_000;

    private VisitReflection(ReflectionId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public VisitId VisitId { get; private set; }
    public SealedText? Saw { get; private set; }
    public SealedText? WillTry { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Refused: <c>visit-not-yet</c> before the day of the visit.</summary>
    public static Outcome<VisitReflection> Write(
        ReflectionId id,
        AlongsideVisit visit,
        string? saw,
        string? willTry,
        ISealer sealer,
        DateOnly today,
        DateTimeOffset now
    )
    {
        if (!visit.HasBeenBy(today))
        {
            return new Refusal("visit-not-yet");
        }

        var reflection = new VisitReflection(id)
        {
            OwnerId = visit.OwnerId,
            VisitId = visit.Id,
            WrittenAt = now,
        };
        reflection.Take(saw, willTry, sealer, now);
        reflection.Happened(new ReflectionWritten(visit.OwnerId.Value, id.Value, now));
        return reflection;
    }

    public void Rewrite(string? saw, string? willTry, ISealer sealer, DateTimeOffset now)
    {
        Take(saw, willTry, sealer, now);
        Happened(new ReflectionRewritten(OwnerId.Value, Id.Value, now));
    }

    /// <summary>Tells that it is going; row and key are then removed.</summary>
    public void TearUp(DateTimeOffset now) => Happened(new ReflectionTornUp(OwnerId.Value, Id.Value, now));

    private void Take(string? saw, string? willTry, ISealer sealer, DateTimeOffset now)
    {
        Saw = sealer.SealOptional(nameof(Saw), saw, TextLength);
        WillTry = sealer.SealOptional(nameof(WillTry), willTry, TextLength);
        ChangedAt = now;
    }
}

public sealed record ReflectionWritten(Guid Person, Guid Reflection, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ReflectionRewritten(Guid Person, Guid Reflection, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ReflectionTornUp(Guid Person, Guid Reflection, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
