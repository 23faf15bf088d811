using System.Text.Json;
using Fieldcraft.Domain.People.Importing;

namespace Fieldcraft.Web.Features.Administration.Importing;

/// <summary>
/// A mapping as a file or an API call carries it: <c>{"columns": {"employeeId": "Personnel no"}, "dateOrder": "dayFirst"}</c>. The short form
/// <c>{"Personnel no": "employeeId"}</c> is understood too. Columns that it does not name are proposed as always.
/// </summary>
public static class MappingFile
{
    /// <exception cref="UnreadableFileException">It is no JSON, names no known column, or a header that the file lacks.</exception>
    public static ColumnMapping Read(string json, IReadOnlyList<string> headers)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            throw new UnreadableFileException("mapping-not-json");
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new UnreadableFileException("mapping-not-json");
            }

            var chosen = new Dictionary<DirectoryColumn, string>(ColumnMapping.Propose(headers).Chosen());
            DateOrder? dates = null;
            foreach (var said in document.RootElement.EnumerateObject())
            {
                if (said.NameEquals("columns") && said.Value.ValueKind == JsonValueKind.Object)
                {
                    foreach (var column in said.Value.EnumerateObject())
                    {
                        Take(chosen, headers, column);
                    }
                }
                else if (said.NameEquals("dateOrder"))
                {
                    dates = Enum.TryParse<DateOrder>(said.Value.ToString(), ignoreCase: true, out var order)
                        ? order
                        : throw new UnreadableFileException("mapping-date-order", said.Value.ToString());
                }
                else
                {
                    Take(chosen, headers, said);
                }
            }

            return ColumnMapping.Of(headers, chosen, dates);
        }
    }

    private static void Take(Dictionary<DirectoryColumn, string> chosen, IReadOnlyList<string> headers, JsonProperty said)
    {
        var value = said.Value.ValueKind == JsonValueKind.Null ? "" : said.Value.ToString();
        var (column, header) = DirectoryColumns.Named(said.Name) is { } named
            ? ((DirectoryColumn?)named, value)
            : (DirectoryColumns.Named(value), said.Name);
        if (column is not { } known)
        {
            throw new UnreadableFileException("mapping-column", said.Name);
        }

        if (header.Length == 0)
        {
            chosen.Remove(known);
        }
        else
        {
            chosen[known] =
                headers.FirstOrDefault(h => string.Equals(h, header.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw new UnreadableFileException("mapping-header", header);
        }
    }
}
