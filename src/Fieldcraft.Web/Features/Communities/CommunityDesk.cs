using Fieldcraft.Domain.Communities;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Running;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Communities;

/// <summary>Founding, joining, leaving, handing on and closing, the same for pages and API. An outcome of null: not there, or not the viewer's to do.</summary>
public sealed class CommunityDesk(FieldcraftDb db, Appointments appointments, Notices notices, TimeProvider clock)
{
    private const string Kind = "communities.appointment";

    /// <summary>Founds a community; whoever does is its first member and steward.</summary>
    public async Task<CommunityId> FoundAsync(Viewer viewer, CommunityFacts facts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var community = Community.Found(Id.New<CommunityId>(now), viewer.PersonId, facts, now);
        db.AddRange(community, CommunityMembership.Join(Id.New<MembershipId>(now), community.Id, viewer.PersonId, now));
        await db.SaveChangesAsync(cancellationToken);
        return community.Id;
    }

    /// <summary>Joins; the meetings to come go into the calendar. A second time changes nothing. Refused: <c>community-closed</c>.</summary>
    public async Task<Outcome?> JoinAsync(Viewer viewer, CommunityId id, CancellationToken cancellationToken)
    {
        if (await db.Communities.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } community)
        {
            return null;
        }

        if (community.IsClosed)
        {
            return new Refusal("community-closed");
        }

        var me = viewer.PersonId;
        if (await db.CommunityMemberships.AnyAsync(m => m.CommunityId == id && m.PersonId == me, cancellationToken))
        {
            return Outcome.Done;
        }

        var now = clock.GetUtcNow();
        db.Add(CommunityMembership.Join(Id.New<MembershipId>(now), id, me, now));
        var members = await MembersAsync(id, cancellationToken);
        foreach (var meeting in await ToComeAsync(id, cancellationToken))
        {
            await PutIntoCalendarsAsync(meeting, [.. members, me], cancellationToken);
        }

