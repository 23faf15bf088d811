using System.Text;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Administration.ExportPeople;

/// <summary>The directory of the viewer's units as a file that can be imported again.</summary>
public sealed class ExportPeopleModel(DirectoryExport export, Viewer viewer) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await using (var writer = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            await export.WriteAsync(writer, ImportDesk.ScopeOf(viewer), cancellationToken);
        }

        return File(bytes.ToArray(), "text/csv; charset=utf-8", "people.csv");
    }
}
