using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.People;

public enum UnitKind
{
    Organisation,
    State,
    Network,
    Facility,
    Team,
    Department,
}

/// <summary>A part of the organisation. Units form a tree; each carries its way from the top, so that a subtree is one range.</summary>
public sealed class Unit : Aggregate<UnitId>
{
    public const int NameLength = 120;
    public const int PathLength = 400;

    private Unit(UnitId id)
        : base(id) { }

    public UnitId? ParentId { get; private set; }

    public UnitKind Kind { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name folded for finding and for the order of lists.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Ids from the top down to this unit, each followed by a dot. A unit's subtree is every path that starts with its own.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The person who leads this unit; facility, network and state leads have rights that follow from it.</summary>
    public PersonId? LeadId { get; private set; }

    public static Unit Open(UnitId id, Unit? parent, UnitKind kind, string name, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, NameLength);
        var unit = new Unit(id)
        {
            ParentId = parent?.Id,
            Kind = kind,
            Name = name,
            NameKey = FoldedName.Of(name),
            Path = $"{parent?.Path}{id.Value:n}.",
        };
        ArgumentOutOfRangeException.ThrowIfGreaterThan(unit.Path.Length, PathLength);
        unit.Happened(new UnitOpened(id.Value, kind, now));
        return unit;
    }

    public void EntrustTo(PersonId? lead, DateTimeOffset now)
    {
        if (LeadId == lead)
        {
            return;
        }

        LeadId = lead;
        Happened(new UnitEntrusted(Id.Value, lead?.Value, now));
    }

    /// <summary>Counts the unit as another kind, for example when networks appear below what looked like a department.</summary>
    public void CountAs(UnitKind kind, DateTimeOffset now)
    {
        if (Kind == kind)
        {
            return;
        }

        Kind = kind;
        Happened(new UnitCountedAs(Id.Value, kind, now));
    }

    public void Rename(string name, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, NameLength);
        if (Name == name)
        {
            return;
        }

        Name = name;
        NameKey = FoldedName.Of(name);
        Happened(new UnitRenamed(Id.Value, now));
    }
}

public sealed record UnitOpened(Guid Unit, UnitKind Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Unit;
}

public sealed record UnitEntrusted(Guid Unit, Guid? Lead, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Unit;
}

public sealed record UnitRenamed(Guid Unit, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Unit;
}

public sealed record UnitCountedAs(Guid Unit, UnitKind Kind, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Unit;
}
