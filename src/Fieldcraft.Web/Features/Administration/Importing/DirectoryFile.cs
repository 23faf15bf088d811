using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Fieldcraft.Domain.People.Importing;

namespace Fieldcraft.Web.Features.Administration.Importing;

/// <summary>A file that cannot be read as a directory at all. The words are <c>import.file.CODE</c>.</summary>
public sealed class UnreadableFileException(string code, params string[] arguments) : Exception(code)
{
    public string Code { get; } = code;

    public IReadOnlyList<string> Arguments { get; } = arguments;
}

/// <summary>How much of a file is read at all.</summary>
/// <param name="Bytes">Of the whole file.</param>
/// <param name="Columns">In one line.</param>
/// <param name="Cell">Characters of one cell.</param>
public sealed record FileLimits(int Bytes, int Columns, int Cell);

/// <summary>The rows of an uploaded directory file, whatever encoding and separator the other system chose.</summary>
public sealed class DirectoryFile
{
    public const int LargestBytes = 20 * 1024 * 1024;
    public const int MostColumns = 200;
    public const int LongestCell = 2000;
    private static readonly FileLimits Usual = new(LargestBytes, MostColumns, LongestCell);
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    static DirectoryFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private DirectoryFile(IReadOnlyList<string> headers, IReadOnlyList<FileRow> rows, string encoding, char separator) =>
        (Headers, Rows, EncodingName, Separator) = (headers, rows, encoding, separator);

    public IReadOnlyList<string> Headers { get; }

    public IReadOnlyList<FileRow> Rows { get; }

    public string EncodingName { get; }

    public char Separator { get; }

    /// <exception cref="UnreadableFileException">The file is too large, empty, or no text with columns.</exception>
    public static async Task<DirectoryFile> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var part = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(part, cancellationToken)) > 0)
        {
            if (buffer.Length + read > LargestBytes)
            {
                throw TooLarge(Usual);
            }

            await buffer.WriteAsync(part.AsMemory(0, read), cancellationToken);
        }

        return Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    /// <inheritdoc cref="ReadAsync"/>
    public static DirectoryFile Read(ReadOnlySpan<byte> bytes) => Read(bytes, Usual);

    /// <summary>The rows of another kind of table, within its own limits.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static DirectoryFile Read(ReadOnlySpan<byte> bytes, FileLimits limits)
    {
        var (text, encoding) = Decode(bytes);
        var (separator, skip) = FindSeparator(text);
        var rows = Parse(text, separator, skip, limits);
        if (rows is not [var head, ..])
        {
            throw new UnreadableFileException("empty");
        }

        var headers = Distinct(head.Cells);
        if (headers.Count < 2)
        {
            throw new UnreadableFileException("no-columns");
        }

        return new DirectoryFile(headers, rows.GetRange(1, rows.Count - 1), encoding, separator);
    }

    /// <summary>Everything after the last slash of either kind, without what could hide or break something.</summary>
    public static string SafeName(string? name, int length)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var safe = string.Concat(last.Where(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ')).Trim(' ', '.');
        return safe.Length == 0 ? "people.csv" : safe[..Math.Min(safe.Length, length)];
    }

    internal static UnreadableFileException TooLarge(FileLimits limits) =>
        new("too-large", (limits.Bytes / 1024 / 1024).ToString(CultureInfo.InvariantCulture));

    private static (string Text, string Encoding) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            throw new UnreadableFileException("empty");
        }

        if (bytes.StartsWith("PK"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new UnreadableFileException("spreadsheet");
        }

        Encoding? found =
            bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || ZeroesAt(bytes, 1) ? Encoding.Unicode
            : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || ZeroesAt(bytes, 0) ? Encoding.BigEndianUnicode
            : null;
        if (found is null && bytes.Contains((byte)0))
        {
            throw new UnreadableFileException("not-text");
        }

        if (found is null)
        {
            try
            {
                return (new UTF8Encoding(false, true).GetString(bytes).TrimStart('\uFEFF'), "UTF-8");
            }
            catch (DecoderFallbackException)
            {
                found = Encoding.GetEncoding(1252);
            }
        }

        var text = found.GetString(bytes).TrimStart('\uFEFF');
        return text.Contains('\0', StringComparison.Ordinal) ? throw new UnreadableFileException("not-text") : (text, found.WebName);
    }

    /// <summary>UTF-16 without a mark: every other byte of the header is zero.</summary>
    private static bool ZeroesAt(ReadOnlySpan<byte> bytes, int offset)
    {
        var (zeroes, pairs) = (0, Math.Min(bytes.Length / 2, 40));
        for (var pair = 0; pair < pairs; pair++)
        {
            zeroes += bytes[(pair * 2) + offset] == 0 ? 1 : 0;
        }

        return pairs > 0 && zeroes > pairs * 3 / 4;
    }

    /// <returns>The separator, and how many lines stand before the header: one where a spreadsheet wrote its <c>sep=</c> line.</returns>
    private static (char Separator, int Skip) FindSeparator(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        if (first.Trim('"').StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && first.Trim('"').Length == 5)
        {
            return (first.Trim('"')[4], 1);
        }

        var quoted = false;
        var counts = new int[Separators.Length];
        foreach (var letter in first)
        {
            quoted ^= letter == '"';
            var place = quoted ? -1 : Array.IndexOf(Separators, letter);
            if (place >= 0)
            {
                counts[place]++;
            }
        }

        return (Separators[Array.IndexOf(counts, counts.Max())], 0);
    }

    private static List<FileRow> Parse(string text, char separator, int skip, FileLimits limits)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            BadDataFound = null,
            MaxFieldSize = limits.Cell,
        };
        var rows = new List<FileRow>();
        try
        {
            using var parser = new CsvParser(new StringReader(text), configuration);
            var line = 1;
            while (parser.Read())
            {
                // RawRow is the line a record ends on; the next one begins after it.
                var cells = parser.Record!;
                if (cells.Length > limits.Columns)
                {
                    throw new UnreadableFileException("too-many-columns", line.ToString(CultureInfo.InvariantCulture));
                }

                if (line > skip && !(rows.Count == 0 && cells.All(string.IsNullOrWhiteSpace)))
                {
                    rows.Add(new FileRow(line, cells));
                }

                line = parser.RawRow + 1;
            }
        }
        catch (MaxFieldSizeException)
        {
            throw new UnreadableFileException("cell-too-long", limits.Cell.ToString(CultureInfo.InvariantCulture));
        }
        catch (CsvHelperException)
        {
            throw new UnreadableFileException("not-text");
        }

        return rows;
    }

    private static List<string> Distinct(IReadOnlyList<string> headers)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var distinct = new List<string>();
        foreach (var header in headers.Select(h => h.Trim()))
        {
            var times = seen[header] = seen.GetValueOrDefault(header) + 1;
            distinct.Add(times == 1 ? header : $"{header} ({times.ToString(CultureInfo.InvariantCulture)})");
        }

        return distinct;
    }
}
