using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Experience;

/// <summary>The numbers of past experiences and of the map made of them. All ours.</summary>
public sealed record ExperienceRules
{
    /// <summary>From this demand on an assignment counts as one in which the challenge was met.</summary>
    public required int MetFromDemand { get; init; }

    /// <summary>How many challenges one past experience names: what it was full of, not all it touched.</summary>
    public required int ChallengesAtMost { get; init; }

    /// <summary>The readiness (0–4) that one past experience full of a challenge stands for, while the person says nothing else.</summary>
    public required int ReadinessFromOne { get; init; }

    /// <summary>The readiness that several stand for.</summary>
    public required int ReadinessFromSeveral { get; init; }

    /// <summary>How many past experiences one person keeps.</summary>
    public required int PastAtMost { get; init; }

    /// <summary>How many lines of a job history are read.</summary>
    public required int LinesAtMost { get; init; }

    internal IEnumerable<InputProblem> Problems() =>
        [
            .. InputProblems.Outside("experience.metFromDemand", MetFromDemand, 1, GuardRules.ScaleTop),
            .. InputProblems.Outside("experience.challengesAtMost", ChallengesAtMost, 1, ChallengeDimension.All.Count),
            .. InputProblems.Outside("experience.readinessFromOne", ReadinessFromOne, 0, GuardRules.ScaleTop),
            .. InputProblems.Outside("experience.readinessFromSeveral", ReadinessFromSeveral, ReadinessFromOne, GuardRules.ScaleTop),
            .. InputProblems.Outside("experience.pastAtMost", PastAtMost, 1, 500),
            .. InputProblems.Outside("experience.linesAtMost", LinesAtMost, 1, 500),
        ];
}
