using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>A leader one level below the viewer, with what they promised in a quarter.</summary>
public sealed record LeaderPromises(PersonId Leader, string Name, IReadOnlyList<EnablingPromise> Promises)
{
    /// <summary>None made: that is seen by the level above, and by nobody else.</summary>
    public bool HasNone => Promises.Count == 0;
}

/// <summary>What leaders promise to do so that others can learn; the same for pages and API.</summary>
public sealed class PromiseDesk(FieldcraftDb db, Notices notices, Words words, TimeProvider clock)
{
    private const int Shown = 40;
    private const int LeadersShown = 200;

    public Quarter ThisQuarter => Quarter.Of(words.Today(clock.GetUtcNow()));

    /// <summary>The viewer's own, the newest first.</summary>
    public async Task<IReadOnlyList<EnablingPromise>> OwnAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        return await db
            .EnablingPromises.AsNoTracking()
            .Where(p => p.OwnerId == me)
            .OrderByDescending(p => p.QuarterFrom)
            .ThenBy(p => p.Id)
            .Take(Shown)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The leaders one level below, by name, with what each promised in the quarter.</summary>
    public async Task<IReadOnlyList<LeaderPromises>> BelowAsync(Viewer viewer, Quarter quarter, CancellationToken cancellationToken)
    {
        var leaders = await db
            .People.AsNoTracking()
            .LedBy(viewer, db)
            .OrderBy(p => p.NameKey)
            .ThenBy(p => p.Id)
            .Take(LeadersShown)
            .ToListAsync(cancellationToken);
        var ids = leaders.Select(l => l.Id).ToList();
        var promises = await db
            .EnablingPromises.AsNoTracking()
            .Where(p => ids.Contains(p.OwnerId) && p.QuarterFrom == quarter.From)
            .OrderBy(p => p.Id)
            .ToListAsync(cancellationToken);
        return [.. leaders.Select(l => new LeaderPromises(l.Id, l.FullName, [.. promises.Where(p => p.OwnerId == l.Id)]))];
    }

    /// <summary>
    /// The share of promises kept by the leaders below, in per cent, quarter by quarter with the newest last; null for a quarter without an answer.
    /// </summary>
    public async Task<IReadOnlyList<double?>> KeptAsync(Viewer viewer, Quarter until, int quarters, CancellationToken cancellationToken)
    {
        var asked = Enumerable.Range(0, quarters - 1).Aggregate(new List<Quarter> { until }, (all, _) => [all[0].Before, .. all]);
        var from = asked[0].From;
        var counts = await db
            .EnablingPromises.Where(p =>
                p.QuarterFrom >= from && p.QuarterFrom <= until.From && db.People.LedBy(viewer, db).Any(l => l.Id == p.OwnerId)
            )
            .GroupBy(p => p.QuarterFrom)
            .Select(g => new
            {
                From = g.Key,
                Kept = g.Count(p => p.State == PromiseState.Kept),
                All = g.Count(),
            })
            .ToListAsync(cancellationToken);
        return [.. asked.Select(q => counts.Find(c => c.From == q.From)).Select(c => c is null ? (double?)null : 100d * c.Kept / c.All)];
    }

    public Task<EnablingPromise?> FindAsync(Viewer viewer, EnablingPromiseId id, CancellationToken cancellationToken) =>
        db.EnablingPromises.AsNoTracking().VisibleTo(viewer, db).FirstOrDefaultAsync(p => p.Id == id, cancellationToken);

    /// <summary>Null for somebody who leads nobody. Refused as <see cref="EnablingPromise.Make"/>.</summary>
    public async Task<Outcome<EnablingPromise>?> MakeAsync(Viewer viewer, Quarter quarter, Sheet sheet, CancellationToken cancellationToken)
    {
        if (!viewer.LeadsPeople())
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var made = EnablingPromise.Make(
            Id.New<EnablingPromiseId>(now),
            viewer.PersonId,
            quarter,
            sheet,
            StrategyReading.RefusedWordsOf(words),
            now
        );
        if (made.Value is { } promise)
        {
            db.Add(promise);
            await db.SaveChangesAsync(cancellationToken);
        }

        return made;
    }

    public async Task<SaveResult> RewordAsync(
        Viewer viewer,
        EnablingPromiseId id,
        int version,
        Sheet sheet,
        CancellationToken cancellationToken
    ) =>
        await db.ChangeAsync(
            await LoadAsync(viewer, id, cancellationToken),
            version,
            promise => Task.FromResult(promise.Reword(sheet, StrategyReading.RefusedWordsOf(words), clock.GetUtcNow())),
            cancellationToken
        );

    /// <summary>Says how it went. Where help is needed, whoever leads the leader is told.</summary>
    public async Task<SaveResult> AnswerAsync(
        Viewer viewer,
        EnablingPromiseId id,
        int version,
        PromiseState state,
        string? note,
        CancellationToken cancellationToken
    )
    {
        var me = viewer.PersonId;
        var manager = await db.People.Where(p => p.Id == me).Select(p => p.ManagerId).FirstOrDefaultAsync(cancellationToken);
        return await db.ChangeAsync(
            await LoadAsync(viewer, id, cancellationToken),
            version,
            promise =>
            {
                var outcome = promise.Answer(state, note, clock.GetUtcNow());
                if (outcome.IsDone && state == PromiseState.NeedsHelp && manager is { } next)
                {
                    notices.Tell(next, StrategyNotices.HelpNeeded, StrategyLinks.Promise(id), me);
                }

                return Task.FromResult(outcome);
            },
            cancellationToken
        );
    }

    private Task<EnablingPromise?> LoadAsync(Viewer viewer, EnablingPromiseId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        return db.EnablingPromises.FirstOrDefaultAsync(p => p.Id == id && p.OwnerId == me, cancellationToken);
    }
}
