using Fieldcraft.Domain.Moves;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Moves;

/// <summary>A comparison, opened for its owner.</summary>
public sealed record OpenMoves(MoveComparisonId Id, MoveContent Content, DateTimeOffset ChangedAt, int Version);

/// <summary>A comparison with where its owner stands, and what the arithmetic says of the two together.</summary>
/// <param name="Result">Null before there are aims and an own view.</param>
public sealed record LookedMoves(OpenMoves Moves, Standing Standing, ComparingResult? Result)
{
    public MoveResult? Of(MoveOption option) => Result?.Moves.FirstOrDefault(m => m.Id == option.Id);
}

/// <summary>Opens comparisons for pages and API.</summary>
public sealed class MovesReading(FieldcraftDb db, Vault vault, StandingReading standings, Rules rules)
{
    public async Task<IReadOnlyList<OpenMoves>> ListAsync(
        Viewer viewer,
        MoveComparisonId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var own = db.MoveComparisons.AsNoTracking().VisibleTo(viewer);
        own = after is { } last ? own.Where(c => c.Id.CompareTo(last) < 0) : own;
        var rows = await own.OrderByDescending(c => c.Id).Take(limit).ToListAsync(cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, rows.Select(c => c.Content), cancellationToken);
        return [.. rows.Select(c => Open(c, unlocked))];
    }

    /// <summary>The newest, with where their owner stands: five queries.</summary>
    public async Task<(IReadOnlyList<OpenMoves> Comparisons, Standing Standing)> BesideAsync(
        Viewer viewer,
        int limit,
        CancellationToken cancellationToken
    )
    {
        var rows = await db
            .MoveComparisons.AsNoTracking()
            .VisibleTo(viewer)
            .OrderByDescending(c => c.Id)
            .Take(limit)
            .ToListAsync(cancellationToken);
        var pieces = await standings.SealedAsync(viewer, cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, [.. rows.Select(c => c.Content), .. pieces.Texts], cancellationToken);
        return ([.. rows.Select(c => Open(c, unlocked))], await standings.OpenAsync(pieces, unlocked, cancellationToken));
    }

    public async Task<OpenMoves?> FindAsync(Viewer viewer, MoveComparisonId id, CancellationToken cancellationToken) =>
        await db.MoveComparisons.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is { } row
            ? Open(row, await vault.UnlockAsync(viewer, [row.Content], cancellationToken))
            : null;

    /// <summary>With the arithmetic, in four queries.</summary>
    public async Task<LookedMoves?> LookAsync(Viewer viewer, MoveComparisonId id, CancellationToken cancellationToken)
    {
        var checks = standings.Checks(viewer);
        var found = await db
            .MoveComparisons.AsNoTracking()
            .VisibleTo(viewer)
            .Where(c => c.Id == id)
            .AsSingleQuery()
            .Select(c => new { Row = c, Checks = checks.Where(k => k.OwnerId == c.OwnerId).ToList() })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var pieces = await standings.WithAsync(viewer, found.Checks, cancellationToken);
        var unlocked = await vault.UnlockAsync(viewer, [found.Row.Content, .. pieces.Texts], cancellationToken);
        var standing = await standings.OpenAsync(pieces, unlocked, cancellationToken);
        var moves = Open(found.Row, unlocked);
        return new LookedMoves(moves, standing, Compare(moves.Content, standing));
    }

    private ComparingResult? Compare(MoveContent content, Standing standing)
    {
        var weights = standing.Weights(rules);
        return weights.Count == 0
            ? null
            : MoveComparing.Compare(
                new ComparingInput
                {
                    Moves = [.. content.Options.Select(o => o.ToCompare())],
                    Gaps = weights,
                    Readiness = standing.Readiness.Listed,
                    Efficacy = standing.Readiness.Efficacy,
                    StrainIsPositive = standing.Readiness.StrainIsPositive,
                },
                standing.Catalogue,
                rules.Guard,
                rules.Value
            );
    }

    private static OpenMoves Open(MoveComparison row, Unlocked unlocked) =>
        new(row.Id, MoveContent.FromJson(unlocked.Open(row.Content)), row.ChangedAt, row.Version);
}
