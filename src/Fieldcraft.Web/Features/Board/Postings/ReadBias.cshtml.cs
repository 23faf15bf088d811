using Fieldcraft.Domain.Board;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Board.Postings;

/// <summary>The organisation's own ready-now bias, for those who see its other totals.</summary>
public sealed class ReadBiasModel(BiasReading reading, Viewer viewer, Words words) : PageModel
{
    /// <summary>Below this many people a percentage is said to the nearest five (DOMAIN 9.4).</summary>
    private const int ExactFrom = 30;
    private const int Step = 5;

    public BiasPicture? Bias { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (Bias = await reading.OfAsync(viewer, cancellationToken)) is null ? NotFound() : Page();

    /// <summary>"40 % of 25 people (23 to 59 %)", or that it is withheld.</summary>
    public string Say(BeforeShare? share) =>
        share is null
            ? words["board.bias.withheld"]
            : words[
                "board.bias.share",
                Percent(share.Share, share.People),
                share.People,
                Percent(share.Range.Lower, share.People),
                Percent(share.Range.Upper, share.People)
            ];

    private static int Percent(double share, int people)
    {
        var exact = share * 100;
        return people < ExactFrom
            ? (int)Math.Round(exact / Step, MidpointRounding.AwayFromZero) * Step
            : (int)Math.Round(exact, MidpointRounding.AwayFromZero);
    }
}
