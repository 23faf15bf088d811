using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>A team action of the viewer's own team, with its module.</summary>
public sealed record OwnTeamAction(TeamAction Action, string Module)
{
    /// <summary>The look that waits for an answer on a day; null when none does.</summary>
    public TeamActionLook? Waiting(DateOnly today) => !Action.IsDropped && Action.Newest(today) is { AnsweredAt: null } look ? look : null;
}

/// <summary>What the teams of a programme say became of one module's actions at one look.</summary>
/// <param name="Total">Null where all together are too few to be shown.</param>
public sealed record ActionCounts(IReadOnlyList<ShownLookCount> Sites, LookCount? Total);

/// <summary>Reads team actions: a leader's own, and counts of others for those who lead programmes.</summary>
public sealed class TeamActionsReading(FieldcraftDb db, Viewer viewer)
{
    private const int OwnAtMost = 60;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<OwnTeamAction>> OwnAsync(CancellationToken cancellationToken)
    {
        var rows = await db
            .TeamActions.AsNoTracking()
            .LedBy(viewer)
            .Include(a => a.Looks.OrderBy(l => l.Weeks))
            .AsSingleQuery()
            .OrderByDescending(a => a.AgreedAt)
            .ThenByDescending(a => a.Id)
            .Take(OwnAtMost)
            .ToListAsync(cancellationToken);
        var modules = rows.Select(r => r.ModuleId).Distinct().ToList();
        var titles = await db
            .Modules.AsNoTracking()
            .Where(m => modules.Contains(m.Id))
            .Select(m => new { m.Id, m.Title })
            .ToDictionaryAsync(m => m.Id, m => m.Title, cancellationToken);
        return [.. rows.Select(r => new OwnTeamAction(r, titles.GetValueOrDefault(r.ModuleId) ?? ""))];
    }

    public async Task<OwnTeamAction?> FindAsync(TeamActionId id, CancellationToken cancellationToken)
    {
        var row = await db
            .TeamActions.AsNoTracking()
            .LedBy(viewer)
            .Where(a => a.Id == id)
            .Include(a => a.Looks.OrderBy(l => l.Weeks))
            .AsSingleQuery()
            .FirstOrDefaultAsync(cancellationToken);
        return row is null
            ? null
            : new OwnTeamAction(row, await db.Modules.Where(m => m.Id == row.ModuleId).Select(m => m.Title).FirstAsync(cancellationToken));
    }

    /// <summary>Site by site in the order of their names; sites with few teams are withheld.</summary>
    public async Task<ActionCounts> CountsAsync(ModuleId module, int weeks, CancellationToken cancellationToken)
    {
        var rows = await (
            from action in db.TeamActions
            where action.ModuleId == module
            from look in action.Looks
            where look.Weeks == weeks && (look.AskedAt != null || look.AnsweredAt != null)
            join site in db.Units on action.SiteId equals site.Id
            select new
            {
                Site = site.Id,
                site.Name,
                Team = action.LeaderId,
                action.Id,
                look.Answer,
            }
        ).ToListAsync(cancellationToken);
        var (sites, total) = LookCounts.Shown([
            .. rows.GroupBy(r => (r.Site, r.Name))
                .OrderBy(g => g.Key.Name, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Site.Value)
                .Select(g => new LookCount(
                    g.Key.Name,
                    // A team whose leader has gone still counts as one.
                    g.Select(r => r.Team?.Value ?? r.Id.Value).Distinct().Count(),
                    g.Count(),
                    g.Count(r => r.Answer == LookAnswer.Done),
                    g.Count(r => r.Answer == LookAnswer.Changed),
                    g.Count(r => r.Answer == LookAnswer.Dropped)
                )),
        ]);
        return new ActionCounts(sites, total);
    }
}
