using Fieldcraft.Web.Features.Account;
using Fieldcraft.Web.Features.SignIn;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Shared;

/// <summary>What a person sees when something is not there, not open to them now, or broken here.</summary>
[Authorize(Policies.Anyone)]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(Words words, TimeProvider clock) : PageModel
{
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string? RequestId { get; private set; }

    /// <summary>The way on: a word and an address.</summary>
    public (string Word, string Address) Way { get; private set; } = ("error.page.home", "/");

    public void OnGet(int? status) => Show(status);

    public void OnPost(int? status) => Show(status);

    private void Show(int? status)
    {
        if (HttpContext.Items.ContainsKey(RefusedRequests.SealedItem) && HttpContext.ViewerOrNull() is { } viewer)
        {
            ShowSealed(viewer);
            return;
        }

        var kind = status switch
        {
            StatusCodes.Status404NotFound => "missing",
            StatusCodes.Status400BadRequest => "stale",
            _ => Outage.BroughtHere(HttpContext) ? "outage" : "bug",
        };
        if (kind == "outage")
        {
            Response.Headers.RetryAfter = Outage.RetryAfter;
        }

        (Title, Text) = (words[$"error.page.{kind}.title"], words[$"error.page.{kind}.text"]);
        RequestId = kind == "bug" ? HttpContext.TraceIdentifier : null;
    }

    /// <summary>Why the private items are shut: until a time, or in this kind of session.</summary>
    private void ShowSealed(Viewer viewer)
    {
        if (viewer.SealedAccess(clock.GetUtcNow()) == SealedAccess.ShutAfterReset)
        {
            var until = words.Moment(viewer.SealedShutUntil!.Value);
            (Title, Text) = (words["error.page.sealed_until.title", until], words["error.page.sealed_until.text", until]);
            Way = ("error.page.account", AccountLinks.Notices);
        }
        else
        {
            (Title, Text) = (words["error.page.sealed.title"], words["error.page.sealed.text"]);
            Way = ("error.page.sign_out", SignInLinks.Leave);
        }
    }
}
