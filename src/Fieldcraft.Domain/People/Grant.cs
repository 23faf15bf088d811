using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.People;

/// <summary>What can be granted, each for one unit and everything below it. The one list in code; docs/permissions.md shows it.</summary>
public enum Role
{
    Administrator,
    LearningDesigner,
    ProgrammeLead,
    SiteScheduler,
    PreviewFacilitator,
    Sponsor,
    SeniorLeader,
}

/// <summary>A role given to a person for a unit's subtree. No role opens anybody's private texts.</summary>
public sealed class Grant : Aggregate<GrantId>
{
    private Grant(GrantId id)
        : base(id) { }

    public PersonId PersonId { get; private set; }
    public Role Role { get; private set; }
    public UnitId UnitId { get; private set; }
    public PersonId? GrantedBy { get; private set; }
    public DateTimeOffset GrantedAt { get; private set; }

    public static Grant Give(GrantId id, PersonId person, Role role, UnitId unit, PersonId? by, DateTimeOffset now)
    {
        var grant = new Grant(id)
        {
            PersonId = person,
            Role = role,
            UnitId = unit,
            GrantedBy = by,
            GrantedAt = now,
        };
        grant.Happened(new RoleGranted(person.Value, role, unit.Value, by?.Value, now));
        return grant;
    }

    /// <summary>Marks the end of the grant; the row is then removed.</summary>
    public void TakeBack(PersonId? by, DateTimeOffset now) =>
        Happened(new RoleTakenBack(PersonId.Value, Role, UnitId.Value, by?.Value, now));
}

public sealed record RoleGranted(Guid Person, Role Role, Guid Unit, Guid? By, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}

public sealed record RoleTakenBack(Guid Person, Role Role, Guid Unit, Guid? By, DateTimeOffset At) : DomainEvent(At)
{
    public override Guid Owner => Person;
}
