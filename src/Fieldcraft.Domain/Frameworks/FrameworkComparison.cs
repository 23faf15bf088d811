namespace Fieldcraft.Domain.Frameworks;

/// <summary>What became different about a capability.</summary>
public enum CapabilityChange
{
    Added,

    /// <summary>The other content does not know it; only comparing backwards in time gives that.</summary>
    Gone,
    Hidden,
    Shown,
    Name,
    Levels,
    SeenBy,
    Examples,
    Statements,
    Weights,
}

/// <summary>One capability that is not the same in two contents.</summary>
public sealed record CapabilityDifference(string Id, IReadOnlyList<CapabilityChange> Changes);

/// <summary>What differs between two contents of the framework.</summary>
public sealed record FrameworkComparison(
    IReadOnlyList<CapabilityDifference> Capabilities,
    IReadOnlyList<string> ChallengesRenamed,
    bool IsReordered
)
{
    public bool IsSame => Capabilities.Count == 0 && ChallengesRenamed.Count == 0 && !IsReordered;

    public IReadOnlyList<CapabilityChange> Of(string capability) => Capabilities.FirstOrDefault(c => c.Id == capability)?.Changes ?? [];

    public static FrameworkComparison Between(FrameworkContent before, FrameworkContent after)
    {
        var earlier = before.Capabilities.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var later = after.Capabilities.ToDictionary(c => c.Id, StringComparer.Ordinal);
        return new FrameworkComparison(
            [
                .. after
                    .Capabilities.Concat(before.Capabilities.Where(c => !later.ContainsKey(c.Id)))
                    .Select(c => new CapabilityDifference(
                        c.Id,
                        Changes(c.Id, earlier.GetValueOrDefault(c.Id), later.GetValueOrDefault(c.Id), before, after)
                    ))
                    .Where(d => d.Changes.Count > 0),
            ],
            [
                .. before
                    .ChallengeNames.Keys.Union(after.ChallengeNames.Keys, StringComparer.Ordinal)
                    .Where(id => before.ChallengeNames.GetValueOrDefault(id) != after.ChallengeNames.GetValueOrDefault(id)),
            ],
            !Order(before, later).SequenceEqual(Order(after, earlier), StringComparer.Ordinal)
        );
    }

    /// <summary>The order of what both offer.</summary>
    private static IEnumerable<string> Order(FrameworkContent content, Dictionary<string, Capability> other) =>
        content.Capabilities.Where(c => !c.IsHidden && other.GetValueOrDefault(c.Id) is { IsHidden: false }).Select(c => c.Id);

    private static List<CapabilityChange> Changes(
        string id,
        Capability? was,
        Capability? now,
        FrameworkContent before,
        FrameworkContent after
    )
    {
        if (was is null || now is null)
        {
            return [was is null ? CapabilityChange.Added : CapabilityChange.Gone];
        }

        (CapabilityChange Change, bool Happened)[] all =
        [
            (CapabilityChange.Hidden, !was.IsHidden && now.IsHidden),
            (CapabilityChange.Shown, was.IsHidden && !now.IsHidden),
            (CapabilityChange.Name, was.Name != now.Name),
            (CapabilityChange.Levels, !Capability.Same(was.LevelTexts, now.LevelTexts)),
            (CapabilityChange.SeenBy, !was.BestSeenBy.Order().SequenceEqual(now.BestSeenBy.Order())),
            (CapabilityChange.Examples, !Capability.Same(was.Examples, now.Examples)),
            (CapabilityChange.Statements, !Capability.Same(was.Statements, now.Statements)),
            (CapabilityChange.Weights, !SameWeights(before.WeightsOf(id), after.WeightsOf(id))),
        ];
        return [.. all.Where(c => c.Happened).Select(c => c.Change)];
    }

    private static bool SameWeights(IReadOnlyDictionary<string, int> one, IReadOnlyDictionary<string, int> other) =>
        one.Count == other.Count && one.All(w => other.TryGetValue(w.Key, out var weight) && weight == w.Value);
}
