using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Assignments;

/// <summary>What came of a write, for the page and the API to say in their own way.</summary>
public enum Kept
{
    Done,

    /// <summary>Not there, or not the viewer's.</summary>
    Missing,

    /// <summary>Another tab or device kept another version meanwhile.</summary>
    Meanwhile,

    /// <summary>See the refusal.</summary>
    Refused,
}

public readonly record struct Keeping(Kept Kept, int Version = 0, Refusal? Refusal = null, Guid Id = default);

/// <summary>Writes answers and ratings, each as it is given. Pages and API come through here, so that both refuse alike.</summary>
public sealed class AssignmentsWriting(FieldcraftDb db, Vault vault, Knowledge knowledge, TimeProvider clock)
{
    /// <summary>Keeps an answer of the present round. An empty one that was never there makes no row.</summary>
    /// <param name="version">The version that was changed; 0 when there was no answer.</param>
    public async Task<Keeping> AnswerAsync(
        Viewer viewer,
        AssignmentId id,
        string question,
        AnswerWording wording,
        int version,
        CancellationToken cancellationToken
    )
    {
        if (await db.Assignments.VisibleTo(viewer).FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } assignment)
        {
            return new Keeping(Kept.Missing);
        }

        var round = assignment.Round;
        var answer = await db
            .Answers.VisibleTo(viewer)
            .FirstOrDefaultAsync(a => a.AssignmentId == id && a.Round == round && a.Question == question, cancellationToken);
        if ((answer?.Version ?? 0) != version)
        {
            return new Keeping(Kept.Meanwhile);
        }

        if (answer is null)
        {
            if (wording.IsEmpty)
            {
                return new Keeping(Kept.Done);
            }

            var now = clock.GetUtcNow();
            var answerId = Id.New<AnswerId>(now);
            answer = Answer.Give(
                answerId,
                assignment,
                question,
                wording,
                await vault.SealerAsync(viewer.PersonId, answerId.Value, cancellationToken),
                now
            );
            db.Add(answer);
        }
        else
        {
            var sealer = await vault.SealerAsync(viewer.PersonId, answer.Id.Value, cancellationToken);
            var outcome = answer.Rewrite(wording, round, sealer, clock.GetUtcNow());
            if (outcome.Refusal is { } refusal)
            {
                return new Keeping(Kept.Refused, Refusal: refusal);
            }
        }

        return await db.TryAddAsync(cancellationToken)
            ? new Keeping(Kept.Done, answer.Version, Id: answer.Id.Value)
            : new Keeping(Kept.Meanwhile);
    }

    /// <summary>Keeps changed ratings; the first time they begin with what the archetype usually asks for.</summary>
    public async Task<Keeping> RateAsync(
        Viewer viewer,
        AssignmentId id,
        Func<ProfileRatings, ProfileRatings> change,
        int version,
        CancellationToken cancellationToken
    )
    {
        if (await db.Assignments.VisibleTo(viewer).FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } assignment)
        {
            return new Keeping(Kept.Missing);
        }

        var profile = await db.ChallengeProfiles.VisibleTo(viewer).FirstOrDefaultAsync(p => p.AssignmentId == id, cancellationToken);
        if ((profile?.Version ?? 0) != version)
        {
            return new Keeping(Kept.Meanwhile);
        }

        var now = clock.GetUtcNow();
        if (profile is null)
        {
            var profileId = Id.New<ChallengeProfileId>(now);
            var sealer = await vault.SealerAsync(viewer.PersonId, profileId.Value, cancellationToken);
            profile = ChallengeProfile.Begin(
                profileId,
                assignment,
                change(ProfileReading.Beginning(assignment.Archetype, knowledge)),
                sealer,
                now
            );
            db.Add(profile);
        }
        else
        {
            var unlocked = await vault.UnlockAsync(viewer, [profile.Ratings], cancellationToken);
            var ratings = change(ProfileRatings.FromJson(unlocked.Open(profile.Ratings)));
            profile.Rate(ratings, await vault.SealerAsync(viewer.PersonId, profile.Id.Value, cancellationToken), now);
        }

        return await db.TryAddAsync(cancellationToken)
            ? new Keeping(Kept.Done, profile.Version, Id: profile.Id.Value)
            : new Keeping(Kept.Meanwhile);
    }

    /// <summary>Removes an assignment with everything that belongs to it, and all their keys.</summary>
    public async Task<bool> DiscardAsync(Viewer viewer, AssignmentId id, CancellationToken cancellationToken)
    {
        if (await db.Assignments.VisibleTo(viewer).FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } assignment)
        {
            return false;
        }

        List<Guid> documents =
        [
            id.Value,
            .. (await db.Answers.Where(a => a.AssignmentId == id).Select(a => a.Id).ToListAsync(cancellationToken)).Select(a => a.Value),
            .. (await db.ChallengeProfiles.Where(p => p.AssignmentId == id).Select(p => p.Id).ToListAsync(cancellationToken)).Select(p =>
                p.Value
            ),
            .. (await db.OpinionRequests.Where(r => r.AssignmentId == id).Select(r => r.Id).ToListAsync(cancellationToken)).Select(r =>
                r.Value
            ),
        ];
        assignment.Discard(clock.GetUtcNow());
        db.Remove(assignment);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var document in documents)
        {
            await vault.DestroyAsync(document, cancellationToken);
        }

        return true;
    }

    // Two tabs that give the first answer at the same moment meet at the unique index, not at a version.
}
