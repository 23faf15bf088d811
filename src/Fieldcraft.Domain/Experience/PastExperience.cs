using System.Text.Json;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Experience;

public readonly record struct PastExperienceId(Guid Value) : IEntityId<PastExperienceId>, IComparable<PastExperienceId>
{
    public static PastExperienceId From(Guid value) => new(value);

    public int CompareTo(PastExperienceId other) => Value.CompareTo(other.Value);
}

/// <summary>What somebody tells about an experience of their own past, in two minutes. Only what it was is needed; the rest can wait.</summary>
public sealed record PastExperienceContent
{
    public const int TitleLength = 160;
    public const int LessonLength = 1_500;
    public const int EarliestYear = 1940;
    public const int LatestYear = 2100;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string? Title { get; init; }
    public int? FromYear { get; init; }

    /// <summary>Null while it is not said, or while it goes on.</summary>
    public int? ToYear { get; init; }

    /// <summary>One of the archetypes of DOMAIN 1.5; null when none of them fits.</summary>
    public string? Archetype { get; init; }

    /// <summary>Ids of the challenges it was full of, task challenges and obstacles alike.</summary>
    public IReadOnlyList<string> Challenges { get; init; } = [];

    /// <summary>What they took from it.</summary>
    public string? Lesson { get; init; }

    /// <summary>Brought in from a job history, or begun and left: nobody has said yet what it was full of.</summary>
    public bool IsToComplete => Challenges.Count == 0;

    /// <summary>Everything wrong with it; empty when it can be used. Whether the archetype exists is for the caller, who has the content.</summary>
    public IReadOnlyList<InputProblem> Problems(ExperienceRules rules) =>
        [
            .. string.IsNullOrWhiteSpace(Title) ? [new InputProblem("title", InputProblems.Missing)] : TooLong("title", Title, TitleLength),
            .. TooLong("lesson", Lesson, LessonLength),
            .. InputProblems.Outside("fromYear", FromYear, EarliestYear, LatestYear),
            .. InputProblems.Outside("toYear", ToYear, Math.Max(EarliestYear, FromYear ?? EarliestYear), LatestYear),
            .. Challenges.Count > rules.ChallengesAtMost
                ? [new InputProblem("challenges", InputProblems.WrongCount)]
                : Array.Empty<InputProblem>(),
            .. Challenges.Where(id => ChallengeDimension.Find(id) is null).Select(id => new InputProblem($"challenges.{id}", "unknown")),
            .. Challenges
                .GroupBy(id => id, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => new InputProblem($"challenges.{g.Key}", "duplicate")),
        ];

    public string ToJson() => JsonSerializer.Serialize(this with { Title = Title?.Trim(), Lesson = Lesson?.Trim() }, Json);

    public static PastExperienceContent FromJson(string json) => JsonSerializer.Deserialize<PastExperienceContent>(json, Json)!;

    private static IEnumerable<InputProblem> TooLong(string path, string? text, int maximum) =>
        text?.Trim().Length > maximum ? [new InputProblem(path, "too-long")] : [];
}

/// <summary>
/// Something somebody lived through before they came here, told by them and for them alone. It says what the work was full of, never what the
/// person is like.
/// </summary>
public sealed class PastExperience : Aggregate<PastExperienceId>
{
    private PastExperience(PastExperienceId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }

    /// <summary><see cref="PastExperienceContent"/> as JSON.</summary>
    public SealedText Told { get; private set; } = null!;
    public DateTimeOffset ToldAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public static PastExperience Tell(PastExperienceId id, PersonId owner, PastExperienceContent told, ISealer sealer, DateTimeOffset now)
    {
        var experience = new PastExperience(id)
        {
            OwnerId = owner,
            Told = sealer.Seal(nameof(Told), told.ToJson()),
            ToldAt = now,
            ChangedAt = now,
        };
        experience.Happened(new PastExperienceTold(owner.Value, id.Value, now));
        return experience;
    }

    public void Retell(PastExperienceContent told, ISealer sealer, DateTimeOffset now)
    {
        Told = sealer.Seal(nameof(Told), told.ToJson());
        ChangedAt = now;
        Happened(new PastExperienceRetold(OwnerId.Value, Id.Value, now));
    }

    /// <summary>Tells that it is going; its row and its key are then removed.</summary>
    public void Remove(DateTimeOffset now) => Happened(new PastExperienceRemoved(OwnerId.Value, Id.Value, now));
}

public sealed record PastExperienceTold(Guid Person, Guid Experience, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PastExperienceRetold(Guid Person, Guid Experience, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PastExperienceRemoved(Guid Person, Guid Experience, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
