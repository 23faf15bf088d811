using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Stories;

/// <summary>How a change of a story ended, and its version now.</summary>
public sealed record StoryChange(SaveEnd End, int Version = 0, Refusal? Refusal = null);

/// <summary>Writing, handing over, deciding and taking back, the same for pages and API.</summary>
public sealed class StoriesActions(FieldcraftDb db, Vault vault, StoriesReading reading, Notices notices, TimeProvider clock)
{
    /// <summary>Writes down an own story, or one that somebody told.</summary>
    /// <param name="teller">Somebody who can sign in, or the viewer; the caller looked that up.</param>
    public async Task<GrowthStory> WriteDownAsync(
        Viewer viewer,
        PersonId teller,
        StoryTexts texts,
        StoryKinds kinds,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var id = Id.New<StoryId>(now);
        var sealer = await vault.SealerAsync(teller, id.Value, cancellationToken);
        var story = GrowthStory.WriteDown(id, teller, viewer.PersonId, texts, kinds, sealer, now);
        if (story.InterviewerId is { } interviewer)
        {
            await vault.AdmitAsync(teller, id.Value, interviewer, cancellationToken);
        }

        db.Add(story);
        await db.SaveChangesAsync(cancellationToken);
        return story;
    }

    /// <summary>Saves the text over the version it was written on; what colleagues read of it changes with it.</summary>
    public async Task<StoryChange> RewriteAsync(
        Viewer viewer,
        StoryId id,
        int version,
        StoryTexts texts,
        StoryKinds kinds,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(db.GrowthStories.VisibleTo(viewer), id, version, cancellationToken) is not { End: SaveEnd.Saved } found)
        {
            return new StoryChange(await EndAsync(viewer, id, cancellationToken));
        }

        var (story, now) = (found.Story!, clock.GetUtcNow());
        // The key of a withdrawn story is gone; none is made anew for a text that is refused.
        if (story.IsWithdrawn)
        {
            return new StoryChange(SaveEnd.Refused, story.Version, new Refusal("story-withdrawn"));
        }

        var sealer = await vault.SealerAsync(story.OwnerId, id.Value, cancellationToken);
        if (story.Rewrite(viewer.PersonId, texts, kinds, sealer, now).Refusal is { } refusal)
        {
            return new StoryChange(SaveEnd.Refused, story.Version, refusal);
        }

