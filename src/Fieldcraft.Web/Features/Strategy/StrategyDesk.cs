using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>Writes the strategy, the same for pages and API.</summary>
public sealed class StrategyDesk(FieldcraftDb db, Rules rules, TimeProvider clock)
{
    /// <summary>
    /// Writes a new piece. Null where the viewer may not write there. Refused: <c>strategy-full</c>, <c>strategy-single</c> where there is one already,
    /// <c>training-cannot-help</c>, <c>strategy-link-unknown</c>.
    /// </summary>
    /// <param name="id">Where it is given one, so that the same thing is not written twice.</param>
    public async Task<Outcome<StrategyEntry>?> WriteAsync(
        Viewer viewer,
        StrategyKind kind,
        UnitId unit,
        StrategyWriting writing,
        CancellationToken cancellationToken,
        StrategyEntryId? id = null
    )
    {
        if (await PathOf(unit).FirstOrDefaultAsync(cancellationToken) is not { } path || !viewer.MayWrite(kind, unit, path))
        {
            return null;
        }

        var open = await db.StrategyEntries.CountAsync(e => e.UnitId == unit && e.Kind == kind && e.EndedAt == null, cancellationToken);
        if (kind.IsSingle() && open > 0)
        {
            return new Refusal("strategy-single");
        }

        if (open >= rules.Strategy.EntriesAtMost)
        {
            return new Refusal("strategy-full", rules.Strategy.EntriesAtMost);
        }

        if (!await LinksAreKnownAsync(unit, writing, cancellationToken))
        {
            return new Refusal("strategy-link-unknown");
        }

        var now = clock.GetUtcNow();
        var written = StrategyEntry.Write(id ?? Id.New<StrategyEntryId>(now), kind, unit, writing, viewer.PersonId, now);
        if (written.Value is { } entry)
        {
            db.Add(entry);
            await db.SaveChangesAsync(cancellationToken);
        }

        return written;
    }

    public Task<SaveResult> RewriteAsync(
        Viewer viewer,
        StrategyEntryId id,
        int version,
        StrategyWriting writing,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            viewer,
            id,
            version,
            async entry =>
                await LinksAreKnownAsync(entry.UnitId, writing, cancellationToken)
                    ? entry.Rewrite(writing, viewer.PersonId, clock.GetUtcNow())
                    : new Refusal("strategy-link-unknown"),
            cancellationToken
        );

    /// <summary>Lays a piece aside, or takes it up again.</summary>
    public Task<SaveResult> EndAsync(Viewer viewer, StrategyEntryId id, int version, bool isOver, CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer,
            id,
            version,
            entry =>
            {
                entry.End(isOver, viewer.PersonId, clock.GetUtcNow());
                return Task.FromResult(Outcome.Done);
            },
            cancellationToken
        );

    /// <summary>Answers a finding at the piece it leads to; an empty reason takes the answer back. Null where the viewer may not.</summary>
    public async Task<Outcome?> AnswerFindingAsync(
        Viewer viewer,
        StrategyEntryId id,
        string code,
        string? because,
        CancellationToken cancellationToken
    )
    {
        if (await LoadAsync(viewer, id, cancellationToken) is not { } entry)
        {
            return null;
        }

        entry.AnswerFinding(code, because, viewer.PersonId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Says where the viewer stands. Null where they do not lead. Refused as in <see cref="StrategyEntry.TakeStance"/>.</summary>
    public async Task<Outcome?> TakeStanceAsync(
        Viewer viewer,
        StrategyEntryId id,
        Stance stance,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        if (
            !viewer.TakesStances()
            || await db
                .StrategyEntries.VisibleTo(viewer, db)
                .Include(e => e.Stances)
                .FirstOrDefaultAsync(e => e.Id == id, cancellationToken)
                is not { } entry
        )
        {
            return null;
        }

        var outcome = entry.TakeStance(viewer.PersonId, stance, reason, clock.GetUtcNow());
        if (outcome.IsDone)
        {
            await db.SaveChangesAsync(cancellationToken);
        }

        return outcome;
    }

    /// <summary>Notes, or takes back, that a piece brought something about. Null where the viewer may not, or the thing is not there.</summary>
    public async Task<Outcome?> CausedAsync(
        Viewer viewer,
        StrategyEntryId id,
        EffectKind kind,
        Guid target,
        bool isSo,
        CancellationToken cancellationToken
    )
    {
        if (await LoadAsync(viewer, id, cancellationToken) is not { } entry || !await IsThereAsync(kind, target, cancellationToken))
        {
            return null;
        }

        if (isSo)
        {
            entry.Caused(kind, target, viewer.PersonId, clock.GetUtcNow());
        }
        else
        {
            entry.DidNotCause(kind, target, viewer.PersonId, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<SaveResult> ChangeAsync(
        Viewer viewer,
        StrategyEntryId id,
        int version,
        Func<StrategyEntry, Task<Outcome>> change,
        CancellationToken cancellationToken
    ) => await db.ChangeAsync(await LoadAsync(viewer, id, cancellationToken), version, change, cancellationToken);

    private async Task<StrategyEntry?> LoadAsync(Viewer viewer, StrategyEntryId id, CancellationToken cancellationToken) =>
        await db
            .StrategyEntries.AsSplitQuery()
            .Include(e => e.Answers)
            .Include(e => e.Effects)
            .FirstOrDefaultAsync(e => e.Id == id, cancellationToken)
            is { } entry
        && viewer.MayWrite(entry.Kind, entry.UnitId, await PathOf(entry.UnitId).FirstAsync(cancellationToken))
            ? entry
            : null;

    private IQueryable<string> PathOf(UnitId unit) => db.Units.Where(u => u.Id == unit).Select(u => u.Path);

    /// <summary>What a piece hangs on lies in the same strategy, and whoever answers for it is still here.</summary>
    private async Task<bool> LinksAreKnownAsync(UnitId unit, StrategyWriting writing, CancellationToken cancellationToken)
    {
        var links = new[] { writing.Serves, writing.Gap, writing.Contradicts }.OfType<StrategyEntryId>().Distinct().ToList();
        return (
                links.Count == 0
                || await db.StrategyEntries.CountAsync(e => links.Contains(e.Id) && e.UnitId == unit, cancellationToken) == links.Count
            )
            && (
                writing.Owner is not { } owner
                || await db.People.AnyAsync(p => p.Id == owner && p.Status != PersonStatus.Left, cancellationToken)
            );
    }

    private Task<bool> IsThereAsync(EffectKind kind, Guid target, CancellationToken cancellationToken) =>
        kind switch
        {
            EffectKind.Programme => db.Programmes.AnyAsync(p => p.Id == Domain.Programmes.ProgrammeId.From(target), cancellationToken),
            EffectKind.Posting => db.Postings.AnyAsync(p => p.Id == Domain.Board.PostingId.From(target), cancellationToken),
            EffectKind.Promise => db.EnablingPromises.AnyAsync(p => p.Id == EnablingPromiseId.From(target), cancellationToken),
            _ => db.Conditions.AnyAsync(c => c.Id == Domain.Conditions.ConditionId.From(target), cancellationToken),
        };
}
