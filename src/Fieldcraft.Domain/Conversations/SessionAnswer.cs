using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Conversations;

/// <summary>
/// What one person writes in one stage of a live session. The text is sealed and only its author opens it. What the author chooses to show is a second
/// text: a copy under a key of its own, which the others receive when the group reveals, and not before.
/// </summary>
public sealed class SessionAnswer : Aggregate<SessionAnswerId>
{
    /// <summary>Not longer than an answer of the inquiry, into which it may go.</summary>
    public const int TextLength = 4_000;

    private SessionAnswer(SessionAnswerId id)
        : base(id) { }

    public LiveSessionId SessionId { get; private set; }
    public PersonId OwnerId { get; private set; }

    /// <summary>The place of the stage, from 0.</summary>
    public int Stage { get; private set; }
    public SealedText? Text { get; private set; }

    /// <summary>The copy for the others; there only while the author wants it shown.</summary>
    public SealedText? Shown { get; private set; }

    /// <summary>Since when the others can open the copy.</summary>
    public DateTimeOffset? RevealedAt { get; private set; }

    /// <summary>Since when somebody who leads keeps it off the screens.</summary>
    public DateTimeOffset? HiddenAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The answer of the author's inquiry that holds the same text, and its version when it was last written from here.</summary>
    public AnswerId? LandedIn { get; private set; }
    public int LandedVersion { get; private set; }

    public bool HasText => Text is not null;

    public bool IsShown => Shown is not null && RevealedAt is not null && HiddenAt is null;

    public static SessionAnswer Begin(SessionAnswerId id, LiveSessionId session, PersonId owner, int stage) =>
        new(id)
        {
            SessionId = session,
            OwnerId = owner,
            Stage = stage,
        };

    /// <summary>Keeps what is written so far, also nothing.</summary>
    /// <param name="copy">Seals the copy for the others; null when the author does not want it shown.</param>
    /// <param name="revealed">Whether the group has revealed this stage already: then the copy is open to the others at once.</param>
    public void Write(string? text, ISealer sealer, ISealer? copy, bool revealed, DateTimeOffset now)
    {
        Text = sealer.SealOptional(nameof(Text), text, TextLength);
        Shown = copy?.SealOptional(nameof(Shown), text, TextLength);
        RevealedAt =
            Shown is null ? null
            : revealed ? RevealedAt ?? now
            : RevealedAt;
        HiddenAt = Shown is null ? null : HiddenAt;
        ChangedAt = now;
        Happened(new SessionAnswerWritten(OwnerId.Value, SessionId.Value, Stage, now));
    }

    /// <summary>The group reveals: from now on the others can open the copy. Without a copy nothing happens.</summary>
    /// <returns>Whether it was revealed now.</returns>
    public bool Reveal(DateTimeOffset now)
    {
        if (Shown is null || RevealedAt is not null)
        {
            return false;
        }

        RevealedAt = now;
        Happened(new SessionAnswerRevealed(OwnerId.Value, SessionId.Value, Stage, now));
        return true;
    }

    /// <summary>The author no longer wants it seen: the copy goes.</summary>
    public void TakeBack(DateTimeOffset now)
    {
        if (Shown is null)
        {
            return;
        }

        (Shown, RevealedAt, HiddenAt) = (null, null, null);
        Happened(new SessionAnswerTakenBack(OwnerId.Value, SessionId.Value, Stage, now));
    }

    /// <summary>Somebody who leads keeps a revealed answer off the screens. Refused: <c>answer-not-revealed</c>.</summary>
    public Outcome Hide(PersonId by, DateTimeOffset now)
    {
        if (Shown is null || RevealedAt is null)
        {
            return new Refusal("answer-not-revealed");
        }

        if (HiddenAt is null)
        {
            HiddenAt = now;
            Happened(new SessionAnswerHidden(OwnerId.Value, SessionId.Value, Stage, by.Value, now));
        }

        return Outcome.Done;
    }

    /// <summary>Puts a hidden answer back on the screens. Refused: <c>answer-not-revealed</c>.</summary>
    public Outcome ShowAgain(PersonId by, DateTimeOffset now)
    {
        if (Shown is null || RevealedAt is null)
        {
            return new Refusal("answer-not-revealed");
        }

        if (HiddenAt is not null)
        {
            HiddenAt = null;
            Happened(new SessionAnswerShownAgain(OwnerId.Value, SessionId.Value, Stage, by.Value, now));
        }

        return Outcome.Done;
    }

    /// <summary>Notes where in the author's inquiry the same text now stands.</summary>
    public void Land(AnswerId answer, int version, DateTimeOffset now)
    {
        if (LandedIn == answer && LandedVersion == version)
        {
            return;
        }

        (LandedIn, LandedVersion) = (answer, version);
        Happened(new SessionAnswerLanded(OwnerId.Value, SessionId.Value, Stage, answer.Value, now));
    }
}