        await PublishAsync(story, texts, kinds, now, cancellationToken);
        return await SaveAsync(story, cancellationToken);
    }

    /// <summary>The interviewer asks the teller to read it.</summary>
    /// <returns>Null when the viewer wrote no such story down.</returns>
    public async Task<Outcome?> HandOverAsync(Viewer viewer, StoryId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        if (
            await db.GrowthStories.FirstOrDefaultAsync(s => s.Id == id && s.InterviewerId == me, cancellationToken) is not { } story
            || await reading.FindAsync(viewer, id, cancellationToken) is not { } open
        )
        {
            return null;
        }

        var isFirst = story.HandedOverAt is null;
        var outcome = story.HandOver(open.Texts, clock.GetUtcNow());
        if (outcome.IsDone)
        {
            if (isFirst)
            {
                notices.Tell(story.OwnerId, StoriesNotices.HandedOver, StoriesLinks.Decide(id), me);
            }

            await db.SaveChangesAsync(cancellationToken);
        }

        return outcome;
    }

    /// <summary>The teller allows a use of the version they have read.</summary>
    public async Task<StoryChange> AllowAsync(Viewer viewer, StoryId id, int version, StoryConsent use, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db.GrowthStories.ToldBy(viewer), id, version, cancellationToken);
        if (found.End != SaveEnd.Saved || await reading.FindAsync(viewer, id, cancellationToken) is not { } open)
        {
            return new StoryChange(found.End == SaveEnd.Saved ? SaveEnd.NotFound : found.End);
        }

        var (story, now) = (found.Story!, clock.GetUtcNow());
        var isFirst = story.Consent == StoryConsent.None;
        if (story.Allow(use, open.Texts, open.Kinds, now).Refusal is { } refusal)
        {
            return new StoryChange(SaveEnd.Refused, story.Version, refusal);
        }

        await PublishAsync(story, open.Texts, open.Kinds, now, cancellationToken);
        if (isFirst && story.InterviewerId is { } interviewer)
        {
            notices.Tell(interviewer, StoriesNotices.Decided, StoriesLinks.Write(id), viewer.PersonId);
        }

        return await SaveAsync(story, cancellationToken);
    }

    /// <summary>
    /// The teller takes the story back: the copy that colleagues read, the text, the notices that point to it and the key go. The list of erasures
    /// keeps it away from every later restore of an older backup.
    /// </summary>
    /// <returns>False when the viewer told no such story.</returns>
    public async Task<bool> WithdrawAsync(Viewer viewer, StoryId id, CancellationToken cancellationToken)
    {
        var (read, decided) = (StoriesLinks.Write(id), StoriesLinks.Decide(id));
        do
        {
            if (await db.GrowthStories.ToldBy(viewer).FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } story)
            {
                return false;
            }

            story.Withdraw(clock.GetUtcNow());
            db.RemoveRange(await db.PublishedStories.Where(s => s.Id == id).ToListAsync(cancellationToken));
            db.RemoveRange(await db.Notices.Where(n => n.Address == read || n.Address == decided).ToListAsync(cancellationToken));
        }
        // The interviewer may be writing at this moment; the withdrawal wins.
        while (!await db.TrySaveAsync(cancellationToken));

        await vault.DestroyAsync(id.Value, cancellationToken);
        return true;
    }

    /// <summary>A draft is given up by its writer, or the trace of a withdrawn story by either.</summary>
    /// <returns>Null when the viewer sees no such story, or it is for its teller to withdraw it.</returns>
    public async Task<Outcome?> PutAwayAsync(Viewer viewer, StoryId id, CancellationToken cancellationToken)
    {
        if (await db.GrowthStories.VisibleTo(viewer).FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } story)
        {
            return null;
        }

        var outcome = story.PutAway(clock.GetUtcNow());
        if (outcome.IsDone)
        {
            var (read, decided) = (StoriesLinks.Write(id), StoriesLinks.Decide(id));
            db.RemoveRange(await db.Notices.Where(n => n.Address == read || n.Address == decided).ToListAsync(cancellationToken));
            db.Remove(story);
            await db.SaveChangesAsync(cancellationToken);
            await vault.DestroyAsync(id.Value, cancellationToken);
        }

        return outcome;
    }

    private async Task PublishAsync(
        GrowthStory story,
        StoryTexts texts,
        StoryKinds kinds,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (story.Consent == StoryConsent.None)
        {
            return;
        }

        if (await db.PublishedStories.FirstOrDefaultAsync(s => s.Id == story.Id, cancellationToken) is { } copy)
        {
            copy.Show(story, texts, kinds);
        }
        else
        {
            db.Add(PublishedStory.Of(story, texts, kinds, now));
        }
    }

    private static async Task<(SaveEnd End, GrowthStory? Story)> FindAsync(
        IQueryable<GrowthStory> stories,
        StoryId id,
        int version,
        CancellationToken cancellationToken
    ) =>
        await stories.FirstOrDefaultAsync(s => s.Id == id, cancellationToken) is not { } story ? (SaveEnd.NotFound, null)
        : story.Version != version ? (SaveEnd.ChangedMeanwhile, null)
        : (SaveEnd.Saved, story);

    private async Task<SaveEnd> EndAsync(Viewer viewer, StoryId id, CancellationToken cancellationToken) =>
        await db.GrowthStories.VisibleTo(viewer).AnyAsync(s => s.Id == id, cancellationToken) ? SaveEnd.ChangedMeanwhile : SaveEnd.NotFound;

    private async Task<StoryChange> SaveAsync(GrowthStory story, CancellationToken cancellationToken) =>
        await db.TrySaveAsync(cancellationToken)
            ? new StoryChange(SaveEnd.Saved, story.Version)
            : new StoryChange(SaveEnd.ChangedMeanwhile);
}
