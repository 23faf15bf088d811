using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Opportunities;

/// <summary>
/// A talk with an internal customer: the questions that go along, what was said and what one makes of it, and a summary that the customer confirms. All of
/// it is its owner's; the customer sees the summary that was sent to them, and nothing else.
/// </summary>
public sealed class CustomerDialogue : Aggregate<CustomerDialogueId>
{
    /// <summary>Ids of questions, parted by spaces.</summary>
    public const int QuestionsLength = 200;

    private CustomerDialogue(CustomerDialogueId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public ProviderEntryId CustomerId { get; private set; }

    /// <summary>Ids of the chosen questions in their order; sealed, because they say what is to be talked about.</summary>
    public SealedText Questions { get; private set; } = null!;

    /// <summary>The <see cref="Sheet"/> of <see cref="SheetForms.Talk"/> and <see cref="SheetForms.Summary"/>.</summary>
    public SealedText? Written { get; private set; }

    /// <summary>What the customer sent back, as JSON of <see cref="SheetForms.Summary"/> with a word of theirs.</summary>
    public SealedText? Reply { get; private set; }
    public DateTimeOffset PreparedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateOnly? HeldOn { get; private set; }

    /// <summary>Whether the customer works in another unit, by the owner's word.</summary>
    public bool IsAcrossUnits { get; private set; }

    /// <summary>When the customer confirmed a need, corrected or as it stood.</summary>
    public DateTimeOffset? NeedConfirmedAt { get; private set; }

    /// <summary>Prepares a talk. Refused: <c>dialogue-questions</c> with fewer than one question or more than fit.</summary>
    public static Outcome<CustomerDialogue> Prepare(
        CustomerDialogueId id,
        PersonId owner,
        ProviderEntryId customer,
        IReadOnlyList<string> questions,
        OpportunityRules rules,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var dialogue = new CustomerDialogue(id)
        {
            OwnerId = owner,
            CustomerId = customer,
            PreparedAt = now,
        };
        return dialogue.Choose(questions, rules, sealer, now).Refusal is { } refusal ? refusal : dialogue;
    }

    /// <summary>Takes these questions along, in this order. Refused: <c>dialogue-questions</c>.</summary>
    public Outcome Choose(IReadOnlyList<string> questions, OpportunityRules rules, ISealer sealer, DateTimeOffset now)
    {
        if (questions.Count == 0 || questions.Count > rules.QuestionsAtMost)
        {
            return new Refusal("dialogue-questions", rules.QuestionsAtMost);
        }

        Questions = sealer.SealRequired(nameof(Questions), string.Join(' ', questions), QuestionsLength);
        Tell(new DialoguePrepared(OwnerId.Value, Id.Value, CustomerId.Value, now));
        return Outcome.Done;
    }

    /// <summary>Keeps what was said. A need that stood confirmed stays so only while its words do.</summary>
    /// <param name="sheet">The whole sheet of the talk, summary included.</param>
    /// <param name="needIsAsConfirmed">Whether the need still reads as the customer confirmed it.</param>
    public void Note(Sheet sheet, DateOnly? heldOn, bool acrossUnits, bool needIsAsConfirmed, ISealer sealer, DateTimeOffset now)
    {
        InputProblems.Refuse(SheetForms.Talk.Problems(SheetForms.Talk.Of(sheet)), nameof(sheet));
        Written = sealer.Seal(nameof(Written), SheetJson.Write(sheet));
        (HeldOn, IsAcrossUnits) = (heldOn, acrossUnits);
        if (!needIsAsConfirmed)
        {
            NeedConfirmedAt = null;
        }

        Tell(new DialogueNoted(OwnerId.Value, Id.Value, heldOn, now));
    }

    /// <summary>The customer has answered what was sent to them.</summary>
    /// <param name="confirms">Whether the need is as it stands in the reply.</param>
    public void TakeReply(Sheet reply, bool confirms, ISealer sealer, DateTimeOffset now)
    {
        Reply = sealer.Seal(nameof(Reply), SheetJson.Write(reply));
        NeedConfirmedAt = confirms && reply.Has("need") ? now : null;
        Tell(new NeedAnswered(OwnerId.Value, Id.Value, NeedConfirmedAt is not null, now));
    }

    /// <summary>Tells that it is going; its row and its key are then removed.</summary>
    public void Remove(DateTimeOffset now) => Happened(new DialogueRemoved(OwnerId.Value, Id.Value, now));

    private void Tell(DomainEvent happened)
    {
        ChangedAt = happened.At;
        Happened(happened);
    }
}
