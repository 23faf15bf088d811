using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Outcomes.Asked;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Outcomes.ShowOutcomes;

/// <summary>What a leader is asked, the programmes whose results the viewer reads, and the stories that may be read.</summary>
public sealed class ShowOutcomesModel(FieldcraftDb db, AskedReading asked, Viewer viewer) : PageModel
{
    private const int StoriesShown = 20;

    public IReadOnlyList<AskedOfLeader> Asked { get; private set; } = [];

    public IReadOnlyList<(ProgrammeId Id, string Name, bool IsEnded)> Programmes { get; private set; } = [];

    public IReadOnlyList<(string Address, string Title, string Module)> Stories { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Asked = await asked.OfAsync(cancellationToken);
        var programmes = await db
            .Programmes.AsNoTracking()
            .WithOutcomeFor(viewer)
            .OrderBy(p => p.EndedAt != null)
            .ThenByDescending(p => p.BegunAt)
            .ThenBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.Name,
                p.EndedAt,
            })
            .ToListAsync(cancellationToken);
        Programmes = [.. programmes.Select(p => (p.Id, p.Name, p.EndedAt is not null))];
        var stories = await (
            from c in db.SuccessCases.AsNoTracking().ShownTo(db, viewer)
            join m in db.Modules on c.ModuleId equals m.Id
            orderby c.ApprovedAt descending, c.Id
            select new
            {
                c.Id,
                c.Title,
                Module = m.Title,
            }
        )
            .Take(StoriesShown)
            .ToListAsync(cancellationToken);
        Stories = [.. stories.Select(s => (OutcomesLinks.Story(s.Id), s.Title!, s.Module))];
    }
}
