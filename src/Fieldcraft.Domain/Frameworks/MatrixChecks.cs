using Fieldcraft.Domain.Assignments.Guard;

namespace Fieldcraft.Domain.Frameworks;

/// <summary>What may be odd about a matrix.</summary>
public enum MatrixConcern
{
    /// <summary>No challenge of the task builds the capability at least at medium: nothing could be suggested for it.</summary>
    CapabilityUnreached,

    /// <summary>An obstacle is said to build something strongly; obstacles are never sought for learning.</summary>
    ObstacleHigh,

    /// <summary>A challenge builds fewer than three or more than seven: it says little, or everything.</summary>
    RowSize,
}

/// <param name="Challenge">The dimension it is about; null where it is about a capability alone.</param>
/// <param name="Capability">The capability it is about; null where it is about a whole row.</param>
public sealed record MatrixWarning(MatrixConcern Concern, string? Challenge, string? Capability);

/// <summary>
/// The checks of DOMAIN 1.4, over what the framework offers. They hold for the default; for an organisation's own framework they are warnings,
/// because the matrix is a choice and no measurement.
/// </summary>
public static class MatrixChecks
{
    public const int Medium = 2;
    public const int RowAtLeast = 3;
    public const int RowAtMost = 7;

    public static IReadOnlyList<MatrixWarning> MatrixWarnings(this FrameworkContent content)
    {
        var shown = content.Capabilities.Where(c => !c.IsHidden).Select(c => c.Id).ToList();
        return
        [
            .. shown
                .Where(c => !ChallengeDimension.Task.Any(d => Weight(d, c) >= Medium))
                .Select(c => new MatrixWarning(MatrixConcern.CapabilityUnreached, null, c)),
            .. ChallengeDimension.Obstacles.SelectMany(d =>
                shown
                    .Where(c => Weight(d, c) == FrameworkContent.HighestWeight)
                    .Select(c => new MatrixWarning(MatrixConcern.ObstacleHigh, d.Id, c))
            ),
            .. ChallengeDimension
                .All.Where(d => shown.Count(c => Weight(d, c) > 0) is < RowAtLeast or > RowAtMost)
                .Select(d => new MatrixWarning(MatrixConcern.RowSize, d.Id, null)),
        ];

        int Weight(ChallengeDimension dimension, string capability) =>
            content.Matrix.TryGetValue(dimension.Id, out var row) ? row.GetValueOrDefault(capability) : 0;
    }
}
