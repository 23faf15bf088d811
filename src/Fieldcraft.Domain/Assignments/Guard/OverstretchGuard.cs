using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Assignments.Guard;

/// <summary>
/// The overstretch rule (DOMAIN 3.2, with the rulings of 15.3): pure, in decimals, comparing at the lines as written. It is a
/// rule of thumb and says so wherever it is shown; no published cut-off separates stretch from overstretch (DOMAIN 3.1).
/// </summary>
public static class OverstretchGuard
{
    /// <summary>Looks at a full challenge profile.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="GuardInput.Problems"/> is not empty.</exception>
    public static GuardResult Look(GuardInput input, GuardRules rules)
    {
        InputProblems.Refuse(input.Problems(), nameof(input));

        var stretches = ChallengeDimension.Task.Select(d => Stretch(d, input)).ToList();
        var known = stretches.Count(part => part.Stretch is not null);
        var parts = MarkCounted(stretches, rules.LargestCounted);
        return Judge(
            new Findings
            {
                IsQuickLook = false,
                Parts = parts,
                LoadAtLeast = Load(parts, rules.LargestCounted),
                IsComplete = known >= rules.DimensionsNeeded,
                Hindrance = Hindrance(input.Obstacles),
                HasHotSpot = HasHotSpot([.. ChallengeDimension.Task.Select(d => OwnStretch(d, input))], rules),
                Support = input.Support,
                Efficacy = input.Efficacy,
                StrainIsPositive = input.StrainIsPositive,
                MissingDimensions = [.. parts.Where(p => p.Stretch is null).Select(p => p.Dimension!)],
                MissingObstacles = [.. ChallengeDimension.Obstacles.Where(d => input.Obstacles[d.Position] is null)],
                Differences = Opinions.Differences(input, rules),
            },
            rules
        );
    }

    /// <summary>Looks at the quick form. A part that is not named leaves the result incomplete; it does not count as nothing new.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="QuickInput.Problems"/> is not empty.</exception>
    public static GuardResult QuickLook(QuickInput input, GuardRules rules)
    {
        InputProblems.Refuse(input.Problems(rules), nameof(input));

        var parts = MarkCounted([.. input.Parts.Select(part => new StretchPart(null, null, null, part, false))], rules.QuickParts);
        return Judge(
            new Findings
            {
                IsQuickLook = true,
                Parts = parts,
                LoadAtLeast = Load(parts, rules.QuickParts),
                IsComplete = parts.All(part => part.Stretch is not null),
                Hindrance = null,
                HasHotSpot = HasHotSpot([.. parts.Select(part => part.Stretch)], rules),
                Support = input.Support,
                Efficacy = input.Efficacy,
                StrainIsPositive = input.StrainIsPositive,
                MissingDimensions = [],
                MissingObstacles = ChallengeDimension.Obstacles,
                Differences = [],
            },
            rules
        );
    }

    private static GuardResult Judge(Findings found, GuardRules rules)
    {
        decimal? load = found.IsComplete ? found.LoadAtLeast : null;
        var effective = load is { } l ? Math.Min(100, l + (rules.HindranceShare * (found.Hindrance ?? 0))) : (decimal?)null;
        var support = SupportIndex(found.Support, rules);
        var lowEfficacy = found.Efficacy <= rules.LowEfficacyAtMost;
        var upper =
            rules.UpperLimitWithoutSupport
            + (rules.UpperLimitPerSupportPoint * (support ?? 0))
            - (lowEfficacy ? rules.LowEfficacyReduction : 0);
        var byNumbers = ZoneOf(effective, rules.LowerLimit, upper);

        return new GuardResult
        {
            IsQuickLook = found.IsQuickLook,
            Parts = found.Parts,
            LoadAtLeast = found.LoadAtLeast,
            ChallengeLoad = load,
            Hindrance = found.Hindrance,
            EffectiveLoad = effective,
            SupportIndex = support,
            LowerLimit = rules.LowerLimit,
            UpperLimit = upper,
            LowEfficacyLoweredTheLimit = lowEfficacy,
            Zone = found.StrainIsPositive ? Zone.Overstretch : byNumbers,
            ZoneByNumbers = byNumbers,
            StrainIsPositive = found.StrainIsPositive,
            // Where strain decides there is no other zone to talk about, however near the line the numbers are.
            CloseCall = found.StrainIsPositive ? null : NearLine(effective, upper, rules),
            // What is known already is enough here: answers still to come can only add to the load.
            FeedbackFlag =
                found.LoadAtLeast >= rules.FeedbackFlagFromLoad && found.Support[SupportItem.Feedback.Position] <= rules.FeedbackFlagAtMost,
            HotSpotFlag = found.HasHotSpot,
            Missing = new MissingInputs(
                found.MissingDimensions,
                found.IsQuickLook ? found.Parts.Count(p => p.Stretch is null) : 0,
                found.MissingObstacles,
                [.. SupportItem.All.Where(item => found.Support[item.Position] is null)],
                found.Efficacy is null
            ),
            Differences = found.Differences,
        };
    }

