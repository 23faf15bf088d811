using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Readiness;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Outcomes.Signs;

/// <summary>Teams that somebody looked at, and in how many each sign was seen.</summary>
/// <param name="Seen">Null: withheld, because fewer than five teams were looked at, or because it could be worked out from others.</param>
public sealed record SeenSigns(string Name, int? Teams, IReadOnlyList<int>? Seen)
{
    public bool IsWithheld => Seen is null;
}

/// <summary>The signs of a module: where the viewer may note them, and how often they were seen.</summary>
/// <param name="OwnSite">Where the viewer works, as far as the programme reaches it.</param>
/// <param name="Sites">Where the viewer may note them.</param>
/// <param name="All">Everything noted; null where nothing was.</param>
/// <param name="BySite">For those who lead the programme, in the order of the tree.</param>
public sealed record SignsOfModule(
    PreparedModule Module,
    Site? OwnSite,
    IReadOnlyList<Site> Sites,
    SeenSigns? All,
    IReadOnlyList<(DateOnly Week, SeenSigns Seen)> Weeks,
    IReadOnlyList<SeenSigns> BySite,
    IReadOnlyList<SignSighting> Own
);

/// <summary>Reads the observable signs of a module (DOMAIN 7.9).</summary>
public sealed class SignReading(FieldcraftDb db, LeadersReading leaders, Viewer viewer)
{
    private const int WeeksShown = 12;

    /// <summary>Null: not there, or neither the viewer's to note nor to read.</summary>
    public async Task<SignsOfModule?> OfAsync(ModuleId id, CancellationToken cancellationToken)
    {
        if (await leaders.ModuleAsync(viewer, id, cancellationToken) is not { } module)
        {
            return null;
        }

        var sites = await leaders.SitesAsync(module, cancellationToken);
        var own = OwnSite(viewer, module, sites);
        var mayNote = sites.Where(s => s == own || viewer.LeadsSite(s.Path)).ToList();
        if (!viewer.HasReports && !viewer.MayReadOutcomes())
        {
            return null;
        }

        var rows = await db
            .SignSightings.AsNoTracking()
            .Where(s => s.ModuleId == id)
            .GroupBy(s => new { s.SiteId, s.Week })
            .Select(g => new
            {
                g.Key.SiteId,
                g.Key.Week,
                Teams = g.Sum(s => s.Teams),
                First = g.Sum(s => s.First),
                Second = g.Sum(s => s.Second),
                Third = g.Sum(s => s.Third),
            })
            .ToListAsync(cancellationToken);
        var me = (PersonId?)viewer.PersonId;
        var mine = await db
            .SignSightings.AsNoTracking()
            .Where(s => s.ModuleId == id && s.NotedById == me)
            .OrderByDescending(s => s.Week)
            .ThenBy(s => s.Id)
            .Take(WeeksShown)
            .ToListAsync(cancellationToken);
        var counts = rows.ConvertAll(r => (r.SiteId, r.Week, Counts: new SignCounts(r.Teams, r.First, r.Second, r.Third)));
        return new SignsOfModule(
            module,
            own,
            mayNote,
            counts.Count == 0 ? null : Total("", counts.Select(c => c.Counts)),
            [
                .. counts
                    .GroupBy(c => c.Week)
                    .OrderByDescending(g => g.Key)
                    .Take(WeeksShown)
                    .Select(g => (g.Key, Total("", g.Select(c => c.Counts)))),
            ],
            viewer.MayLeadProgrammes() ? BySite(sites, counts) : [],
            mine
        );
    }

    /// <summary>Where a leader of people works; null for whoever has no team there.</summary>
    internal static Site? OwnSite(Viewer viewer, PreparedModule module, IReadOnlyList<Site> sites) =>
        viewer.HasReports && module.ViewerPath is { } path
            ? sites.FirstOrDefault(s => path.StartsWith(s.Path, StringComparison.Ordinal))
            : null;

    private static SeenSigns Total(string name, IEnumerable<SignCounts> counts)
    {
        var all = counts.ToList();
        var teams = all.Sum(c => c.Teams);
        return teams < CoverageGroups.Minimum
            ? new SeenSigns(name, null, null)
            : new SeenSigns(name, teams, [all.Sum(c => c.First), all.Sum(c => c.Second), all.Sum(c => c.Third)]);
    }

    /// <summary>As coverage: small sites are withheld, and with them the one that would give them away beside the total.</summary>
    private static List<SeenSigns> BySite(IReadOnlyList<Site> sites, List<(UnitId SiteId, DateOnly Week, SignCounts Counts)> counts)
    {
        var bySite = counts.ToLookup(c => c.SiteId, c => c.Counts);
        var groups = sites.Select(s => new CoverageGroup(s.Name, bySite[s.Id].Sum(c => c.Teams), 0)).ToList();
        var withheld = CoverageGroups.Shown(groups).Where(g => g.IsWithheld).Select(g => g.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. sites
                .Where(s => bySite[s.Id].Any())
                .Select(s => withheld.Contains(s.Name) ? new SeenSigns(s.Name, null, null) : Total(s.Name, bySite[s.Id])),
        ];
    }
}
