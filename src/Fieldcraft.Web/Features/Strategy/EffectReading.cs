using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Board;
using Fieldcraft.Web.Features.Conditions;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>Something that a piece of the strategy brought about, as a line with the way there.</summary>
/// <param name="Address">Null where the viewer has no page for it.</param>
public sealed record EffectView(EffectKind Kind, Guid Id, string Title, string? Address);

/// <summary>What a piece of the strategy caused, and what could be noted as such: programmes, postings, promises, conditions.</summary>
public sealed class EffectReading(FieldcraftDb db)
{
    private const int Offered = 30;

    public async Task<(IReadOnlyList<EffectView> Caused, IReadOnlyList<EffectView> Possible)> OfAsync(
        Viewer viewer,
        StrategyPiece piece,
        bool mayWrite,
        CancellationToken cancellationToken
    )
    {
        var ids = piece.Effects.Select(e => e.TargetId).ToList();
        var all = await LinesAsync(viewer, piece, ids, mayWrite, cancellationToken);
        return (
            [.. all.Where(v => piece.Effects.Any(e => e.Kind == v.Kind && e.TargetId == v.Id))],
            mayWrite ? [.. all.Where(v => !piece.Effects.Any(e => e.Kind == v.Kind && e.TargetId == v.Id))] : []
        );
    }

    /// <summary>The pieces that brought a thing about: the way back from a programme, a posting, a promise or a condition.</summary>
    public async Task<IReadOnlyList<(StrategyEntryId Id, string Title)>> BehindAsync(
        Viewer viewer,
        EffectKind kind,
        Guid target,
        CancellationToken cancellationToken
    ) =>
        viewer.MayReadStrategy()
            ?
            [
                .. (
                    await db
                        .StrategyEntries.AsNoTracking()
                        .Where(e => e.Effects.Any(f => f.Kind == kind && f.TargetId == target))
                        .OrderBy(e => e.Id)
                        .ToListAsync(cancellationToken)
                ).Select(e => (e.Id, StrategyForms.Of(e.Kind).Boxes.Select(b => e.Sheet[b.Key]).First(t => t.Length > 0))),
            ]
            : [];

    private async Task<List<EffectView>> LinesAsync(
        Viewer viewer,
        StrategyPiece piece,
        List<Guid> ids,
        bool mayWrite,
        CancellationToken cancellationToken
    )
    {
        var lines = new List<EffectView>();
        if (piece.Kind == StrategyKind.Diagnosis)
        {
            var conditions = await db
                .Conditions.AsNoTracking()
                .Where(c => c.Text != null && c.JobTitle == "" && c.UnitId == piece.UnitId)
                .OrderBy(c => c.Topic)
                .ToListAsync(cancellationToken);
            lines.AddRange(conditions.Select(c => new EffectView(EffectKind.Condition, c.Id.Value, c.Text!, ConditionsLinks.Of(c.UnitId))));
            return lines;
        }

        var programmes = await db.Programmes.AsNoTracking().OrderByDescending(p => p.Id).Take(Offered).ToListAsync(cancellationToken);
        lines.AddRange(programmes.Select(p => new EffectView(EffectKind.Programme, p.Id.Value, p.Name, ProgrammesLinks.Programme(p.Id))));
        var noted = ids.Select(PostingId.From).ToList();
        var postings = await db
            .Postings.AsNoTracking()
            .Where(p => noted.Contains(p.Id) || (mayWrite && p.ClosedAt == null))
            .OrderByDescending(p => p.Id)
            .Take(Offered)
            .ToListAsync(cancellationToken);
        lines.AddRange(postings.Select(p => new EffectView(EffectKind.Posting, p.Id.Value, p.Title, BoardLinks.Posting(p.Id))));
        var promises = await db
            .EnablingPromises.AsNoTracking()
            .VisibleTo(viewer, db)
            .OrderByDescending(p => p.Id)
            .Take(Offered)
            .ToListAsync(cancellationToken);
        lines.AddRange(
            promises.Select(p => new EffectView(EffectKind.Promise, p.Id.Value, p.Sheet["promise"], StrategyLinks.Promise(p.Id)))
        );
        return lines;
    }
}
