using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Sites;

/// <summary>Somebody of a site whose roster says something of its own.</summary>
public sealed record RosterLineOfDay(PersonId Person, string Name, DateOnly Day, LocalStretch? Shift);

/// <summary>The sites that somebody looks after.</summary>
public sealed class SitesOfMine(FieldcraftDb db)
{
    /// <summary>Facilities only, by name.</summary>
    public async Task<IReadOnlyList<(Site Site, int Rooms)>> ListAsync(
        Viewer viewer,
        UnitId? after,
        int take,
        CancellationToken cancellationToken
    )
    {
        var mine = db.Units.AsNoTracking().ScheduledBy(viewer).Where(u => u.Kind == UnitKind.Facility);
        if (
            after is { } last
            && await db.Units.Where(u => u.Id == last).Select(u => u.NameKey).FirstOrDefaultAsync(cancellationToken) is { } key
        )
        {
            mine = mine.Where(u => string.Compare(u.NameKey, key) > 0 || (u.NameKey == key && u.Id.CompareTo(last) > 0));
        }

        var rows = await mine.OrderBy(u => u.NameKey)
            .ThenBy(u => u.Id)
            .Take(take)
            .Select(u => new
            {
                Site = new Site(u.Id, u.Name, u.Path),
                Rooms = db.SiteGrounds.Where(g => g.Id == u.Id).SelectMany(g => g.Rooms).Count(),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.Site, r.Rooms))];
    }

    public async Task<SiteOnGround?> FindAsync(Viewer viewer, UnitId id, CancellationToken cancellationToken)
    {
        var site = await db
            .Units.AsNoTracking()
            .ScheduledBy(viewer)
            .Where(u => u.Id == id)
            .Select(u => new Site(u.Id, u.Name, u.Path))
            .FirstOrDefaultAsync(cancellationToken);
        if (site is null)
        {
            return null;
        }

        var ground = await db
            .SiteGrounds.AsNoTracking()
            .Include(g => g.Rooms.OrderBy(r => r.Name))
            .Include(g => g.Closures.OrderBy(c => c.From))
            .Include(g => g.Joins)
            .Include(g => g.Patterns.OrderBy(p => p.Name))
            .AsSingleQuery()
            .FirstOrDefaultAsync(g => g.Id == id, cancellationToken);
        return new SiteOnGround(site, ground);
    }

    /// <summary>Other facilities of the same network or unit above, and those that are joined already.</summary>
    public async Task<IReadOnlyList<Site>> NeighboursAsync(SiteOnGround site, CancellationToken cancellationToken)
    {
        var above = db.Units.Where(u => u.Id == site.Id).Select(u => u.ParentId);
        var joined = db.SiteGrounds.Where(g => g.Id == site.Id).SelectMany(g => g.Joins).Select(j => j.OtherId);
        return await db
            .Units.AsNoTracking()
            .Where(u => u.Id != site.Id && u.Kind == UnitKind.Facility && (above.Contains(u.ParentId) || joined.Contains(u.Id)))
            .OrderBy(u => u.NameKey)
            .ThenBy(u => u.Id)
            .Select(u => new Site(u.Id, u.Name, u.Path))
            .ToListAsync(cancellationToken);
    }

    /// <summary>How many people of a site work each pattern that the directory names.</summary>
    public async Task<IReadOnlyList<(string Pattern, int People)>> PatternsAsync(SiteOnGround site, CancellationToken cancellationToken)
    {
        var (low, high) = SitesReading.Range(site.Site.Path);
        var rows = await (
            from person in db.People
            join unit in db.Units on person.UnitId equals unit.Id
            where string.Compare(unit.Path, low) >= 0 && string.Compare(unit.Path, high) < 0 && person.Status == PersonStatus.Active
            group person by person.ShiftPattern into pattern
            orderby pattern.Key
            select new { pattern.Key, Count = pattern.Count() }
        ).ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.Key, r.Count))];
    }

    /// <summary>Everybody at work at a site, by name.</summary>
    public async Task<IReadOnlyList<(PersonId Id, string Name)>> PeopleAsync(SiteOnGround site, CancellationToken cancellationToken)
    {
        var (low, high) = SitesReading.Range(site.Site.Path);
        var rows = await (
            from person in db.People
            join unit in db.Units on person.UnitId equals unit.Id
            where string.Compare(unit.Path, low) >= 0 && string.Compare(unit.Path, high) < 0 && person.Status == PersonStatus.Active
            orderby person.NameKey, person.Id
            select new
            {
                person.Id,
                person.FirstName,
                person.LastName,
                person.PreferredName,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r =>
                (r.Id, $"{(string.IsNullOrEmpty(r.PreferredName) ? r.FirstName : r.PreferredName)} {r.LastName}".TrimEnd())
            ),
        ];
    }

    /// <summary>What the roster says of single days from a day on, the next ones first.</summary>
    public async Task<IReadOnlyList<RosterLineOfDay>> DaysAsync(
        SiteOnGround site,
        DateOnly since,
        int take,
        CancellationToken cancellationToken
    )
    {
        var (first, last) = SitesReading.Range(site.Site.Path);
        var rows = await (
            from entry in db.RosterEntries
            join person in db.People on entry.PersonId equals person.Id
            join unit in db.Units on person.UnitId equals unit.Id
            where string.Compare(unit.Path, first) >= 0 && string.Compare(unit.Path, last) < 0 && entry.Day >= since
            orderby entry.Day, person.NameKey, person.Id, entry.From
            select new
            {
                entry,
                person.FirstName,
                person.LastName,
                person.PreferredName,
            }
        )
            .AsNoTracking()
            .Take(take)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new RosterLineOfDay(
                r.entry.PersonId,
                $"{(string.IsNullOrEmpty(r.PreferredName) ? r.FirstName : r.PreferredName)} {r.LastName}".TrimEnd(),
                r.entry.Day,
                r.entry.IsOff ? null : r.entry.Shift
            )),
        ];
    }
}
