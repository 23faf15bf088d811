using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Growth;

/// <summary>How far the result of a piece of work depends on others: a property of its environment (DOMAIN 15.2).</summary>
public enum Interdependence
{
    Low,
    Some,
    High,
}

/// <summary>One way in which an option builds a capability: how much is new, what that is worth, and how much the challenge builds.</summary>
/// <param name="Credit">0–4 (DOMAIN 3.2).</param>
/// <param name="Weight">1–3, from the matrix of the framework.</param>
/// <param name="Value">γ × credit × weight ÷ 3, for an obstacle times the small share.</param>
public sealed record ValuePart(string Capability, ChallengeDimension Dimension, decimal Stretch, decimal Credit, int Weight, decimal Value);

/// <summary>What an option is worth for what somebody wants to develop, with every part of the sum.</summary>
public sealed record ValueResult(decimal Total, IReadOnlyList<ValuePart> Parts)
{
    /// <summary>What one capability gains.</summary>
    public decimal For(string capability) => Parts.Where(p => p.Capability == capability).Sum(p => p.Value);
}

/// <summary>
/// The developmental value of an option (DOMAIN 5.3): <c>Σ_c γ_c · Σ_i credit(S_i) · M_{i,c} / 3</c> over the task dimensions, plus a small share
/// of the same over the obstacles. It compares work, for one person; it says nothing about anybody.
/// </summary>
public static class DevelopmentalValue
{
    /// <summary>High interdependence raises these by one step where the challenge builds them at all (DOMAIN 15.2).</summary>
    public static readonly IReadOnlyList<string> RaisedByInterdependence = ["sensitivity", "active_listening", "lateral_influence"];

    /// <summary>The value with its parts, the largest first.</summary>
    /// <param name="gaps">Capability → γ = gap in levels × importance; nought or less counts nothing.</param>
    /// <param name="stretches">Twelve, 0–4, in the order of <see cref="ChallengeDimension.Task"/>; null "not known" earns nothing.</param>
    /// <param name="obstacles">Four, 0–4, in the order of <see cref="ChallengeDimension.Obstacles"/>.</param>
    /// <param name="supportIndex">0–100.</param>
    /// <param name="weightStep">Moves every printed weight by so many steps, to see what the result hangs on; within 0–3.</param>
    public static ValueResult Of(
        IReadOnlyDictionary<string, decimal> gaps,
        IReadOnlyList<decimal?> stretches,
        IReadOnlyList<decimal?> obstacles,
        decimal supportIndex,
        Interdependence interdependence,
        Catalogue catalogue,
        GuardRules guard,
        ValueRules rules,
        int weightStep = 0
    )
    {
        var parts = new List<ValuePart>();
        Add(ChallengeDimension.Task, stretches, share: 1);
        Add(ChallengeDimension.Obstacles, obstacles, rules.ObstacleShare);
        parts.Sort((a, b) => b.Value.CompareTo(a.Value));
        return new ValueResult(parts.Sum(p => p.Value), parts);

        void Add(IReadOnlyList<ChallengeDimension> dimensions, IReadOnlyList<decimal?> values, decimal share)
        {
            for (var i = 0; i < dimensions.Count; i++)
            {
                if (values[i] is not { } stretch || stretch <= 0 || !catalogue.Content.Matrix.TryGetValue(dimensions[i].Id, out var row))
                {
                    continue;
                }

                var credit = DevelopmentCredit.Credit(stretch, supportIndex, guard);
                foreach (var (capability, gap) in gaps)
                {
                    if (gap > 0 && row.TryGetValue(capability, out var printed) && Math.Max(0, printed + weightStep) is > 0 and var stepped)
                    {
                        var weight = Weight(Math.Min(FrameworkContent.HighestWeight, stepped), capability, interdependence);
                        parts.Add(
                            new ValuePart(
                                capability,
                                dimensions[i],
                                stretch,
                                credit,
                                weight,
                                gap * credit * weight / FrameworkContent.HighestWeight * share
                            )
                        );
                    }
                }
            }
        }
    }

    /// <summary>The weight in an environment: one step more for what depends on others, at most 3.</summary>
    public static int Weight(int printed, string capability, Interdependence interdependence) =>
        interdependence == Interdependence.High && printed > 0 && RaisedByInterdependence.Contains(capability, StringComparer.Ordinal)
            ? Math.Min(FrameworkContent.HighestWeight, printed + 1)
            : printed;
}

/// <summary>The numbers of DOMAIN 5.3.</summary>
public sealed record ValueRules
{
    /// <summary>The share of its credit that an obstacle earns: it teaches, and nobody is sent there for it.</summary>
    public required decimal ObstacleShare { get; init; }

    /// <summary>How many capabilities one can work towards at a time.</summary>
    public required int AimsAtMost { get; init; }

    /// <summary>How many options stand side by side.</summary>
    public required int OptionsAtMost { get; init; }

    /// <summary>From this obstacle (0–4) on there are questions to ask before accepting.</summary>
    public required int AskFromObstacle { get; init; }

    internal IEnumerable<InputProblem> Problems() =>
        [
            .. InputProblems.Outside("value.askFromObstacle", AskFromObstacle, 1, GuardRules.ScaleTop),
            .. ObstacleShare is >= 0 and <= 1
                ? Array.Empty<InputProblem>()
                : [new InputProblem("value.obstacleShare", InputProblems.OutOfRange)],
            .. AimsAtMost >= 1 ? Array.Empty<InputProblem>() : [new InputProblem("value.aimsAtMost", InputProblems.OutOfRange)],
            .. OptionsAtMost >= 2 ? Array.Empty<InputProblem>() : [new InputProblem("value.optionsAtMost", InputProblems.OutOfRange)],
        ];
}
