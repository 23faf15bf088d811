using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features;

/// <summary>The few ways a page answers, so that all answer alike.</summary>
public static class PageAnswers
{
    public const string FlashKey = "flash";

    /// <summary>The same page again with what was typed and what to mend: 400.</summary>
    public static PageResult Again(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }

    /// <summary>The same page with why this is not possible now: 409.</summary>
    public static PageResult Refused(this PageModel page, Refusal refusal)
    {
        var words = page.HttpContext.RequestServices.GetRequiredService<Words>();
        page.ModelState.AddModelError("", words[$"refusal.{refusal.Code}", refusal.Arguments]);
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        return page.Page();
    }

    /// <summary>The same page with how long to wait, also in Retry-After: 429.</summary>
    /// <param name="word">Takes minutes.</param>
    public static PageResult TooMany(this PageModel page, TimeSpan wait, string word = "sign_in.wait")
    {
        var words = page.HttpContext.RequestServices.GetRequiredService<Words>();
        page.ModelState.AddModelError("", words.Count(word, (int)Math.Ceiling(wait.TotalMinutes)));
        page.Response.SetTooMany(wait);
        return page.Page();
    }

    /// <summary>Counts a try of a link that needs no account. Null when it may go on; else the page as it is without the link's content: 429.</summary>
    public static async Task<PageResult?> TooManyAsync(
        this PageModel page,
        LinkTries tries,
        Throttle throttle,
        CancellationToken cancellationToken
    )
    {
        if (await tries.TakeAsync(throttle, page.HttpContext, cancellationToken) is not { } wait)
        {
            return null;
        }

        page.Response.SetTooMany(wait);
        return page.Page();
    }

    /// <summary>On to the next page, which says once what was done: the word is a key, never a private text.</summary>
    public static RedirectResult Onward(this PageModel page, string address, string? flash = null)
    {
        if (flash is not null)
        {
            page.TempData[FlashKey] = flash;
        }

        return new RedirectResult(address);
    }

    /// <summary>Whether the page's script saves as the person types, and wants JSON back.</summary>
    public static bool IsAutosave(this HttpRequest request) => request.Headers.ContainsKey("X-Fieldcraft-Autosave");

    /// <summary>What the script writes beside the field: when it was saved, and the version to send next time.</summary>
    public static JsonResult Saved(this PageModel page, DateTimeOffset at, int version) =>
        new(new { savedAt = page.HttpContext.RequestServices.GetRequiredService<Words>().Clock(at), version });

    /// <summary>Somebody, or the other tab, saved another version: 409 with theirs, so that neither is lost.</summary>
    public static JsonResult SavedMeanwhile(this PageModel _, string theirs, int version) =>
        new(new { theirs, version }) { StatusCode = StatusCodes.Status409Conflict };
}
