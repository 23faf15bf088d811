using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;

namespace Fieldcraft.Domain.Opportunities;

/// <summary>
/// A need of an internal customer that somebody could serve, on its way from a map to something that lasts; or a change of the present job
/// (DOMAIN 6.2, 6.6). It is its owner's alone: who is asked sees what was sent to them. No step is skipped: each exit test is asked here, of the very
/// texts that are kept.
/// </summary>
public sealed class Opportunity : Aggregate<OpportunityId>
{
    private readonly List<PropositionVersion> _versions = [];

    private Opportunity(OpportunityId id)
        : base(id) { }

    public PersonId OwnerId { get; private set; }
    public OpportunityKind Kind { get; private set; }
    public OpportunityState State { get; private set; }

    /// <summary>The internal customer; null for a change of the present job.</summary>
    public ProviderEntryId? CustomerId { get; private set; }

    /// <summary>All that was written but the proposition, as one sheet.</summary>
    public SealedText Written { get; private set; } = null!;

    /// <summary>What the customer said of the result.</summary>
    public SealedText? ResultReply { get; private set; }
    public DateTimeOffset BegunAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>When the customer first changed something in the proposition.</summary>
    public DateTimeOffset? CoCreatedAt { get; private set; }

    /// <summary>When a trial first began.</summary>
    public DateTimeOffset? TrialAgreedAt { get; private set; }
    public DateTimeOffset? ResultConfirmedAt { get; private set; }
    public OpportunityEnd? End { get; private set; }

    /// <summary>What the customer has before them now, and until when; the owner does not change it meanwhile.</summary>
    public CustomerAsk? WithCustomer { get; private set; }
    public DateTimeOffset? WithCustomerUntil { get; private set; }

    public IReadOnlyList<PropositionVersion> Versions => _versions;

    public PropositionVersion? Latest => _versions.Count == 0 ? null : _versions.MaxBy(v => v.Number);

    public bool IsOver => State.IsEnd();

    public static Opportunity Begin(
        OpportunityId id,
        PersonId owner,
        OpportunityKind kind,
        ProviderEntryId? customer,
        Sheet written,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        InputProblems.Refuse(SheetForms.Begin.Problems(SheetForms.Begin.Of(written)), nameof(written));
        var opportunity = new Opportunity(id)
        {
            OwnerId = owner,
            Kind = kind,
            State = OpportunityProcess.RouteOf(kind)[0],
            CustomerId = kind.IsCrafting() ? null : customer,
            Written = sealer.Seal(nameof(Written), SheetJson.Write(written)),
            BegunAt = now,
            StateSince = now,
        };
        opportunity.Tell(new OpportunityBegun(owner.Value, id.Value, kind, now));
        return opportunity;
    }

    /// <summary>Whether the customer has it before them, so that it stays as it was sent.</summary>
    public bool IsWithCustomer(CustomerAsk ask, DateTimeOffset now) => WithCustomer == ask && WithCustomerUntil > now;

