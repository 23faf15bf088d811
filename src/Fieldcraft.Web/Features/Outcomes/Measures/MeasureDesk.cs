using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Outcomes.Measures;

/// <summary>Keeps the measures of a programme, the same for pages and API. An outcome of null: not there, or not the viewer's to do.</summary>
public sealed class MeasureDesk(FieldcraftDb db, Viewer viewer, TimeProvider clock)
{
    public Task<OutcomeMeasure?> FindAsync(OutcomeMeasureId id, CancellationToken cancellationToken) =>
        db.OutcomeMeasures.KeptBy(db, viewer).FirstOrDefaultAsync(m => m.Id == id, cancellationToken);

    /// <summary>The programme's measures, the oldest first.</summary>
    public async Task<IReadOnlyList<OutcomeMeasure>> ListAsync(ProgrammeId programme, CancellationToken cancellationToken) =>
        await db
            .OutcomeMeasures.AsNoTracking()
            .KeptBy(db, viewer)
            .Where(m => m.ProgrammeId == programme)
            .OrderBy(m => m.DefinedAt)
            .ThenBy(m => m.Id)
            .ToListAsync(cancellationToken);

    /// <summary>Refused: as <see cref="OutcomeMeasure.Define"/>.</summary>
    public async Task<Outcome<OutcomeMeasureId>?> DefineAsync(
        ProgrammeId programme,
        MeasureFacts facts,
        CancellationToken cancellationToken
    )
    {
        if (!await db.Programmes.LedBy(viewer).AnyAsync(p => p.Id == programme, cancellationToken))
        {
            return null;
        }

        var already = await db.OutcomeMeasures.CountAsync(m => m.ProgrammeId == programme, cancellationToken);
        var now = clock.GetUtcNow();
        var defined = OutcomeMeasure.Define(Id.New<OutcomeMeasureId>(now), programme, already, facts, viewer.PersonId, now);
        if (defined.Value is not { } measure)
        {
            return defined.Refusal!;
        }

        db.Add(measure);
        await db.SaveChangesAsync(cancellationToken);
        return measure.Id;
    }

    /// <summary>Refused: as <see cref="OutcomeMeasure.Describe"/>, and <c>outcome-measure-changed-meanwhile</c>.</summary>
    public async Task<Outcome?> DescribeAsync(OutcomeMeasureId id, int version, MeasureFacts facts, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } measure)
        {
            return null;
        }

        if (measure.Version != version)
        {
            return new Refusal("outcome-measure-changed-meanwhile");
        }

        var hasFigures = await db.SiteFigures.AnyAsync(f => f.MeasureId == id, cancellationToken);
        var outcome = measure.Describe(facts, hasFigures, viewer.PersonId, clock.GetUtcNow());
        return outcome.IsDone && !await db.TrySaveAsync(cancellationToken) ? new Refusal("outcome-measure-changed-meanwhile") : outcome;
    }

    /// <summary>The measure goes with all its figures.</summary>
    public async Task<Outcome?> RemoveAsync(OutcomeMeasureId id, int version, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } measure)
        {
            return null;
        }

        if (measure.Version != version)
        {
            return new Refusal("outcome-measure-changed-meanwhile");
        }

        measure.Remove(viewer.PersonId, clock.GetUtcNow());
        db.Remove(measure);
        return await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("outcome-measure-changed-meanwhile");
    }
}
