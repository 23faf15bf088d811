using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Pace;

/// <summary>How the pace of a career lies to the pace of growth (DOMAIN 5.2, 15.4). A word about two lines, never about a person.</summary>
public enum PaceReading
{
    /// <summary>Too few others rated, or nothing is known of then: nothing is said.</summary>
    NotEnoughInformation,
    NoClearPicture,
    InStep,

    /// <summary>Tends to career ahead, not fully clear.</summary>
    TendsToCareerAhead,
    CareerAhead,

    /// <summary>Ready for more.</summary>
    LeadershipAhead,
}

/// <summary>One capability the role depends on, in levels 1–4, now and at the start of the window.</summary>
/// <param name="Raters">How many others the level now comes from; null when it is not to be judged.</param>
/// <param name="IsRemembered">The level then is the person's memory, not a check of that time.</param>
public sealed record PacedCapability(
    string Capability,
    decimal RequiredNow,
    decimal RequiredThen,
    decimal LevelNow,
    decimal LevelThen,
    int? Raters = null,
    bool IsRemembered = false
);

/// <summary>What the lag is worked out from.</summary>
/// <param name="Deviation">σ of one rating on 1–7; the settings' start value when null.</param>
public sealed record LagInput(IReadOnlyList<PacedCapability> Capabilities, double? Deviation = null)
{
    public const int LowestLevel = 1;
    public const int HighestLevel = 4;

    /// <summary>Everything wrong with it, with paths such as <c>capabilities[0].levelNow</c>; empty when it can be used.</summary>
    public IReadOnlyList<InputProblem> Problems() =>
        [
            .. Capabilities.Count == 0 ? [new InputProblem("capabilities", InputProblems.WrongCount)] : Array.Empty<InputProblem>(),
            .. InputProblems.Outside("sigma", Deviation, 0.01, GapInput.ScaleTop),
            .. Capabilities.SelectMany((c, i) => ProblemsOf($"capabilities[{i}]", c)),
        ];

    private static IEnumerable<InputProblem> ProblemsOf(string path, PacedCapability c) =>
        [
            .. Level($"{path}.requiredNow", c.RequiredNow),
            .. Level($"{path}.requiredThen", c.RequiredThen),
            .. Level($"{path}.levelNow", c.LevelNow),
            .. Level($"{path}.levelThen", c.LevelThen),
            .. InputProblems.Outside($"{path}.raters", c.Raters, 0, int.MaxValue),
        ];

    private static IEnumerable<InputProblem> Level(string path, decimal level) =>
        level is >= LowestLevel and <= HighestLevel ? [] : [new InputProblem(path, InputProblems.OutOfRange)];
}

/// <summary>The lag with every number on the way, in levels.</summary>
/// <param name="Shortfall">G, the mean of what is missing now; what is more than enough counts nothing.</param>
/// <param name="RoleMovement">ΔQ.</param>
/// <param name="Growth">ΔV.</param>
/// <param name="Lag">ΔQ − ΔV: positive when the career moved faster.</param>
/// <param name="Uncertainty">By how much remembered levels may move the lag either way; 0 when none is remembered.</param>
/// <param name="HalfWidth">The widest half width of a level now; null when no numbers of raters are known.</param>
public sealed record LagResult(
    decimal Shortfall,
    decimal RoleMovement,
    decimal Growth,
    decimal Lag,
    decimal Uncertainty,
    decimal? HalfWidth,
    PaceReading Reading
);

/// <summary>The lag indicator of DOMAIN 5.2 with ruling 15.4. Decimal arithmetic; comparisons at the line as written there.</summary>
public static class LeadershipLag
{
    /// <exception cref="ArgumentOutOfRangeException"><see cref="LagInput.Problems"/> is not empty.</exception>
    public static LagResult Measure(LagInput input, LagRules rules, GapRules gaps)
    {
        InputProblems.Refuse(input.Problems(), nameof(input));

        var paced = input.Capabilities;
        var shortfall = paced.Average(c => Math.Max(0, c.RequiredNow - c.LevelNow));
        var movement = paced.Average(c => c.RequiredNow - c.RequiredThen);
        var growth = paced.Average(c => c.LevelNow - c.LevelThen);
        var lag = movement - growth;
        // Our rule: memory can be wrong for all capabilities in the same direction, so that its share is not averaged away.
        var uncertainty = rules.RememberedHalfWidth * paced.Count(c => c.IsRemembered) / paced.Count;
        var halfWidth = paced
            .Where(c => c.Raters > 0)
            .Max(c => (decimal?)HalfWidth(c.Raters!.Value, input.Deviation ?? gaps.PooledDeviation));
        var isTooFew = halfWidth > rules.HalfWidthAtMost || paced.Any(c => c.Raters == 0);
        return new LagResult(
            shortfall,
            movement,
            growth,
            lag,
            uncertainty,
            halfWidth,
            isTooFew ? PaceReading.NotEnoughInformation : Read(shortfall, lag, uncertainty, rules)
        );
    }

