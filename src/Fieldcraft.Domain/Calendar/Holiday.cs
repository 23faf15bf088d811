using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Calendar;

public readonly record struct HolidayId(Guid Value) : IEntityId<HolidayId>, IComparable<HolidayId>
{
    public static HolidayId From(Guid value) => new(value);

    public int CompareTo(HolidayId other) => Value.CompareTo(other.Value);
}

/// <summary>
/// A day on which a unit and everything below it does not work; at the top it holds for the whole organisation. It counts in no deadline of the people
/// there. Kept by administrators.
/// </summary>
public sealed class Holiday : Aggregate<HolidayId>
{
    public const int NameLength = 80;

    private Holiday(HolidayId id)
        : base(id) { }

    public UnitId UnitId { get; private set; }
    public DateOnly On { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>Enters a holiday. Refused: <c>holiday-there-already</c>.</summary>
    /// <param name="isThere">The unit itself has one on that day.</param>
    /// <exception cref="ArgumentException">No name, or one that is too long: form and API refuse that before.</exception>
    public static Outcome<Holiday> Enter(HolidayId id, UnitId unit, DateOnly on, string name, bool isThere, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Trim().Length, NameLength);
        if (isThere)
        {
            return new Refusal("holiday-there-already");
        }

        var holiday = new Holiday(id)
        {
            UnitId = unit,
            On = on,
            Name = name.Trim(),
        };
        holiday.Happened(new HolidayEntered(unit.Value, id.Value, on, now));
        return holiday;
    }

    /// <summary>Marks its end; the row is then removed.</summary>
    public void TakeOut(DateTimeOffset now) => Happened(new HolidayTakenOut(UnitId.Value, Id.Value, On, now));
}

public sealed record HolidayEntered(Guid Unit, Guid Holiday, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Unit;
}

public sealed record HolidayTakenOut(Guid Unit, Guid Holiday, DateOnly On, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Unit;
}
