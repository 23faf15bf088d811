using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>What leaders say of themselves: on which days they are away.</summary>
public sealed class LeaderDesk(FieldcraftDb db, SessionPost post, TimeProvider clock)
{
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
