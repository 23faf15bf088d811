using Fieldcraft.Domain.Journal;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Journal.ListEntries;

public sealed class ListEntriesModel(JournalReading reading, Viewer viewer) : PageModel
{
    private const int BeginningLength = 280;

    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    public IReadOnlyList<OpenEntry> Entries { get; private set; } = [];

    /// <summary>The entry after which older ones follow.</summary>
    public JournalEntryId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Search = string.IsNullOrWhiteSpace(Search) ? null : Search.Trim();
        if (Search is not null)
        {
            Entries = await reading.SearchAsync(viewer, Search, null, JournalReading.PageSize, cancellationToken);
            return;
        }

        var after = After is { } id ? JournalEntryId.From(id) : (JournalEntryId?)null;
        var entries = await reading.ListAsync(viewer, after, JournalReading.PageSize + 1, cancellationToken);
        Entries = [.. entries.Take(JournalReading.PageSize)];
        More = entries.Count > JournalReading.PageSize ? Entries[^1].Id : null;
    }

    public static string Beginning(string text) => text.Length <= BeginningLength ? text : $"{text[..BeginningLength].TrimEnd()} …";
}
