using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.People;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>A unit with the appraisal season that holds there, and from which unit it comes.</summary>
public sealed record UnitSeason(UnitId Unit, string Name, AppraisalWindow? Window, UnitId? From, string? FromName)
{
    public bool IsOwn => From == Unit;
}

/// <summary>
/// Appraisal seasons, stated for a unit by its lead or its administrator and held by everything below. Talks on enabling keep away from them
/// (DOMAIN 15.8).
/// </summary>
public sealed class SeasonDesk(FieldcraftDb db, Rules rules, TimeProvider clock)
{
    public const int UnitsShown = 60;

    /// <summary>The units for which the viewer may state a season: those they lead or administer, and everything below.</summary>
    public IQueryable<Unit> StatedBy(Viewer viewer) =>
        db.Units.Where(
            PeopleAccess.InAnyOf([
                .. viewer.Leads.Select(l => l.Path),
                .. viewer.Roles.Where(r => r.Role == Role.Administrator).Select(r => r.UnitPath),
            ])
        );

    public static bool MayState(Viewer viewer) => viewer.Leads.Count > 0 || viewer.IsAdministrator;

    /// <summary>The strictest of the windows that hold where these people work: the one that ends last.</summary>
    public async Task<AppraisalWindow?> WindowOfAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var paths = await db
            .People.AsNoTracking()
            .Where(p => people.Contains(p.Id))
            .Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => u.Path)
            .Distinct()
            .ToListAsync(cancellationToken);
        var seasons = await OnAsync(paths, cancellationToken);
        return paths.Select(p => Holding(p, seasons)?.Window).OfType<AppraisalWindow>().MaxBy(w => w.Last);
    }

    /// <summary>The viewer's units with the season that holds in each, by name.</summary>
    public async Task<IReadOnlyList<UnitSeason>> ListAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var roots = viewer
            .Leads.Select(l => l.Path)
            .Concat(viewer.Roles.Where(r => r.Role == Role.Administrator).Select(r => r.UnitPath))
            .ToList();
        var rootIds = roots.Select(r => PeopleReading.IdsIn(r).Last()).ToList();
        var units = await StatedBy(viewer)
            .AsNoTracking()
            .Where(u =>
                rootIds.Contains(u.Id)
                || (u.ParentId != null && rootIds.Contains(u.ParentId.Value))
                || db.AppraisalSeasons.Any(s => s.UnitId == u.Id)
            )
            .OrderBy(u => u.Path.Length)
            .ThenBy(u => u.NameKey)
            .ThenBy(u => u.Id)
            .Take(UnitsShown)
            .ToListAsync(cancellationToken);
        var seasons = await OnAsync(units.Select(u => u.Path), cancellationToken);
        return [.. units.Select(u => Shown(u, Holding(u.Path, seasons)))];
    }

    public async Task<UnitSeason?> FindAsync(Viewer viewer, UnitId id, CancellationToken cancellationToken) =>
        await StatedBy(viewer).AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancellationToken) is { } unit
            ? Shown(unit, Holding(unit.Path, await OnAsync([unit.Path], cancellationToken)))
            : null;

    /// <summary>States the season of a unit; without a distance the usual one.</summary>
    /// <returns>False when the viewer may not, or there is no such unit.</returns>
    public async Task<bool> StateAsync(
        Viewer viewer,
        UnitId unit,
        DateOnly first,
        DateOnly last,
        int? distance,
        CancellationToken cancellationToken
    )
    {
        if (!await StatedBy(viewer).AnyAsync(u => u.Id == unit, cancellationToken))
        {
            return false;
        }

        var (now, window) = (clock.GetUtcNow(), new AppraisalWindow(first, last, distance ?? rules.Partners.AppraisalDistanceDays));
        if (await db.AppraisalSeasons.FirstOrDefaultAsync(s => s.UnitId == unit, cancellationToken) is { } season)
        {
            season.Restate(window, now);
        }
        else
        {
            db.Add(AppraisalSeason.State(Id.New<AppraisalSeasonId>(now), unit, window, now));
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The unit says nothing of its own any more; what holds above it holds again.</summary>
    public async Task<bool> LiftAsync(Viewer viewer, UnitId unit, CancellationToken cancellationToken)
    {
        if (
            !await StatedBy(viewer).AnyAsync(u => u.Id == unit, cancellationToken)
            || await db.AppraisalSeasons.FirstOrDefaultAsync(s => s.UnitId == unit, cancellationToken) is not { } season
        )
        {
            return false;
        }

        season.Lift(clock.GetUtcNow());
        db.Remove(season);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private static UnitSeason Shown(Unit unit, (AppraisalWindow Window, UnitId Unit, string Name)? holding) =>
        new(unit.Id, unit.Name, holding?.Window, holding?.Unit, holding?.Name);

    private static (AppraisalWindow Window, UnitId Unit, string Name)? Holding(
        string path,
        IReadOnlyDictionary<UnitId, (AppraisalWindow Window, string Name)> seasons
    )
    {
        foreach (var id in PeopleReading.IdsIn(path).Reverse())
        {
            if (seasons.TryGetValue(id, out var found))
            {
                return (found.Window, id, found.Name);
            }
        }

        return null;
    }

    private async Task<IReadOnlyDictionary<UnitId, (AppraisalWindow Window, string Name)>> OnAsync(
        IEnumerable<string> paths,
        CancellationToken cancellationToken
    )
    {
        var ids = paths.SelectMany(PeopleReading.IdsIn).Distinct().ToList();
        var rows = await db
            .AppraisalSeasons.AsNoTracking()
            .Where(s => ids.Contains(s.UnitId))
            .Join(db.Units, s => s.UnitId, u => u.Id, (s, u) => new { Season = s, u.Name })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(r => r.Season.UnitId, r => (r.Season.Window, r.Name));
    }
}
