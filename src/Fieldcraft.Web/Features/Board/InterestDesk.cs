using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Board;

/// <summary>Asking, writing to and fro, ending and going on, the same for pages and API. Null: the viewer has no such conversation, or not this part in it.</summary>
public sealed class InterestDesk(FieldcraftDb db, Vault vault, Notices notices, WorkCalendars calendars, Words words, TimeProvider clock)
{
    /// <summary>Starts the conversation. It needs nobody's leave, and nobody but the two learns of it.</summary>
    public async Task<Outcome<Interest>?> ExpressAsync(
        Viewer viewer,
        PostingId id,
        string message,
        WorkNewness? newness,
        CancellationToken cancellationToken
    )
    {
        var (me, now) = (viewer.PersonId, clock.GetUtcNow());
        var today = words.Today(now);
        if (await db.Postings.SeenOn(today, viewer, db).FirstOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } posting)
        {
            return null;
        }

        var asked = await db.Interests.AnyAsync(i => i.PostingId == id && i.OwnerId == me, cancellationToken);
        var poster = await calendars.OfAsync(posting.OwnerId, cancellationToken);
        var interestId = Id.New<InterestId>(now);
        var outcome = Interest.Express(
            interestId,
            posting,
            me,
            asked,
            message,
            newness,
            await vault.SealerAsync(me, interestId.Value, cancellationToken),
            poster?.Today ?? today,
            now
        );
        if (outcome.Value is not { } interest)
        {
            // The key that was made for it is not saved.
            db.ChangeTracker.Clear();
            return outcome;
        }

        await vault.AdmitAsync(me, interestId.Value, posting.OwnerId, cancellationToken);
        db.Add(interest);
        notices.Tell(posting.OwnerId, BoardNotices.Asked, BoardLinks.Conversation(interestId), me);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException wrong) when (!Outage.Is(wrong))
        {
            // Another tab has asked at the same moment.
            db.ChangeTracker.Clear();
            return new Refusal("posting-asked-already");
        }

        return outcome;
    }

    /// <summary>One of the two writes a line.</summary>
    public async Task<Outcome?> WriteAsync(Viewer viewer, InterestId id, string text, CancellationToken cancellationToken)
    {
        if (await FindAsync(db.Interests.VisibleTo(viewer), id, cancellationToken) is not { } interest)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var lines = await db.InterestLines.CountAsync(l => l.InterestId == id, cancellationToken);
        var waited = interest.WaitsForAnswer;
        var sealer = await vault.SealerAsync(interest.OwnerId, id.Value, cancellationToken);
        var outcome = interest.Write(viewer.PersonId, text, lines, sealer, now);
        if (outcome.IsRefused)
        {
            return outcome;
        }

        if (waited && !interest.WaitsForAnswer)
        {
            await UnflagAsync(interest, now, cancellationToken);
        }

        notices.Tell(OtherThan(viewer, interest), BoardNotices.Written, BoardLinks.Conversation(id), viewer.PersonId);
        return await SaveAsync(cancellationToken);
    }

    /// <summary>The owner of the posting goes on with this person: the posting closes as taken up, and the others who asked are told.</summary>
    public async Task<Outcome?> TakeUpAsync(Viewer viewer, InterestId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(db.Interests.AskedOf(viewer), id, cancellationToken) is not { } interest)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var outcome = interest.TakeUp(now);
        if (outcome.IsRefused)
        {
            return outcome;
        }

        var posting = await db.Postings.FirstAsync(p => p.Id == interest.PostingId, cancellationToken);
        if (posting.Close(PostingEnd.TakenUp, now).Refusal is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        var others = await db
            .Interests.Where(i => i.PostingId == posting.Id && i.State == InterestState.Open && i.Id != id)
            .ToListAsync(cancellationToken);
        PostingDesk.CloseWith(posting, others, notices, now);
        notices.Tell(interest.OwnerId, BoardNotices.TakenUp, BoardLinks.Conversation(id), viewer.PersonId);
        return await SaveAsync(cancellationToken);
    }

    /// <summary>One of the two ends it.</summary>
    public async Task<Outcome?> EndAsync(Viewer viewer, InterestId id, CancellationToken cancellationToken)
    {
        if (await FindAsync(db.Interests.VisibleTo(viewer), id, cancellationToken) is not { } interest)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var outcome = interest.End(now);
        if (outcome.IsRefused)
        {
            return outcome;
        }

        await UnflagAsync(interest, now, cancellationToken);
        notices.Tell(OtherThan(viewer, interest), BoardNotices.Ended, BoardLinks.Conversation(id), viewer.PersonId);
        return await SaveAsync(cancellationToken);
    }

    /// <summary>The interested person says how new such work would be; the poster never sees it.</summary>
    public async Task<Outcome?> SayNewnessAsync(Viewer viewer, InterestId id, WorkNewness? newness, CancellationToken cancellationToken)
    {
        if (await FindAsync(db.Interests.AskedBy(viewer), id, cancellationToken) is not { } interest)
        {
            return null;
        }

        interest.SayNewness(newness, clock.GetUtcNow());
        return await SaveAsync(cancellationToken);
    }

    private static Task<Interest?> FindAsync(IQueryable<Interest> interests, InterestId id, CancellationToken cancellationToken) =>
        interests.FirstOrDefaultAsync(i => i.Id == id, cancellationToken);

    private static Domain.People.PersonId OtherThan(Viewer viewer, Interest interest) =>
        viewer.PersonId == interest.OwnerId ? interest.PosterId : interest.OwnerId;

    /// <summary>When nobody waits any more, the posting is flagged no longer.</summary>
    private async Task UnflagAsync(Interest answered, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (posting, id) = (answered.PostingId, answered.Id);
        if (
            await db.Postings.FirstOrDefaultAsync(p => p.Id == posting && p.FlaggedOn != null && p.ClosedAt == null, cancellationToken)
                is { } flagged
            && !await db.Interests.AnyAsync(
                i => i.PostingId == posting && i.Id != id && i.State == InterestState.Open && i.AnsweredAt == null,
                cancellationToken
            )
        )
        {
            flagged.Unflag(now);
        }
    }

    private async Task<Outcome> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("interest-changed-meanwhile");
        }
        catch (DbUpdateException wrong) when (!Outage.Is(wrong))
        {
            // Both wrote the same line of the conversation at the same moment.
            db.ChangeTracker.Clear();
            return new Refusal("interest-changed-meanwhile");
        }
    }
}
