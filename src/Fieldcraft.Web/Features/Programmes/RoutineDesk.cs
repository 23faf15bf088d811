using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>The routines that leaders know already, noted once for all modules.</summary>
public sealed class RoutineDesk(FieldcraftDb db, Viewer viewer, TimeProvider clock)
{
    public async Task<IReadOnlyList<Routine>> ListAsync(CancellationToken cancellationToken) =>
        await db.Routines.AsNoTracking().OrderBy(r => r.Name).ThenBy(r => r.Id).ToListAsync(cancellationToken);

    public Task<Routine?> FindAsync(RoutineId id, CancellationToken cancellationToken) =>
        db.Routines.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken);

    /// <returns>Null when the viewer does not design.</returns>
    public async Task<RoutineId?> NoteAsync(RoutineInput input, CancellationToken cancellationToken)
    {
        if (!viewer.MayDesignModules())
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var routine = Routine.Note(
            Id.New<RoutineId>(now),
            input.Name!,
            input.Minutes!.Value,
            input.Header,
            input.Sequence,
            viewer.PersonId,
            now
        );
        db.Add(routine);
        await db.SaveChangesAsync(cancellationToken);
        return routine.Id;
    }

    /// <summary>Refused: <c>routine-changed-meanwhile</c>. Null: not there, or not the viewer's to do.</summary>
    public async Task<Outcome?> DescribeAsync(RoutineId id, int version, RoutineInput input, CancellationToken cancellationToken)
    {
        if (!viewer.MayDesignModules() || await db.Routines.FirstOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } routine)
        {
            return null;
        }

        if (routine.Version != version)
        {
            return new Refusal("routine-changed-meanwhile");
        }

        routine.Describe(input.Name!, input.Minutes!.Value, input.Header, input.Sequence, viewer.PersonId, clock.GetUtcNow());
        return await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("routine-changed-meanwhile");
    }
}
