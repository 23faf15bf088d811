using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Reading;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Rollouts.ReadPicture;

/// <summary>A whole programme on one page, on paper as well: each module's window, timetable, coverage and the sites that need help.</summary>
public sealed class ReadPictureModel(PictureReading reading, Viewer viewer, Words words, TimeProvider clock) : PageModel
{
    public ProgrammePicture Picture { get; private set; } = null!;

    public DateOnly Today => words.Today(clock.GetUtcNow());

    public bool WithSites => viewer.MayPlanRollouts();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!viewer.MaySeeTotals() || await reading.OfAsync(viewer, ProgrammeId.From(id), Today, cancellationToken) is not { } picture)
        {
            return NotFound();
        }

        Picture = picture;
        return Page();
    }
}
