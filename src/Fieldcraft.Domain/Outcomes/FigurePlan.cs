using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.People;

namespace Fieldcraft.Domain.Outcomes;

/// <summary>A line of figures as somebody wrote it, in a file or a request. What is no number is null there and refused.</summary>
/// <param name="Cells">By the column's name, as typed.</param>
public sealed record WrittenFigure(int Line, string Site, string Week, IReadOnlyDictionary<string, string> Cells)
{
    public string Cell(string column) => Cells.GetValueOrDefault(column, "").Trim();
}

/// <summary>Why a line is refused. The words are <c>outcomes.reason.CODE</c>.</summary>
public sealed record FigureProblem(int Line, string Column, string Value, string Code);

/// <summary>A line that would be taken in.</summary>
/// <param name="Replaces">What stands there now and goes; null for a new week.</param>
public sealed record PlannedFigure(int Line, UnitId Site, string SiteName, DateOnly Week, Moments Figures, Moments? Replaces);

/// <summary>What a file or a request would do, line by line; nothing is changed by planning.</summary>
/// <param name="Unchanged">Lines that say what stands there already.</param>
public sealed record FigurePlan(IReadOnlyList<PlannedFigure> Taken, int Unchanged, IReadOnlyList<FigureProblem> Refused)
{
    public int Create => Taken.Count(t => t.Replaces is null);

    public int Change => Taken.Count - Create;

    /// <summary>Changes when another plan comes out, because figures or sites changed meanwhile.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        Taken.Select(t =>
                            string.Create(CultureInfo.InvariantCulture, $"{t.Site.Value} {t.Week:O} {t.Figures} {t.Replaces}")
                        )
                    )
                )
            )
        )[..16];
}

/// <summary>Reads lines of figures against the sites of a programme and what stands there already.</summary>
public sealed class FigurePlanning(MeasureKind kind, IReadOnlyCollection<(UnitId Id, string Name)> sites, DateOnly today)
{
    private const double NumberAtMost = 1e9;
    private readonly ILookup<string, (UnitId Id, string Name)> _byName = sites.ToLookup(s => FoldedName.Of(s.Name), StringComparer.Ordinal);

    /// <summary>The columns beside <c>site</c> and <c>week</c>.</summary>
    public static IReadOnlyList<string> ColumnsOf(MeasureKind kind) =>
        kind switch
        {
            MeasureKind.Promoters => ["promoters", "passives", "detractors"],
            MeasureKind.Share => ["numerator", "denominator"],
            MeasureKind.Mean => ["mean", "n", "s"],
            _ => ["count"],
        };

    public FigurePlan Plan(IEnumerable<WrittenFigure> lines, IReadOnlyDictionary<(UnitId Site, DateOnly Week), Moments> standing)
    {
        var (taken, refused, unchanged) = (new List<PlannedFigure>(), new List<FigureProblem>(), 0);
        var seen = new HashSet<(UnitId, DateOnly)>();
        foreach (var line in lines)
        {
            if (
                SiteOf(line, refused) is not { } site
                || WeekOf(line, refused) is not { } week
                || FiguresOf(line, refused) is not { } figures
            )
            {
                continue;
            }

            if (!seen.Add((site.Id, week)))
            {
                refused.Add(new FigureProblem(line.Line, "week", line.Week, "twice"));
            }
            else if (standing.TryGetValue((site.Id, week), out var stands) && stands == figures)
            {
                unchanged++;
            }
            else
            {
                taken.Add(
                    new PlannedFigure(
                        line.Line,
                        site.Id,
                        site.Name,
                        week,
                        figures,
                        standing.TryGetValue((site.Id, week), out var old) ? old : null
                    )
                );
            }
        }

        return new FigurePlan(taken, unchanged, refused);
    }

