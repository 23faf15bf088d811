using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Moves;

/// <summary>One option as the arithmetic sees it: what the work asks for, what stands in the way, who helps.</summary>
/// <param name="Demand">Twelve, 0–4, in the order of <see cref="ChallengeDimension.Task"/>; null "not known".</param>
/// <param name="Obstacles">Four, 0–4.</param>
/// <param name="Support">Six, 0–4.</param>
public sealed record ComparedMove(
    string Id,
    IReadOnlyList<int?> Demand,
    IReadOnlyList<int?> Obstacles,
    IReadOnlyList<int?> Support,
    Interdependence Interdependence = Interdependence.Some
)
{
    /// <summary>Whether anything is known of what it asks for; without that it has no value, which is not a value of nought.</summary>
    public bool IsDescribed => Demand.Any(d => d is not null) || Obstacles.Any(o => o is not null);
}

/// <summary>A capability somebody wants to develop, with how sure the gap is.</summary>
/// <param name="Gap">Target minus present, in levels; below nought there is none.</param>
/// <param name="Importance">1–3, the person's own.</param>
/// <param name="HalfWidth">By how many levels the gap may be off.</param>
public sealed record GapWeight(string Capability, decimal Gap, int Importance = 1, decimal HalfWidth = 0)
{
    /// <summary>γ of DOMAIN 5.3, with the gap moved by a share of its half width: −1, 0 or 1.</summary>
    public decimal Moved(int share) => Math.Max(0, Gap + (share * HalfWidth)) * Importance;
}

/// <summary>Several options, and the one person they are compared for.</summary>
public sealed record ComparingInput
{
    public const int LevelSpan = 3;

    public required IReadOnlyList<ComparedMove> Moves { get; init; }
    public required IReadOnlyList<GapWeight> Gaps { get; init; }

    /// <summary>Twelve, 0–4; null "not known".</summary>
    public required IReadOnlyList<int?> Readiness { get; init; }
    public int? Efficacy { get; init; }
    public bool StrainIsPositive { get; init; }

    /// <summary>Everything wrong with it, with paths such as <c>moves[1].demand.high_stakes</c>; empty when it can be used.</summary>
    public IReadOnlyList<InputProblem> Problems(Catalogue catalogue, ValueRules rules) =>
        [
            .. Moves.Count == 0 || Moves.Count > rules.OptionsAtMost
                ? [new InputProblem("moves", InputProblems.WrongCount)]
                : Array.Empty<InputProblem>(),
            .. Gaps.Count == 0 || Gaps.Count > rules.AimsAtMost
                ? [new InputProblem("gaps", InputProblems.WrongCount)]
                : Array.Empty<InputProblem>(),
            .. Moves
                .GroupBy(m => m.Id, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => new InputProblem($"moves.{g.Key}", "duplicate")),
            .. Gaps.SelectMany((g, i) => ProblemsOf($"gaps[{i}]", g, catalogue)),
            .. Gaps.GroupBy(g => g.Capability, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => new InputProblem($"gaps.{g.Key}", "duplicate")),
            // What the person brings is the same for every option: its problems are told once.
            .. (Moves.Count == 0 ? [] : GuardOf(Moves[0]).Problems()).Where(IsThePersons),
            .. Moves.SelectMany(
                (m, i) => GuardOf(m).Problems().Where(p => !IsThePersons(p)).Select(p => p with { Path = $"moves[{i}].{p.Path}" })
            ),
        ];

    public GuardInput GuardOf(ComparedMove move) =>
        new()
        {
            Demand = move.Demand,
            Readiness = Readiness,
            Obstacles = move.Obstacles,
            Support = move.Support,
            Efficacy = Efficacy,
            StrainIsPositive = StrainIsPositive,
        };

    private static bool IsThePersons(InputProblem problem) =>
        problem.Path == "efficacy" || problem.Path.StartsWith("readiness", StringComparison.Ordinal);

    private static IEnumerable<InputProblem> ProblemsOf(string path, GapWeight gap, Catalogue catalogue) =>
        [
            .. catalogue.Find(gap.Capability) is null ? [new InputProblem($"{path}.capability", "unknown")] : Array.Empty<InputProblem>(),
            .. gap.Gap is >= -LevelSpan and <= LevelSpan
                ? Array.Empty<InputProblem>()
                : [new InputProblem($"{path}.gap", InputProblems.OutOfRange)],
            .. InputProblems.Outside($"{path}.importance", gap.Importance, 1, Aim.MostImportant),
            .. gap.HalfWidth is >= 0 and <= LevelSpan
                ? Array.Empty<InputProblem>()
                : [new InputProblem($"{path}.halfWidth", InputProblems.OutOfRange)],
        ];
}

