namespace Fieldcraft.Domain.Insight.Figures;

/// <summary>One value of one person, or of one answer, in a part.</summary>
public readonly record struct PartValue(int Part, double Value);

/// <summary>A figure about a group of people, or why there is none.</summary>
/// <param name="Count">How many people stand behind it; null where it is withheld.</param>
/// <param name="Sum">The sum of their values.</param>
/// <param name="Squares">The sum of the squares of their values.</param>
/// <param name="Withheld">Why there is no figure; null where there is one. A figure always speaks for everybody in the group.</param>
public sealed record GroupValue(int? Count, double Sum, double Squares, WithheldRule? Withheld)
{
    public bool IsWithheld => Count is null;

    /// <summary>To one decimal.</summary>
    public double? Mean => Count is { } n ? Math.Round(Sum / n, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>Of values that are 0 or 1, in per cent: whole points, in small groups five.</summary>
    public double? Percent => Count is { } n ? GroupPercent.Of(Sum / n, n) : null;

    /// <summary>Of how many people it is true, as far as the rounded share tells: an exact number would say what rounding keeps back.</summary>
    public int? People => Percent is { } percent ? (int)Math.Round(percent * Count!.Value / 100, MidpointRounding.AwayFromZero) : null;

    /// <summary>The 95 % interval of the share, in per cent, by Wilson.</summary>
    public Interval? PercentInterval =>
        Count is { } n && Proportion.Wilson(new ProportionInput((int)Math.Round(Sum), n)) is var range
            ? new Interval(Math.Round(100 * range.Lower), Math.Round(100 * range.Upper))
            : null;

    /// <summary>The 95 % interval of the mean from its own spread, to one decimal; null below two people.</summary>
    public Interval? MeanInterval
    {
        get
        {
            if (Count is not { } n || n < 2)
            {
                return null;
            }

            var variance = Math.Max(0, (Squares - (Sum * Sum / n)) / (n - 1));
            var half = StudentT.Quantile975(n - 1) * Math.Sqrt(variance / n);
            return new Interval(Math.Round((Sum / n) - half, 1), Math.Round((Sum / n) + half, 1));
        }
    }
}

/// <summary>The one door through which figures about people come out: made once from values in frozen parts, read as unions of parts (DOMAIN 9.4, 15.5, 15.6).</summary>
public static class GroupFigures
{
    /// <summary>
    /// Counts one measure. A part with too few values, or where all values are alike, is counted together with its neighbours; where even all together are alike, there
    /// is no figure at all.
    /// </summary>
    /// <param name="cells">The frozen cells.</param>
    /// <param name="values">Each person's value at most once.</param>
    /// <param name="alikeMayShow">Where it is no secret that all are alike, for example that all were invited.</param>
    public static IReadOnlyList<ReleaseFigure> Publish(
        ReleaseId release,
        string measure,
        IReadOnlyCollection<ReleaseCell> cells,
        IReadOnlyCollection<PartValue> values,
        int minimum,
        bool alikeMayShow = false
    )
    {
        var said = values.ToLookup(v => v.Part, v => v.Value);
        var depth = Cell.Depth(cells.Select(c => c.UnitPath));
        var parts = cells
            .GroupBy(c => c.Part)
            .Select(g => (Part: g.Key, Cell: new Cell(WayTo(g.MinBy(c => c.Number)!), said[g.Key].Count())))
            .ToDictionary(p => p.Cell, p => p.Part, (IEqualityComparer<Cell>)ReferenceEqualityComparer.Instance);
        var pooled = Pooling.Pool([.. parts.Keys], IsEnough);
        var figures = new List<ReleaseFigure>();
        foreach (var group in pooled.Select(p => p.Cells.Select(c => parts[c]).Order().ToList()))
        {
            var all = group.SelectMany(p => said[p]).ToList();
            figures.AddRange(
                group.Select(
                    (part, i) =>
                        i == 0
                            ? new ReleaseFigure(release, measure, part, group[0], all.Count, all.Sum(), all.Sum(v => v * v))
                            : new ReleaseFigure(release, measure, part, group[0], 0, 0, 0)
                )
            );
        }

        var counted = figures.Select(f => f.Part).ToHashSet();
        figures.AddRange(
            parts.Values.Where(p => !counted.Contains(p)).Select(p => new ReleaseFigure(release, measure, p, null, said[p].Count(), 0, 0))
        );
        return [.. figures.OrderBy(f => f.Part)];

        IReadOnlyList<string> WayTo(ReleaseCell c) => Cell.Way(c.UnitPath, c.Work, c.Employment, c.Tenure, depth);

        bool IsEnough(Part part)
        {
            if (part.Size < minimum)
            {
                return false;
            }

            var all = part.Cells.SelectMany(c => said[parts[c]]);
            return alikeMayShow || all.Distinct().Skip(1).Any();
        }
    }

    /// <summary>What one measure says about the people that are asked for.</summary>
    public static GroupValue Of(MeasureFigures figures, PartsAsked asked, int minimum)
    {
        int count = 0,
            people = 0;
        double sum = 0,
            squares = 0;
        WithheldRule? why = null;
        var parts = figures.Parts;
        foreach (ref readonly var group in figures.Groups)
        {
            int inside = 0,
                outside = 0;
            foreach (var part in parts[group.From..group.Until])
            {
                inside += asked.Inside(part);
                outside += asked.Outside(part);
            }

            people += inside;
            if (inside == 0)
            {
                continue;
            }

            if (group.IsNone || outside > 0)
            {
                // Whether a part went along for its size or because all in it are alike is not said: it would say something about the answers.
                why ??=
                    group.IsNone ? (group.Count < minimum ? WithheldRule.Minimum : WithheldRule.Homogeneous)
                    : outside < minimum ? WithheldRule.Remainder
                    : WithheldRule.Sibling;
                continue;
            }

            count += group.Count;
            sum += group.Sum;
            squares += group.Squares;
        }

        // Parts that are missing were left out for their size or for what was said in them: the others would not speak for the group.
        why = people < minimum ? WithheldRule.Minimum : why;
        return why is null ? new GroupValue(count, sum, squares, null) : new GroupValue(null, 0, 0, why);
    }
}
