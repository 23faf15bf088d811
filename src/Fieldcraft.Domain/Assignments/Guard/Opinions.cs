namespace Fieldcraft.Domain.Assignments.Guard;

/// <summary>Two people rate one assignment (DOMAIN 1.6): both are shown, the mean is used for the computed load only.</summary>
public static class Opinions
{
    /// <summary>The mean of what two people say; what one says when the other does not know; null when neither does.</summary>
    public static decimal? Mean(int? own, int? other) =>
        (own, other) switch
        {
            ({ } mine, { } theirs) => (mine + theirs) / 2m,
            _ => own ?? other,
        };

    /// <summary>Every rating that differs by two or more, in the order of the dimensions, demand before readiness.</summary>
    public static IReadOnlyList<OpinionDifference> Differences(GuardInput input, GuardRules rules)
    {
        if (input.SecondOpinion is not { } other)
            return [];

        return
        [
            .. from dimension in ChallengeDimension.Task
            from pair in new (RatedAspect Aspect, int? Own, int? Other)[]
            {
                (RatedAspect.Demand, input.Demand[dimension.Position], other.Demand[dimension.Position]),
                (RatedAspect.Readiness, input.Readiness[dimension.Position], other.Readiness[dimension.Position]),
            }
            where Math.Abs((pair.Own - pair.Other) ?? 0) >= rules.OpinionsDifferFrom
            select new OpinionDifference(dimension, pair.Aspect, pair.Own!.Value, pair.Other!.Value),
        ];
    }
}