    /// <summary>A mean of 1–7 as a level of 1–4: 1, 3, 5 and 7 are the four.</summary>
    public static decimal LevelOf(decimal rating) => (rating + 1) / 2;

    /// <summary>The half width of a level, 1.96·σ/(2√n): on 1–4 everything is half as wide as on 1–7.</summary>
    public static decimal HalfWidth(int raters, double deviation) => (decimal)DevelopmentGap.HalfWidth(raters, deviation) / 2;

    /// <summary>
    /// What the numbers say, and still say when memory is off by as much as it may be. Where that only takes away the clearness of "career
    /// ahead" the weaker word stands; where it changes the direction there is no clear picture.
    /// </summary>
    private static PaceReading Read(decimal shortfall, decimal lag, decimal uncertainty, LagRules rules)
    {
        var readings = new[] { lag - uncertainty, lag, lag + uncertainty }.Select(l => Read(shortfall, l, rules)).Distinct().ToList();
        return readings is [var same] ? same
            : readings.All(r => r is PaceReading.CareerAhead or PaceReading.TendsToCareerAhead) ? PaceReading.TendsToCareerAhead
            : PaceReading.NoClearPicture;
    }

    private static PaceReading Read(decimal shortfall, decimal lag, LagRules rules) =>
        shortfall < rules.InStepBelow && Math.Abs(lag) < rules.InStepBelow ? PaceReading.InStep
        : shortfall >= rules.ShortfallClearFrom && lag >= rules.LagFrom ? PaceReading.CareerAhead
        : shortfall >= rules.ShortfallTendsFrom && lag >= rules.LagFrom ? PaceReading.TendsToCareerAhead
        : shortfall == 0 && lag <= -rules.LagFrom ? PaceReading.LeadershipAhead
        : PaceReading.NoClearPicture;
}

/// <summary>The numbers of DOMAIN 5.2 and 15.4; those on memory and on the age of a check are ours.</summary>
public sealed record LagRules
{
    /// <summary>Active months between then and now, unless the person says otherwise.</summary>
    public required int WindowMonths { get; init; }

    /// <summary>Shortfall and lag both below this are in step.</summary>
    public required decimal InStepBelow { get; init; }

    /// <summary>From this lag on, either way, one of the two lines is ahead.</summary>
    public required decimal LagFrom { get; init; }

    /// <summary>From this shortfall on it tends to career ahead…</summary>
    public required decimal ShortfallTendsFrom { get; init; }

    /// <summary>…and from this on it is clear.</summary>
    public required decimal ShortfallClearFrom { get; init; }

    /// <summary>A level that is less sure than this says too little.</summary>
    public required decimal HalfWidthAtMost { get; init; }

    /// <summary>By how many levels a remembered level may be off.</summary>
    public required decimal RememberedHalfWidth { get; init; }

    /// <summary>How many months from the start of the window a check may lie and still be a check of then.</summary>
    public required int CheckWithinMonths { get; init; }

    internal IEnumerable<InputProblem> Problems() =>
        [
            .. InputProblems.Outside("lag.windowMonths", WindowMonths, ActiveWindow.ShortestMonths, ActiveWindow.LongestMonths),
            .. new (decimal Value, string Name)[]
            {
                (InStepBelow, "inStepBelow"),
                (LagFrom, "lagFrom"),
                (ShortfallTendsFrom, "shortfallTendsFrom"),
                (ShortfallClearFrom, "shortfallClearFrom"),
                (HalfWidthAtMost, "halfWidthAtMost"),
            }
                .Where(n => n.Value <= 0)
                .Select(n => new InputProblem($"lag.{n.Name}", InputProblems.OutOfRange)),
            .. RememberedHalfWidth >= 0
                ? Array.Empty<InputProblem>()
                : [new InputProblem("lag.rememberedHalfWidth", InputProblems.OutOfRange)],
            .. ShortfallClearFrom >= ShortfallTendsFrom
                ? Array.Empty<InputProblem>()
                : [new InputProblem("lag.shortfallClearFrom", InputProblems.OutOfRange)],
            .. InputProblems.Outside("lag.checkWithinMonths", CheckWithinMonths, 0, ActiveWindow.LongestMonths),
        ];
}
