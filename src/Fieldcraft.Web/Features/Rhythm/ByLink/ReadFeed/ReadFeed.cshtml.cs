using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Rhythm.ByLink.ReadFeed;

/// <summary>A person's calendar for the program that holds its secret. A secret that opens nothing looks like an address that is not there.</summary>
public sealed class ReadFeedModel(CalendarReading calendar, Throttle throttle) : PageModel
{
    private const int TriesAMinute = 60;

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellationToken)
    {
        if (
            await throttle.TakeAsync(
                $"calendar:{HttpContext.Connection.RemoteIpAddress}",
                TriesAMinute,
                TimeSpan.FromMinutes(1),
                cancellationToken
            ) is
            { } wait
        )
        {
            Response.SetTooMany(wait);
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return await calendar.FeedAsync(secret, cancellationToken) is { } feed ? File(feed, CalendarText.MediaType) : NotFound();
    }
}
