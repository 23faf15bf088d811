using System.Globalization;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.People.Importing;

namespace Fieldcraft.Domain.Frameworks.Importing;

/// <summary>
/// A framework as a table: a row for each capability. A column that is missing leaves what stands; a column named by a challenge id holds 0–3.
/// Lists stand one entry a line in their cell, or in numbered columns such as <c>example 2</c>.
/// </summary>
public sealed class FrameworkTable
{
    /// <summary>More rows than this are no framework.</summary>
    public const int RowsAtMost = 500;
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["key"] = "id",
        ["code"] = "id",
        ["capability_id"] = "id",
        ["capability"] = "name",
        ["competency"] = "name",
        ["competence"] = "name",
        ["title"] = "name",
        ["best_seen_by"] = "seen_by",
        ["raters"] = "seen_by",
        ["example"] = "examples",
        ["example_events"] = "examples",
        ["achievements"] = "examples",
        ["statement"] = "statements",
        ["behaviours"] = "statements",
        ["behaviors"] = "statements",
        ["indicators"] = "statements",
        ["is_hidden"] = "hidden",
    };
    private readonly ILookup<string, int> _columns;

    private FrameworkTable(IReadOnlyList<string> headers) =>
        _columns = headers.Select((h, place) => (Column: ColumnOf(h), place)).ToLookup(c => c.Column, c => c.place, StringComparer.Ordinal);

    /// <summary>The columns of an export, in its order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "id",
        "name",
        "level1",
        "level2",
        "level3",
        "level4",
        "seen_by",
        "examples",
        "statements",
        "hidden",
        .. ChallengeDimension.All.Select(d => d.Id),
    ];

    public static FrameworkFile Read(IReadOnlyList<string> headers, IReadOnlyList<FileRow> rows)
    {
        var table = new FrameworkTable(headers);
        List<ReadFinding> findings =
        [
            .. table._columns.Contains("id") || table._columns.Contains("name")
                ? Array.Empty<ReadFinding>()
                : [new ReadFinding("1", "id, name", "", "no-name-column")],
            .. rows.Count > RowsAtMost
                ? [new ReadFinding("1", "", rows.Count.ToString(CultureInfo.InvariantCulture), "too-many-rows")]
                : Array.Empty<ReadFinding>(),
        ];
        return new FrameworkFile(
            rows.Count > RowsAtMost ? [] : [.. rows.Where(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c))).Select(table.Capability)],
            findings,
            [
                .. headers
                    .Where(h => h.Length > 0 && !Columns.Contains(ColumnOf(h), StringComparer.Ordinal))
                    .Select(h => new ReadFinding("1", ReadFindings.Shown(h), "", "unknown-column")),
            ]
        );
    }

    private ReadCapability Capability(FileRow row)
    {
        var findings = new List<ReadFinding>();
        var place = row.Line.ToString(CultureInfo.InvariantCulture);
        var (groups, stranger) = RaterGroups.Read(Cell("seen_by") ?? "");
        if (stranger is not null)
        {
            Find("seen_by", stranger, ReadFindings.Unknown);
        }

        foreach (var (name, text) in _columns.SelectMany(c => c.Select(at => (c.Key, RawAt(at)))).Where(c => Formulas.IsFormula(c.Item2)))
        {
            Find(name, text, ReadFindings.Formula);
        }

        var id = Cell("id");
        if (id is { Length: > 0 } && !FrameworkContent.IsId(id))
        {
            Find("id", id, ReadFindings.NotAnId);
        }

        return new ReadCapability
        {
            Place = place,
            Id = string.IsNullOrEmpty(id) ? null : id,
            Name = Cell("name") is { Length: > 0 } name2 ? name2 : null,
            LevelTexts = Levels(),
            BestSeenBy = _columns.Contains("seen_by") ? groups : null,
            Examples = Lines("examples"),
            Statements = Lines("statements"),
            IsHidden = Hidden(),
            Weights = Weights(),
            Findings = findings,
        };

        void Find(string field, string value, string code) => findings.Add(new ReadFinding(place, field, ReadFindings.Shown(value), code));

        string RawAt(int column) => column < row.Cells.Count ? row.Cells[column].Trim() : "";

        string? Cell(string column) => _columns.Contains(column) ? Formulas.Restore(RawAt(_columns[column].First())) : null;

        IReadOnlyList<string>? Lines(string column) =>
            _columns.Contains(column)
                ?
                [
                    .. _columns[column]
                        .SelectMany(at =>
                            Formulas.Restore(RawAt(at)).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                        ),
                ]
                : null;

        // All four empty says nothing of the levels; some of them empty is a gap that the plan names.
        IReadOnlyList<string>? Levels()
        {
            string[] levels = [.. Enumerable.Range(1, Frameworks.Capability.Levels).Select(l => Cell($"level{l}") ?? "")];
            return Array.TrueForAll(levels, l => l.Length == 0) ? null : levels;
        }

        bool? Hidden()
        {
            switch (Cell("hidden")?.ToUpperInvariant())
            {
                case null:
                    return null;
                case "" or "NO" or "0" or "FALSE" or "N":
                    return false;
                case "YES" or "1" or "TRUE" or "Y":
                    return true;
                default:
                    Find("hidden", Cell("hidden")!, ReadFindings.Unknown);
                    return null;
            }
        }

        IReadOnlyDictionary<string, int>? Weights()
        {
            var weights = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var dimension in ChallengeDimension.All.Select(d => d.Id).Where(_columns.Contains))
            {
                var text = Cell(dimension)!;
                if (text.Length == 0)
                {
                    weights[dimension] = 0;
                }
                else if (text.Length == 1 && text[0] is >= '0' and <= '3')
                {
                    weights[dimension] = text[0] - '0';
                }
                else
                {
                    Find(dimension, text, ReadFindings.OutOfRange);
                }
            }

            return weights.Count == 0 ? null : weights;
        }
    }

    /// <summary>The column that a header means: its words in small letters, numbers at the end of a list's name left out.</summary>
    private static string ColumnOf(string header)
    {
        var word = string.Join('_', header.ToLowerInvariant().Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries));
        var name = word.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('_');
        var number = word[name.Length..].TrimStart('_');
        return name switch
        {
            "level" or "indicator" when number is "1" or "2" or "3" or "4" => $"level{number}",
            "example" or "statement" or "behaviour" or "behavior" => Synonyms.GetValueOrDefault(name) ?? "statements",
            _ => Synonyms.GetValueOrDefault(word) ?? word,
        };
    }
}
