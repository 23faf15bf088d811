using Fieldcraft.Domain.Insight;

namespace Fieldcraft.Domain.Board;

/// <summary>One person who asked and said how new the work would be.</summary>
/// <param name="UnitPath">The unit the posting is for.</param>
public sealed record AskedPerson(string UnitPath, bool IsTakenUp, bool HadDoneItBefore);

/// <summary>So many of so many had done such work before.</summary>
public sealed record BeforeShare(int Before, int People)
{
    /// <summary>In shares 0–1.</summary>
    public double Share => (double)Before / People;

    public Interval Range => Proportion.Wilson(new ProportionInput(Before, People));
}

/// <summary>One group: of all who asked, and of those who were taken up. Null: withheld.</summary>
public sealed record BiasFigure(BeforeShare? Asked, BeforeShare? TakenUp);

/// <summary>
/// Whether work goes to those who could do it already (S0's "ready now"): how many had done such work before, among all who asked and among those who were
/// taken up. For the organisation and its largest units, never for few people, and never so that a few could be worked out (DOMAIN 15.6).
/// </summary>
public sealed record ReadyNowBias(BiasFigure Whole, IReadOnlyDictionary<string, BiasFigure> Units)
{
    /// <param name="people">Each person once.</param>
    /// <param name="units">The paths of the units that stand beside one another; none lies inside another.</param>
    public static ReadyNowBias Of(IReadOnlyCollection<AskedPerson> people, IReadOnlyCollection<string> units, int minimum)
    {
        var asked = Shown(people, units, minimum);
        var (taken, left) = (people.Where(p => p.IsTakenUp).ToList(), people.Where(p => !p.IsTakenUp).ToList());
        // Who was not taken up is the difference of the two figures, so that both parts have to be large enough, in the same units.
        var both = BothShown(taken, left, [.. units.Where(asked.Contains)], minimum);
        return new ReadyNowBias(Figure(""), units.ToDictionary(u => u, Figure, StringComparer.Ordinal));

        BiasFigure Figure(string path) =>
            new(asked.Contains(path) ? Share(people, path) : null, both.Contains(path) ? Share(taken, path) : null);
    }

    private static HashSet<string> BothShown(
        List<AskedPerson> taken,
        List<AskedPerson> left,
        IReadOnlyCollection<string> units,
        int minimum
    )
    {
        while (true)
        {
            var (first, second) = (Shown(taken, units, minimum), Shown(left, units, minimum, emptyToo: true));
            if (!first.Contains("") || !second.Contains(""))
            {
                return new HashSet<string>(StringComparer.Ordinal);
            }

            var kept = units.Where(u => first.Contains(u) && second.Contains(u)).ToList();
            if (kept.Count == units.Count)
            {
                return kept.Append("").ToHashSet(StringComparer.Ordinal);
            }

            units = kept;
        }
    }

    private static HashSet<string> Shown(
        IReadOnlyCollection<AskedPerson> people,
        IReadOnlyCollection<string> units,
        int minimum,
        bool emptyToo = false
    )
    {
        var groups = units.Append("").Select(u => new NestedGroup(u, People(people, u).Count())).ToList();
        var shown = NestedGroups.Shown(groups, minimum).ToHashSet(StringComparer.Ordinal);
        if (emptyToo)
        {
            shown.UnionWith(groups.Where(g => g.Size == 0).Select(g => g.Path));
        }

        return shown;
    }

    private static BeforeShare Share(IEnumerable<AskedPerson> people, string path)
    {
        var group = People(people, path).ToList();
        return new BeforeShare(group.Count(p => p.HadDoneItBefore), group.Count);
    }

    private static IEnumerable<AskedPerson> People(IEnumerable<AskedPerson> people, string path) =>
        people.Where(p => p.UnitPath.StartsWith(path, StringComparison.Ordinal));
}
