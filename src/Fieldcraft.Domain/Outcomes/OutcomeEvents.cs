using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Outcomes;

public sealed record OutcomeMeasureDefined(Guid Person, Guid Measure, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OutcomeMeasureDescribed(Guid Person, Guid Measure, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record OutcomeMeasureRemoved(Guid Person, Guid Measure, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record FiguresStaged(Guid Person, Guid Measure, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record FiguresTakenIn(Guid Person, Guid Measure, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record FiguresDiscarded(Guid Person, Guid Measure, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SignsNoted(Guid Person, Guid Sighting, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record TeamUseSaid(Guid Person, Guid Use, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record CasesDrawn(Guid Person, Guid Draw, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SuccessCaseDrawn(Guid Person, Guid Case, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SuccessCaseAsked(Guid Person, Guid Case, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SuccessCaseAnswered(Guid Person, Guid Case, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SuccessCaseWritten(Guid Person, Guid Case, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SuccessCaseApproved(Guid Person, Guid Case, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record SuccessCaseWithdrawn(Guid Person, Guid Case, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
