using System.Text.Json;
using System.Text.Json.Serialization;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Checks;

public readonly record struct RaterAnswerId(Guid Value) : IEntityId<RaterAnswerId>
{
    public static RaterAnswerId From(Guid value) => new(value);
}

/// <summary>What one rater said.</summary>
public sealed record AnswerContent(RaterGroup Group, CapabilityRatings Ratings, string? Comment)
{
    public const int CommentLength = 1_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static AnswerContent FromJson(string json) => JsonSerializer.Deserialize<AnswerContent>(json, Json)!;
}

/// <summary>
/// An answer, or that somebody declined, as it lies while a round is open: sealed to the round, under a random id, on a keyed hash of the invitation whose
/// secret is not in this database. It lives until the round closes, and no event tells of it.
/// </summary>
public sealed class RaterAnswer
{
    public const int MarkLength = 32;

    private RaterAnswer() { }

    /// <summary>Random through and through: an id that sorts by time would tell who answered first.</summary>
    public RaterAnswerId Id { get; private set; }

    /// <summary>The person the round is about, who cannot open it either; their erasure takes it along.</summary>
    public PersonId OwnerId { get; private set; }
    public LeadershipCheckId CheckId { get; private set; }

    /// <summary>A keyed hash of the invitation, once for answering and once for declining; unique, so that a link works once.</summary>
    public byte[] Mark { get; private set; } = [];

    /// <summary><see cref="AnswerContent"/> as JSON, sealed to the round; of whoever declined an empty one.</summary>
    public SealedText Content { get; private set; } = null!;

    /// <param name="id">Random.</param>
    /// <param name="sealer">Of the round.</param>
    public static RaterAnswer Put(RaterAnswerId id, LeadershipCheck check, byte[] mark, AnswerContent content, ISealer sealer)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Comment?.Length ?? 0, AnswerContent.CommentLength, nameof(content));
        return new RaterAnswer
        {
            Id = id,
            OwnerId = check.OwnerId,
            CheckId = check.Id,
            Mark = mark,
            Content = sealer.Seal(nameof(Content), content.ToJson()),
        };
    }
}
