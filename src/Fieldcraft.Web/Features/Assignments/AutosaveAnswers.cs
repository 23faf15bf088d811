using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>What the autosave of this room says besides the common answers.</summary>
internal static class AutosaveAnswers
{
    /// <summary>Several fields differ: each with what the other tab kept.</summary>
    public static JsonResult SavedMeanwhile(this PageModel _, IReadOnlyDictionary<string, string> theirs, int version) =>
        new(new { theirs, version }) { StatusCode = StatusCodes.Status409Conflict };

    /// <summary>Not kept, and why: 400 with the sentence that stands beside the field.</summary>
    public static JsonResult NotSaved(this PageModel page, string word) =>
        new(new { message = page.HttpContext.RequestServices.GetRequiredService<Words>()[word] })
        {
            StatusCode = StatusCodes.Status400BadRequest,
        };
}
