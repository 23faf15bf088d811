using Fieldcraft.Domain.Circles;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Conversations;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Circles;

/// <summary>The meetings of circles, their turns, and their place in the members' calendars. One meeting is set at a time.</summary>
public sealed class MeetingDesk(FieldcraftDb db, Appointments appointments, Notices notices, LiveDesk live, TimeProvider clock)
{
    private const string Kind = "circles.appointment";

    /// <summary>Sets the next meeting, or moves the one that is set. Saved with the next save.</summary>
    internal async Task SetNextAsync(Circle circle, AppointedTime when, PersonId by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var meeting = await UpcomingAsync(circle.Id, cancellationToken);
        if (meeting is not null)
        {
            meeting.Move(when, by, now);
        }
        else
        {
            meeting = await ArrangeAsync(circle, when, by, null, cancellationToken);
        }

        await PutIntoCalendarsAsync(circle, meeting, cancellationToken);
    }

    /// <summary>After somebody came or went: calendars, and the turn of somebody who is no longer there.</summary>
    internal async Task SeatsChangedAsync(Circle circle, CancellationToken cancellationToken)
    {
        if (await UpcomingAsync(circle.Id, cancellationToken) is not { } meeting)
        {
            return;
        }

        if (circle.State == CircleState.Ended)
        {
            await appointments.CancelAsync(meeting.Id.Value, cancellationToken);
            return;
        }

        if (meeting.IssueOwnerId is not { } owner || !circle.Holds(owner))
        {
            var turns = await TurnsAsync(circle.Id, meeting.Id, cancellationToken);
            if (circle.NextInTurn(turns) is { } next)
            {
                meeting.PassTurnTo(next, next, clock.GetUtcNow());
            }
        }

        await PutIntoCalendarsAsync(circle, meeting, cancellationToken);
    }

