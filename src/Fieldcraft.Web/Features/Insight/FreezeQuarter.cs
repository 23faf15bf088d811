using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>
/// Every day: counts the quarter that is over, once, for every organisation. What was counted never changes; what happens afterwards shows in the next quarter.
/// </summary>
internal sealed class FreezeQuarter(FieldcraftDb db, Freezer freezer, Rules rules, TimeProvider clock) : IJob
{
    public const string JobKind = "insight.freeze_quarter";

    public string Kind => JobKind;

    public async Task RunAsync(JobRow job, CancellationToken cancellationToken)
    {
        var quarter = Quarter.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).Before;
        foreach (var unit in await db.Units.AsNoTracking().Where(u => u.ParentId == null).ToListAsync(cancellationToken))
        {
            await CountAsync(unit, quarter, cancellationToken);
        }
    }

    /// <summary>Counts a quarter of an organisation; nothing where it was counted before, or where nobody could be shown.</summary>
    public async Task CountAsync(Unit unit, Quarter quarter, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        await db.WriteAsync(
            async () =>
            {
                var id = unit.Id;
                if (
                    await db.Releases.AnyAsync(
                        r => r.Kind == ReleaseKind.Quarter && r.UnitId == id && r.From >= quarter.From,
                        cancellationToken
                    )
                )
                {
                    return;
                }

                var now = clock.GetUtcNow();
                var sizes = rules.MinimumSizes;
                var minimum = Math.Max(
                    Release.LeastMinimum,
                    Math.Max(sizes.CrossedPersonalAttributes, Math.Max(sizes.OnePersonalAttribute, sizes.ExecutiveCountsOfPrivateThings))
                );
                var release = Release.Freeze(
                    Id.New<ReleaseId>(now),
                    ReleaseKind.Quarter,
                    id,
                    quarter.From,
                    quarter.Until,
                    minimum,
                    hasMarks: true,
                    now
                );
                var frozen = await freezer.FreezeAsync(release, unit, cancellationToken);
                if (frozen.Cells.Count == 0)
                {
                    return;
                }

                db.Add(release);
                await freezer.KeepAsync(frozen, cancellationToken);
                var counted = frozen.Standings.Where(s => s.Part is not null).Select(s => (s.OwnerId, Part: s.Part!.Value)).ToList();
                var leading = frozen
                    .Cells.GroupBy(c => c.Part)
                    .Where(p => p.All(c => c.Work == Freezer.Leads))
                    .Select(p => p.Key)
                    .ToHashSet();
                foreach (var measure in QuarterMeasures.All)
                {
                    var cells = measure.OfLeaders ? [.. frozen.Cells.Where(c => leading.Contains(c.Part))] : frozen.Cells;
                    var among = measure.OfLeaders ? [.. counted.Where(c => leading.Contains(c.Part))] : counted;
                    var values = await ValuesAsync(measure, quarter, among, cancellationToken);
                    await db.InsertAsync(GroupFigures.Publish(release.Id, measure.Id, cells, values, minimum), null, cancellationToken);
                }

                release.Publish(now);
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
    }

    private async Task<IReadOnlyCollection<PartValue>> ValuesAsync(
        QuarterMeasure measure,
        Quarter quarter,
        IReadOnlyCollection<(PersonId Person, int Part)> counted,
        CancellationToken cancellationToken
    )
    {
        var span = Span.Of(quarter);
        var holds = (await measure.Holds(db, span).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        var among = measure.Among is { } asked ? (await asked(db, span).Distinct().ToListAsync(cancellationToken)).ToHashSet() : null;
        return
        [
            .. counted.Where(c => among?.Contains(c.Person) != false).Select(c => new PartValue(c.Part, holds.Contains(c.Person) ? 1 : 0)),
        ];
    }
}
