using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Insight.Figures;

public readonly record struct ReleaseId(Guid Value) : IEntityId<ReleaseId>, IComparable<ReleaseId>
{
    public static ReleaseId From(Guid value) => new(value);

    public int CompareTo(ReleaseId other) => Value.CompareTo(other.Value);
}

/// <summary>What a release tells apart beside units.</summary>
public enum ReleaseMark
{
    /// <summary>Whether somebody has people reporting to them.</summary>
    Work,

    /// <summary>How somebody is employed.</summary>
    Employment,

    /// <summary>How long somebody has been there, in four spans.</summary>
    Tenure,
}

/// <summary>What was counted.</summary>
public enum ReleaseKind
{
    /// <summary>What happened in a quarter, for Insight.</summary>
    Quarter,

    /// <summary>A pulse.</summary>
    Pulse,
}

/// <summary>
/// Figures about people, published once and never changed: the parts they were counted in, and how many there were in each. Minimum and marks were fixed when the parts
/// were frozen; nothing can be asked of it but unions of its parts.
/// </summary>
public sealed class Release : Aggregate<ReleaseId>
{
    /// <summary>No setting goes below it (DOMAIN 9.3).</summary>
    public const int LeastMinimum = 5;

    private Release(ReleaseId id)
        : base(id) { }

    public ReleaseKind Kind { get; private set; }

    /// <summary>The unit whose people were counted, with everybody below.</summary>
    public UnitId UnitId { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly Until { get; private set; }

    /// <summary>How many people stand behind every figure at least; 5 or more.</summary>
    public int Minimum { get; private set; }

    /// <summary>Whether marks are told apart, or units only.</summary>
    public bool HasMarks { get; private set; }

    public DateTimeOffset FrozenAt { get; private set; }

    /// <summary>When the figures were published; null as long as the round runs.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <param name="minimum">Ten where marks are told apart, five otherwise (DOMAIN 15.5).</param>
    public static Release Freeze(
        ReleaseId id,
        ReleaseKind kind,
        UnitId unit,
        DateOnly from,
        DateOnly until,
        int minimum,
        bool hasMarks,
        DateTimeOffset now
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, LeastMinimum);
        var release = new Release(id)
        {
            Kind = kind,
            UnitId = unit,
            From = from,
            Until = until,
            Minimum = minimum,
            HasMarks = hasMarks,
            FrozenAt = now,
        };
        release.Happened(new ReleaseFrozen(unit.Value, id.Value, kind, now));
        return release;
    }

    /// <summary>The figures stand; a second time changes nothing.</summary>
    public void Publish(DateTimeOffset now)
    {
        if (PublishedAt is null)
        {
            PublishedAt = now;
            Happened(new ReleasePublished(UnitId.Value, Id.Value, Kind, now));
        }
    }
}

/// <summary>A cell of a release, as it was frozen. Its size is never shown.</summary>
public sealed class ReleaseCell
{
    public const int MarkLength = 24;

    private ReleaseCell() { }

    public ReleaseCell(ReleaseId release, int number, int part, string unitPath, string work, string employment, string tenure, int size) =>
        (ReleaseId, Number, Part, UnitPath, Work, Employment, Tenure, Size) = (
            release,
            number,
            part,
            unitPath,
            work,
            employment,
            tenure,
            size
        );

    public ReleaseId ReleaseId { get; private set; }
    public int Number { get; private set; }
    public int Part { get; private set; }
    public string UnitPath { get; private set; } = "";
    public string Work { get; private set; } = "";
    public string Employment { get; private set; } = "";
    public string Tenure { get; private set; } = "";
    public int Size { get; private set; }

    public string Mark(ReleaseMark mark) =>
        mark switch
        {
            ReleaseMark.Work => Work,
            ReleaseMark.Employment => Employment,
            _ => Tenure,
        };
}

/// <summary>What was counted in a part for one measure; parts that were too few or too much alike for this measure share a group.</summary>
public sealed class ReleaseFigure
{
    public const int MeasureLength = 40;

    private ReleaseFigure() { }

    public ReleaseFigure(ReleaseId release, string measure, int part, int? group, int count, double sum, double squares) =>
        (ReleaseId, Measure, Part, Group, Count, Sum, Squares) = (release, measure, part, group, count, sum, squares);

    public ReleaseId ReleaseId { get; private set; }
    public string Measure { get; private set; } = "";
    public int Part { get; private set; }

    /// <summary>The part whose row holds what was counted in all parts of the group; null where the part is in no figure.</summary>
    public int? Group { get; private set; }

    /// <summary>In the row whose part is the group's: how many people. Of a part without a group how many are in it, to say why it has none. Zero elsewhere.</summary>
    public int Count { get; private set; }
    public double Sum { get; private set; }

    /// <summary>The sum of squares, for an interval.</summary>
    public double Squares { get; private set; }
}

/// <summary>Where somebody stands in the waves of a series; for freezing the next wave, and for nothing else.</summary>
public sealed class ReleaseStanding
{
    private ReleaseStanding() { }

    public ReleaseStanding(ReleaseKind series, UnitId unit, PersonId person, int? together, int? part) =>
        (Series, UnitId, OwnerId, Together, Part) = (series, unit, person, together, part);

    public ReleaseKind Series { get; private set; }
    public UnitId UnitId { get; private set; }
    public PersonId OwnerId { get; private set; }

    /// <summary>The class of those who were always counted together; null for who was never counted.</summary>
    public int? Together { get; private set; }

    /// <summary>The part of the newest wave; null for who is left out of it.</summary>
    public int? Part { get; private set; }
}

public sealed record ReleaseFrozen(Guid Unit, Guid Release, ReleaseKind Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Unit;
}

public sealed record ReleasePublished(Guid Unit, Guid Release, ReleaseKind Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Unit;
}
