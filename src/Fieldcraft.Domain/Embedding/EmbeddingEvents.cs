using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Embedding;

public sealed record SiteKitChanged(Guid Person, Guid Site, KitPart Part, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TipPosted(Guid Person, Guid Tip, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TipSettled(Guid Person, Guid Tip, TipState State, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TipReported(Guid Person, Guid Tip, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TipWithdrawn(Guid Person, Guid Tip, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ColleagueNominated(Guid Person, Guid Nomination, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record AwardChosen(Guid Person, Guid Nomination, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record AwardAnswered(Guid Person, Guid Nomination, NominationState State, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TeamActionAgreed(Guid Person, Guid Action, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TeamActionReworded(Guid Person, Guid Action, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TeamActionNamed(Guid Person, Guid Action, bool IsNamed, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TeamActionAsked(Guid Person, Guid Action, int Weeks, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TeamActionLookedAt(Guid Person, Guid Action, int Weeks, LookAnswer Answer, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record LookedBack(Guid Person, Guid LookBack, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
