using Fieldcraft.Domain.Checks;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Checks.Own;

/// <summary>The link and the code for somebody whom no letter reaches. It looks the same before and after they answered.</summary>
public sealed class HandOverModel(ChecksReading reading, Viewer viewer) : PageModel
{
    public LeadershipCheckId Check { get; private set; }

    public OwnRater Rater { get; private set; } = null!;

    public string Link => Request.Site() + ChecksLinks.Answer(Rater.Link!);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid rater, CancellationToken cancellationToken)
    {
        Check = LeadershipCheckId.From(id);
        var raters = await reading.RatersAsync(viewer, Check, cancellationToken);
        if (raters.FirstOrDefault(r => r.Id.Value == rater) is not { Link: not null } found)
        {
            return NotFound();
        }

        Rater = found;
        return Page();
    }
}
