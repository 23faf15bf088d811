using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Administration.ChooseTask;

public sealed class ChooseTaskModel : PageModel
{
    public void OnGet() { }
}
