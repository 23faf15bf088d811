using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Board;
using Fieldcraft.Web.Features.Conditions;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>Something that a piece of the strategy brought about, as a line with the way there.</summary>
/// <param name="State">How it stands, in a few words; null where there is nothing to say.</param>
public sealed record EffectView(EffectKind Kind, Guid Id, string Title, string Address, string? State = null);

/// <summary>What a piece caused and could have caused.</summary>
/// <param name="Unseen">How many promises it led to that the viewer does not read.</param>
public sealed record PieceEffects(IReadOnlyList<EffectView> Caused, IReadOnlyList<EffectView> Possible, int Unseen);

/// <summary>The piece behind something, and the policy that it serves.</summary>
public sealed record Behind(StrategyEntryId Id, string Title, StrategyEntryId? PolicyId, string? Policy);

/// <summary>What a piece of the strategy caused, and what could be noted as such: programmes, postings, promises, conditions; and the way back from each.</summary>
public sealed class EffectReading(FieldcraftDb db, Words words)
{
    private const int Offered = 30;

    public async Task<PieceEffects> OfAsync(Viewer viewer, StrategyPiece piece, bool mayWrite, CancellationToken cancellationToken)
    {
        var all = await LinesAsync(viewer, piece, mayWrite, cancellationToken);
        bool IsCaused(EffectView v) => piece.Effects.Any(e => e.Kind == v.Kind && e.TargetId == v.Id);
        var caused = all.Where(IsCaused).ToList();
        return new PieceEffects(
            caused,
            mayWrite ? [.. all.Where(v => !IsCaused(v)).Take(Offered)] : [],
            piece.Effects.Count(e => e.Kind == EffectKind.Promise) - caused.Count(v => v.Kind == EffectKind.Promise)
        );
    }

    /// <summary>The pieces that brought a thing about, each with the policy it serves; for those only who may read the strategy.</summary>
    public async Task<IReadOnlyList<Behind>> BehindAsync(Viewer viewer, EffectKind kind, Guid target, CancellationToken cancellationToken)
    {
        if (!viewer.MayReadStrategy())
        {
            return [];
        }

        var rows = await (
            from effect in db.StrategyEffects.AsNoTracking()
            where effect.Kind == kind && effect.TargetId == target
            join entry in db.StrategyEntries on effect.EntryId equals entry.Id
            from policy in db.StrategyEntries.Where(p => p.Id == entry.ServesId).DefaultIfEmpty()
            orderby entry.Id
            select new { Entry = entry, Policy = policy }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new Behind(
                r.Entry.Id,
                StrategyPiece.TitleOf(r.Entry.Kind, r.Entry.Sheet),
                r.Policy?.Id,
                r.Policy is { } policy ? StrategyPiece.TitleOf(policy.Kind, policy.Sheet) : null
            )),
        ];
    }

    private async Task<List<EffectView>> LinesAsync(Viewer viewer, StrategyPiece piece, bool mayWrite, CancellationToken cancellationToken)
    {
        if (piece.Kind == StrategyKind.Diagnosis)
        {
            return await ConditionsAsync(piece, cancellationToken);
        }

        var lines = new List<EffectView>();
        if (Noted(piece, EffectKind.Programme, ProgrammeId.From) is var programmes && (mayWrite || programmes.Count > 0))
        {
            lines.AddRange(await ProgrammesAsync(programmes, mayWrite, cancellationToken));
        }

        if (Noted(piece, EffectKind.Posting, PostingId.From) is var postings && (mayWrite || postings.Count > 0))
        {
            lines.AddRange(await PostingsAsync(postings, mayWrite, cancellationToken));
        }

        if (Noted(piece, EffectKind.Promise, EnablingPromiseId.From) is var promises && (mayWrite || promises.Count > 0))
        {
            lines.AddRange(await PromisesAsync(viewer, promises, mayWrite, cancellationToken));
        }

        return lines;
    }

    private static List<T> Noted<T>(StrategyPiece piece, EffectKind kind, Func<Guid, T> idOf) =>
        [.. piece.Effects.Where(e => e.Kind == kind).Select(e => idOf(e.TargetId))];

    private async Task<List<EffectView>> ConditionsAsync(StrategyPiece piece, CancellationToken cancellationToken) =>
        [
            .. (
                await db
                    .Conditions.AsNoTracking()
                    .Where(c => c.Text != null && c.JobTitle == "" && c.UnitId == piece.UnitId)
                    .OrderBy(c => c.Topic)
                    .ToListAsync(cancellationToken)
            ).Select(c => new EffectView(EffectKind.Condition, c.Id.Value, c.Text!, ConditionsLinks.Of(c.UnitId))),
        ];

    // What is noted comes first, so that no list of new ones pushes it out.
    private async Task<IEnumerable<EffectView>> ProgrammesAsync(
        List<ProgrammeId> noted,
        bool mayWrite,
        CancellationToken cancellationToken
    ) =>
        (
            await db
                .Programmes.AsNoTracking()
                .Where(p => noted.Contains(p.Id) || (mayWrite && p.EndedAt == null))
                .OrderByDescending(p => noted.Contains(p.Id))
                .ThenByDescending(p => p.Id)
                .Take(Offered + noted.Count)
                .ToListAsync(cancellationToken)
        ).Select(p => new EffectView(
            EffectKind.Programme,
            p.Id.Value,
            p.Name,
            ProgrammesLinks.Programme(p.Id),
            p.EndedAt is { } ended ? words["strategy.effect.ended", words.Day(ended)] : words["strategy.effect.runs"]
        ));

    private async Task<IEnumerable<EffectView>> PostingsAsync(List<PostingId> noted, bool mayWrite, CancellationToken cancellationToken) =>
        (
            await db
                .Postings.AsNoTracking()
                .Where(p => noted.Contains(p.Id) || (mayWrite && p.ClosedAt == null))
                .OrderByDescending(p => noted.Contains(p.Id))
                .ThenByDescending(p => p.Id)
                .Take(Offered + noted.Count)
                .ToListAsync(cancellationToken)
        ).Select(p => new EffectView(
            EffectKind.Posting,
            p.Id.Value,
            p.Title,
            BoardLinks.Posting(p.Id),
            p.ClosedAs is { } end ? words[$"board.closed.{end}"] : words["strategy.effect.open", words.Day(p.UntilOn)]
        ));

    private async Task<IEnumerable<EffectView>> PromisesAsync(
        Viewer viewer,
        List<EnablingPromiseId> noted,
        bool mayWrite,
        CancellationToken cancellationToken
    ) =>
        (
            await db
                .EnablingPromises.AsNoTracking()
                .VisibleTo(viewer, db)
                .Where(p => mayWrite || noted.Contains(p.Id))
                .OrderByDescending(p => noted.Contains(p.Id))
                .ThenByDescending(p => p.Id)
                .Take(Offered + noted.Count)
                .ToListAsync(cancellationToken)
        ).Select(p => new EffectView(
            EffectKind.Promise,
            p.Id.Value,
            p.Sheet["promise"],
            StrategyLinks.Promise(p.Id),
            words[$"promises.state.{p.State}"]
        ));
}
