using Fieldcraft.Domain.Journal;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Journal;

/// <summary>A copy of one entry; the journal itself cannot be shared (DOMAIN 4.9).</summary>
internal sealed class ShareableEntry(JournalReading reading, Words words) : IShareable
{
    public SharedItemKind Kind => SharedItemKind.JournalEntry;

    public string AddressOf(Guid item) => JournalLinks.Entry(JournalEntryId.From(item));

    public async Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken) =>
        await reading.FindAsync(viewer, JournalEntryId.From(item), cancellationToken) is { } entry
            ? new SharedCopy(
                words["journal.entry.title", words.Moment(entry.WrittenAt)],
                [new SharedSection(entry.Prompt == JournalPrompt.None ? "" : words[$"journal.prompt.{entry.Prompt}"], entry.Text)]
            )
            : null;
}
