using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.People;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Administration;

/// <summary>A grant with the names that belong to it.</summary>
public sealed record HeldGrant(
    GrantId Id,
    PersonId PersonId,
    string Person,
    Role Role,
    UnitId UnitId,
    string Unit,
    DateTimeOffset GrantedAt,
    int Version
);

/// <summary>Gives roles and takes them back, inside the units that the administrator looks after.</summary>
public sealed class GrantDesk(FieldcraftDb db, PeopleReading people, TimeProvider clock)
{
    public const int PageSize = 100;

    /// <summary>The grants inside the viewer's units, in the order in which they were given.</summary>
    public Task<List<HeldGrant>> ListAsync(Viewer viewer, GrantId? after, int limit, CancellationToken cancellationToken)
    {
        var units = db.Units.ManagedBy(viewer);
        var grants = db.Grants.AsNoTracking();
        if (after is { } id)
        {
            grants = grants.Where(g => g.Id.CompareTo(id) > 0);
        }

        return (
            from grant in grants
            join unit in units on grant.UnitId equals unit.Id
            join person in db.People on grant.PersonId equals person.Id
            orderby grant.Id
            select new HeldGrant(
                grant.Id,
                person.Id,
                (person.PreferredName ?? person.FirstName) + " " + person.LastName,
                grant.Role,
                unit.Id,
                unit.Name,
                grant.GrantedAt,
                grant.Version
            )
        )
            .Take(limit)
            .ToListAsync(cancellationToken);
    }

    public Task<IReadOnlyList<NamedUnit>> UnitsAsync(Viewer viewer, CancellationToken cancellationToken) =>
        people.ManagedUnitsAsync(viewer, cancellationToken);

    /// <summary>Gives a role. Giving what somebody holds already is done, not refused.</summary>
    /// <param name="person">Personnel number, e-mail address or id:GUID.</param>
    public async Task<Outcome<GrantId>> GiveAsync(Viewer viewer, string person, Role role, UnitId unit, CancellationToken cancellationToken)
    {
        if (!await db.Units.ManagedBy(viewer).AnyAsync(u => u.Id == unit, cancellationToken))
        {
            return new Refusal("grant-unit-not-yours");
        }

        if (await people.IdOfAsync(person, cancellationToken) is not { } id)
        {
            return new Refusal("grant-person-unknown");
        }

        if (
            await db
                .Grants.AsNoTracking()
                .FirstOrDefaultAsync(g => g.PersonId == id && g.Role == role && g.UnitId == unit, cancellationToken) is
            { } held
        )
        {
            return held.Id;
        }

        var now = clock.GetUtcNow();
        var grant = Grant.Give(Id.New<GrantId>(now), id, role, unit, viewer.PersonId, now);
        db.Add(grant);
        await db.SaveChangesAsync(cancellationToken);
        return grant.Id;
    }

    /// <summary>Takes a grant back; null where there is none for this viewer. The last administrator of an organisation stays.</summary>
    public async Task<Outcome?> TakeBackAsync(Viewer viewer, GrantId id, CancellationToken cancellationToken)
    {
        var managed = db.Units.ManagedBy(viewer).Select(u => u.Id);
        if (await db.Grants.FirstOrDefaultAsync(g => g.Id == id && managed.Contains(g.UnitId), cancellationToken) is not { } grant)
        {
            return null;
        }

        var isTop =
            grant.Role == Role.Administrator && await db.Units.AnyAsync(u => u.Id == grant.UnitId && u.ParentId == null, cancellationToken);
        if (isTop && !await OthersAdministerAsync(grant, cancellationToken))
        {
            return new Refusal("grant-last-administrator");
        }

        grant.TakeBack(viewer.PersonId, clock.GetUtcNow());
        db.Remove(grant);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private Task<bool> OthersAdministerAsync(Grant grant, CancellationToken cancellationToken) =>
        db
            .Grants.Where(g => g.UnitId == grant.UnitId && g.Role == Role.Administrator && g.Id != grant.Id)
            .Join(db.People, g => g.PersonId, p => p.Id, (_, p) => p.Status)
            .AnyAsync(s => s != PersonStatus.Left, cancellationToken);
}
