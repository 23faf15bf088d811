using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Growth.ChooseAims;

public sealed class ChooseAimsModel(
    GrowthReading reading,
    GrowthDesk desk,
    FrameworkReading frameworks,
    Rules rules,
    Words words,
    Viewer viewer
) : PageModel
{
    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary>The version of the aims that was changed.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Catalogue Catalogue { get; private set; } = null!;

    public bool Changed { get; private set; }

    public int AtMost => rules.Value.AimsAtMost;

    /// <summary>Each capability with what it looks like when others can rely on it.</summary>
    public IEnumerable<Choice> Choices =>
        Catalogue
            .Shown.Concat(Chosen.Select(Catalogue.Find).OfType<Capability>().Where(c => c.IsHidden))
            .Select(c => new Choice(c.Id, Catalogue.NameOf(c.Id, words), Catalogue.LevelOf(c.Id, 3, words)));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Catalogue = await frameworks.InUseAsync(cancellationToken);
        var now = await reading.ReadAsync(viewer, cancellationToken);
        Chosen = [.. now.Aims.Aims.Select(a => a.Capability)];
        Version = now.AimsVersion;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Catalogue = await frameworks.InUseAsync(cancellationToken);
        var chosen = Chosen.Distinct(StringComparer.Ordinal).Where(c => Catalogue.Find(c) is not null).ToList();
        if (chosen.Count == 0)
        {
            ModelState.AddModelError(nameof(Chosen), words["growth.choose.none"]);
        }
        else if (chosen.Count > AtMost)
        {
            ModelState.AddModelError(nameof(Chosen), words["growth.choose.too_many", AtMost]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var keeping = await desk.ChooseAsync(chosen, Version, cancellationToken);
        if (keeping.Kept == Kept.Done)
        {
            return this.Onward(GrowthLinks.RateOwnView);
        }

        Changed = true;
        Version = (await reading.ReadAsync(viewer, cancellationToken)).AimsVersion;
        ModelState.Remove(nameof(Version));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