    /// <summary>
    /// Keeps the boxes of one form. Refused: <c>opportunity-over</c>; <c>trial-agreed-already</c> once the trial runs; <c>result-with-customer</c>. A
    /// result that is written anew is confirmed anew.
    /// </summary>
    /// <param name="written">The whole sheet, with the changed boxes in it.</param>
    public Outcome Write(SheetForm form, Sheet written, ISealer sealer, DateTimeOffset now)
    {
        if (IsOver && form != SheetForms.End)
        {
            return new Refusal("opportunity-over");
        }

        if (form == SheetForms.Agreement && State > OpportunityState.Championed)
        {
            return new Refusal("trial-agreed-already");
        }

        if (form == SheetForms.Result && IsWithCustomer(CustomerAsk.Result, now))
        {
            return new Refusal("result-with-customer");
        }

        if (form == SheetForms.Result)
        {
            ResultConfirmedAt = null;
        }

        Keep(written, sealer);
        Tell(new OpportunityWritten(OwnerId.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>
    /// The owner writes on the common page. What went to the customer, or came from them, stays as a version of its own. Refused:
    /// <c>opportunity-over</c>, <c>proposition-with-customer</c>, <c>opportunity-no-proposition</c> for a change of the present job.
    /// </summary>
    public Outcome WriteProposition(Sheet page, ISealer sealer, DateTimeOffset now)
    {
        if (IsOver || Kind.IsCrafting())
        {
            return new Refusal(IsOver ? "opportunity-over" : "opportunity-no-proposition");
        }

        if (IsWithCustomer(CustomerAsk.Proposition, now))
        {
            return new Refusal("proposition-with-customer");
        }

        InputProblems.Refuse(SheetForms.Proposition.Problems(page), nameof(page));
        if (Latest is { IsCustomers: false, SentAt: null } draft)
        {
            draft.Rewrite(page, sealer, now);
        }
        else
        {
            Add(page, isCustomers: false, sealer, now);
        }

        Tell(new PropositionWritten(OwnerId.Value, Id.Value, Latest!.Number, false, now));
        return Outcome.Done;
    }

    /// <summary>
    /// What the customer is asked about is with them from now on. Refused: <c>opportunity-over</c>, <c>with-customer-already</c>,
    /// <c>proposition-empty</c>, <c>opportunity-no-customer</c>; <c>result-too-early</c> before the trial was looked at.
    /// </summary>
    public Outcome Send(CustomerAsk ask, DateTimeOffset until, DateTimeOffset now)
    {
        if (IsOver)
        {
            return new Refusal("opportunity-over");
        }

        if (WithCustomerUntil > now)
        {
            return new Refusal("with-customer-already");
        }

        if (Kind.IsCrafting() || ask == CustomerAsk.Summary)
        {
            return new Refusal("opportunity-no-customer");
        }

        if (ask == CustomerAsk.Result && State != OpportunityState.Result)
        {
            return new Refusal("result-too-early");
        }

        if (ask == CustomerAsk.Proposition && Latest is null)
        {
            return new Refusal("proposition-empty");
        }

        if (ask == CustomerAsk.Proposition)
        {
            Latest!.Send(now);
        }

        (WithCustomer, WithCustomerUntil) = (ask, until);
        Tell(new OpportunitySent(OwnerId.Value, Id.Value, ask, now));
        return Outcome.Done;
    }

    /// <summary>It is no longer with the customer.</summary>
    public void TakeBack(DateTimeOffset now)
    {
        if (WithCustomer is not null)
        {
            (WithCustomer, WithCustomerUntil) = (null, null);
            Tell(new OpportunityBackFromCustomer(OwnerId.Value, Id.Value, now));
        }
    }

    /// <summary>The customer sends the common page back. It counts as written together once they changed something.</summary>
    public void TakePage(Sheet page, bool hasChanges, ISealer sealer, DateTimeOffset now)
    {
        (WithCustomer, WithCustomerUntil) = (null, null);
        if (hasChanges)
        {
            Add(page, isCustomers: true, sealer, now);
            CoCreatedAt ??= now;
        }

        Tell(new PropositionWritten(OwnerId.Value, Id.Value, Latest?.Number ?? 0, true, now));
    }

    /// <summary>The customer says whether the result is as it was described.</summary>
    public void TakeResultReply(Sheet reply, bool confirms, ISealer sealer, DateTimeOffset now)
    {
        (WithCustomer, WithCustomerUntil) = (null, null);
        ResultReply = sealer.Seal(nameof(ResultReply), SheetJson.Write(reply));
        ResultConfirmedAt = confirms && State == OpportunityState.Result ? now : null;
        Tell(new ResultAnswered(OwnerId.Value, Id.Value, ResultConfirmedAt is not null, now));
    }

    /// <summary>On to the next step. Refused with the first thing that the exit test of the present one still asks for (DOMAIN 6.2).</summary>
    /// <param name="written">The sheet as it is kept, and is kept on.</param>
    /// <param name="page">The latest version of the proposition.</param>
    public Outcome GoOn(Sheet written, Sheet page, ProcessFacts facts, OpportunityRules rules, ISealer sealer, DateTimeOffset now)
    {
        if (IsOver)
        {
            return new Refusal("opportunity-over");
        }

        if (OpportunityProcess.StillToDo(Standing(written, page, facts), rules) is [var first, ..])
        {
            return first;
        }

        if (OpportunityProcess.After(Kind, State) is not { } next)
        {
            return new Refusal("opportunity-only-end-left");
        }

        Keep(written, sealer);
        Enter(next, now);
        if (next == OpportunityState.Trial)
        {
            TrialAgreedAt ??= now;
        }

        return Outcome.Done;
    }

    /// <summary>
    /// Back to the step before, whose exit test then has to be passed again. What was written stays; a confirmation of the result does not. Refused:
    /// <c>opportunity-over</c>, <c>opportunity-first-step</c>, <c>with-customer-already</c>.
    /// </summary>
    public Outcome GoBack(DateTimeOffset now)
    {
        if (IsOver || WithCustomerUntil > now)
        {
            return new Refusal(IsOver ? "opportunity-over" : "with-customer-already");
        }

        if (OpportunityProcess.Before(Kind, State) is not { } before)
        {
            return new Refusal("opportunity-first-step");
        }

        ResultConfirmedAt = null;
        Enter(before, now);
        return Outcome.Done;
    }

    /// <summary>
    /// It ends, in one of four good ways, with what was learned. It can stop at any step; the other three ends ask that the last step's exit test is passed.
    /// Refused: <c>opportunity-over</c>, <c>opportunity-lesson-missing</c>, <c>opportunity-end-too-early</c>, or what the exit test asks for.
    /// </summary>
    public Outcome Finish(
        OpportunityEnd end,
        Sheet written,
        Sheet page,
        ProcessFacts facts,
        OpportunityRules rules,
        ISealer sealer,
        DateTimeOffset now
    )
    {
        if (IsOver)
        {
            return new Refusal("opportunity-over");
        }

        if (!written.Has("lesson"))
        {
            return new Refusal("opportunity-lesson-missing");
        }

        if (end != OpportunityEnd.StoppedLearned)
        {
            if (OpportunityProcess.After(Kind, State) is not null)
            {
                return new Refusal("opportunity-end-too-early");
            }

            if (OpportunityProcess.StillToDo(Standing(written, page, facts), rules) is [var first, ..])
            {
                return first;
            }
        }

        (End, WithCustomer, WithCustomerUntil) = (end, null, null);
        Keep(written, sealer);
        Enter(OpportunityProcess.StateOf(end), now);
        return Outcome.Done;
    }

    public ProcessStanding Standing(Sheet written, Sheet page, ProcessFacts facts) =>
        new(Kind, State, written, page, CoCreatedAt is not null, ResultConfirmedAt is not null, facts);

    /// <summary>Tells that it is going; its rows and its key are then removed.</summary>
    public void Remove(DateTimeOffset now) => Happened(new OpportunityRemoved(OwnerId.Value, Id.Value, now));

    private void Add(Sheet page, bool isCustomers, ISealer sealer, DateTimeOffset now) =>
        _versions.Add(PropositionVersion.Write(this, (Latest?.Number ?? 0) + 1, isCustomers, page, sealer, now));

    private void Keep(Sheet written, ISealer sealer) => Written = sealer.Seal(nameof(Written), SheetJson.Write(written));

    private void Enter(OpportunityState state, DateTimeOffset now)
    {
        (State, StateSince) = (state, now);
        Tell(new OpportunityMoved(OwnerId.Value, Id.Value, state, now));
    }

    private void Tell(DomainEvent happened)
    {
        ChangedAt = happened.At;
        Happened(happened);
    }
}