    public Task<Outcome?> MoveAsync(
        Viewer viewer,
        CircleMeetingId id,
        DateOnly on,
        TimeOnly at,
        string timeZone,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            viewer,
            id,
            async (circle, meeting, now) =>
            {
                var outcome = meeting.Move(new AppointedTime(on, at, timeZone, circle.Rhythm.Minutes), viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    await PutIntoCalendarsAsync(circle, meeting, cancellationToken);
                    foreach (var member in circle.TakingPart)
                    {
                        notices.Tell(member.PersonId, CirclesNotices.MeetingSet, CirclesLinks.One(circle.Id), viewer.PersonId);
                    }
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>Gives the turn to somebody in the circle. Refused: <c>circle-not-in</c>.</summary>
    public Task<Outcome?> PassTurnAsync(Viewer viewer, CircleMeetingId id, PersonId person, CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer,
            id,
            (circle, meeting, now) =>
                Task.FromResult(circle.Holds(person) ? meeting.PassTurnTo(person, viewer.PersonId, now) : new Refusal("circle-not-in")),
            cancellationToken
        );

    /// <summary>It took place; the next one is set in the agreed rhythm, with the next one's turn.</summary>
    public Task<Outcome?> CloseAsync(Viewer viewer, CircleMeetingId id, CancellationToken cancellationToken) =>
        ChangeAsync(
            viewer,
            id,
            async (circle, meeting, now) =>
            {
                var zone = TimeZoneInfo.TryFindSystemTimeZoneById(meeting.TimeZone, out var known) ? known : TimeZoneInfo.Utc;
                var outcome = meeting.Close(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime), viewer.PersonId, now);
                if (outcome.IsDone && circle.State == CircleState.Meeting)
                {
                    var next = await ArrangeAsync(circle, circle.Rhythm.After(meeting.When), viewer.PersonId, meeting, cancellationToken);
                    await PutIntoCalendarsAsync(circle, next, cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>
    /// The live session of a meeting, opened by whoever asks first. It has the meeting's own id, so that a meeting has one, and its page finds the
    /// way back. Refused: <c>circle-meeting-held</c>.
    /// </summary>
    public async Task<Outcome<LiveSessionId>?> OpenSessionAsync(Viewer viewer, CircleMeetingId id, CancellationToken cancellationToken)
    {
        if (
            await db.CircleMeetings.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } meeting
            || await db
                .Circles.AsNoTracking()
                .HoldingSeatFor(viewer)
                .Include(c => c.Members)
                .FirstOrDefaultAsync(c => c.Id == meeting.CircleId, cancellationToken)
                is not { } circle
        )
        {
            return null;
        }

        var (session, people) = (LiveSessionId.From(id.Value), circle.TakingPart.Select(m => m.PersonId).ToList());
        if (await db.LiveSessions.AnyAsync(s => s.Id == session, cancellationToken))
        {
            // Whoever took a seat since then comes along; of one that is over, nothing changes.
            await live.InviteAsync(session, people, cancellationToken);
            return session;
        }

        if (meeting.IsHeld)
        {
            return new Refusal("circle-meeting-held");
        }

        var facts = new SessionFacts(
            circle.Name,
            CircleAgenda.Script,
            CircleAgenda.Stages(meeting.Minutes, meeting.IssueOwnerId),
            Origin: new SessionOrigin(CircleAgenda.Script, circle.Id.Value)
        );
        try
        {
            await live.PlanAsync(facts, people, cancellationToken, session);
        }
        catch (DbUpdateException wrong) when (!Outage.Is(wrong))
        {
            // Somebody else opened it at the same moment.
            db.ChangeTracker.Clear();
        }

        return session;
    }

    private async Task<CircleMeeting> ArrangeAsync(
        Circle circle,
        AppointedTime when,
        PersonId by,
        CircleMeeting? justClosed,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var turns = await TurnsAsync(circle.Id, null, cancellationToken);
        var last =
            justClosed?.Number
            ?? await db.CircleMeetings.Where(m => m.CircleId == circle.Id).MaxAsync(m => (int?)m.Number, cancellationToken)
            ?? 0;
        var meeting = CircleMeeting.Arrange(
            Id.New<CircleMeetingId>(now),
            circle.Id,
            last + 1,
            circle.NextInTurn(turns) ?? by,
            when,
            by,
            now
        );
        db.Add(meeting);
        return meeting;
    }

    private Task PutIntoCalendarsAsync(Circle circle, CircleMeeting meeting, CancellationToken cancellationToken) =>
        appointments.SetAsync(
            new AppointmentFacts(meeting.Id.Value, Kind, null, meeting.When, CirclesLinks.Meeting(circle.Id, meeting.Id)),
            [.. circle.TakingPart.Select(m => m.PersonId)],
            cancellationToken
        );

    private Task<CircleMeeting?> UpcomingAsync(CircleId circle, CancellationToken cancellationToken) =>
        db
            .CircleMeetings.Where(m => m.CircleId == circle && m.HeldAt == null)
            .OrderBy(m => m.Number)
            .FirstOrDefaultAsync(cancellationToken);

    private Task<List<PersonId>> TurnsAsync(CircleId circle, CircleMeetingId? without, CancellationToken cancellationToken) =>
        db
            .CircleMeetings.Where(m => m.CircleId == circle && m.IssueOwnerId != null && m.Id != (without ?? default))
            .OrderBy(m => m.Number)
            .Select(m => m.IssueOwnerId!.Value)
            .ToListAsync(cancellationToken);

    private async Task<Outcome?> ChangeAsync(
        Viewer viewer,
        CircleMeetingId id,
        Func<Circle, CircleMeeting, DateTimeOffset, Task<Outcome>> change,
        CancellationToken cancellationToken
    )
    {
        if (await db.CircleMeetings.FirstOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } meeting)
        {
            return null;
        }

        var circleId = meeting.CircleId;
        if (
            await db.Circles.HoldingSeatFor(viewer).Include(c => c.Members).FirstOrDefaultAsync(c => c.Id == circleId, cancellationToken)
            is not { } circle
        )
        {
            return null;
        }

        var outcome = await change(circle, meeting, clock.GetUtcNow());
        if (outcome.IsRefused)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        // Two who close the same meeting meet at its version, or at the number of the next one.
        return await db.TryAddAsync(cancellationToken) ? outcome : new Refusal("circle-changed-meanwhile");
    }
}