        // After a double click the first one made the membership.
        await db.TryAddAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Leaves; a steward who leaves hands it to whoever is in the longest.</summary>
    public async Task<bool> LeaveAsync(Viewer viewer, CommunityId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        if (
            await db.CommunityMemberships.FirstOrDefaultAsync(m => m.CommunityId == id && m.PersonId == me, cancellationToken)
            is not { } membership
        )
        {
            return false;
        }

        var now = clock.GetUtcNow();
        membership.Leave(now);
        db.Remove(membership);
        var members = await MembersAsync(id, cancellationToken);
        members.Remove(me);
        var community = await db.Communities.FirstAsync(c => c.Id == id, cancellationToken);
        if (community.StewardId == me && !community.IsClosed)
        {
            var next = members.Count > 0 ? members[0] : (PersonId?)null;
            community.HandTo(next, me, now);
            if (next is { } steward)
            {
                notices.Tell(steward, CommunitiesNotices.HandedOn, CommunitiesLinks.One(id), me);
            }
        }

        foreach (var meeting in await ToComeAsync(id, cancellationToken))
        {
            await PutIntoCalendarsAsync(meeting, members, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <returns>Refused as <c>community-changed-meanwhile</c> on another version.</returns>
    public Task<Outcome?> DescribeAsync(
        Viewer viewer,
        CommunityId id,
        int version,
        CommunityFacts facts,
        CancellationToken cancellationToken
    ) =>
        KeepAsync(
            viewer,
            id,
            (community, now) =>
                Task.FromResult(
                    community.Version == version
                        ? community.Describe(facts, viewer.PersonId, now)
                        : new Refusal("community-changed-meanwhile")
                ),
            cancellationToken
        );

    /// <summary>Hands it to another member. Refused: <c>community-not-a-member</c>.</summary>
    public Task<Outcome?> HandToAsync(Viewer viewer, CommunityId id, PersonId steward, CancellationToken cancellationToken) =>
        KeepAsync(
            viewer,
            id,
            async (community, now) =>
            {
                if (!await db.CommunityMemberships.AnyAsync(m => m.CommunityId == id && m.PersonId == steward, cancellationToken))
                {
                    return new Refusal("community-not-a-member");
                }

                var outcome = community.HandTo(steward, viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    notices.Tell(steward, CommunitiesNotices.HandedOn, CommunitiesLinks.One(id), viewer.PersonId);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>Closes it with a word on what stays; meetings to come are called off.</summary>
    public Task<Outcome?> CloseAsync(Viewer viewer, CommunityId id, string farewell, CancellationToken cancellationToken) =>
        KeepAsync(
            viewer,
            id,
            async (community, now) =>
            {
                var outcome = community.Close(farewell, viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    foreach (var meeting in await ToComeAsync(id, cancellationToken))
                    {
                        meeting.CallOff(viewer.PersonId, now);
                        await appointments.CancelAsync(meeting.Id.Value, cancellationToken);
                    }

                    await TellAsync(viewer, id, CommunitiesNotices.Closed, cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>Sets a meeting for everybody who belongs to it; any member may.</summary>
    /// <returns>Null when the viewer is no member. Refused: <c>community-closed</c>.</returns>
    public async Task<Outcome<CommunityMeetingId>?> ArrangeAsync(
        Viewer viewer,
        CommunityId id,
        MeetingFacts facts,
        CancellationToken cancellationToken
    )
    {
        var own = db.Communities.AsNoTracking().WithMember(viewer, db);
        if (await own.FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } community)
        {
            return null;
        }

        if (community.IsClosed)
        {
            return new Refusal("community-closed");
        }

        var now = clock.GetUtcNow();
        var meeting = CommunityMeeting.Arrange(Id.New<CommunityMeetingId>(now), id, facts, viewer.PersonId, now);
        db.Add(meeting);
        await PutIntoCalendarsAsync(meeting, await MembersAsync(id, cancellationToken), cancellationToken);
        await TellAsync(viewer, id, CommunitiesNotices.MeetingSet, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return meeting.Id;
    }

    /// <summary>It does not take place; the steward, or any member where there is none.</summary>
    public async Task<Outcome?> CallOffAsync(Viewer viewer, CommunityMeetingId meetingId, CancellationToken cancellationToken)
    {
        var kept = db.Communities.KeptBy(viewer, db);
        if (
            await db.CommunityMeetings.FirstOrDefaultAsync(
                m => m.Id == meetingId && kept.Any(c => c.Id == m.CommunityId),
                cancellationToken
            )
            is not { } meeting
        )
        {
            return null;
        }

        var outcome = meeting.CallOff(viewer.PersonId, clock.GetUtcNow());
        if (outcome.IsDone)
        {
            await appointments.CancelAsync(meetingId.Value, cancellationToken);
            await TellAsync(viewer, meeting.CommunityId, CommunitiesNotices.CalledOff, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        return outcome;
    }

    private async Task<Outcome?> KeepAsync(
        Viewer viewer,
        CommunityId id,
        Func<Community, DateTimeOffset, Task<Outcome>> change,
        CancellationToken cancellationToken
    )
    {
        if (await db.Communities.KeptBy(viewer, db).FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } community)
        {
            return null;
        }

        var outcome = await change(community, clock.GetUtcNow());
        return outcome.IsRefused || await db.TrySaveAsync(cancellationToken) ? outcome : new Refusal("community-changed-meanwhile");
    }

    private async Task TellAsync(Viewer viewer, CommunityId id, NoticeKind kind, CancellationToken cancellationToken)
    {
        foreach (var member in await MembersAsync(id, cancellationToken))
        {
            notices.Tell(member, kind, CommunitiesLinks.One(id), viewer.PersonId);
        }
    }

    private Task<List<CommunityMeeting>> ToComeAsync(CommunityId id, CancellationToken cancellationToken)
    {
        var yesterday = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-1);
        return db
            .CommunityMeetings.Where(m => m.CommunityId == id && m.CancelledAt == null && m.On >= yesterday)
            .OrderBy(m => m.On)
            .ThenBy(m => m.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The longest first.</summary>
    private Task<List<PersonId>> MembersAsync(CommunityId id, CancellationToken cancellationToken) =>
        db
            .CommunityMemberships.Where(m => m.CommunityId == id)
            .OrderBy(m => m.JoinedAt)
            .ThenBy(m => m.Id)
            .Select(m => m.PersonId)
            .ToListAsync(cancellationToken);

    private Task PutIntoCalendarsAsync(
        CommunityMeeting meeting,
        IReadOnlyCollection<PersonId> members,
        CancellationToken cancellationToken
    ) =>
        appointments.SetAsync(
            new AppointmentFacts(meeting.Id.Value, Kind, null, meeting.When, CommunitiesLinks.One(meeting.CommunityId)),
            members,
            cancellationToken
        );
}
