using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Partners;

public sealed record PartnerAsked(Guid Person, Guid Partnership, PartnerKind Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PartnerAnswered(Guid Person, Guid Partnership, PartnerAnswer Answer, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PartnerAskTakenBack(Guid Person, Guid Partnership, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PartnerAskOver(Guid Person, Guid Partnership, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PartnerAgreementWritten(Guid Person, Guid Partnership, Guid By, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PartnerAgreementConfirmed(Guid Person, Guid Partnership, Guid By, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PartnershipEnded(Guid Person, Guid Partnership, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

/// <summary>The partners were told that their meetings do not happen.</summary>
public sealed record PartnersStalled(Guid Person, Guid Partnership, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PartnerMeetingPlanned(Guid Person, Guid Meeting, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

/// <summary>What became of a meeting.</summary>
public sealed record PartnerMeetingNoted(Guid Person, Guid Meeting, MeetingState State, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

/// <summary>Somebody said, or no longer says, that the notes of a meeting may be shared.</summary>
public sealed record NotesWishChanged(Guid Person, Guid Meeting, bool Wished, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PartnerNoteWritten(Guid Person, Guid Note, PartnerNoteUse Use, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record PartnerNoteTornOut(Guid Person, Guid Note, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
