using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Board;

/// <summary>Posting, changing and withdrawing, the same for pages and API.</summary>
public sealed class PostingDesk(FieldcraftDb db, Notices notices, TimeProvider clock)
{
    /// <summary>Posts for the viewer's own unit, or for one that they lead. Refused: <c>posting-problem-needs-lead</c>, <c>posting-unit-not-yours</c>.</summary>
    public async Task<Outcome<Posting>> PostAsync(Viewer viewer, PostingWording wording, Guid? unit, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var own = await db.People.Where(p => p.Id == me).Select(p => p.UnitId).FirstAsync(cancellationToken);
        var forUnit = unit is { } asked ? UnitId.From(asked) : own;
        if (forUnit != own && viewer.Leads.All(l => l.Id != forUnit))
        {
            return new Refusal("posting-unit-not-yours");
        }

        var now = clock.GetUtcNow();
        var outcome = Posting.Post(Id.New<PostingId>(now), me, forUnit, viewer.MayPostProblems(), wording, now);
        if (outcome.Value is { } posting)
        {
            db.Add(posting);
            await db.SaveChangesAsync(cancellationToken);
        }

        return outcome;
    }

    /// <returns>Saved null: the viewer has no such posting; false: another version was saved meanwhile.</returns>
    public async Task<(bool? Saved, int Version, Refusal? Refusal)> RewordAsync(
        Viewer viewer,
        PostingId id,
        int version,
        PostingWording wording,
        CancellationToken cancellationToken
    )
    {
        if (await db.Postings.PostedBy(viewer).FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } posting)
        {
            return (null, 0, null);
        }

        if (posting.Version != version)
        {
            return (false, posting.Version, null);
        }

        if (posting.Reword(wording, viewer.MayPostProblems(), clock.GetUtcNow()).Refusal is { } refusal)
        {
            return (true, posting.Version, refusal);
        }

        return (await db.TrySaveAsync(cancellationToken), posting.Version, null);
    }

    /// <summary>Takes a posting off the board; who asked and is not done with it is told.</summary>
    public async Task<Outcome?> WithdrawAsync(Viewer viewer, PostingId id, CancellationToken cancellationToken)
    {
        if (await db.Postings.PostedBy(viewer).FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } posting)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var outcome = posting.Withdraw(now);
        if (outcome.IsRefused)
        {
            return outcome;
        }

        var asked = await db.Interests.Where(i => i.PostingId == id && i.State == InterestState.Open).ToListAsync(cancellationToken);
        CloseWith(posting, asked, notices, now);
        return await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("posting-changed-meanwhile");
    }

    /// <summary>Ends the conversations of a posting that has closed, with a word to those who asked.</summary>
    internal static void CloseWith(Posting posting, IEnumerable<Interest> asked, Notices notices, DateTimeOffset now)
    {
        foreach (var interest in asked)
        {
            if (interest.CloseWithPosting(now).IsDone)
            {
                notices.Tell(interest.OwnerId, BoardNotices.PostingClosed, BoardLinks.Conversation(interest.Id), posting.OwnerId);
            }
        }
    }
}
