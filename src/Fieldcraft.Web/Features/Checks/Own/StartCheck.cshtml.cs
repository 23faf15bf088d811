using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Checks.Own;

/// <summary>
/// The own view, on two screens: which capabilities, then the ratings. What was chosen travels in the form and not in the address, which ends up in
/// histories and logs.
/// </summary>
public sealed class StartCheckModel(
    FieldcraftDb db,
    Vault vault,
    FrameworkReading frameworks,
    CheckDesk desk,
    Rules rules,
    Viewer viewer,
    Words words
) : PageModel
{
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    [BindProperty]
    public CheckForm Form { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Said { get; set; } = [];

    public Catalogue Catalogue { get; private set; } = null!;

    /// <summary>The second screen.</summary>
    public bool IsRating { get; private set; }

    public RatingForm Rating => new(Catalogue, Form, Chosen, Said, "checks.rate.self");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Catalogue = await frameworks.InUseAsync(cancellationToken);
        var aimed = (await AimedAtAsync(cancellationToken)).Where(id => Catalogue.Find(id) is { IsHidden: false }).ToList();
        Chosen = aimed.Count > 0 ? aimed : [.. Catalogue.Shown.Take(rules.Checks.CapabilitiesOffered).Select(c => c.Id)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        IsRating = await AreChosenAsync(cancellationToken);
        return IsRating ? Page() : this.Again();
    }

    public async Task<IActionResult> OnPostRateAsync(CancellationToken cancellationToken)
    {
        IsRating = await AreChosenAsync(cancellationToken);
        if (!IsRating)
        {
            return this.Again();
        }

        var ratings = Rating.Ratings(words);
        if (ratings.Problems(id => Catalogue.Find(id) is not null).Count > 0)
        {
            ModelState.AddModelError("", words["checks.rate.nothing"]);
            return this.Again();
        }

        var check = await desk.RateSelfAsync(viewer, Catalogue.Id, Form, ratings, cancellationToken);
        return this.Onward(ChecksLinks.One(check.Id), "checks.flash.rated");
    }

    private async Task<bool> AreChosenAsync(CancellationToken cancellationToken)
    {
        Catalogue = await frameworks.InUseAsync(cancellationToken);
        Chosen = [.. Catalogue.Shown.Select(c => c.Id).Intersect(Chosen, StringComparer.Ordinal)];
        if (Chosen.Count == 0 || Chosen.Count > rules.Checks.CapabilitiesAtMost)
        {
            ModelState.AddModelError(nameof(Chosen), words["checks.chosen.count", rules.Checks.CapabilitiesAtMost]);
            return false;
        }

        return true;
    }

    private async Task<IEnumerable<string>> AimedAtAsync(CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        if (await db.GrowthAims.AsNoTracking().FirstOrDefaultAsync(a => a.OwnerId == me, cancellationToken) is not { } aims)
        {
            return [];
        }

        var unlocked = await vault.UnlockAsync(viewer, [aims.Aims], cancellationToken);
        return AimsContent.FromJson(unlocked.Open(aims.Aims)).Aims.Select(a => a.Capability);
    }
}
