using Fieldcraft.Domain.Board;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Stories;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Board;

/// <summary>One line, opened for one of the two.</summary>
public sealed record OpenLine(bool IsMine, string Text, DateTimeOffset At);

/// <summary>A conversation as one of the two sees it.</summary>
/// <param name="Newness">For the interested person alone; null for the poster whatever was said.</param>
public sealed record OpenInterest(
    InterestId Id,
    PostingId PostingId,
    string Title,
    PostingKind Kind,
    bool IsPoster,
    string Other,
    InterestState State,
    bool WaitsForAnswer,
    WorkNewness? Newness,
    DateTimeOffset AskedAt,
    DateTimeOffset ChangedAt,
    IReadOnlyList<OpenLine> Lines,
    int Version
)
{
    public bool CanBeWritten => State is InterestState.Open or InterestState.TakenUp;

    /// <summary>The poster has not answered yet.</summary>
    public bool IsDue => IsPoster && WaitsForAnswer;
}

/// <summary>Opens conversations for the two who have them.</summary>
public sealed class InterestReading(FieldcraftDb db, Vault vault)
{
    public const int PageSize = 30;

    /// <summary>The viewer's conversations, on both sides, newest first; without their lines.</summary>
    public Task<IReadOnlyList<OpenInterest>> ListAsync(Viewer viewer, InterestId? after, int limit, CancellationToken cancellationToken)
    {
        var interests = db.Interests.AsNoTracking().VisibleTo(viewer);
        if (after is { } last)
        {
            interests = interests.Where(i => i.Id.CompareTo(last) < 0);
        }

        return OpenAsync(viewer, interests.OrderByDescending(i => i.Id).Take(limit), withLines: false, cancellationToken);
    }

    /// <summary>Those about one posting of the viewer's, the longest waiting first; without their lines.</summary>
    public Task<IReadOnlyList<OpenInterest>> AboutAsync(Viewer viewer, PostingId posting, CancellationToken cancellationToken) =>
        OpenAsync(
            viewer,
            db.Interests.AsNoTracking().AskedOf(viewer).Where(i => i.PostingId == posting).OrderBy(i => i.Id),
            withLines: false,
            cancellationToken
        );

    public async Task<OpenInterest?> FindAsync(Viewer viewer, InterestId id, CancellationToken cancellationToken) =>
        await OpenAsync(viewer, db.Interests.AsNoTracking().VisibleTo(viewer).Where(i => i.Id == id), withLines: true, cancellationToken)
            is [var found, ..]
            ? found
            : null;

    private async Task<IReadOnlyList<OpenInterest>> OpenAsync(
        Viewer viewer,
        IQueryable<Interest> interests,
        bool withLines,
        CancellationToken cancellationToken
    )
    {
        var me = viewer.PersonId;
        var rows = await interests
            .Select(i => new
            {
                Interest = i,
                db.Postings.First(p => p.Id == i.PostingId).Title,
                db.Postings.First(p => p.Id == i.PostingId).Kind,
                Other = db
                    .People.Where(p => p.Id == (i.OwnerId == me ? i.PosterId : i.OwnerId))
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .First(),
            })
            .ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Interest.Id).ToArray();
        var lines = withLines
            ? await db
                .InterestLines.AsNoTracking()
                .Where(l => ids.Contains(l.InterestId))
                .OrderBy(l => l.Number)
                .ToListAsync(cancellationToken)
            : [];
        var unlocked = await vault.UnlockAsync(viewer, lines.Select(l => l.Text), cancellationToken);
        return
        [
            .. rows.Select(r => new OpenInterest(
                r.Interest.Id,
                r.Interest.PostingId,
                r.Title,
                r.Kind,
                r.Interest.PosterId == me,
                r.Other,
                r.Interest.State,
                r.Interest.WaitsForAnswer,
                r.Interest.OwnerId == me ? r.Interest.Newness : null,
                r.Interest.AskedAt,
                r.Interest.ChangedAt,
                [
                    .. lines
                        .Where(l => l.InterestId == r.Interest.Id)
                        .Select(l => new OpenLine(l.IsOwners == (r.Interest.OwnerId == me), unlocked.Open(l.Text), l.At)),
                ],
                r.Interest.Version
            )),
        ];
    }
}
