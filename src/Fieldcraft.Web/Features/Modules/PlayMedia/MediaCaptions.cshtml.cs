using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Modules.PlayMedia;

/// <summary>The captions of an upload, as a player reads them.</summary>
public sealed class MediaCaptionsModel(FieldcraftDb db, Viewer viewer) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var media = ModuleMediaId.From(id);
        var captions = await db
            .ModuleMedia.VisibleTo(db.Modules, viewer)
            .Where(m => m.Id == media)
            .Select(m => m.Captions)
            .FirstOrDefaultAsync(cancellationToken);
        return captions is null ? NotFound() : Content(WebVtt.FileOf(captions), "text/vtt");
    }
}
