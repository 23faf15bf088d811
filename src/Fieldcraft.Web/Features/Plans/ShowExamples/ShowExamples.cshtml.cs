using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Plans.ShowExamples;

public sealed class ShowExamplesModel(PlanContent content) : PageModel
{
    public IReadOnlyList<ExamplePlan> Examples => content.Examples;

    public void OnGet() { }
}
