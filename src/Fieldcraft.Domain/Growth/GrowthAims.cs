using System.Text.Json;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Growth;

public readonly record struct GrowthAimsId(Guid Value) : IEntityId<GrowthAimsId>, IComparable<GrowthAimsId>
{
    public static GrowthAimsId From(Guid value) => new(value);

    public int CompareTo(GrowthAimsId other) => Value.CompareTo(other.Value);
}

/// <summary>A capability somebody wants to develop: how far, and how much it matters to them.</summary>
/// <param name="Target">What the present or aimed-at role asks for, 1–7 (DOMAIN 2.2).</param>
/// <param name="Importance">1 matters, 2 matters much, 3 matters most (DOMAIN 5.3).</param>
public sealed record Aim(string Capability, int Target, int Importance)
{
    public const int ScaleTop = 7;
    public const int MostImportant = 3;
}

/// <summary>What somebody works towards, and what they have done before.</summary>
public sealed record AimsContent
{
    public const int RoleLength = 120;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The role the targets are for, in the person's words; empty for the present one.</summary>
    public string? Role { get; init; }

    public IReadOnlyList<Aim> Aims { get; init; } = [];

    /// <summary>Task dimension id → how ready the person says they are, 0–4. What is not there is taken from their assignments.</summary>
    public IReadOnlyDictionary<string, int?> Readiness { get; init; } = new Dictionary<string, int?>(StringComparer.Ordinal);

    /// <summary>Everything wrong with it; empty when it can be used.</summary>
    /// <param name="isKnown">Whether there is a capability of this id.</param>
    public IReadOnlyList<InputProblem> Problems(Func<string, bool> isKnown, ValueRules rules) =>
        [
            .. Role?.Trim().Length > RoleLength ? [new InputProblem("role", "too-long")] : Array.Empty<InputProblem>(),
            .. Aims.Count > rules.AimsAtMost ? [new InputProblem("aims", InputProblems.WrongCount)] : Array.Empty<InputProblem>(),
            .. Aims.Where(a => !isKnown(a.Capability)).Select(a => new InputProblem($"aims.{a.Capability}", "unknown")),
            .. Aims.GroupBy(a => a.Capability, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => new InputProblem($"aims.{g.Key}", "duplicate")),
            .. Aims.SelectMany(a => InputProblems.Outside($"aims.{a.Capability}.target", a.Target, 1, Aim.ScaleTop)),
            .. Aims.SelectMany(a => InputProblems.Outside($"aims.{a.Capability}.importance", a.Importance, 1, Aim.MostImportant)),
            .. Readiness
                .Keys.Where(k => ChallengeDimension.Find(k)?.Group != DimensionGroup.Task)
                .Select(k => new InputProblem($"readiness.{k}", "unknown")),
            .. Readiness.SelectMany(r => InputProblems.Outside($"readiness.{r.Key}", r.Value, 0, GuardRules.ScaleTop)),
        ];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static AimsContent FromJson(string json) => JsonSerializer.Deserialize<AimsContent>(json, Json)!;
}

/// <summary>What one person works towards: one for each person, rewritten as it changes. Sealed, numbers included.</summary>
public sealed class GrowthAims : Aggregate<GrowthAimsId>
{
    private GrowthAims(GrowthAimsId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }

    /// <summary>The edition of the framework in which the capabilities were chosen.</summary>
    public FrameworkEditionId EditionId { get; private set; }

    /// <summary><see cref="AimsContent"/> as JSON.</summary>
    public SealedText Aims { get; private set; } = null!;
    public DateTimeOffset ChangedAt { get; private set; }

    public static GrowthAims Set(
        GrowthAimsId id,
        PersonId owner,
        FrameworkEditionId edition,
        AimsContent aims,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var set = new GrowthAims(id) { OwnerId = owner };
        set.Change(edition, aims, sealer, now);
        return set;
    }

    public void Change(FrameworkEditionId edition, AimsContent aims, ISealer sealer, DateTimeOffset now)
    {
        EditionId = edition;
        Aims = sealer.Seal(nameof(Aims), aims.ToJson());
        ChangedAt = now;
        Happened(new GrowthAimsSet(OwnerId.Value, Id.Value, now));
    }
}

public sealed record GrowthAimsSet(Guid Person, Guid Aims, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
