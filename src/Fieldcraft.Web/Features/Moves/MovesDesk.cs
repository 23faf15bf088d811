using Fieldcraft.Domain.Moves;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Moves;

/// <summary>Beginning, changing and removing comparisons, for pages and API.</summary>
public sealed class MovesDesk(FieldcraftDb db, Vault vault, StandingReading standings, TimeProvider clock)
{
    /// <summary>Begins one with the two options that are always there. Refused: <c>moves-locked</c> before there are aims and an own view.</summary>
    public async Task<Outcome<MoveComparison>> BeginAsync(Viewer viewer, MoveContent content, CancellationToken cancellationToken)
    {
        if (!(await standings.ForAsync(viewer, cancellationToken)).IsOpen)
        {
            return new Refusal("moves-locked");
        }

        var now = clock.GetUtcNow();
        var id = Id.New<MoveComparisonId>(now);
        var comparison = MoveComparison.Begin(
            id,
            viewer.PersonId,
            content,
            await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken),
            now
        );
        db.Add(comparison);
        await db.SaveChangesAsync(cancellationToken);
        return comparison;
    }

    /// <summary>Changes what is kept now, over the version it was seen in.</summary>
    public async Task<SaveResult> ChangeAsync(
        Viewer viewer,
        MoveComparisonId id,
        int version,
        Func<MoveContent, Outcome<MoveContent>> change,
        CancellationToken cancellationToken
    ) =>
        await db.ChangeAsync(
            await FindAsync(viewer, id, cancellationToken),
            version,
            async comparison =>
            {
                var unlocked = await vault.UnlockAsync(viewer, [comparison.Content], cancellationToken);
                var changed = change(MoveContent.FromJson(unlocked.Open(comparison.Content)));
                if (changed.Refusal is { } refusal)
                {
                    return refusal;
                }

                comparison.Change(changed.Value!, await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken), clock.GetUtcNow());
                return Outcome.Done;
            },
            cancellationToken
        );

    public async Task<SaveResult> RemoveAsync(Viewer viewer, MoveComparisonId id, int version, CancellationToken cancellationToken) =>
        await db.RemoveAsync(
            vault,
            await FindAsync(viewer, id, cancellationToken),
            id.Value,
            version,
            comparison => comparison.Remove(clock.GetUtcNow()),
            cancellationToken
        );

    private Task<MoveComparison?> FindAsync(Viewer viewer, MoveComparisonId id, CancellationToken cancellationToken) =>
        db.MoveComparisons.VisibleTo(viewer).FirstOrDefaultAsync(c => c.Id == id, cancellationToken);
}
