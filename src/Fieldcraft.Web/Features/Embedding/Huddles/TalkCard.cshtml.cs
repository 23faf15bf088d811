using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.Huddles;

/// <summary>Three questions for a talk between two people about a module. There is nothing to fill in, and nothing is kept about anybody.</summary>
public sealed class TalkCardModel(KeptSites sites, Words words, Viewer viewer, TimeProvider clock) : PageModel
{
    public KeptSite Site { get; private set; } = null!;

    public OpenedModule? Module { get; private set; }

    public IReadOnlyList<string> Questions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid site, CancellationToken cancellationToken)
    {
        if (!viewer.MayReadGuides() || await sites.WithAsync(UnitId.From(site), KitPiece.TalkCard, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Site = found;
        var today = words.Today(clock.GetUtcNow());
        if (await sites.NewestAsync(found.Site, today, cancellationToken) is var (module, content))
        {
            Module = module;
            var signs = content.Signs.Select(s => s.In(viewer.Language, content.Language)).Where(s => s.Length > 0).ToList();
            Questions =
            [
                words["embedding.talk.tried", module.Title],
                signs.Count > 0
                    ? words["embedding.talk.sign", signs[module.WeekOn(today) % signs.Count]]
                    : words["embedding.talk.sign.general"],
                words["embedding.talk.help"],
            ];
        }

        return Page();
    }
}
