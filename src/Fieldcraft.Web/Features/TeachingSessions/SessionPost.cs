using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>
/// Tells people of their sessions: a notice and a line in the calendar for those who can sign in; whoever cannot reads the list on the board. Saved with the
/// next save.
/// </summary>
public sealed class SessionPost(FieldcraftDb db, Notices notices, Appointments appointments)
{
    private const string Attends = "sessions.appointment.attends";

    /// <summary>The sessions stand as they are now: calendars follow, and these people are told.</summary>
    /// <param name="kind">What those in them are told; the leader is told of the part as leader.</param>
    public async Task TellAsync(
        IReadOnlyList<TeachingSession> sessions,
        NoticeKind kind,
        IReadOnlySet<PersonId>? only,
        PersonId by,
        CancellationToken cancellationToken
    )
    {
        var reachable = await ReachableAsync(sessions.SelectMany(Everybody), cancellationToken);
        foreach (var session in sessions)
        {
            var people = Everybody(session).Where(reachable.Contains).ToList();
            await appointments.SetAsync(
                new AppointmentFacts(session.Id.Value, Attends, by, session.When, TeachingSessionsLinks.MySlot),
                people,
                cancellationToken
            );
            foreach (var person in people.Where(p => only?.Contains(p) != false))
            {
                if (person == session.LeaderId)
                {
                    notices.Tell(person, TeachingSessionsNotices.Leads, TeachingSessionsLinks.MySessions, by);
                }
                else
                {
                    notices.Tell(person, kind, TeachingSessionsLinks.MySlot, by);
                }
            }
        }
    }

    /// <summary>They do not take place.</summary>
    public async Task CallOffAsync(IReadOnlyList<TeachingSession> sessions, PersonId by, CancellationToken cancellationToken)
    {
        var reachable = await ReachableAsync(sessions.SelectMany(Everybody), cancellationToken);
        foreach (var session in sessions)
        {
            await appointments.CancelAsync(session.Id.Value, cancellationToken);
            foreach (var person in Everybody(session).Where(reachable.Contains))
            {
                notices.Tell(
                    person,
                    TeachingSessionsNotices.Cancelled,
                    person == session.LeaderId ? TeachingSessionsLinks.MySessions : TeachingSessionsLinks.MySlot,
                    by
                );
            }
        }
    }

    /// <summary>The schedulers of a site, for what only they can settle.</summary>
    public async Task TellSchedulersAsync(UnitId site, NoticeKind kind, string address, PersonId from, CancellationToken cancellationToken)
    {
        var path = await db.Units.Where(u => u.Id == site).Select(u => u.Path).FirstAsync(cancellationToken);
        var schedulers = await (
            from grant in db.Grants
            join unit in db.Units on grant.UnitId equals unit.Id
            where grant.Role == Role.SiteScheduler && path.StartsWith(unit.Path)
            select grant.PersonId
        )
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var scheduler in schedulers)
        {
            notices.Tell(scheduler, kind, address, from);
        }
    }

    private async Task<HashSet<PersonId>> ReachableAsync(IEnumerable<PersonId> people, CancellationToken cancellationToken)
    {
        var wanted = people.Distinct().ToList();
        return [.. await db.Accounts.Where(a => wanted.Contains(a.PersonId)).Select(a => a.PersonId).ToListAsync(cancellationToken)];
    }

    private static IEnumerable<PersonId> Everybody(TeachingSession session) =>
        session.LeaderId is { } leader ? session.Seats.Select(s => s.PersonId).Append(leader) : session.Seats.Select(s => s.PersonId);
}
