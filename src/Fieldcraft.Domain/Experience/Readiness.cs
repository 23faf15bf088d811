using Fieldcraft.Domain.Assignments.Guard;

namespace Fieldcraft.Domain.Experience;

/// <summary>Where a readiness comes from; the first that says anything counts.</summary>
public enum ReadinessSource
{
    /// <summary>The person said so, for their aims.</summary>
    Said,

    /// <summary>The newest profile of an assignment that says anything about it.</summary>
    Assignment,

    /// <summary>A past experience that was full of it.</summary>
    Past,
}

/// <summary>How ready somebody is for one challenge, and who says so.</summary>
/// <param name="Value">0–4.</param>
/// <param name="Of">The assignment or the past experience; null when the person said it.</param>
public sealed record KnownReadiness(int Value, ReadinessSource Source, Guid? Of);

/// <summary>What one assignment's profile says about readiness.</summary>
public sealed record ProfiledReadiness(Guid? Assignment, IReadOnlyDictionary<string, int?> Readiness);

/// <summary>What one past experience was full of.</summary>
public sealed record PastChallenges(Guid Experience, IReadOnlyList<string> Challenges);

/// <summary>Puts together what is known about readiness, challenge by challenge. What nobody said stays unknown; it is not nought.</summary>
public static class Readiness
{
    /// <param name="profiles">The newest first.</param>
    /// <param name="past">The newest first.</param>
    /// <returns>Task dimension id → what is known; ids of which nothing is known are not there.</returns>
    public static IReadOnlyDictionary<string, KnownReadiness> Of(
        IReadOnlyDictionary<string, int?> said,
        IReadOnlyList<ProfiledReadiness> profiles,
        IReadOnlyList<PastChallenges> past,
        ExperienceRules rules
    )
    {
        var known = new Dictionary<string, KnownReadiness>(StringComparer.Ordinal);
        foreach (var dimension in ChallengeDimension.Task)
        {
            if ((Said(dimension.Id) ?? Profiled(dimension.Id) ?? Past(dimension.Id)) is { } readiness)
            {
                known[dimension.Id] = readiness;
            }
        }

        return known;

        KnownReadiness? Said(string id) => said.GetValueOrDefault(id) is { } value ? new(value, ReadinessSource.Said, null) : null;

        KnownReadiness? Profiled(string id) =>
            profiles.FirstOrDefault(p => p.Readiness.GetValueOrDefault(id) is not null) is { } profile
                ? new(profile.Readiness[id]!.Value, ReadinessSource.Assignment, profile.Assignment)
                : null;

        KnownReadiness? Past(string id) =>
            past.Where(p => p.Challenges.Contains(id, StringComparer.Ordinal)).ToList() is [var newest, ..] full
                ? new(full.Count == 1 ? rules.ReadinessFromOne : rules.ReadinessFromSeveral, ReadinessSource.Past, newest.Experience)
                : null;
    }
}
