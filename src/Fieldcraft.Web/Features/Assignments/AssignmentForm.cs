using Fieldcraft.Web.Content;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Assignments;

internal static class AssignmentForm
{
    /// <summary>What attributes cannot say: the days in order, and a kind that exists.</summary>
    public static bool TakesIn(this PageModel page, AssignmentInput input, Knowledge knowledge, Words words)
    {
        if (input.EndsBeforeItStarts)
        {
            page.ModelState.AddModelError("Assignment.EndsOn", words["assignment.ends.too_early"]);
        }

        if (!string.IsNullOrEmpty(input.Archetype) && knowledge.Archetype(input.Archetype) is null)
        {
            page.ModelState.AddModelError("Assignment.Archetype", words["error.wrong"]);
        }

        return page.ModelState.IsValid;
    }
}
