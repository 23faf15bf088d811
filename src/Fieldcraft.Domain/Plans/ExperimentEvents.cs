using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Plans;

public sealed record ExperimentPlanned(Guid Person, Guid Experiment, Guid? Plan, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ExperimentRewritten(Guid Person, Guid Experiment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ExperimentCaptured(Guid Person, Guid Experiment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ExperimentDone(Guid Person, Guid Experiment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ExperimentReviewed(Guid Person, Guid Experiment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ExperimentDecided(Guid Person, Guid Experiment, ExperimentState State, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ExperimentDropped(Guid Person, Guid Experiment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record ExperimentTornUp(Guid Person, Guid Experiment, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
