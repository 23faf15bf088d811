using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.SignIn;

public readonly record struct PinId(Guid Value) : IEntityId<PinId>
{
    public static PinId From(Guid value) => new(value);
}

/// <summary>
/// A few digits by which somebody without e-mail says who they are, with their personnel number. It opens nothing private. Only a hash stands here, keyed with
/// a secret that lies elsewhere: digits are few enough to be tried against any other. Its id is the person's.
/// </summary>
public sealed class PersonPin : Aggregate<PinId>
{
    public const int Shortest = 4;
    public const int Longest = 8;
    public const int HashLength = 32;

    private PersonPin(PinId id)
        : base(id) { }

    public PersonId PersonId { get; private set; }
    public byte[] Hash { get; private set; } = [];
    public DateTimeOffset SetAt { get; private set; }

    /// <summary>What is wrong with digits as a PIN, as a code; null when they will do. Nothing that somebody tries first will do.</summary>
    /// <param name="number">The personnel number, which stands on a badge.</param>
    public static string? Objection(string? digits, string? number)
    {
        if (digits is not { Length: >= Shortest and <= Longest } || !digits.All(char.IsAsciiDigit))
        {
            return "pin-digits";
        }

        var steps = digits.Zip(digits.Skip(1), (a, b) => b - a).Distinct().ToList();
        return steps is [0 or 1 or -1] || number?.Contains(digits, StringComparison.Ordinal) == true ? "pin-guessable" : null;
    }

    public static PersonPin For(PersonId person) => new(PinId.From(person.Value)) { PersonId = person };

    public void Set(byte[] hash, bool byWayOfSomebodyElse, DateTimeOffset now)
    {
        (Hash, SetAt) = (hash, now);
        Happened(new PinSet(PersonId.Value, byWayOfSomebodyElse, now));
    }
}

public sealed record PinSet(Guid Person, bool BySomebodyElse, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
