using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Frameworks.Design.AddCapability;

/// <summary>An own capability; its id is made from its name.</summary>
public sealed class AddCapabilityModel(FrameworkDesk desk, FrameworkTexts texts, Words words) : PageModel
{
    [BindProperty]
    public CapabilityInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await desk.DraftAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await desk.DraftAsync(cancellationToken) is null ? NotFound() : this.Again();
        }

        var id = "";
        var saved = await desk.WriteAsync(
            // A double click adds nothing twice: the second finds the name taken.
            (_, content) =>
                !content.Capabilities.Any(c => string.Equals(texts.NameOf(c), Input.Name.Trim(), StringComparison.OrdinalIgnoreCase)),
            content => content.With(texts.Plain(Input.On(new Capability { Id = id = content.IdFor(Input.Name) }))),
            cancellationToken
        );
        switch (saved.Save)
        {
            case DraftSave.Saved:
                return this.Onward(FrameworksLinks.Weigh(id), "framework.flash.added");
            case DraftSave.Unusable:
                return this.AgainWith(saved.Problems, words);
            case DraftSave.Meanwhile:
                ModelState.AddModelError("Input.Name", words["framework.problem.name-taken"]);
                return this.Again();
            default:
                return NotFound();
        }
    }
}
