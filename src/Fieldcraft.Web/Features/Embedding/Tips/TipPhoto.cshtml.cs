using Fieldcraft.Domain.Embedding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Fieldcraft.Web.Features.Embedding.Tips;

/// <summary>The photo of a tip that reaches the viewer; kept by the browser for the next time.</summary>
public sealed class TipPhotoModel(TipsReading reading, KeptSites sites) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.PhotoAsync(TipId.From(id), sites, cancellationToken) is not { } photo)
        {
            return NotFound();
        }

        // Nothing in a file runs, whatever it holds.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers.CacheControl = "private, max-age=86400";
        Response.Headers.Remove(HeaderNames.Pragma);
        return new FileContentResult(photo.Bytes, photo.Type);
    }
}
