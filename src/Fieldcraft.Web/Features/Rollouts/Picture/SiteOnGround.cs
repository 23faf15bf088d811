using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rollouts.Picture;

/// <summary>A site with what it has, and what holds there.</summary>
/// <param name="Ground">Null while nobody has said anything about it.</param>
public sealed record SiteOnGround(Site Site, SiteGround? Ground)
{
    public UnitId Id => Site.Id;

    public IReadOnlyList<SiteRoom> Rooms => Ground?.Rooms ?? [];

    public decimal ReleaseShare(RolloutSettings settings) => Ground?.ReleaseShare ?? settings.ReleaseShare;

    public int FloorMinimum(RolloutSettings settings) => Ground?.FloorMinimum ?? settings.FloorMinimum;

    public int MaxPerDay(RolloutSettings settings) => Ground?.MaxPerDay ?? settings.MaxPerDay;

    public int MaxPerWeek(RolloutSettings settings) => Ground?.MaxPerWeek ?? settings.MaxPerWeek;

    /// <summary>Seats of the largest room; where none was entered, one ordinary room is assumed.</summary>
    public int LargestRoom(RolloutSettings settings) => Rooms.Count == 0 ? settings.MaxSize : Rooms.Max(r => r.Capacity);

    public string? RoomName(SiteRoomId? room) => Rooms.FirstOrDefault(r => r.Id == room)?.Name;

    /// <summary>The site's own reading of a pattern, else the delivered one, else none.</summary>
    public ShiftPattern? Pattern(string name) =>
        Ground?.Patterns.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))?.ToPattern()
        ?? ShiftPattern.DeliveredAs(name);
}

/// <summary>The sites of a programme with their ground.</summary>
public sealed class SitesOnGround(FieldcraftDb db)
{
    public async Task<IReadOnlyList<SiteOnGround>> WithinAsync(UnitId root, string path, CancellationToken cancellationToken)
    {
        var grounds = db
            .SiteGrounds.Include(g => g.Rooms.OrderBy(r => r.Name))
            .Include(g => g.Closures.OrderBy(c => c.From))
            .Include(g => g.Joins)
            .Include(g => g.Patterns.OrderBy(p => p.Name));
        var sites = await (
            from unit in SitesReading.Possible(db.Units, root, path)
            join own in grounds on unit.Id equals own.Id into laid
            from ground in laid.DefaultIfEmpty()
            select new
            {
                unit.Kind,
                unit.Id,
                unit.Name,
                unit.Path,
                ground,
            }
        )
            .AsNoTracking()
            .AsSingleQuery()
            .ToListAsync(cancellationToken);
        return
        [
            .. SitesReading
                .Chosen(sites, s => s.Kind)
                .OrderBy(s => s.Name, StringComparer.Ordinal)
                .Select(s => new SiteOnGround(new Site(s.Id, s.Name, s.Path), s.ground)),
        ];
    }

    /// <summary>A site and those that join it, in either direction; empty when the site is none of these.</summary>
    public static IReadOnlyList<SiteOnGround> Part(IReadOnlyList<SiteOnGround> sites, UnitId site)
    {
        var known = sites.ToDictionary(s => s.Id);
        if (!known.ContainsKey(site))
        {
            return [];
        }

        var near = Neighbours(sites);
        var found = new HashSet<UnitId> { site };
        var open = new Queue<UnitId>(found);
        while (open.TryDequeue(out var at))
        {
            foreach (var next in near[at].Where(found.Add))
            {
                open.Enqueue(next);
            }
        }

        return [.. sites.Where(s => found.Contains(s.Id))];
    }

    /// <summary>Who is one hop from whom.</summary>
    public static ILookup<UnitId, UnitId> Neighbours(IReadOnlyList<SiteOnGround> sites)
    {
        var known = sites.Select(s => s.Id).ToHashSet();
        return sites
            .SelectMany(s => (s.Ground?.Joins ?? []).Select(j => (s.Id, j.OtherId)))
            .Where(j => known.Contains(j.OtherId))
            .SelectMany(j => ((UnitId, UnitId)[])[(j.Id, j.OtherId), (j.OtherId, j.Id)])
            .Distinct()
            .ToLookup(j => j.Item1, j => j.Item2);
    }
}
