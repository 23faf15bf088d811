using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Circles;

/// <summary>Calling, filling and ending circles, the same for pages and API. An outcome of null: not there, or not the viewer's to do.</summary>
public sealed class CircleDesk(FieldcraftDb db, Notices notices, MeetingDesk meetings, CommitmentDesk commitments, TimeProvider clock)
{
    private const int Tries = 3;

    public async Task<CircleId> CallAsync(Viewer viewer, CircleFacts facts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var circle = Circle.Call(Id.New<CircleId>(now), viewer.PersonId, facts, now);
        db.Add(circle);
        await db.SaveChangesAsync(cancellationToken);
        return circle.Id;
    }

    /// <returns>Refused as <c>circle-changed-meanwhile</c> when somebody described it otherwise since.</returns>
    public Task<Outcome?> DescribeAsync(Viewer viewer, CircleId id, int version, CircleFacts facts, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.Circles.ConvenedBy(viewer),
            id,
            (circle, now) =>
                Task.FromResult(
                    circle.Version == version ? circle.Describe(facts, viewer.PersonId, now) : new Refusal("circle-changed-meanwhile")
                ),
            cancellationToken
        );

    /// <summary>Asks somebody who can sign in; asking twice asks once. Refused: <c>circle-person-unknown</c>.</summary>
    public Task<Outcome?> InviteAsync(Viewer viewer, CircleId id, PersonId person, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.Circles.ConvenedBy(viewer),
            id,
            async (circle, now) =>
            {
                if (!await db.People.AnyAsync(p => p.Id == person && p.Status != PersonStatus.Left, cancellationToken))
                {
                    return new Refusal("circle-person-unknown");
                }

                var invited = circle.Invite(person, viewer.PersonId, now);
                if (invited is { IsDone: true, Value: true })
                {
                    notices.Tell(person, CirclesNotices.Invited, CirclesLinks.One(id), viewer.PersonId);
                }

                return new Outcome(invited.Refusal);
            },
            cancellationToken
        );

    /// <summary>Frees the seat of somebody who has not answered, or who has left the organisation.</summary>
    public Task<Outcome?> FreeSeatAsync(Viewer viewer, CircleId id, PersonId person, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.Circles.ConvenedBy(viewer),
            id,
            async (circle, now) =>
            {
                var hasGone = await db.People.AnyAsync(p => p.Id == person && p.Status == PersonStatus.Left, cancellationToken);
                var outcome = circle.FreeSeat(person, hasGone, viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    await meetings.SeatsChangedAsync(circle, cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );

    public Task<Outcome?> JoinAsync(Viewer viewer, CircleId id, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.Circles.VisibleTo(viewer),
            id,
            async (circle, now) =>
            {
                if (circle.Holds(viewer.PersonId))
                {
                    return Outcome.Done;
                }

                var outcome = circle.Join(viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    Tell(circle, CirclesNotices.Joined, viewer, convenorOnly: true);
                    await meetings.SeatsChangedAsync(circle, cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );

    public Task<Outcome?> DeclineAsync(Viewer viewer, CircleId id, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.Circles.VisibleTo(viewer),
            id,
            (circle, now) => Task.FromResult(circle.Decline(viewer.PersonId, now)),
            cancellationToken
        );

    /// <summary>Whoever leaves takes their commitments along, and the keys to those of the others stay behind.</summary>
    public async Task<Outcome?> LeaveAsync(Viewer viewer, CircleId id, CancellationToken cancellationToken)
    {
        var left = await ChangeAsync(
            db.Circles.HoldingSeatFor(viewer),
            id,
            async (circle, now) =>
            {
                var outcome = circle.Leave(viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    Tell(circle, CirclesNotices.Left, viewer, convenorOnly: true);
                    await meetings.SeatsChangedAsync(circle, cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );
        if (left is { IsDone: true })
        {
            await commitments.PartAsync(viewer.PersonId, id, cancellationToken);
        }

        return left;
    }

    /// <summary>Agrees the rhythm and when the next meeting is; the first time this begins the circle.</summary>
    public Task<Outcome?> AgreeRhythmAsync(
        Viewer viewer,
        CircleId id,
        CircleRhythm rhythm,
        AppointedTime next,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            db.Circles.ConvenedBy(viewer),
            id,
            async (circle, now) =>
            {
                var people = circle.TakingPart.Select(m => m.PersonId).ToList();
                var units = await db
                    .People.Where(p => people.Contains(p.Id))
                    .Select(p => p.UnitId)
                    .Distinct()
                    .CountAsync(cancellationToken);
                var outcome = circle.AgreeRhythm(rhythm, units, viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    await meetings.SetNextAsync(circle, next with { Minutes = rhythm.Minutes }, viewer.PersonId, cancellationToken);
                    Tell(circle, CirclesNotices.MeetingSet, viewer, convenorOnly: false);
                }

                return outcome;
            },
            cancellationToken
        );

    public Task<Outcome?> EndAsync(Viewer viewer, CircleId id, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.Circles.ConvenedBy(viewer),
            id,
            async (circle, now) =>
            {
                var outcome = circle.End(viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    Tell(circle, CirclesNotices.Ended, viewer, convenorOnly: false);
                    await meetings.SeatsChangedAsync(circle, cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );

    private void Tell(Circle circle, NoticeKind kind, Viewer from, bool convenorOnly)
    {
        var people = convenorOnly ? [circle.ConvenorId] : circle.TakingPart.Select(m => (PersonId?)m.PersonId);
        foreach (var person in people.OfType<PersonId>())
        {
            notices.Tell(person, kind, CirclesLinks.One(circle.Id), from.PersonId);
        }
    }

    // Two people who take the last seat at the same moment: the second one's save meets another version, and asks the circle again.
    private async Task<Outcome?> ChangeAsync(
        IQueryable<Circle> circles,
        CircleId id,
        Func<Circle, DateTimeOffset, Task<Outcome>> change,
        CancellationToken cancellationToken
    )
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await circles.Include(c => c.Members).FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } circle)
            {
                return null;
            }

            var outcome = await change(circle, clock.GetUtcNow());
            if (outcome.IsRefused)
            {
                db.ChangeTracker.Clear();
                return outcome;
            }

            if (await db.TrySaveAsync(cancellationToken))
            {
                return outcome;
            }
        }

        return new Refusal("circle-changed-meanwhile");
    }
}
