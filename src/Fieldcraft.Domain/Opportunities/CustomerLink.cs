using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Opportunities;

/// <summary>What a customer is asked.</summary>
public enum CustomerAsk
{
    /// <summary>Did I understand you? (DOMAIN 6.2, step 2)</summary>
    Summary,

    /// <summary>Write this page with me. (step 4)</summary>
    Proposition,

    /// <summary>Is this the benefit? (step 7)</summary>
    Result,
}

/// <summary>The link as it is kept: the secret for its owner to show again, its hash to find it by, the key wrapped under it.</summary>
public sealed record CustomerSecret(string Secret, byte[] SecretHash, byte[] Wrap);

/// <summary>
/// A plain message to a customer, who answers it once, without an account (DOMAIN 6.2). It is a copy with a key of its own: the link opens what was sent
/// and nothing else of its owner's. Looking uses nothing up; answering does.
/// </summary>
public sealed class CustomerLink : Aggregate<CustomerLinkId>
{
    public const int NameLength = SheetBox.LineLength;
    public const int WordLength = 1_000;
    public const int SecretHashLength = 32;
    public const int WrapLength = 120;
    public const int DaysAtMost = 90;
    private const int LinkLength = 200;

    private CustomerLink(CustomerLinkId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public CustomerAsk Ask { get; private set; }
    public CustomerDialogueId? DialogueId { get; private set; }
    public OpportunityId? OpportunityId { get; private set; }
    public SealedText CustomerName { get; private set; } = null!;

    /// <summary>What was sent, as JSON of the sheet that is asked about.</summary>
    public SealedText Sent { get; private set; } = null!;
    public byte[] SecretHash { get; private set; } = [];

    /// <summary>Gone as soon as the link is closed.</summary>
    public byte[]? LinkWrap { get; private set; }
    public SealedText? Secret { get; private set; }
    public DateTimeOffset SentAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public SealedText? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Whether the customer agrees; null where that was not asked, and before they answer.</summary>
    public bool? Agrees { get; private set; }

    /// <summary>Whether the customer changed something of what was sent.</summary>
    public bool HasChanges { get; private set; }
    public DateTimeOffset? TakenBackAt { get; private set; }

    /// <summary>The form whose boxes the customer sees, and may change.</summary>
    public static SheetForm FormOf(CustomerAsk ask) =>
        ask switch
        {
            CustomerAsk.Summary => SheetForms.Summary,
            CustomerAsk.Proposition => SheetForms.Proposition,
            _ => SheetForms.Result,
        };

    /// <summary>Whether the customer is asked to agree; a page written together is changed instead.</summary>
    public static bool AsksForAgreement(CustomerAsk ask) => ask != CustomerAsk.Proposition;

    /// <summary>The moment a link of so many days ends.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset now, OpportunityRules rules) => now.AddDays(rules.LinkDays);

    public static CustomerLink ForDialogue(
        CustomerLinkId id,
        CustomerDialogue dialogue,
        string customer,
        Sheet sent,
        CustomerSecret link,
        OpportunityRules rules,
        ISealer sealer,
        DateTimeOffset now
    ) => Send(id, dialogue.OwnerId, CustomerAsk.Summary, dialogue.Id, null, customer, sent, link, rules, sealer, now);

    public static CustomerLink ForOpportunity(
        CustomerLinkId id,
        Opportunity opportunity,
        CustomerAsk ask,
        string customer,
        Sheet sent,
        CustomerSecret link,
        OpportunityRules rules,
        ISealer sealer,
        DateTimeOffset now
    ) => Send(id, opportunity.OwnerId, ask, null, opportunity.Id, customer, sent, link, rules, sealer, now);

    public bool IsOpenAt(DateTimeOffset now) => LinkWrap is not null && ExpiresAt > now;

    /// <summary>The customer answers, once. Refused: <c>customer-link-closed</c>.</summary>
    /// <param name="answer">The boxes as the customer leaves them, with a word of theirs.</param>
    public Outcome Reply(Sheet answer, bool? agrees, bool hasChanges, ISealer sealer, DateTimeOffset now)
    {
        if (!IsOpenAt(now))
        {
            return new Refusal("customer-link-closed");
        }

        Answer = sealer.Seal(nameof(Answer), SheetJson.Write(answer));
        (Agrees, HasChanges, AnsweredAt) = (AsksForAgreement(Ask) ? agrees ?? false : null, hasChanges, now);
        Close();
        Happened(new CustomerAnswered(OwnerId.Value, Id.Value, Ask, now));
        return Outcome.Done;
    }

    /// <summary>The owner takes it back; what was answered already stays. Refused: <c>customer-answered-already</c>.</summary>
    public Outcome TakeBack(DateTimeOffset now)
    {
        if (AnsweredAt is not null)
        {
            return new Refusal("customer-answered-already");
        }

        if (TakenBackAt is null)
        {
            TakenBackAt = now;
            Close();
            Happened(new CustomerLinkClosed(OwnerId.Value, Id.Value, now));
        }

        return Outcome.Done;
    }

    /// <summary>The time is over: what opened it is removed.</summary>
    public void Expire(DateTimeOffset now)
    {
        if (LinkWrap is not null && ExpiresAt <= now)
        {
            Close();
            Happened(new CustomerLinkClosed(OwnerId.Value, Id.Value, now));
        }
    }

    private static CustomerLink Send(
        CustomerLinkId id,
        PersonId owner,
        CustomerAsk ask,
        CustomerDialogueId? dialogue,
        OpportunityId? opportunity,
        string customer,
        Sheet sent,
        CustomerSecret link,
        OpportunityRules rules,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        var made = new CustomerLink(id)
        {
            OwnerId = owner,
            Ask = ask,
            DialogueId = dialogue,
            OpportunityId = opportunity,
            CustomerName = sealer.SealRequired(nameof(CustomerName), customer, NameLength),
            Sent = sealer.Seal(nameof(Sent), SheetJson.Write(sent)),
            SecretHash = link.SecretHash,
            LinkWrap = link.Wrap,
            Secret = sealer.SealRequired(nameof(Secret), link.Secret, LinkLength),
            SentAt = now,
            ExpiresAt = EndOf(now, rules),
        };
        made.Happened(new CustomerAsked(owner.Value, id.Value, ask, now));
        return made;
    }

    private void Close() => (LinkWrap, Secret) = (null, null);
}
