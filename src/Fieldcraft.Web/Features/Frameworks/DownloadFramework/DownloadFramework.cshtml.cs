using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Features.Frameworks.Files;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Frameworks.DownloadFramework;

/// <summary>An edition as a table or as a CASE package.</summary>
public sealed class DownloadFrameworkModel(FrameworkFiles files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string format, CancellationToken cancellationToken) =>
        await files.WriteAsync(FrameworkEditionId.From(id), format, cancellationToken) is { } file
            ? File(file.Content, file.Type, file.Name)
            : NotFound();
}