/// <summary>One option, looked at. Value and zone stand side by side and are never merged.</summary>
/// <param name="Value">Null while nothing is known of what it asks for.</param>
/// <param name="Scaled">0–100 within this set, the best 100; null without a value.</param>
/// <param name="Leads">Comes first in at least one of the ways it was looked at.</param>
public sealed record MoveResult(string Id, ValueResult? Value, decimal? Scaled, GuardResult Guard, bool Leads);

/// <param name="Moves">In the order in which they were handed in.</param>
/// <param name="TooCloseToCall">More than one can come first: the order hangs on what nobody knows exactly.</param>
public sealed record ComparingResult(IReadOnlyList<MoveResult> Moves, bool TooCloseToCall);

/// <summary>
/// Compares pieces of work by what they are worth for one person's aims (DOMAIN 5.3). The scale holds within one set only: 100 is the best of these,
/// not a good one.
/// </summary>
public static class MoveComparing
{
    private const decimal ScaleTop = 100;

    /// <exception cref="ArgumentOutOfRangeException"><see cref="ComparingInput.Problems"/> is not empty.</exception>
    public static ComparingResult Compare(ComparingInput input, Catalogue catalogue, GuardRules guard, ValueRules rules)
    {
        InputProblems.Refuse(input.Problems(catalogue, rules), nameof(input));

        var looked = input.Moves.Select(m => (Move: m, Guard: OverstretchGuard.Look(input.GuardOf(m), guard))).ToList();
        var described = looked.Where(l => l.Move.IsDescribed).ToList();
        var values = described.ToDictionary(l => l.Move.Id, l => ValueOf(l.Move, l.Guard, Gaps(input, _ => 0), 0), StringComparer.Ordinal);
        var best = values.Values.Select(v => v.Total).DefaultIfEmpty().Max();
        var leading = Scenarios(input)
            .SelectMany(s => First(described.Select(l => (l.Move.Id, ValueOf(l.Move, l.Guard, s.Gaps, s.WeightStep).Total))))
            .ToHashSet(StringComparer.Ordinal);
        return new ComparingResult(
            [
                .. looked.Select(l =>
                    values.TryGetValue(l.Move.Id, out var value)
                        ? new MoveResult(
                            l.Move.Id,
                            value,
                            best == 0 ? 0 : ScaleTop * value.Total / best,
                            l.Guard,
                            leading.Contains(l.Move.Id)
                        )
                        : new MoveResult(l.Move.Id, null, null, l.Guard, false)
                ),
            ],
            leading.Count > 1
        );

        ValueResult ValueOf(ComparedMove move, GuardResult found, IReadOnlyDictionary<string, decimal> gaps, int weightStep) =>
            DevelopmentalValue.Of(
                gaps,
                [.. found.Parts.Select(p => p.Stretch)],
                [.. move.Obstacles.Select(o => (decimal?)o)],
                // Unknown support promises nothing: the credit is that of work without any.
                found.SupportIndex
                    ?? 0,
                move.Interdependence,
                catalogue,
                guard,
                rules,
                weightStep
            );
    }

    /// <summary>
    /// Every way of looking at it that the uncertainty allows: all weights a step lower, as printed, a step higher; and with each of these the gaps as
    /// they are, all at the lower and at the upper end of their half width, and one at a time at either end.
    /// </summary>
    private static IEnumerable<Scenario> Scenarios(ComparingInput input)
    {
        Func<string, int>[] ends = [_ => 0, _ => -1, _ => 1];
        var alone = input.Gaps.SelectMany(g => new Func<string, int>[] { c => c == g.Capability ? -1 : 0, c => c == g.Capability ? 1 : 0 });
        return from shares in ends.Concat(alone)
            let gaps = Gaps(input, shares)
            from step in new[] { 0, -1, 1 }
            select new Scenario(gaps, step);
    }

    private static Dictionary<string, decimal> Gaps(ComparingInput input, Func<string, int> share) =>
        input.Gaps.ToDictionary(g => g.Capability, g => g.Moved(share(g.Capability)), StringComparer.Ordinal);

    /// <summary>Those with the highest total; nobody leads with nothing.</summary>
    private static IEnumerable<string> First(IEnumerable<(string Id, decimal Total)> totals)
    {
        var all = totals.ToList();
        var highest = all.Select(t => t.Total).DefaultIfEmpty().Max();
        return highest > 0 ? all.Where(t => t.Total == highest).Select(t => t.Id) : [];
    }

    private sealed record Scenario(Dictionary<string, decimal> Gaps, int WeightStep);
}
