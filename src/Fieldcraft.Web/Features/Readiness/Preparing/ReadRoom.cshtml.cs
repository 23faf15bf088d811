using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Readiness.Preparing;

/// <summary>The groups that a facilitator holds, and the modules that are being prepared.</summary>
public sealed class ReadRoomModel(FieldcraftDb db, PreparationReading reading, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    private const int ModulesAtMost = 12;

    public IReadOnlyList<PreparationLine> Groups { get; private set; } = [];

    public IReadOnlyList<Module> Modules { get; private set; } = [];

    public bool Prepares => viewer.HasReports;

    public bool Plans => viewer.MayPlanPreparation();

    public bool Totals => viewer.MaySeeReadinessTotals();

    public bool Schedules => viewer.MakesTimetables();

    /// <summary>Its day has come, and nobody has said who was there.</summary>
    public bool Waits(PreparationLine line) => line.IsPlanned && line.When.On <= words.Today(clock.GetUtcNow());

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Groups = await reading.HeldByAsync(viewer, words.Today(clock.GetUtcNow()), cancellationToken);
        if (Prepares || Plans || Totals || Schedules)
        {
            Modules = await db
                .Modules.AsNoTracking()
                .VisibleTo(viewer)
                .Where(m => m.EditionId != null && db.Programmes.Any(p => p.Id == m.ProgrammeId && p.EndedAt == null))
                .OrderByDescending(m => m.WindowStart)
                .ThenBy(m => m.Id)
                .Take(ModulesAtMost)
                .ToListAsync(cancellationToken);
        }
    }
}
