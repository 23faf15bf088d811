using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Experience.TellExperience;

public sealed class TellExperienceModel(ExperienceDesk desk, Knowledge knowledge, Rules rules, Words words, Viewer viewer) : PageModel
{
    [BindProperty]
    public ExperienceInput Told { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(bool next, CancellationToken cancellationToken)
    {
        if (!this.TakesIn(Told, knowledge, rules, words))
        {
            return this.Again();
        }

        return (await desk.TellAsync(viewer, [Told.ToContent()], cancellationToken)).Refusal is { } refusal
            ? this.Refused(refusal)
            : this.Onward(next ? ExperienceLinks.Tell : ExperienceLinks.Map, "experience.flash.kept");
    }
}
