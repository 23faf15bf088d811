using System.Globalization;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Strategy;

public readonly record struct ConsensusVoteId(Guid Value) : IEntityId<ConsensusVoteId>, IComparable<ConsensusVoteId>
{
    public static ConsensusVoteId From(Guid value) => new(value);

    public int CompareTo(ConsensusVoteId other) => Value.CompareTo(other.Value);
}

/// <summary>
/// Whether the leaders agree that learning matters for what is ahead: each says it privately from 1 to 5, and all see how the votes fell at the same moment. Who said what
/// is known to nobody, then or later.
/// </summary>
public sealed class ConsensusVote : Aggregate<ConsensusVoteId>
{
    public const int Least = 1;
    public const int Most = 5;
    public const int RevealedLength = 60;

    private ConsensusVote(ConsensusVoteId id)
        : base(id) { }

    public UnitId UnitId { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Names the secret in the key store; null once it was revealed.</summary>
    public Guid? RoundId { get; private set; }
    public DateTimeOffset? RevealedAt { get; private set; }

    /// <summary>How many said 1, 2, 3, 4 and 5, in that order, with spaces between.</summary>
    public string? Revealed { get; private set; }

    public bool IsOpen => RevealedAt is null;

    /// <summary>How many said each, from <see cref="Least"/> on; empty until it is revealed.</summary>
    public IReadOnlyList<int> Counts =>
        Revealed is null ? [] : [.. Revealed.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];

    public static ConsensusVote Open(ConsensusVoteId id, UnitId unit, Guid round, DateTimeOffset now)
    {
        var vote = new ConsensusVote(id)
        {
            UnitId = unit,
            RoundId = round,
            OpenedAt = now,
        };
        vote.Happened(new ConsensusOpened(unit.Value, id.Value, now));
        return vote;
    }

    /// <summary>Shows how the votes fell. Refused: <c>vote-revealed</c>; <c>vote-too-few</c> below the minimum.</summary>
    /// <param name="minimum">5 (DOMAIN 15.5).</param>
    public Outcome Reveal(IReadOnlyCollection<int> votes, int minimum, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return new Refusal("vote-revealed");
        }

        if (votes.Count < minimum)
        {
            return new Refusal("vote-too-few", minimum);
        }

        Revealed = string.Join(' ', Enumerable.Range(Least, Most).Select(n => votes.Count(v => v == n)));
        (RevealedAt, RoundId) = (now, null);
        Happened(new ConsensusRevealed(UnitId.Value, Id.Value, now));
        return Outcome.Done;
    }
}

/// <summary>A vote as it lies until all are shown: sealed to the round, under a random id, on a keyed hash of whoever gave it.</summary>
public sealed class ConsensusBallot
{
    public const int MarkLength = 32;

    private ConsensusBallot() { }

    /// <param name="random">Sixteen random bytes.</param>
    public ConsensusBallot(ReadOnlySpan<byte> random, ConsensusVoteId vote, byte[] mark, SealedText content) =>
        (Id, VoteId, Mark, Content) = (new Guid(random), vote, mark, content);

    public Guid Id { get; private set; }
    public ConsensusVoteId VoteId { get; private set; }

    /// <summary>Unique, so that nobody votes twice.</summary>
    public byte[] Mark { get; private set; } = [];
    public SealedText Content { get; private set; } = null!;
}

public sealed record ConsensusOpened(Guid Unit, Guid Vote, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Unit;
}

public sealed record ConsensusRevealed(Guid Unit, Guid Vote, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Unit;
}
