using System.Text.Json;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Assignments;

/// <summary>How the one who is asked knows the assignment (DOMAIN 1.6).</summary>
public enum OpinionGiver
{
    Manager,
    Mentor,
    PreviousHolder,
}

/// <summary>What the owner sees. A request that was declined looks like one that waits, until it runs out: declining is silent.</summary>
public enum OpinionState
{
    Waiting,
    Given,
    RanOut,
    Withdrawn,
}

/// <summary>
/// A second opinion on one assignment, asked for by a link that works once and needs no account. What is answered is sealed to the
/// owner; the giver cannot open it again, and nobody else ever can.
/// </summary>
public sealed class OpinionRequest : Aggregate<OpinionRequestId>
{
    /// <summary>How many may wait at a time for one assignment: enough for a choice, too few to flood anybody.</summary>
    public const int WaitingAtMost = 5;
    public const int NameLength = 120;

    private OpinionRequest(OpinionRequestId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public AssignmentId AssignmentId { get; private set; }
    public OpinionGiver Giver { get; private set; }

    /// <summary>Whom the owner asks; a note of the owner's.</summary>
    public SealedText? Name { get; private set; }

    /// <summary>What the giver reads about the assignment. Opened with the secret of the link alone.</summary>
    public SealedText Shown { get; private set; } = null!;

    /// <summary>A hash: the link itself is not kept.</summary>
    public byte[] SecretHash { get; private set; } = [];

    /// <summary><see cref="GivenOpinion"/> as JSON.</summary>
    public SealedText? Opinion { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? GivenAt { get; private set; }
    public DateTimeOffset? DeclinedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <param name="shown">Sealed so that only the link opens it.</param>
    /// <param name="expiresAfterDays">Fourteen, unless the rules say otherwise.</param>
    public static OpinionRequest Ask(
        OpinionRequestId id,
        Assignment assignment,
        OpinionGiver giver,
        string? name,
        SealedText shown,
        byte[] secretHash,
        int expiresAfterDays,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var request = new OpinionRequest(id)
        {
            OwnerId = assignment.OwnerId,
            AssignmentId = assignment.Id,
            Giver = giver,
            Name = sealer.SealOptional(nameof(Name), name, NameLength),
            Shown = shown,
            SecretHash = secretHash,
            AskedAt = now,
            ExpiresAt = now.AddDays(expiresAfterDays),
        };
        request.Happened(new OpinionAsked(request.OwnerId.Value, id.Value, now));
        return request;
    }

    /// <summary>Whether the link still leads to the form.</summary>
    public bool IsOpenAt(DateTimeOffset now) => GivenAt is null && DeclinedAt is null && WithdrawnAt is null && now < ExpiresAt;

    public OpinionState StateAt(DateTimeOffset now) =>
        GivenAt is not null ? OpinionState.Given
        : WithdrawnAt is not null ? OpinionState.Withdrawn
        : now < ExpiresAt ? OpinionState.Waiting
        : OpinionState.RanOut;

    /// <summary>Takes the opinion, once. Refused: <c>opinion-link-used</c>.</summary>
    public Outcome Give(GivenOpinion opinion, ISealer sealer, DateTimeOffset now)
    {
        if (!IsOpenAt(now))
        {
            return new Refusal("opinion-link-used");
        }

        Opinion = sealer.Seal(nameof(Opinion), opinion.ToJson());
        GivenAt = now;
        Happened(new OpinionGiven(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The giver would rather not. Nobody is told. Refused: <c>opinion-link-used</c>.</summary>
    public Outcome Decline(DateTimeOffset now)
    {
        if (!IsOpenAt(now))
        {
            return new Refusal("opinion-link-used");
        }

        DeclinedAt = now;
        Happened(new OpinionRequestClosed(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>The owner takes the link back. Refused: <c>opinion-not-waiting</c>.</summary>
    public Outcome Withdraw(DateTimeOffset now)
    {
        if (StateAt(now) != OpinionState.Waiting)
        {
            return new Refusal("opinion-not-waiting");
        }

        WithdrawnAt = now;
        Happened(new OpinionRequestClosed(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }
}

/// <summary>What a second person says: demand and readiness by dimension id, null "don't know", and a line of their own.</summary>
public sealed record GivenOpinion
{
    public const int NoteLength = 2_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly Dictionary<string, int?> None = [];

    public IReadOnlyDictionary<string, int?> Demand { get; init; } = None;
    public IReadOnlyDictionary<string, int?> Readiness { get; init; } = None;
    public string? Note { get; init; }

    public SecondOpinion ToSecondOpinion() =>
        new(ProfileRatings.Listed(ChallengeDimension.Task, Demand), ProfileRatings.Listed(ChallengeDimension.Task, Readiness));

    /// <summary>Everything wrong with it; an opinion that says nothing at all is one of those.</summary>
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. ProfileRatings.Unknown("demand", Demand.Keys, id => ChallengeDimension.Find(id)?.Group == DimensionGroup.Task),
            .. ProfileRatings.Unknown("readiness", Readiness.Keys, id => ChallengeDimension.Find(id)?.Group == DimensionGroup.Task),
            .. new ProfileRatings { Demand = Demand, Readiness = Readiness }
                .ToGuardInput(false, null)
                .Problems(),
            .. AssignmentFacts.Lengths("note", Note, NoteLength),
            .. Demand.Values.Concat(Readiness.Values).All(v => v is null) && string.IsNullOrWhiteSpace(Note)
                ? [new InputProblem("demand", InputProblems.Missing)]
                : Array.Empty<InputProblem>(),
        ];

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static GivenOpinion FromJson(string json) => JsonSerializer.Deserialize<GivenOpinion>(json, Json)!;
}
