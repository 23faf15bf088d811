using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Shared;

/// <summary>What a person sees when something is not there, not open to them now, or broken here.</summary>
[Authorize(Policies.Anyone)]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public string TitleKey { get; private set; } = "";
    public string TextKey { get; private set; } = "";
    public string? RequestId { get; private set; }

    public void OnGet(int? status) => Show(status);

    public void OnPost(int? status) => Show(status);

    private void Show(int? status)
    {
        var kind = HttpContext.Items.ContainsKey(RefusedRequests.SealedItem) ? "sealed"
            : status == StatusCodes.Status404NotFound ? "missing"
            : status == StatusCodes.Status400BadRequest ? "stale"
            : "bug";
        (TitleKey, TextKey) = ($"error.page.{kind}.title", $"error.page.{kind}.text");
        RequestId = kind == "bug" ? HttpContext.TraceIdentifier : null;
    }
}
