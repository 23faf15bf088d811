using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Sharing.SharedWithMe;

public sealed class SharedWithMeModel(SharingReading reading, Viewer viewer) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<CopyLine> Copies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Copies = await reading.WithMeAsync(viewer, null, Most, cancellationToken);
}
