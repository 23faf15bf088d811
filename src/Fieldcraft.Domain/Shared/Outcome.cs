namespace Fieldcraft.Domain.Shared;

/// <summary>
/// Why a change was not made, as a code in kebab-case. The sentence a person reads is the word <c>refusal.CODE</c>;
/// the API sends the code itself. A code never changes its meaning.
/// </summary>
public sealed record Refusal(string Code, params object[] Arguments)
{
    public bool Equals(Refusal? other) => other is not null && Code == other.Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);
}

/// <summary>What came of asking an aggregate to change: it is done, or it was refused by name. Never an exception.</summary>
public readonly record struct Outcome(Refusal? Refusal)
{
    public static Outcome Done => default;

    public bool IsDone => Refusal is null;

    public bool IsRefused => Refusal is not null;

    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}

/// <summary>As <see cref="Outcome"/>, with what was made when it is done.</summary>
public readonly record struct Outcome<T>(T? Value, Refusal? Refusal)
{
    public bool IsDone => Refusal is null;

    public bool IsRefused => Refusal is not null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