    private static Zone ZoneOf(decimal? effective, decimal lower, decimal upper) =>
        effective switch
        {
            null => Zone.Incomplete,
            { } eff when eff < lower => Zone.Comfort,
            { } eff when eff > upper => Zone.Overstretch,
            _ => Zone.Stretch,
        };

    private static CloseCall? NearLine(decimal? effective, decimal upper, GuardRules rules) =>
        effective switch
        {
            { } eff when Math.Abs(eff - upper) < rules.CloseCallWithin => new CloseCall(Zone.Stretch, Zone.Overstretch),
            { } eff when Math.Abs(eff - rules.LowerLimit) < rules.CloseCallWithin => new CloseCall(Zone.Comfort, Zone.Stretch),
            _ => null,
        };

    private static StretchPart Stretch(ChallengeDimension dimension, GuardInput input)
    {
        var other = input.SecondOpinion;
        var demand = Opinions.Mean(input.Demand[dimension.Position], other?.Demand[dimension.Position]);
        var readiness = Opinions.Mean(input.Readiness[dimension.Position], other?.Readiness[dimension.Position]);
        return new StretchPart(dimension, demand, readiness, NotBelowZero(demand - readiness), false);
    }

    /// <summary>The mean of two raters is for the load only (DOMAIN 1.6); a hot spot is what the person sees.</summary>
    private static decimal? OwnStretch(ChallengeDimension dimension, GuardInput input)
    {
        var other = input.SecondOpinion;
        var demand = input.Demand[dimension.Position] ?? other?.Demand[dimension.Position];
        var readiness = input.Readiness[dimension.Position] ?? other?.Readiness[dimension.Position];
        return NotBelowZero(demand - readiness);
    }

    private static decimal? NotBelowZero(decimal? difference) => difference is { } known ? Math.Max(0, known) : null;

    private static List<StretchPart> MarkCounted(IReadOnlyList<StretchPart> parts, int largest)
    {
        var counted = parts
            .Where(part => part.Stretch > 0)
            .OrderByDescending(part => part.Stretch)
            .Take(largest)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. parts.Select(part => part with { IsCounted = counted.Contains(part) })];
    }

    private static decimal Load(IReadOnlyList<StretchPart> parts, int largest) =>
        100 * parts.Where(part => part.IsCounted).Sum(part => part.Stretch ?? 0) / (largest * GuardRules.ScaleTop);

    private static decimal? Hindrance(IReadOnlyList<int?> obstacles) =>
        obstacles.All(o => o is null) ? null : 100m * obstacles.Sum(o => o ?? 0) / (obstacles.Count * GuardRules.ScaleTop);

    private static decimal? SupportIndex(IReadOnlyList<int?> answers, GuardRules rules)
    {
        var answered = SupportItem.All.Where(item => answers[item.Position] is not null).ToList();
        if (answered.Count < rules.SupportAnswersNeeded)
            return null;

        var weights = answered.Sum(rules.SupportWeights.Of);
        return 100m * answered.Sum(item => rules.SupportWeights.Of(item) * answers[item.Position]!.Value) / (GuardRules.ScaleTop * weights);
    }

    private static bool HasHotSpot(IReadOnlyList<decimal?> stretches, GuardRules rules) =>
        stretches.Any(s => s >= rules.HotSpotStretch)
        || stretches.Count(s => s >= rules.HotSpotTogetherStretch) >= rules.HotSpotTogetherCount;

    /// <summary>What the full profile and the quick form have in common, before it is judged.</summary>
    private sealed record Findings
    {
        public required bool IsQuickLook { get; init; }
        public required IReadOnlyList<StretchPart> Parts { get; init; }
        public required decimal LoadAtLeast { get; init; }
        public required bool IsComplete { get; init; }
        public required decimal? Hindrance { get; init; }
        public required bool HasHotSpot { get; init; }
        public required IReadOnlyList<int?> Support { get; init; }
        public required int? Efficacy { get; init; }
        public required bool StrainIsPositive { get; init; }
        public required IReadOnlyList<ChallengeDimension> MissingDimensions { get; init; }
        public required IReadOnlyList<ChallengeDimension> MissingObstacles { get; init; }
        public required IReadOnlyList<OpinionDifference> Differences { get; init; }
    }
}
