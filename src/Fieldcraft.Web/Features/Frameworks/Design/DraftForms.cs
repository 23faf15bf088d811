using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Frameworks.Design;

/// <summary>What the forms of the draft share.</summary>
internal static class DraftForms
{
    /// <summary>Says at its field what the content would not take: <c>capabilities[2].examples[0]</c> belongs to the field Examples.</summary>
    public static PageResult AgainWith(this PageModel page, IEnumerable<InputProblem> problems, Words words)
    {
        foreach (var problem in problems)
        {
            var part = problem.Path.Split('.')[^1].Split('[')[0];
            var field = part is "examples" or "statements" ? $"Input.{char.ToUpperInvariant(part[0])}{part[1..]}" : "";
            page.ModelState.AddModelError(field, words[$"framework.problem.{problem.Code}"]);
        }

        return page.Again();
    }
}
