using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Web.Features.Administration.Importing;

namespace Fieldcraft.Web.Features.Outcomes.Figures;

/// <summary>Figures by site and week from a file with the columns <c>site</c>, <c>week</c> and those of the measure's kind.</summary>
internal static class FigureFile
{
    private static readonly FileLimits Limits = new(FigureImport.BytesAtMost, 30, 200);

    /// <exception cref="UnreadableFileException">No table, too large, or a column is missing.</exception>
    public static IReadOnlyList<WrittenFigure> Read(ReadOnlySpan<byte> bytes, MeasureKind kind)
    {
        if (bytes.Length > FigureImport.BytesAtMost)
        {
            throw DirectoryFile.TooLarge(Limits);
        }

        var file = DirectoryFile.Read(bytes, Limits);
        var (site, week) = (Place(file, "site"), Place(file, "week"));
        var columns = FigurePlanning.ColumnsOf(kind).Select(c => (Name: c, At: Place(file, c))).ToList();
        return
        [
            .. file
                .Rows.Where(r => !r.Cells.All(string.IsNullOrWhiteSpace))
                .Select(r => new WrittenFigure(
                    r.Line,
                    Cell(r.Cells, site),
                    Cell(r.Cells, week),
                    columns.ToDictionary(c => c.Name, c => Cell(r.Cells, c.At), StringComparer.Ordinal)
                )),
        ];
    }

    private static string Cell(IReadOnlyList<string> cells, int at) => at < cells.Count ? cells[at].Trim() : "";

    private static int Place(DirectoryFile file, string column)
    {
        var at = file.Headers.ToList().FindIndex(h => string.Equals(h.Trim(), column, StringComparison.OrdinalIgnoreCase));
        return at >= 0 ? at : throw new UnreadableFileException("column-missing", column);
    }
}
