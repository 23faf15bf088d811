using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Board.Postings;

/// <summary>The organisation's own ready-now bias, for those who see its other totals.</summary>
public sealed class ReadBiasModel(BiasReading reading, Viewer viewer, Words words) : PageModel
{
    public BiasPicture? Bias { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (Bias = await reading.OfAsync(viewer, cancellationToken)) is null ? NotFound() : Page();

    /// <summary>"40 % of 25 people (23 to 59 %)", or that it is withheld.</summary>
    public string Say(BeforeShare? share) =>
        share is null
            ? words["board.bias.withheld"]
            : words[
                "board.bias.share",
                GroupPercent.Of(share.Share, share.People),
                share.People,
                GroupPercent.Of(share.Range.Lower, share.People),
                GroupPercent.Of(share.Range.Upper, share.People)
            ];
}
