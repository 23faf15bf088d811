using System.Globalization;
using System.Text;
using Fieldcraft.Domain.Experience;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Experience;

/// <summary>A job history as file or text, as far as it can be understood. Reads only; the person decides what is kept.</summary>
public sealed class HistoryReading(MapReading experiences, Rules rules)
{
    /// <summary>A job history is a page or two, never a database.</summary>
    public const int LargestBytes = 256 * 1024;
    public const int LargestRequest = LargestBytes * 4;
    public const int LongestText = 40_000;

    /// <exception cref="UnreadableFileException">Too large, too many lines, or no text with the columns of a job history.</exception>
    public async Task<IReadOnlyList<HistoryLine>> OfFileAsync(Viewer viewer, IFormFile upload, CancellationToken cancellationToken)
    {
        if (upload.Length > LargestBytes)
        {
            throw new UnreadableFileException("too-large", (LargestBytes / 1024).ToString(CultureInfo.InvariantCulture));
        }

        await using var stream = upload.OpenReadStream();
        return await OfTableAsync(viewer, await DirectoryFile.ReadAsync(stream, cancellationToken), cancellationToken);
    }

    /// <summary>Pasted text: the columns of an export where the first line has them, free lines otherwise.</summary>
    /// <inheritdoc cref="OfFileAsync"/>
    public async Task<IReadOnlyList<HistoryLine>> OfTextAsync(Viewer viewer, string text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UnreadableFileException("empty");
        }

        if (AsTable(text) is { } table)
        {
            return await OfTableAsync(viewer, table, cancellationToken);
        }

        var lines = text.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l)).ToList();
        RefuseTooMany(lines.Count);
        return JobHistory.OfLines(lines, await ToldAsync(viewer, cancellationToken));
    }

    private async Task<IReadOnlyList<HistoryLine>> OfTableAsync(Viewer viewer, DirectoryFile file, CancellationToken cancellationToken)
    {
        if (!JobHistory.HasColumns(file.Headers))
        {
            throw new UnreadableFileException("no-columns");
        }

        RefuseTooMany(file.Rows.Count);
        return JobHistory.OfTable(file.Headers, file.Rows.Select(r => r.Cells), await ToldAsync(viewer, cancellationToken));
    }

    private void RefuseTooMany(int lines)
    {
        if (lines == 0)
        {
            throw new UnreadableFileException("empty");
        }

        if (lines > rules.Experience.LinesAtMost)
        {
            throw new UnreadableFileException("too-many", rules.Experience.LinesAtMost.ToString(CultureInfo.InvariantCulture));
        }
    }

    private async Task<IReadOnlyCollection<(string Title, int? FromYear)>> ToldAsync(Viewer viewer, CancellationToken cancellationToken) =>
        (await experiences.ListAsync(viewer, null, rules.Experience.PastAtMost, cancellationToken))
            .Select(e => (e.Told.Title ?? "", e.Told.FromYear))
            .ToHashSet();

    private static DirectoryFile? AsTable(string text)
    {
        try
        {
            return DirectoryFile.Read(Encoding.UTF8.GetBytes(text)) is { } file && JobHistory.HasColumns(file.Headers) ? file : null;
        }
        catch (UnreadableFileException)
        {
            return null;
        }
    }
}
