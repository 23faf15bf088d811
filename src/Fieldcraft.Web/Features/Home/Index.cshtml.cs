using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Home;

public sealed class IndexModel(Viewer viewer) : PageModel
{
    public string Name => viewer.Name;

    public void OnGet() { }
}
