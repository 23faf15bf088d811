using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Growth;

public readonly record struct PullReflectionId(Guid Value) : IEntityId<PullReflectionId>, IComparable<PullReflectionId>
{
    public static PullReflectionId From(Guid value) => new(value);

    public int CompareTo(PullReflectionId other) => Value.CompareTo(other.Value);
}

/// <summary>What somebody answers in five minutes: what pulls them towards the next job, what towards growing, and what two moves taught. Any part may stay empty.</summary>
public sealed record PullAnswers
{
    public const int TextLength = 1_500;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The parts in the order in which they are asked.</summary>
    public static readonly IReadOnlyList<string> Parts = ["career", "growth", "lastMove", "moveBefore", "next"];

    public string? Career { get; init; }
    public string? Growth { get; init; }
    public string? LastMove { get; init; }
    public string? MoveBefore { get; init; }
    public string? Next { get; init; }

    public IReadOnlyList<(string Part, string? Text)> All => [.. Parts.Zip([Career, Growth, LastMove, MoveBefore, Next])];

    /// <summary>Everything wrong with it; a reflection without a word is one of those.</summary>
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. All.Where(a => a.Text?.Trim().Length > TextLength).Select(a => new InputProblem(a.Part, "too-long")),
            .. All.All(a => string.IsNullOrWhiteSpace(a.Text))
                ? [new InputProblem("career", InputProblems.Missing)]
                : Array.Empty<InputProblem>(),
        ];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static PullAnswers FromJson(string json) => JsonSerializer.Deserialize<PullAnswers>(json, Json)!;
}

/// <summary>One reflection on the pull towards career and the pull towards growth (S2). Text, no number: nothing is added up from it.</summary>
public sealed class PullReflection : Aggregate<PullReflectionId>
{
    private PullReflection(PullReflectionId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }

    /// <summary><see cref="PullAnswers"/> as JSON.</summary>
    public SealedText Answers { get; private set; } = null!;
    public DateTimeOffset WrittenAt { get; private set; }

    /// <exception cref="ArgumentException">The answers have problems: forms and API refuse that before.</exception>
    public static PullReflection Write(PullReflectionId id, PersonId owner, PullAnswers answers, ISealer sealer, DateTimeOffset now)
    {
        if (answers.Problems() is [var first, ..])
        {
            throw new ArgumentException($"{first.Path}: {first.Code}", nameof(answers));
        }

        var reflection = new PullReflection(id)
        {
            OwnerId = owner,
            Answers = sealer.Seal(nameof(Answers), answers.ToJson()),
            WrittenAt = now,
        };
        reflection.Happened(new PullReflected(owner.Value, id.Value, now));
        return reflection;
    }

    /// <summary>Tells that the reflection is going; its row and its key are then removed.</summary>
    public void Remove(DateTimeOffset now) => Happened(new PullReflectionRemoved(OwnerId.Value, Id.Value, now));
}

public sealed record PullReflected(Guid Person, Guid Reflection, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PullReflectionRemoved(Guid Person, Guid Reflection, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
