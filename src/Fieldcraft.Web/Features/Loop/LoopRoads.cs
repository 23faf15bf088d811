using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>A unit on the way up, and who leads it.</summary>
public sealed record LedTier(UnitId Unit, PersonId Lead);

/// <summary>The way up from one team: who answers at each tier. A tier without anybody is null.</summary>
/// <param name="Top">Who answers at the top beside the state's lead: the programme's sponsor, or its lead where there is no sponsor.</param>
public sealed record LoopRoad(PersonId? Leader, LedTier? Facility, LedTier? Network, LedTier? State, PersonId? Top)
{
    public LoopChain Chain => new(Leader is not null, Facility?.Unit, Network?.Unit, State?.Unit);

    /// <summary>Who answers at this place.</summary>
    public IReadOnlyList<PersonId> AnsweringAt(LoopTier tier)
    {
        PersonId?[] people = tier switch
        {
            LoopTier.Team => [Leader],
            LoopTier.Facility => [Facility?.Lead],
            LoopTier.Network => [Network?.Lead],
            _ => [State?.Lead, Top],
        };
        return [.. people.OfType<PersonId>().Distinct()];
    }
}

/// <summary>Where an idea comes from, as far as its way depends on it.</summary>
public sealed record RoadStart(UnitId Site, PersonId? Leader, ModuleId Module);

/// <summary>Finds the ways up as the organisation is now: whoever has left leads nothing, and who leads nobody any more has no team.</summary>
public sealed class LoopRoads(FieldcraftDb db)
{
    // A way in the tree is ids of 32 characters, each with a dot.
    private const int StepLength = 33;

    /// <summary>With three questions to the database, whatever their number.</summary>
    public async Task<IReadOnlyDictionary<RoadStart, LoopRoad>> FindAsync(
        IReadOnlyCollection<RoadStart> starts,
        CancellationToken cancellationToken
    )
    {
        var sites = starts.Select(s => s.Site).Distinct().ToList();
        var leaders = starts.Select(s => s.Leader).OfType<PersonId>().Distinct().ToList();
        var modules = starts.Select(s => s.Module).Distinct().ToList();
        var units = await (
            from u in db.Units.AsNoTracking()
            where u.Kind == UnitKind.Facility || u.Kind == UnitKind.Network || u.Kind == UnitKind.State || sites.Contains(u.Id)
            from lead in db.People.Where(p => p.Id == u.LeadId && p.Status != PersonStatus.Left).DefaultIfEmpty()
            select new
            {
                u.Id,
                u.Kind,
                u.Path,
                Lead = lead == null ? (PersonId?)null : lead.Id,
            }
        ).ToListAsync(cancellationToken);
        var leading = await db
            .People.Where(p =>
                leaders.Contains(p.Id)
                && p.Status != PersonStatus.Left
                && db.People.Any(r => r.ManagerId == p.Id && r.Status != PersonStatus.Left)
            )
            .Select(p => p.Id)
            .ToListAsync(cancellationToken);
        var tops = await (
            from m in db.Modules
            where modules.Contains(m.Id)
            join p in db.Programmes on m.ProgrammeId equals p.Id
            from sponsor in db.People.Where(s => s.Id == p.SponsorId && s.Status != PersonStatus.Left).DefaultIfEmpty()
            select new { m.Id, Top = sponsor == null ? p.LeadId : sponsor.Id }
        ).ToDictionaryAsync(m => m.Id, m => m.Top, cancellationToken);
        var byPath = units.ToDictionary(u => u.Path, StringComparer.Ordinal);
        var paths = units.ToDictionary(u => u.Id, u => u.Path);
        return starts
            .Distinct()
            .ToDictionary(
                s => s,
                s => new LoopRoad(
                    s.Leader is { } leader && leading.Contains(leader) ? leader : null,
                    byPath[paths[s.Site]] is { Lead: { } lead } site ? new LedTier(site.Id, lead) : null,
                    Above(s.Site, UnitKind.Network),
                    Above(s.Site, UnitKind.State),
                    tops.GetValueOrDefault(s.Module)
                )
            );

        LedTier? Above(UnitId site, UnitKind kind)
        {
            for (var path = paths[site]; path.Length > StepLength; )
            {
                path = path[..^StepLength];
                if (byPath.TryGetValue(path, out var unit) && unit.Kind == kind)
                {
                    return unit.Lead is { } lead ? new LedTier(unit.Id, lead) : null;
                }
            }

            return null;
        }
    }

    public async Task<LoopRoad> FindAsync(RoadStart start, CancellationToken cancellationToken) =>
        (await FindAsync([start], cancellationToken))[start];

    public async Task<LoopRoad> FindAsync(TeamIdea idea, CancellationToken cancellationToken) =>
        await FindAsync(new RoadStart(idea.SiteId, idea.LeaderId, idea.ModuleId), cancellationToken);
}
