using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Circles;

/// <summary>
/// What somebody takes on at the end of a meeting. Sealed to its owner; revealed, the people who are in the circle at that moment can open it until
/// it is hidden again. The next meeting reminds of it. What came of it is for the owner alone unless they tell it.
/// </summary>
public sealed class CircleCommitment : Aggregate<CommitmentId>
{
    public const int TextLength = 1_000;

    private CircleCommitment(CommitmentId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public CircleId CircleId { get; private set; }
    public CircleMeetingId MeetingId { get; private set; }
    public SealedText Text { get; private set; } = null!;
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Since when the circle can read it; null: only its owner.</summary>
    public DateTimeOffset? RevealedAt { get; private set; }

    /// <summary>When its owner put it away; it then reminds no more.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    public bool IsOpen => SettledAt is null;

    public static CircleCommitment Make(
        CommitmentId id,
        PersonId owner,
        CircleMeeting meeting,
        string text,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var commitment = new CircleCommitment(id)
        {
            OwnerId = owner,
            CircleId = meeting.CircleId,
            MeetingId = meeting.Id,
            Text = sealer.SealRequired(nameof(Text), text, TextLength),
            MadeAt = now,
        };
        commitment.Happened(new CircleCommitmentMade(owner.Value, meeting.CircleId.Value, id.Value, now));
        return commitment;
    }

    public void Reword(string text, ISealer sealer, DateTimeOffset now)
    {
        Text = sealer.SealRequired(nameof(Text), text, TextLength);
        Happened(new CircleCommitmentReworded(OwnerId.Value, Id.Value, now));
    }

    /// <summary>Lets the circle read it; a second time changes nothing.</summary>
    public void Reveal(DateTimeOffset now)
    {
        if (RevealedAt is not null)
        {
            return;
        }

        RevealedAt = now;
        Happened(new CircleCommitmentRevealed(OwnerId.Value, CircleId.Value, Id.Value, now));
    }

    /// <summary>Only its owner reads it again; what was read stays read.</summary>
    public void Hide(DateTimeOffset now)
    {
        if (RevealedAt is null)
        {
            return;
        }

        RevealedAt = null;
        Happened(new CircleCommitmentHidden(OwnerId.Value, CircleId.Value, Id.Value, now));
    }

    /// <summary>It is done, or let go: it reminds no more. Again: it is taken up once more.</summary>
    public void Settle(bool settled, DateTimeOffset now)
    {
        if (settled == SettledAt is not null)
        {
            return;
        }

        SettledAt = settled ? now : null;
        Happened(new CircleCommitmentSettled(OwnerId.Value, Id.Value, now));
    }

    /// <summary>Tells that it is going; its row and its key are then removed.</summary>
    public void TearUp(DateTimeOffset now) => Happened(new CircleCommitmentTornUp(OwnerId.Value, Id.Value, now));
}
