using System.Text.RegularExpressions;
using Fieldcraft.Domain.People.Importing;

namespace Fieldcraft.Domain.Experience;

/// <summary>One line of a job history as it was understood, for the person to look at before anything is kept.</summary>
/// <param name="Number">From 1, as the file counts its lines after the header.</param>
/// <param name="Finding">What speaks against taking it as it is, as a code; null when nothing does.</param>
public sealed record HistoryLine(int Number, string Title, int? FromYear, int? ToYear, string? Finding);

/// <summary>
/// Reads a job history: lines that somebody pastes, or the columns of a usual profile export. Nothing is guessed beyond that: a line becomes a past
/// experience without a challenge, and the person says what it was full of.
/// </summary>
public static partial class JobHistory
{
    public const string NoTitle = "no-title";
    public const string TooLong = "too-long";
    public const string Formula = "formula";
    public const string Years = "years";
    public const string Twice = "twice";
    public const string Known = "known";

    private static readonly string[] CompanyNames = ["company", "companyname", "organisation", "organization", "employer"];
    private static readonly string[] TitleNames = ["title", "position", "role", "jobtitle", "job"];
    private static readonly string[] StartNames = ["startedon", "started", "start", "startdate", "from"];
    private static readonly string[] EndNames = ["finishedon", "finished", "endedon", "end", "enddate", "to", "until"];

    /// <summary>Whether a header has a column for what the work was.</summary>
    public static bool HasColumns(IReadOnlyList<string> headers) => Column(headers, TitleNames) >= 0 || Column(headers, CompanyNames) >= 0;

    /// <summary>Rows under a header.</summary>
    /// <param name="told">What the person has told already, by title and first year.</param>
    public static IReadOnlyList<HistoryLine> OfTable(
        IReadOnlyList<string> headers,
        IEnumerable<IReadOnlyList<string>> rows,
        IReadOnlyCollection<(string Title, int? FromYear)> told
    )
    {
        var (title, company) = (Column(headers, TitleNames), Column(headers, CompanyNames));
        var (start, end) = (Column(headers, StartNames), Column(headers, EndNames));
        return Looked(
            rows.Select(cells =>
                (
                    string.Join(", ", new[] { Cell(cells, title), Cell(cells, company) }.Where(t => t.Length > 0)),
                    Year(Cell(cells, start)),
                    Year(Cell(cells, end))
                )
            ),
            told
        );
    }

    /// <summary>Free lines: the years are taken out of each, the rest is what it was.</summary>
    public static IReadOnlyList<HistoryLine> OfLines(IEnumerable<string> lines, IReadOnlyCollection<(string Title, int? FromYear)> told) =>
        Looked(
            lines
                .Where(l => !string.IsNullOrWhiteSpace(l))
                .Select(l =>
                {
                    var years = FourDigits()
                        .Matches(l)
                        .Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture))
                        .ToList();
                    return (Rest(l), years.Count > 0 ? years[0] : (int?)null, years.Count > 1 ? years[1] : (int?)null);
                }),
            told
        );

    /// <summary>The first year in a text such as "Mar 2019" or "2019-03-01"; null for "today" and for nothing.</summary>
    public static int? Year(string text) =>
        FourDigits().Match(text) is { Success: true } found
            ? int.Parse(found.Value, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static List<HistoryLine> Looked(
        IEnumerable<(string Title, int? From, int? To)> lines,
        IReadOnlyCollection<(string Title, int? FromYear)> told
    )
    {
        var seen = new HashSet<(string, int?)>();
        return
        [
            .. lines.Select(
                (line, i) =>
                    new HistoryLine(i + 1, Cleaned(line.Title), line.From, line.To, Finding(Cleaned(line.Title), line.From, line.To))
            ),
        ];

        string? Finding(string title, int? from, int? to) =>
            title.Length == 0 ? NoTitle
            : title.Length > PastExperienceContent.TitleLength ? TooLong
            : Formulas.IsFormula(title) ? Formula
            : to < from ? Years
            : told.Contains((title, from)) ? Known
            : !seen.Add((title, from)) ? Twice
            : null;
    }

    /// <summary>Without what hides or turns text: control characters, and marks of direction.</summary>
    private static string Cleaned(string text) =>
        string.Concat(text.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format))
            .Trim();

    private static string Rest(string line) => Edges().Replace(Spaces().Replace(Period().Replace(line, " "), " "), "");

    private static string Cell(IReadOnlyList<string> cells, int column) => column >= 0 && column < cells.Count ? cells[column].Trim() : "";

    private static int Column(IReadOnlyList<string> headers, string[] names)
    {
        var bare = headers.Select(h => string.Concat(h.Where(char.IsLetterOrDigit)).ToLowerInvariant()).ToList();
        return names.Select(n => bare.IndexOf(n)).Where(i => i >= 0).DefaultIfEmpty(-1).First();
    }

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)", RegexOptions.None, 200)]
    private static partial Regex FourDigits();

    /// <summary>Years, with a month before them and what joins two of them.</summary>
    [GeneratedRegex(
        @"\(?(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}{0,6}\.? )?(?<!\d)(?:19|20)\d\d(?!\d)\)?(?:\s*[–—-]\s*(?:today|now|present)\)?)?",
        RegexOptions.IgnoreCase,
        200
    )]
    private static partial Regex Period();

    [GeneratedRegex(@"\s{2,}", RegexOptions.None, 200)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[\s,;:–—•-]+|[\s,;:–—•(-]+$", RegexOptions.None, 200)]
    private static partial Regex Edges();
}
