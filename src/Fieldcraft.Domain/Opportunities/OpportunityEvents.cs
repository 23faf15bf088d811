using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Opportunities;

public sealed record ProviderEntryWritten(Guid Person, Guid Entry, ProviderEntryKind Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ProviderEntryRemoved(Guid Person, Guid Entry, ProviderEntryKind Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OutsideNoteShared(Guid Person, Guid Entry, Guid Unit, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OutsideNoteTakenBack(Guid Person, Guid Entry, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record DialoguePrepared(Guid Person, Guid Dialogue, Guid Customer, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record DialogueNoted(Guid Person, Guid Dialogue, DateOnly? HeldOn, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record NeedAnswered(Guid Person, Guid Dialogue, bool Confirmed, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record DialogueRemoved(Guid Person, Guid Dialogue, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CustomerAsked(Guid Person, Guid Link, CustomerAsk Ask, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CustomerAnswered(Guid Person, Guid Link, CustomerAsk Ask, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CustomerLinkClosed(Guid Person, Guid Link, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OpportunityBegun(Guid Person, Guid Opportunity, OpportunityKind Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OpportunityWritten(Guid Person, Guid Opportunity, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PropositionWritten(Guid Person, Guid Opportunity, int Number, bool ByCustomer, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OpportunitySent(Guid Person, Guid Opportunity, CustomerAsk Ask, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OpportunityBackFromCustomer(Guid Person, Guid Opportunity, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ResultAnswered(Guid Person, Guid Opportunity, bool Confirmed, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OpportunityMoved(Guid Person, Guid Opportunity, OpportunityState State, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OpportunityRemoved(Guid Person, Guid Opportunity, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
