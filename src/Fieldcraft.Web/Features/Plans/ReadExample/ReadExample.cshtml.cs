using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Plans.ReadExample;

public sealed class ReadExampleModel(PlanContent content) : PageModel
{
    public ExamplePlan? Example { get; private set; }

    public IActionResult OnGet(string example) => (Example = content.Example(example)) is null ? NotFound() : Page();
}
