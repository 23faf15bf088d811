using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Growth.ShowGap;

public sealed class ShowGapModel(GapReading reading, Rules rules, Viewer viewer) : PageModel
{
    private const int Levels = 4;

    public OpenGaps Now { get; private set; } = null!;

    public GapPicture Gap { get; private set; } = null!;

    /// <summary>The edition in which the capability is named: the one in use, or the one it was last asked about in.</summary>
    public Catalogue Catalogue { get; private set; } = null!;

    /// <summary>The groups worth a line of their own: with one group there is nothing to compare.</summary>
    public IReadOnlyList<GroupView> Groups => Gap.Groups.Count > 1 ? Gap.Groups : [];

    /// <summary>The level the person stands at, 1–4, as the page prints it: 2.96 reads 3.0, and is the third. None where views lie far apart.</summary>
    public int? Level =>
        Gap is { IsSpread: false, Standing: { } standing }
            ? Math.Clamp((int)Math.Floor(Math.Round(GapPicture.Level(standing), 1)), 1, Levels)
            : null;

    public double Deviation => rules.Gaps.PooledDeviation;

    public async Task<IActionResult> OnGetAsync(string capability, CancellationToken cancellationToken)
    {
        Now = await reading.ReadAsync(viewer, cancellationToken);
        Catalogue = Now.CatalogueOf(capability);
        if (Now.Pictures.FirstOrDefault(p => p.Capability == capability) is { } picture)
        {
            Gap = picture;
            return Page();
        }

        // One that was neither chosen nor looked at: its levels can be read all the same.
        Gap = GapPictures.Picture(capability, null, Now.Growth.Checks, rules);
        return Catalogue.Find(capability) is null ? NotFound() : Page();
    }
}
