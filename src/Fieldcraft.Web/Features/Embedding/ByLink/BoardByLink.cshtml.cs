using Fieldcraft.Web.Features.Embedding.Boards;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Embedding.ByLink;

/// <summary>A board on a screen that nobody is signed in at. A secret that opens nothing looks like an address that is not there.</summary>
public sealed class BoardByLinkModel(BoardReading reading, Throttle throttle) : PageModel
{
    public const int LooksAgainAfterSeconds = 60;
    private const int WrongTriesAMinute = 30;

    public BoardContent Board { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await reading.ByLinkAsync(secret, cancellationToken) is { } board)
        {
            Board = board;
            return Page();
        }

        // Only wrong addresses are counted: many screens of one building look once a minute.
        var key = $"board:{HttpContext.Connection.RemoteIpAddress}";
        if (await throttle.TakeAsync(key, WrongTriesAMinute, TimeSpan.FromMinutes(1), cancellationToken) is { } wait)
        {
            Response.SetTooMany(wait);
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return NotFound();
    }
}
