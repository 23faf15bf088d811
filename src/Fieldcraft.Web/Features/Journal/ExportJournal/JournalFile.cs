using System.Text;
using Fieldcraft.Domain.Journal;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Journal.ExportJournal;

/// <summary>The whole journal as one Markdown file, opened for its owner.</summary>
internal static class JournalFile
{
    public const string Name = "journal.md";
    public const string ContentType = "text/markdown; charset=utf-8";

    public static async Task<byte[]> WriteAsync(JournalReading reading, Viewer viewer, Words words, CancellationToken cancellationToken)
    {
        var file = new StringBuilder("# ").Append(words["journal.title"]).Append('\n');
        await foreach (var entry in reading.AllAsync(viewer, cancellationToken))
        {
            file.Append("\n## ").Append(words.Moment(entry.WrittenAt)).Append("\n\n");
            if (entry.Prompt != JournalPrompt.None)
            {
                file.Append('*').Append(words[$"journal.prompt.{entry.Prompt}"]).Append("*\n\n");
            }

            file.Append(entry.Text.ReplaceLineEndings("\n")).Append('\n');
        }

        return Encoding.UTF8.GetBytes(file.ToString());
    }
}
