using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Frameworks.Design.NameChallenges;

/// <summary>What the organisation calls the sixteen challenges; their meaning stays, the guard counts on it.</summary>
public sealed class NameChallengesModel(FrameworkDesk desk, Words words) : PageModel
{
    [BindProperty]
    public Dictionary<string, string?> Names { get; set; } = [];

    [BindProperty]
    public string Stamp { get; set; } = "";

    /// <summary>What another tab saved meanwhile.</summary>
    public Catalogue? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await desk.DraftAsync(cancellationToken) is not { } draft)
        {
            return NotFound();
        }

        Names = draft.Content.ChallengeNames.ToDictionary(n => n.Key, n => (string?)n.Value, StringComparer.Ordinal);
        Stamp = StampOf(draft.Content);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Names.Where(n => n.Value?.Trim().Length > Capability.NameLength))
        {
            ModelState.AddModelError($"Names[{name.Key}]", words["error.too_long", "", Capability.NameLength]);
        }

        if (!ModelState.IsValid || Names.Keys.Any(id => ChallengeDimension.Find(id) is null))
        {
            return this.Again();
        }

        var saved = await desk.WriteAsync(
            (_, content) => StampOf(content) == Stamp,
            // The delivered name typed in is no own name.
            content => content.Named(Names.Where(n => n.Value?.Trim() != words.Delivered($"dimension.{n.Key}.name"))),
            cancellationToken
        );
        if (saved.Save == DraftSave.Saved)
        {
            return this.Onward(FrameworksLinks.Draft, "framework.flash.saved");
        }

        if (saved.Draft is not { } draft)
        {
            return NotFound();
        }

        Theirs = draft.ToCatalogue();
        Stamp = StampOf(draft.Content);
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private static string StampOf(FrameworkContent content) =>
        PartStamp.Of(content.ChallengeNames.OrderBy(n => n.Key, StringComparer.Ordinal).ToList());
}
