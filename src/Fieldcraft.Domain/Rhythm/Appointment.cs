using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Rhythm;

public readonly record struct AppointmentId(Guid Value) : IEntityId<AppointmentId>, IComparable<AppointmentId>
{
    public static AppointmentId From(Guid value) => new(value);

    public int CompareTo(AppointmentId other) => Value.CompareTo(other.Value);
}

/// <summary>
/// When something takes place: a day, and a time on the clock of a place if it has one. The clock of the place is kept, not the instant, so that
/// a meeting at nine stays at nine when the clocks change.
/// </summary>
/// <param name="At">Null: some time on that day.</param>
/// <param name="TimeZone">IANA name of the place whose clock is meant.</param>
/// <param name="Minutes">What it takes of the person's time, 1 to 1440.</param>
public sealed record AppointedTime(DateOnly On, TimeOnly? At, string TimeZone, int Minutes)
{
    public const int TimeZoneLength = 40;
    public const int MinutesAtMost = 24 * 60;
}

/// <summary>
/// One meeting or task in a person's calendar that a room has put there. The rooms write it in the transaction of their own change; the calendar,
/// Home and the load account read nothing else of it.
/// </summary>
public sealed class Appointment : Aggregate<AppointmentId>
{
    public const int KindLength = 60;
    public const int AddressLength = 200;

    private Appointment(AppointmentId id)
        : base(id) { }

    public PersonId PersonId { get; private set; }

    /// <summary>What it stands for: the id of the meeting, the same for everybody who takes part.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>The key of its words.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Whose request it is; null where the person set it for themselves.</summary>
    public PersonId? AskedById { get; private set; }
    public DateOnly On { get; private set; }
    public TimeOnly? Time { get; private set; }
    public string TimeZone { get; private set; } = "UTC";

    /// <summary>What it takes of the person's time.</summary>
    public TimeSpan Takes { get; private set; }

    /// <summary>The page of the meeting; begins with a slash.</summary>
    public string Address { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>A meeting that does not take place stays, so that calendars that hold it can be told.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Counts the changes that a calendar has to take over (RFC 5545 SEQUENCE): 0 when new.</summary>
    public int Sequence => Version - 1;

    public AppointedTime When => new(On, Time, TimeZone, (int)Takes.TotalMinutes);

    public static Appointment Make(
        AppointmentId id,
        PersonId person,
        Guid source,
        string kind,
        PersonId? askedBy,
        AppointedTime when,
        string address,
        DateTimeOffset now
    )
    {
        var appointment = new Appointment(id)
        {
            PersonId = person,
            SourceId = source,
            Kind = kind,
            AskedById = askedBy == person ? null : askedBy,
            Address = address,
        };
        appointment.Set(when, now);
        appointment.Happened(new AppointmentMade(person.Value, source, kind, when.On, now));
        return appointment;
    }

    /// <summary>Moves it; one that was cancelled takes place again.</summary>
    /// <returns>Whether anything changed.</returns>
    public bool Move(AppointedTime when, DateTimeOffset now)
    {
        if (CancelledAt is null && When == when)
        {
            return false;
        }

        CancelledAt = null;
        Set(when, now);
        Happened(new AppointmentMoved(PersonId.Value, SourceId, when.On, now));
        return true;
    }

    public void Cancel(DateTimeOffset now)
    {
        if (CancelledAt is not null)
        {
            return;
        }

        CancelledAt = now;
        ChangedAt = now;
        Happened(new AppointmentCancelled(PersonId.Value, SourceId, now));
    }

    private void Set(AppointedTime when, DateTimeOffset now)
    {
        On = when.On;
        Time = when.At;
        TimeZone = when.TimeZone;
        Takes = TimeSpan.FromMinutes(Math.Clamp(when.Minutes, 1, AppointedTime.MinutesAtMost));
        ChangedAt = now;
    }
}

public sealed record AppointmentMade(Guid Person, Guid Source, string Kind, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record AppointmentMoved(Guid Person, Guid Source, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record AppointmentCancelled(Guid Person, Guid Source, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
