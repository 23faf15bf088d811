using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Pace.DrawPace;

/// <summary>What the role asked for and asks for, what is remembered, and which months do not count.</summary>
public sealed class DrawPaceModel(PaceOpening opening, PaceDesk desk, Words words, Viewer viewer) : PageModel
{
    [BindProperty]
    public PaceInput Pace { get; set; } = new();

    public OpenPace Now { get; private set; } = null!;

    public bool Changed { get; private set; }

    public Catalogue Catalogue => Now.Standing.Catalogue;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Now = await opening.ForAsync(viewer, cancellationToken);
        Pace = PaceInput.Of(Now.Content, Now.Version);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Now = await opening.ForAsync(viewer, cancellationToken);
        if (!TakesIn())
        {
            return this.Again();
        }

        var drawn = await desk.DrawAsync(viewer, Pace.Version, Pace.ToContent(), cancellationToken);
        if (drawn.IsSaved)
        {
            return this.Onward(PaceLinks.Show, "pace.flash.kept");
        }

        // Removed in another tab: what was entered here is then the first that is kept.
        Now = await opening.ForAsync(viewer, cancellationToken);
        (Changed, Pace) = (true, Pace with { Version = drawn.End == SaveEnd.NotFound ? 0 : Now.Version });
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private bool TakesIn()
    {
        if (!ModelState.IsValid)
        {
            return false;
        }

        foreach (var problem in Pace.ToContent().Problems(id => Catalogue.Find(id) is not null))
        {
            ModelState.AddModelError(
                problem.Path.StartsWith("pauses", StringComparison.Ordinal) ? "Pace.Pauses" : "Pace.Capabilities",
                words[
                    problem.Path.StartsWith("pauses", StringComparison.Ordinal) ? "pace.pauses.wrong"
                    : problem.Code == "duplicate" ? "pace.capabilities.twice"
                    : problem.Path == "capabilities" ? "pace.capabilities.count"
                    : "error.wrong"
                ]
            );
        }

        return ModelState.IsValid;
    }
}