    private (UnitId Id, string Name)? SiteOf(WrittenFigure line, List<FigureProblem> refused)
    {
        var said = line.Site.Trim();
        var found = Guid.TryParse(said, out var id) ? [.. sites.Where(s => s.Id.Value == id)] : _byName[FoldedName.Of(said)].ToList();
        if (found is [var site])
        {
            return site;
        }

        refused.Add(
            new FigureProblem(
                line.Line,
                "site",
                said,
                said.Length == 0 ? "missing"
                    : found.Count == 0 ? "site-unknown"
                    : "site-ambiguous"
            )
        );
        return null;
    }

    private DateOnly? WeekOf(WrittenFigure line, List<FigureProblem> refused)
    {
        var week = FigureWeek.Read(line.Week);
        var code =
            string.IsNullOrWhiteSpace(line.Week) ? "missing"
            : week is not { } day ? "not-a-week"
            : day.DayOfWeek != DayOfWeek.Monday ? "not-a-monday"
            : day > today ? "week-to-come"
            : null;
        if (code is null)
        {
            return week;
        }

        refused.Add(new FigureProblem(line.Line, "week", line.Week.Trim(), code));
        return null;
    }

    private Moments? FiguresOf(WrittenFigure line, List<FigureProblem> refused)
    {
        var before = refused.Count;
        var figures = kind switch
        {
            MeasureKind.Promoters => Promoters(
                Whole(line, "promoters", refused),
                Whole(line, "passives", refused),
                Whole(line, "detractors", refused)
            ),
            MeasureKind.Share => Share(line, Whole(line, "numerator", refused), Whole(line, "denominator", refused), refused),
            MeasureKind.Mean => MeanOf(line, Number(line, "mean", refused), Whole(line, "n", refused), Number(line, "s", refused), refused),
            _ => Number(line, "count", refused) is { } count ? Moments.OfCount(count) : (Moments?)null,
        };
        if (figures is null || refused.Count > before)
        {
            return null;
        }

        if (figures.Value.N == 0)
        {
            var column = ColumnsOf(kind)[kind == MeasureKind.Promoters ? 0 : 1];
            refused.Add(new FigureProblem(line.Line, column, line.Cell(column), "nobody"));
            return null;
        }

        return figures;
    }

    private static Moments? Promoters(int? promoters, int? passives, int? detractors) =>
        promoters is { } p && passives is { } n && detractors is { } d ? Moments.Of(new PromoterCounts(p, n, d)) : null;

    private static Moments? Share(WrittenFigure line, int? numerator, int? denominator, List<FigureProblem> refused)
    {
        if (numerator is not { } some || denominator is not { } all)
        {
            return null;
        }

        if (some > all)
        {
            refused.Add(new FigureProblem(line.Line, "numerator", line.Cell("numerator"), "more-than-all"));
        }

        return Moments.OfShare(some, all);
    }

    private static Moments? MeanOf(WrittenFigure line, double? mean, int? n, double? s, List<FigureProblem> refused)
    {
        if (mean is not { } value || n is not { } count || s is not { } deviation)
        {
            return null;
        }

        if (deviation < 0)
        {
            refused.Add(new FigureProblem(line.Line, "s", line.Cell("s"), "not-a-number"));
        }

        return Moments.OfMean(value, count, deviation);
    }

    private static int? Whole(WrittenFigure line, string column, List<FigureProblem> refused)
    {
        var said = line.Cell(column);
        if (int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= NumberAtMost)
        {
            return number;
        }

        refused.Add(new FigureProblem(line.Line, column, said, said.Length == 0 ? "missing" : "not-a-whole-number"));
        return null;
    }

    /// <summary>With a point or a comma; a thousands separator is refused, since nobody can know which it is.</summary>
    private static double? Number(WrittenFigure line, string column, List<FigureProblem> refused)
    {
        var said = line.Cell(column);
        if (
            double.TryParse(
                said.Replace(',', '.'),
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
            && Math.Abs(number) <= NumberAtMost
        )
        {
            return number;
        }

        refused.Add(new FigureProblem(line.Line, column, said, said.Length == 0 ? "missing" : "not-a-number"));
        return null;
    }
}
