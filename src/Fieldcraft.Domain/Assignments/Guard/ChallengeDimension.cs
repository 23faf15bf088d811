namespace Fieldcraft.Domain.Assignments.Guard;

/// <summary>Whether a challenge belongs to the task or stands in its way (DOMAIN 1.2).</summary>
public enum DimensionGroup
{
    Task,
    Obstacle,
}

/// <summary>The clusters of DOMAIN 1.2; the rating form shows one screen for each.</summary>
public enum DimensionCluster
{
    Transition,
    CreatingChange,
    HighResponsibility,
    Boundaries,
    Diversity,
    Obstacle,
}

/// <summary>
/// One of the sixteen features that make work developmental (DOMAIN 1.2). Only the frame lives here; names, definitions and
/// signals are content.
/// </summary>
public sealed class ChallengeDimension
{
    private static readonly ChallengeDimension[] Sixteen =
    [
        new("unfamiliar_responsibilities", DimensionCluster.Transition, 0),
        new("proving_yourself", DimensionCluster.Transition, 1),
        new("new_directions", DimensionCluster.CreatingChange, 2),
        new("inherited_problems", DimensionCluster.CreatingChange, 3),
        new("reduction_decisions", DimensionCluster.CreatingChange, 4),
        new("employee_problems", DimensionCluster.CreatingChange, 5),
        new("high_stakes", DimensionCluster.HighResponsibility, 6),
        new("scope_and_scale", DimensionCluster.HighResponsibility, 7),
        new("external_pressure", DimensionCluster.Boundaries, 8),
        new("influence_without_authority", DimensionCluster.Boundaries, 9),
        new("working_across_cultures", DimensionCluster.Diversity, 10),
        new("workgroup_diversity", DimensionCluster.Diversity, 11),
        new("adverse_conditions", DimensionCluster.Obstacle, 0),
        new("lack_of_top_support", DimensionCluster.Obstacle, 1),
        new("lack_of_personal_support", DimensionCluster.Obstacle, 2),
        new("difficult_boss", DimensionCluster.Obstacle, 3),
    ];

    private static readonly Dictionary<string, ChallengeDimension> ById = Sixteen.ToDictionary(d => d.Id, StringComparer.Ordinal);

    private ChallengeDimension(string id, DimensionCluster cluster, int position)
    {
        Id = id;
        Cluster = cluster;
        Position = position;
    }

    /// <summary>All sixteen, in the order of DOMAIN 1.2.</summary>
    public static IReadOnlyList<ChallengeDimension> All { get; } = Sixteen;

    /// <summary>The twelve task dimensions, in order: demand and readiness are both asked.</summary>
    public static IReadOnlyList<ChallengeDimension> Task { get; } = [.. Sixteen.Where(d => d.Group == DimensionGroup.Task)];

    /// <summary>The four obstacles, in order: only the demand is asked, nobody is "ready" for a difficult boss.</summary>
    public static IReadOnlyList<ChallengeDimension> Obstacles { get; } = [.. Sixteen.Where(d => d.Group == DimensionGroup.Obstacle)];

    /// <summary>The stable id, as data and content spell it.</summary>
    public string Id { get; }

    public DimensionCluster Cluster { get; }

    public DimensionGroup Group => Cluster == DimensionCluster.Obstacle ? DimensionGroup.Obstacle : DimensionGroup.Task;

    /// <summary>The place within its group, from 0: the index in the lists of <see cref="GuardInput"/>.</summary>
    public int Position { get; }

    /// <summary>The dimension with this id, or null when there is none.</summary>
    public static ChallengeDimension? Find(string id) => ById.GetValueOrDefault(id);

    public override string ToString() => Id;
}
