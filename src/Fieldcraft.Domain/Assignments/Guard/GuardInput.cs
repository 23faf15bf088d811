using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Assignments.Guard;

/// <summary>
/// What the overstretch guard looks at (DOMAIN 3.2). Null always means "not known"; it is never read as 0. The lists are in the
/// order of <see cref="ChallengeDimension.Task"/>, <see cref="ChallengeDimension.Obstacles"/> and <see cref="SupportItem.All"/>.
/// </summary>
public sealed record GuardInput
{
    /// <summary>Twelve demands, 0 "not part of it" to 4 "defines the assignment".</summary>
    public required IReadOnlyList<int?> Demand { get; init; }

    /// <summary>Twelve readinesses, 0 "never done" to 4 "done well several times and could teach it".</summary>
    public required IReadOnlyList<int?> Readiness { get; init; }

    /// <summary>Four obstacle demands, 0–4.</summary>
    public IReadOnlyList<int?> Obstacles { get; init; } = new int?[ChallengeDimension.Obstacles.Count];

    /// <summary>Six support answers, 0 "not at all" to 4 "fully".</summary>
    public IReadOnlyList<int?> Support { get; init; } = new int?[SupportItem.All.Count];

    /// <summary>Leadership self-efficacy, 1–5, one item.</summary>
    public int? Efficacy { get; init; }

    /// <summary>What <see cref="StrainCheck"/> says; it overrules every number.</summary>
    public bool StrainIsPositive { get; init; }

    /// <summary>What one more person who knows the assignment says, if somebody was asked (DOMAIN 1.6).</summary>
    public SecondOpinion? SecondOpinion { get; init; }

    /// <summary>Everything wrong with the input, with paths such as <c>demand.high_stakes</c>; empty when it can be used.</summary>
    public IReadOnlyList<InputProblem> Problems()
    {
        var dimensions = ChallengeDimension.Task.Select(d => d.Id).ToArray();
        return
        [
            .. ScaleProblems("demand", Demand, dimensions),
            .. ScaleProblems("readiness", Readiness, dimensions),
            .. ScaleProblems("obstacles", Obstacles, [.. ChallengeDimension.Obstacles.Select(d => d.Id)]),
            .. SupportProblems(Support),
            .. InputProblems.Outside("efficacy", Efficacy, 1, 5),
            .. SecondOpinion is null ? [] : ScaleProblems("secondOpinion.demand", SecondOpinion.Demand, dimensions),
            .. SecondOpinion is null ? [] : ScaleProblems("secondOpinion.readiness", SecondOpinion.Readiness, dimensions),
        ];
    }

    internal static IEnumerable<InputProblem> SupportProblems(IReadOnlyList<int?> support) =>
        ScaleProblems("support", support, [.. SupportItem.All.Select(item => item.Id)]);

    private static IEnumerable<InputProblem> ScaleProblems(string path, IReadOnlyList<int?> values, string[] ids) =>
        values.Count != ids.Length
            ? [new InputProblem(path, InputProblems.WrongCount)]
            : values.Zip(ids).SelectMany(pair => InputProblems.Outside($"{path}.{pair.Second}", pair.First, 0, GuardRules.ScaleTop));
}

/// <summary>Demand and readiness as a manager, mentor or previous holder sees them: twelve each, null "don't know".</summary>
public sealed record SecondOpinion(IReadOnlyList<int?> Demand, IReadOnlyList<int?> Readiness);

/// <summary>
/// The quick form (DOMAIN 15.3): the three hottest parts of the assignment and who helps. Its result is always labelled a quick
/// look, because a chosen size of a gap is a rougher thing than a demand and a readiness.
/// </summary>
public sealed record QuickInput
{
    /// <summary>For each of the three parts how far it lies above what the person has done before, 1–4.</summary>
    public required IReadOnlyList<int?> Parts { get; init; }

    /// <summary>Six support answers, as in <see cref="GuardInput.Support"/>.</summary>
    public IReadOnlyList<int?> Support { get; init; } = new int?[SupportItem.All.Count];

    /// <summary>Leadership self-efficacy, 1–5, if it is known from elsewhere.</summary>
    public int? Efficacy { get; init; }

    /// <summary>What <see cref="StrainCheck"/> says; it overrules every number.</summary>
    public bool StrainIsPositive { get; init; }

    /// <summary>Everything wrong with the input; empty when it can be used.</summary>
    public IReadOnlyList<InputProblem> Problems(GuardRules rules) =>
        [
            .. Parts.Count != rules.QuickParts
                ? [new InputProblem("quick.parts", InputProblems.WrongCount)]
                : Parts.SelectMany((part, index) => InputProblems.Outside($"quick.parts[{index}]", part, 1, GuardRules.ScaleTop)),
            .. GuardInput.SupportProblems(Support).Select(p => p with { Path = $"quick.{p.Path}" }),
            .. InputProblems.Outside("efficacy", Efficacy, 1, 5),
        ];
}
