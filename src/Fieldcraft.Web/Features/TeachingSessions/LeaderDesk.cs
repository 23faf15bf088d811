using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>What leaders say of their own sessions: that they were held and who was there, and on which days they are away.</summary>
public sealed class LeaderDesk(FieldcraftDb db, SessionPost post, TimeProvider clock)
{
    /// <summary>
    /// It took place, and these people were there; said again, it is corrected. Only people of the session's site and its neighbours count. Refused:
    /// <c>session-cancelled</c>, <c>session-not-begun</c>, <c>session-seats-full</c>, <c>session-person-unknown</c>.
    /// </summary>
    public async Task<Outcome?> NoteHeldAsync(
        Viewer viewer,
        TeachingSessionId id,
        IReadOnlyCollection<PersonId> present,
        int minutes,
        CancellationToken cancellationToken
    )
    {
        if (
            await db.TeachingSessions.LoggedBy(viewer, db).Include(s => s.Seats).FirstOrDefaultAsync(s => s.Id == id, cancellationToken)
            is not { } session
        )
        {
            return null;
        }

        var others = present.Where(p => session.Seats.All(s => s.PersonId != p)).Distinct().ToList();
        if (
            others.Count > 0
            && await db.People.CountAsync(p => others.Contains(p.Id) && p.Status != PersonStatus.Left, cancellationToken) != others.Count
        )
        {
            return new Refusal("session-person-unknown");
        }

        var edition = await db.Modules.Where(m => m.Id == session.ModuleId).Select(m => m.EditionId).FirstAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var outcome = session.NoteHeld(present, minutes, edition, viewer.PersonId, LocalTime.Of(now, session.TimeZone), now);
        if (outcome.IsRefused)
        {
            return outcome;
        }

        return await db.TrySaveAsync(cancellationToken) ? outcome : new Refusal("session-changed-meanwhile");
    }

    /// <summary>
    /// A leader does not teach on these days; the schedulers of the sessions that this touches are told. A scheduler says it for a leader of the own sites.
    /// Refused: <c>absence-too-long</c>.
    /// </summary>
    public async Task<Outcome<LeaderAbsenceId>?> TellAwayAsync(
        Viewer viewer,
        PersonId leader,
        DateOnly from,
        DateOnly to,
        CancellationToken cancellationToken
    )
    {
        if (leader != viewer.PersonId || !viewer.HasReports)
        {
            var units = db.Units.ScheduledBy(viewer).Select(u => (UnitId?)u.Id);
            if (!await db.People.AnyAsync(p => p.Id == leader && units.Contains(p.UnitId), cancellationToken))
            {
                return null;
            }
        }

        var now = clock.GetUtcNow();
        var told = LeaderAbsence.Tell(Id.New<LeaderAbsenceId>(now), leader, from, to, viewer.PersonId, now);
        if (told.Refusal is { } refusal)
        {
            return refusal;
        }

        db.Add(told.Value!);
        var (first, last) = (from.ToDateTime(TimeOnly.MinValue), to.AddDays(1).ToDateTime(TimeOnly.MinValue));
        var touched = await db
            .TeachingSessions.Where(s =>
                s.LeaderId == leader && s.State != SessionState.Cancelled && s.HeldAt == null && s.Start >= first && s.Start < last
            )
            .Select(s => new { s.SiteId, s.ModuleId })
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var at in touched)
        {
            await post.TellSchedulersAsync(
                at.SiteId,
                TeachingSessionsNotices.Away,
                TeachingSessionsLinks.Replan(at.ModuleId, at.SiteId),
                leader,
                cancellationToken
            );
        }

        await db.SaveChangesAsync(cancellationToken);
        return told.Value!.Id;
    }

    /// <summary>The leader is there after all.</summary>
    public async Task<bool> TakeBackAsync(Viewer viewer, LeaderAbsenceId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var units = db.Units.ScheduledBy(viewer).Select(u => (UnitId?)u.Id);
        var people = db.People.Where(p => p.Id == me || units.Contains(p.UnitId)).Select(p => p.Id);
        if (
            await db.LeaderAbsences.FirstOrDefaultAsync(a => a.Id == id && people.Contains(a.PersonId), cancellationToken)
            is not { } absence
        )
        {
            return false;
        }

        absence.TakeBack(me, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
