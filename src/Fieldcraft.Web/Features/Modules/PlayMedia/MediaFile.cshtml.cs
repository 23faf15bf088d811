using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Fieldcraft.Web.Features.Modules.PlayMedia;

/// <summary>The bytes of a medium, in parts where a player asks for parts; kept by the browser for the next time.</summary>
public sealed class MediaFileModel(FieldcraftDb db, Viewer viewer) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var media = ModuleMediaId.From(id);
        var found = await (
            from m in db.ModuleMedia.VisibleTo(db.Modules, viewer)
            where m.Id == media
            join file in db.MediaFiles on m.Id equals file.Id
            select new
            {
                file.Bytes,
                m.ContentType,
                m.FileName,
                m.Version,
            }
        ).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return NotFound();
        }

        // Nothing in a file runs, whatever it holds; and a weak line carries it once.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "private, max-age=86400";
        Response.Headers.Remove(HeaderNames.Pragma);
        return new FileContentResult(found.Bytes, found.ContentType!)
        {
            FileDownloadName = found.ContentType == "application/pdf" ? found.FileName : null,
            EnableRangeProcessing = true,
            EntityTag = new EntityTagHeaderValue($"\"{id:n}-{found.Version}\""),
        };
    }
}
