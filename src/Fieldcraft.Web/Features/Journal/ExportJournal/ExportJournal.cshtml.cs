using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Journal.ExportJournal;

/// <summary>Says what the file is before it is made: outside, nothing keeps it shut.</summary>
public sealed class ExportJournalModel(JournalReading reading, Viewer viewer, Words words) : PageModel
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        File(await JournalFile.WriteAsync(reading, viewer, words, cancellationToken), JournalFile.ContentType, JournalFile.Name);
}
