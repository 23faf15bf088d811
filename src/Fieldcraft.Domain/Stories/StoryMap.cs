namespace Fieldcraft.Domain.Stories;

/// <summary>One story as the map counts it.</summary>
public sealed record MappedStory(bool IsRead, StoryKinds Kinds);

/// <summary>
/// How many stories tell of one kind of work. Stories that can be read are counted as they are: anybody can count them. Those only for the map are
/// counted in whole steps of the minimum (DOMAIN 9.3), so that neither one more nor one less shows.
/// </summary>
/// <param name="Id">Of the archetype or the challenge dimension.</param>
/// <param name="Read">Stories that can be read.</param>
/// <param name="OnlyForMapAtLeast">So many more at the least; null below the minimum, none included.</param>
public sealed record MappedKind(string Id, int Read, int? OnlyForMapAtLeast)
{
    public int Shown => Read + (OnlyForMapAtLeast ?? 0);
}

/// <summary>"What grew you": from stories to kinds of work. The largest first, then in the order of the list.</summary>
public sealed record StoryMap(IReadOnlyList<MappedKind> Archetypes, IReadOnlyList<MappedKind> Dimensions)
{
    public static StoryMap Of(
        IReadOnlyCollection<MappedStory> stories,
        IEnumerable<string> archetypes,
        IEnumerable<string> dimensions,
        int minimum
    ) =>
        new(
            Count(archetypes, minimum, id => stories.Where(s => s.Kinds.Archetype == id)),
            Count(dimensions, minimum, id => stories.Where(s => s.Kinds.Dimensions.Contains(id, StringComparer.Ordinal)))
        );

    private static IReadOnlyList<MappedKind> Count(IEnumerable<string> ids, int minimum, Func<string, IEnumerable<MappedStory>> of) =>
        [
            .. ids.Select(id =>
                {
                    var told = of(id).ToList();
                    var steps = told.Count(s => !s.IsRead) / minimum;
                    return new MappedKind(id, told.Count(s => s.IsRead), steps == 0 ? null : steps * minimum);
                })
                .OrderByDescending(k => k.Shown),
        ];
}
