using System.Globalization;
using System.Text;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Frameworks.Importing;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Frameworks.Files;

/// <summary>A file to hand out.</summary>
public sealed record WrittenFile(byte[] Content, string Type, string Name);

/// <summary>Reads and writes the framework as files: tables as spreadsheets write them, and CASE packages.</summary>
public sealed class FrameworkFiles(
    FieldcraftDb db,
    FrameworkReading reading,
    FrameworkDesk desk,
    FrameworkTexts texts,
    Words words,
    Viewer viewer
)
{
    public const string Table = "csv";
    public const string Package = "json";

    /// <summary>A framework is small; whatever is larger is something else.</summary>
    public static readonly FileLimits Limits = new(1024 * 1024, Columns: 100, Cell: 8_000);

    /// <exception cref="UnreadableFileException">Too large, empty, or no text with columns.</exception>
    public static FrameworkFile Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Limits.Bytes)
        {
            throw DirectoryFile.TooLarge(Limits);
        }

        var begin = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        begin = begin.TrimStart(" \t\r\n"u8);
        if (begin.Length > 0 && begin[0] is (byte)'{' or (byte)'[')
        {
            return CasePackage.Read(Encoding.UTF8.GetString(begin));
        }

        var file = DirectoryFile.Read(bytes, Limits);
        return FrameworkTable.Read(file.Headers, file.Rows);
    }

    /// <summary>An edition, or the draft for those who may design.</summary>
    /// <returns>Null when the viewer may read no such edition, or the format is neither.</returns>
    public async Task<WrittenFile?> WriteAsync(FrameworkEditionId id, string format, CancellationToken cancellationToken)
    {
        var draft = viewer.MayDesignFramework() ? await desk.DraftAsync(cancellationToken) : null;
        var catalogue = draft?.Id == id ? draft.ToCatalogue() : await reading.FindAsync(id, cancellationToken);
        if (catalogue is null || format is not (Table or Package))
        {
            return null;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"framework-{catalogue.Number}.{format}");
        var content = texts.Full(catalogue.Content);
        return format == Table
            ? new WrittenFile(CsvTable.Of([FrameworkTable.Columns, .. LinesOf(content)]), CsvTable.Type, name)
            : new WrittenFile(await PackageOfAsync(catalogue, content, cancellationToken), "application/json", name);
    }

    private static IEnumerable<string[]> LinesOf(FrameworkContent content)
    {
        foreach (var c in content.Capabilities)
        {
            var weights = content.WeightsOf(c.Id);
            yield return
            [
                c.Id,
                c.Name!,
                .. c.LevelTexts!,
                RaterGroups.Write(c.BestSeenBy),
                string.Join('\n', c.Examples),
                string.Join('\n', c.Statements),
                c.IsHidden ? "yes" : "",
                .. ChallengeDimension.All.Select(d => weights.GetValueOrDefault(d.Id).ToString(CultureInfo.InvariantCulture)),
            ];
        }
    }

    private async Task<byte[]> PackageOfAsync(Catalogue catalogue, FrameworkContent content, CancellationToken cancellationToken)
    {
        var id = catalogue.Id;
        var installation = await db.Installations.AsNoTracking().Select(i => new { i.Name, i.MadeAt }).SingleAsync(cancellationToken);
        var edition = await db
            .FrameworkEditions.Where(e => e.Id == id)
            .Select(e => new { At = e.PublishedAt ?? e.StartedAt })
            .FirstOrDefaultAsync(cancellationToken);
        return new CaseExport(
            content,
            words["framework.title.edition", catalogue.Number],
            installation.Name is { Length: > 0 } name ? name : "Fieldcraft",
            catalogue.Number.ToString(CultureInfo.InvariantCulture),
            edition?.At ?? installation.MadeAt
        ).Write();
    }
}
