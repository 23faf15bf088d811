using System.Text.Json;
using System.Text.Json.Serialization;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Pace;

public readonly record struct PacePictureId(Guid Value) : IEntityId<PacePictureId>, IComparable<PacePictureId>
{
    public static PacePictureId From(Guid value) => new(value);

    public int CompareTo(PacePictureId other) => Value.CompareTo(other.Value);
}

/// <summary>What the present role asks for in one capability, what it asked for then, and what the person remembers of then. Levels 1–4.</summary>
/// <param name="LevelThen">Remembered; used only where no check of that time exists. Null when it is not remembered.</param>
public sealed record PaceDemand(string Capability, int RequiredNow, int RequiredThen, decimal? LevelThen);

/// <summary>What somebody enters to look at their pace.</summary>
public sealed record PaceContent
{
    public const int CapabilitiesAtMost = 8;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Active months between then and now.</summary>
    public int Months { get; init; }
    public IReadOnlyList<Pause> Pauses { get; init; } = [];
    public IReadOnlyList<PaceDemand> Capabilities { get; init; } = [];

    /// <summary>Everything wrong with it; empty when it can be used.</summary>
    /// <param name="isKnown">Whether there is a capability of this id.</param>
    public IReadOnlyList<InputProblem> Problems(Func<string, bool> isKnown) =>
        [
            .. ActiveWindow.Problems(Months, Pauses),
            .. Capabilities.Count is 0 or > CapabilitiesAtMost
                ? [new InputProblem("capabilities", InputProblems.WrongCount)]
                : Array.Empty<InputProblem>(),
            .. Capabilities.Where(c => !isKnown(c.Capability)).Select(c => new InputProblem($"capabilities.{c.Capability}", "unknown")),
            .. Capabilities
                .GroupBy(c => c.Capability, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => new InputProblem($"capabilities.{g.Key}", "duplicate")),
            .. Capabilities.SelectMany(c => ProblemsOf($"capabilities.{c.Capability}", c)),
        ];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static PaceContent FromJson(string json) => JsonSerializer.Deserialize<PaceContent>(json, Json)!;

    private static IEnumerable<InputProblem> ProblemsOf(string path, PaceDemand c) =>
        [
            .. InputProblems.Outside($"{path}.requiredNow", c.RequiredNow, LagInput.LowestLevel, LagInput.HighestLevel),
            .. InputProblems.Outside($"{path}.requiredThen", c.RequiredThen, LagInput.LowestLevel, LagInput.HighestLevel),
            .. c.LevelThen is < LagInput.LowestLevel or > LagInput.HighestLevel
                ? [new InputProblem($"{path}.levelThen", InputProblems.OutOfRange)]
                : Array.Empty<InputProblem>(),
        ];
}

/// <summary>
/// What one person entered to compare the pace of their career with that of their growth: one for each person. For them alone; whoever decides on a
/// promotion never sees it, and nothing is made of it for anybody else (DOMAIN 5.2).
/// </summary>
public sealed class PacePicture : Aggregate<PacePictureId>
{
    private PacePicture(PacePictureId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }

    /// <summary><see cref="PaceContent"/> as JSON.</summary>
    public SealedText Content { get; private set; } = null!;
    public DateTimeOffset ChangedAt { get; private set; }

    public static PacePicture Draw(PacePictureId id, PersonId owner, PaceContent content, ISealer sealer, DateTimeOffset now)
    {
        var picture = new PacePicture(id) { OwnerId = owner };
        picture.Redraw(content, sealer, now);
        return picture;
    }

    public void Redraw(PaceContent content, ISealer sealer, DateTimeOffset now)
    {
        Content = sealer.Seal(nameof(Content), content.ToJson());
        ChangedAt = now;
        Happened(new PaceDrawn(OwnerId.Value, Id.Value, now));
    }

    /// <summary>Tells that it is going; its row and its key are then removed.</summary>
    public void Remove(DateTimeOffset now) => Happened(new PaceRemoved(OwnerId.Value, Id.Value, now));
}

public sealed record PaceDrawn(Guid Person, Guid Picture, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PaceRemoved(Guid Person, Guid Picture, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
