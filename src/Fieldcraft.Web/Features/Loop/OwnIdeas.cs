using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>A module for which ideas are collected now.</summary>
public sealed record IdeaModule(ModuleId Id, string Title);

/// <summary>What an idea of the viewer's own would be about, and where it would come from.</summary>
public sealed class OwnIdeas(FieldcraftDb db, LoopDesk desk)
{
    /// <summary>The published modules of programmes that go on and reach the viewer, the one that is taught now or was last first. One query.</summary>
    public async Task<IReadOnlyList<IdeaModule>> ModulesAsync(Viewer viewer, DateOnly today, CancellationToken cancellationToken) =>
        await Reaching(viewer)
            .OrderBy(m => m.WindowStart > today)
            .ThenByDescending(m => m.WindowStart)
            .ThenBy(m => m.Id)
            .Select(m => new IdeaModule(m.Id, m.Title))
            .ToListAsync(cancellationToken);

    /// <summary>The viewer's team is the one that they lead, else the one that they are in; null when the module does not reach them.</summary>
    public async Task<IdeaSource?> SourceAsync(Viewer viewer, ModuleId module, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var found = await (
            from p in db.People
            where p.Id == me
            join u in db.Units on p.UnitId equals u.Id
            select new
            {
                u.Id,
                p.ManagerId,
                Site = db
                    .Units.Where(f => f.Kind == UnitKind.Facility && u.Path.StartsWith(f.Path))
                    .OrderByDescending(f => f.Path)
                    .Select(f => (UnitId?)f.Id)
                    .FirstOrDefault(),
                Reaches = Reaching(viewer).Any(m => m.Id == module),
            }
        ).FirstOrDefaultAsync(cancellationToken);
        return found is { Reaches: true }
            ? await desk.SourceAsync(module, null, found.Site ?? found.Id, viewer.HasReports ? me : found.ManagerId, cancellationToken)
            : null;
    }

    private IQueryable<Module> Reaching(Viewer viewer)
    {
        var me = viewer.PersonId;
        return db
            .Modules.AsNoTracking()
            .Where(m =>
                m.EditionId != null
                && db.Programmes.Any(p =>
                    p.Id == m.ProgrammeId
                    && p.EndedAt == null
                    && db.Units.Any(u =>
                        u.Id == p.UnitId
                        && db.People.Any(x => x.Id == me && db.Units.Any(w => w.Id == x.UnitId && w.Path.StartsWith(u.Path)))
                    )
                )
            );
    }
}
