using System.Text.Json;
using System.Text.Json.Serialization;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Moves;

public readonly record struct MoveComparisonId(Guid Value) : IEntityId<MoveComparisonId>, IComparable<MoveComparisonId>
{
    public static MoveComparisonId From(Guid value) => new(value);

    public int CompareTo(MoveComparisonId other) => Value.CompareTo(other.Value);
}

/// <summary>What an option is looked at by. Each stands for itself; they are never merged into one number.</summary>
public enum MoveCriterion
{
    Value,
    Zone,
    Obstacles,
    LearnFrom,
    Reversibility,
    Life,
    Pay,
}

/// <summary>Options side by side: a few pieces of work, and what matters to the person who looks at them.</summary>
public sealed record MoveContent
{
    public const int TitleLength = 120;
    public const int MostImportant = 3;
    public const string Stay = "stay";
    public const string Learn = "learn";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public string? Title { get; init; }
    public IReadOnlyList<MoveOption> Options { get; init; } = [];

    /// <summary>How much each criterion matters to the person, 1–3; what is not there was not weighed. They order the rows and do nothing else.</summary>
    public IReadOnlyDictionary<MoveCriterion, int> Weights { get; init; } = new Dictionary<MoveCriterion, int>();

    /// <summary>The criteria in the order in which they matter to the person; unweighed ones after those, as they are.</summary>
    public IReadOnlyList<MoveCriterion> Criteria =>
        [.. Enum.GetValues<MoveCriterion>().OrderByDescending(c => Weights.GetValueOrDefault(c))];

    /// <summary>Begins with the two options that are always there.</summary>
    public static MoveContent Begin(string title) =>
        new()
        {
            Title = title,
            Options = [new MoveOption { Id = Stay, Kind = MoveKind.Stay }, new MoveOption { Id = Learn, Kind = MoveKind.Learn }],
        };

    public MoveOption? Find(string option) => Options.FirstOrDefault(o => o.Id == option);

    /// <summary>Adds an option, or takes the new wording of one. Its kind is the comparison's to know. Refused: <c>moves-full</c>.</summary>
    public Outcome<MoveContent> With(MoveOption option, ValueRules rules)
    {
        if (Find(option.Id) is { } before)
        {
            var now = option with { Kind = before.Kind };
            return this with { Options = [.. Options.Select(o => o.Id == option.Id ? now : o)] };
        }

        return Options.Count >= rules.OptionsAtMost
            ? new Refusal("moves-full", rules.OptionsAtMost)
            : this with
            {
                Options = [.. Options, option with { Kind = MoveKind.Move }],
            };
    }

    /// <summary>Takes an option away. Refused: <c>move-stays</c>.</summary>
    public Outcome<MoveContent> Without(string option) =>
        Find(option) is { IsAlwaysThere: true }
            ? new Refusal("move-stays")
            : this with
            {
                Options = [.. Options.Where(o => o.Id != option)],
            };

    /// <summary>Everything wrong with it, with paths such as <c>options[2].demand.high_stakes</c>; empty when it can be used.</summary>
    public IReadOnlyList<InputProblem> Problems(GuardRules guard) =>
        [
            .. string.IsNullOrWhiteSpace(Title) ? [new InputProblem("title", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. Title?.Trim().Length > TitleLength ? [new InputProblem("title", "too-long")] : Array.Empty<InputProblem>(),
            .. Weights.SelectMany(w =>
                InputProblems.Outside($"weights.{JsonNamingPolicy.CamelCase.ConvertName($"{w.Key}")}", w.Value, 1, MostImportant)
            ),
            .. Options.SelectMany((o, i) => o.Problems(guard).Select(p => p with { Path = $"options[{i}].{p.Path}" })),
        ];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static MoveContent FromJson(string json) => JsonSerializer.Deserialize<MoveContent>(json, Json)!;
}

/// <summary>Options somebody weighs against each other, for them alone until they share a copy. Sealed as one text, numbers included.</summary>
public sealed class MoveComparison : Aggregate<MoveComparisonId>
{
    private MoveComparison(MoveComparisonId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }

    /// <summary><see cref="MoveContent"/> as JSON.</summary>
    public SealedText Content { get; private set; } = null!;
    public DateTimeOffset BegunAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public static MoveComparison Begin(MoveComparisonId id, PersonId owner, MoveContent content, ISealer sealer, DateTimeOffset now)
    {
        var comparison = new MoveComparison(id)
        {
            OwnerId = owner,
            Content = sealer.Seal(nameof(Content), content.ToJson()),
            BegunAt = now,
            ChangedAt = now,
        };
        comparison.Happened(new MovesBegun(owner.Value, id.Value, now));
        return comparison;
    }

    public void Change(MoveContent content, ISealer sealer, DateTimeOffset now)
    {
        Content = sealer.Seal(nameof(Content), content.ToJson());
        ChangedAt = now;
        Happened(new MovesChanged(OwnerId.Value, Id.Value, now));
    }

    /// <summary>Tells that it is going; its row and its key are then removed.</summary>
    public void Remove(DateTimeOffset now) => Happened(new MovesRemoved(OwnerId.Value, Id.Value, now));
}

public sealed record MovesBegun(Guid Person, Guid Comparison, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record MovesChanged(Guid Person, Guid Comparison, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record MovesRemoved(Guid Person, Guid Comparison, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
