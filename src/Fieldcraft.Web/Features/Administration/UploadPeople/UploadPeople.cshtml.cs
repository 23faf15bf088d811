using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.People;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Administration.UploadPeople;

[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class UploadPeopleModel(FieldcraftDb db, ImportDesk desk, Viewer viewer, Words words) : PageModel
{
    // A little more than the file, so that a file just too large still gets a sentence rather than an error page.
    private const int LargestRequest = DirectoryFile.LargestBytes + (4 * 1024 * 1024);

    [BindProperty, Required]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<StagedImport> Waiting { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            try
            {
                await using var stream = Upload!.OpenReadStream();
                var file = await DirectoryFile.ReadAsync(stream, cancellationToken);
                var (import, _) = await desk.StageAsync(viewer, file, Upload.FileName, null, cancellationToken);
                return this.Onward(AdministrationLinks.Check(import.Id));
            }
            catch (UnreadableFileException unreadable)
            {
                ModelState.AddModelError(nameof(Upload), words[$"import.file.{unreadable.Code}", [.. unreadable.Arguments]]);
            }
        }

        await LoadAsync(cancellationToken);
        return this.Again();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var me = (PersonId?)viewer.PersonId;
        Waiting = await db
            .StagedImports.AsNoTracking()
            .Where(i => i.StartedBy == me)
            .OrderByDescending(i => i.StartedAt)
            .ThenBy(i => i.Id)
            .Take(10)
            .ToListAsync(cancellationToken);
    }
}
