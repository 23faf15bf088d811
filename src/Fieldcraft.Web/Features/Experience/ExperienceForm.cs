using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Experience;

internal static class ExperienceForm
{
    /// <summary>What attributes cannot say: how many challenges, the years in order, and a kind that exists.</summary>
    public static bool TakesIn(this PageModel page, ExperienceInput input, Knowledge knowledge, Rules rules, Words words)
    {
        if (!page.ModelState.IsValid)
        {
            return false;
        }

        foreach (var problem in input.ToContent().Problems(rules.Experience))
        {
            var field = problem.Path.Split('.')[0];
            page.ModelState.AddModelError(
                $"Told.{char.ToUpperInvariant(field[0])}{field[1..]}",
                problem.Code == InputProblems.WrongCount ? words["experience.challenges.too_many", rules.Experience.ChallengesAtMost]
                    : field == "toYear" ? words["experience.to.too_early"]
                    : words["error.wrong"]
            );
        }

        if (!string.IsNullOrEmpty(input.Archetype) && knowledge.Archetype(input.Archetype) is null)
        {
            page.ModelState.AddModelError("Told.Archetype", words["error.wrong"]);
        }

        return page.ModelState.IsValid;
    }
}
