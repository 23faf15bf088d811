using Fieldcraft.Domain.Assignments.Guard;

namespace Fieldcraft.Domain.Experience;

/// <summary>Where a challenge stands on somebody's map.</summary>
public enum Meeting
{
    /// <summary>Not yet met in what was told here. It says nothing about what was never told.</summary>
    Missing,

    /// <summary>Met in something that is over.</summary>
    Had,

    /// <summary>Met in something that goes on.</summary>
    Having,
}

/// <summary>A piece of work, as the map sees it: what it was full of, and whether it goes on.</summary>
/// <param name="IsPast">Told from the own past; otherwise an assignment of here.</param>
public sealed record MappedWork(
    Guid Id,
    bool IsPast,
    string Title,
    bool GoesOn,
    int? FromYear,
    int? ToYear,
    IReadOnlyList<ChallengeDimension> Challenges,
    string Lesson
);

/// <summary>One challenge with everything it was met in, the newest first.</summary>
public sealed record MapRow(ChallengeDimension Dimension, IReadOnlyList<MappedWork> Met)
{
    public bool IsHaving => Met.Any(w => w.GoesOn);

    public bool IsHad => Met.Any(w => !w.GoesOn);

    /// <summary>Having stands before had: what goes on is what can be shaped.</summary>
    public Meeting Meeting =>
        IsHaving ? Meeting.Having
        : IsHad ? Meeting.Had
        : Meeting.Missing;
}

/// <summary>
/// What somebody has had, is having, and has not yet met in what they told here (S2, DOMAIN 5.1). It is a map of work. Nothing is added up, and
/// obstacles are never said to be missing: nobody is sent there.
/// </summary>
public sealed record ExperienceMap(IReadOnlyList<MapRow> Task, IReadOnlyList<MapRow> Obstacles)
{
    /// <param name="work">The newest first.</param>
    public static ExperienceMap Of(IReadOnlyList<MappedWork> work)
    {
        return new ExperienceMap(Rows(ChallengeDimension.Task), [.. Rows(ChallengeDimension.Obstacles).Where(r => r.Met.Count > 0)]);

        List<MapRow> Rows(IReadOnlyList<ChallengeDimension> dimensions) =>
            [.. dimensions.Select(d => new MapRow(d, [.. work.Where(w => w.Challenges.Contains(d))]))];
    }

    /// <summary>The challenges in which an assignment is strong enough to count as met.</summary>
    public static IReadOnlyList<ChallengeDimension> MetIn(
        IReadOnlyDictionary<string, int?> demand,
        IReadOnlyDictionary<string, int?> obstacles,
        ExperienceRules rules
    ) =>
        [
            .. ChallengeDimension.All.Where(d =>
                (d.Group == DimensionGroup.Task ? demand : obstacles).GetValueOrDefault(d.Id) >= rules.MetFromDemand
            ),
        ];
}
