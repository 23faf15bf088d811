using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
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
        var captions = await (
            from m in db.ModuleMedia.AsNoTracking()
            where m.Id == media
            join module in db.Modules.VisibleTo(viewer) on m.ModuleId equals module.Id
            select m.Captions
        ).FirstOrDefaultAsync(cancellationToken);
        return captions is null ? NotFound() : Content(WebVtt.FileOf(captions), "text/vtt");
    }
}
