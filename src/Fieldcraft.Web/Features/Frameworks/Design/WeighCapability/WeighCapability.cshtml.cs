using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Frameworks.Design.WeighCapability;

/// <summary>What builds one capability: a weight for each of the sixteen challenges.</summary>
public sealed class WeighCapabilityModel(FrameworkDesk desk, Words words) : PageModel
{
    [BindProperty]
    public Dictionary<string, int> Weights { get; set; } = [];

    [BindProperty]
    public string Stamp { get; set; } = "";

    public Catalogue Draft { get; private set; } = null!;

    public string Name { get; private set; } = "";

    /// <summary>What another tab saved meanwhile; the form keeps what was chosen here.</summary>
    public IReadOnlyDictionary<string, int>? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(string capability, CancellationToken cancellationToken)
    {
        if (!Find(await desk.DraftAsync(cancellationToken), capability))
        {
            return NotFound();
        }

        var now = Draft.Content.WeightsOf(capability);
        (Weights, Stamp) = (now.ToDictionary(StringComparer.Ordinal), StampOf(now));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string capability, CancellationToken cancellationToken)
    {
        if (!Find(await desk.DraftAsync(cancellationToken), capability))
        {
            return NotFound();
        }

        if (
            !ModelState.IsValid
            || Weights.Any(w => ChallengeDimension.Find(w.Key) is null || w.Value is < 0 or > FrameworkContent.HighestWeight)
        )
        {
            return this.Again();
        }

        var saved = await desk.WriteAsync(
            (_, content) => content.Capabilities.Any(c => c.Id == capability) && StampOf(content.WeightsOf(capability)) == Stamp,
            content => content.Weighted(capability, Weights),
            cancellationToken
        );
        if (saved.Save == DraftSave.Saved)
        {
            return this.Onward(FrameworksLinks.Draft, "framework.flash.saved");
        }

        if (!Find(saved.Draft, capability))
        {
            return NotFound();
        }

        Theirs = Draft.Content.WeightsOf(capability);
        Stamp = StampOf(Theirs);
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private bool Find(OpenDraft? draft, string capability)
    {
        if (draft is null || draft.Content.Capabilities.All(c => c.Id != capability))
        {
            return false;
        }

        Draft = draft.ToCatalogue();
        Name = Draft.NameOf(capability, words);
        return true;
    }

    private static string StampOf(IReadOnlyDictionary<string, int> weights) =>
        PartStamp.Of(weights.OrderBy(w => w.Key, StringComparer.Ordinal).ToList());
}
