using Fieldcraft.Domain.Conditions;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Conditions;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>States conditions of the organisation from its diagnosis, and finds the way back from them.</summary>
public sealed class StatingConditions(FieldcraftDb db, ConditionsDesk conditions, TimeProvider clock)
{
    /// <summary>A diagnosis from which the viewer may state conditions: they write it, and the conditions of its unit. Null otherwise.</summary>
    public async Task<StrategyEntry?> FindAsync(Viewer viewer, StrategyEntryId id, CancellationToken cancellationToken) =>
        await db
            .StrategyEntries.Include(e => e.Effects)
            .FirstOrDefaultAsync(e => e.Id == id && e.Kind == StrategyKind.Diagnosis && e.EndedAt == null, cancellationToken)
            is { } diagnosis
        && await conditions.UnitAsync(viewer, diagnosis.UnitId, cancellationToken) is { } unit
        && viewer.MayWrite(diagnosis.Kind, unit.Id, unit.Path)
            ? diagnosis
            : null;

    /// <summary>Says it for the unit of the diagnosis, and notes in the same save that the diagnosis brought it about.</summary>
    public Task<ConditionSave> StateAsync(
        Viewer viewer,
        StrategyEntry diagnosis,
        ConditionWording wording,
        CancellationToken cancellationToken
    ) =>
        conditions.WriteAsync(
            viewer,
            diagnosis.UnitId,
            null,
            [wording],
            cancellationToken,
            said => diagnosis.Caused(EffectKind.Condition, said.Value, viewer.PersonId, clock.GetUtcNow())
        );

    /// <summary>What of the strategy is behind each of these conditions, in one query; nothing for those who may not read the strategy.</summary>
    public async Task<ILookup<ConditionId, (StrategyEntryId Id, string Title)>> BehindAsync(
        Viewer viewer,
        IEnumerable<ConditionId> held,
        CancellationToken cancellationToken
    )
    {
        var ids = held.Select(h => h.Value).ToList();
        var rows =
            viewer.MayReadStrategy() && ids.Count > 0
                ? await db
                    .StrategyEffects.AsNoTracking()
                    .Where(e => e.Kind == EffectKind.Condition && ids.Contains(e.TargetId))
                    .Join(db.StrategyEntries, e => e.EntryId, s => s.Id, (e, s) => new { e.TargetId, Entry = s })
                    .OrderBy(r => r.Entry.Id)
                    .ToListAsync(cancellationToken)
                : [];
        return rows.ToLookup(r => ConditionId.From(r.TargetId), r => (r.Entry.Id, StrategyPiece.TitleOf(r.Entry.Kind, r.Entry.Sheet)));
    }
}
