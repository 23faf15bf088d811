using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Growth.ShowGaps;

public sealed class ShowGapsModel(GapReading reading, Viewer viewer) : PageModel
{
    public OpenGaps Now { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Now = await reading.ReadAsync(viewer, cancellationToken);
}
