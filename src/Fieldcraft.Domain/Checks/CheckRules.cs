using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Checks;

/// <summary>The numbers of checks (DOMAIN 2.3).</summary>
public sealed record CheckRules
{
    /// <summary>Days from asking to the day on which a round closes by itself.</summary>
    public required int OpenDays { get; init; }

    public required int RemindersAtMost { get; init; }

    public required int RemindEveryDays { get; init; }

    /// <summary>Months after a closed round before others are asked again.</summary>
    public required int RepeatAfterMonths { get; init; }

    public required int RatersAtMost { get; init; }

    /// <summary>How many capabilities one check looks at.</summary>
    public required int CapabilitiesAtMost { get; init; }

    /// <summary>How many are proposed to somebody without aims.</summary>
    public required int CapabilitiesOffered { get; init; }

    /// <summary>From so many answers on the whole is shown as counts of 1 to 7.</summary>
    public required int SpreadFrom { get; init; }

    /// <summary>What one rater of a group is worth, 0–1: the single-rater reliability (DOMAIN 12.7).</summary>
    public required IReadOnlyDictionary<RaterGroup, decimal> SingleRater { get; init; }

    /// <summary>How many raters of a group make a balanced round; nought for a group that may be left out.</summary>
    public required IReadOnlyDictionary<RaterGroup, int> Wanted { get; init; }

    /// <summary>More bosses than this are no longer a boss's view.</summary>
    public required int BossesAtMost { get; init; }

    internal IEnumerable<InputProblem> Problems()
    {
        var groups = Enum.GetValues<RaterGroup>();
        (bool Holds, string Name)[] promises =
        [
            (OpenDays is >= 1 and <= 120, "openDays"),
            (RemindersAtMost is >= 0 and <= 5, "remindersAtMost"),
            (RemindEveryDays >= 1, "remindEveryDays"),
            (RepeatAfterMonths is >= 0 and <= 36, "repeatAfterMonths"),
            (RatersAtMost is >= 1 and <= 60, "ratersAtMost"),
            (CapabilitiesAtMost is >= 1 and <= FrameworkContent.CapabilitiesAtMost, "capabilitiesAtMost"),
            (CapabilitiesOffered >= 1 && CapabilitiesOffered <= CapabilitiesAtMost, "capabilitiesOffered"),
            (SpreadFrom >= 5, "spreadFrom"),
            (groups.All(g => SingleRater.GetValueOrDefault(g) is > 0 and < 1), "singleRater"),
            (groups.All(g => Wanted.GetValueOrDefault(g, -1) >= 0), "wanted"),
            (BossesAtMost >= 1, "bossesAtMost"),
        ];
        return promises.Where(p => !p.Holds).Select(p => new InputProblem($"checks.{p.Name}", InputProblems.OutOfRange));
    }
}

/// <summary>Whom a round asks, group by group, and what that is worth.</summary>
/// <param name="Reliability">Of the mean of so many raters (Spearman–Brown); null without any.</param>
/// <param name="Wanted">How many would make it balanced.</param>
public sealed record GroupBalance(RaterGroup Group, int Raters, decimal? Reliability, int Wanted)
{
    private const decimal Fair = 0.70m,
        Rough = 0.60m;

    public bool IsEnough => Raters >= Wanted;

    /// <summary>What to expect of so many, in words; null without any.</summary>
    public PictureClarity? Clarity =>
        Reliability is not { } known ? null
        : known >= Fair ? PictureClarity.FairlyClearPicture
        : known >= Rough ? PictureClarity.RoughPicture
        : PictureClarity.FirstHint;

    /// <summary>All four groups, in their order.</summary>
    public static IReadOnlyList<GroupBalance> Of(IEnumerable<RaterGroup> raters, CheckRules rules)
    {
        var counts = raters.CountBy(g => g).ToDictionary();
        return
        [
            .. Enum.GetValues<RaterGroup>()
                .Select(g => (Group: g, Count: counts.GetValueOrDefault(g)))
                .Select(g => new GroupBalance(
                    g.Group,
                    g.Count,
                    g.Count == 0 ? null : SpearmanBrown.Reliability(rules.SingleRater[g.Group], g.Count),
                    rules.Wanted[g.Group]
                )),
        ];
    }
}
