using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Features.Embedding;
using Fieldcraft.Web.Features.Outcomes;
using Fieldcraft.Web.Features.Strategy;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Programmes.ReadProgramme;

/// <summary>One programme: whom it reaches, who answers for it, its modules in the order of their windows.</summary>
public sealed class ReadProgrammeModel(
    ProgrammeReading reading,
    SitesReading sites,
    EffectReading effects,
    Words words,
    Viewer viewer,
    TimeProvider clock
) : PageModel
{
    public OpenProgramme Programme { get; private set; } = null!;

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    /// <summary>What of the strategy it comes from.</summary>
    public IReadOnlyList<Behind> Behind { get; private set; } = [];

    public DateOnly Today { get; } = words.Today(clock.GetUtcNow());

    public bool MayLead => viewer.MayLeadProgrammes() || Programme.LeadId == viewer.PersonId;

    public bool MayReadOutcome => viewer.MayReadOutcomes() || Programme.LeadId == viewer.PersonId;

    public bool MayTeach => viewer.MayReadGuides();

    public bool MayCount => viewer.MaySeeActionCounts();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(ProgrammeId.From(id), cancellationToken) is not { } programme)
        {
            return NotFound();
        }

        Programme = programme;
        Sites = await sites.WithinAsync(programme.UnitId, cancellationToken);
        Behind = await effects.BehindAsync(viewer, EffectKind.Programme, id, cancellationToken);
        return Page();
    }

    public string StateOf(ModuleLine module) => module.StateIn(words, Today);
}
