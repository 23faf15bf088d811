using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>Previews and coaching groups as they are planned, changed and held. What follows for calendars and keys is done in the same save.</summary>
public sealed class PreparationDesk(
    FieldcraftDb db,
    LeadersReading leaders,
    PreparationCalendar calendar,
    CoachKeys keys,
    Notices notices,
    TimeProvider clock
)
{
    /// <returns>Null when the module is not there or the viewer does not plan. Refused: <c>preparation-facilitator</c>, <c>preparation-facilitator-taken</c>.</returns>
    public async Task<Outcome<PreparationEventId>?> PlanAsync(
        Viewer viewer,
        ModuleId module,
        PreparationFacts facts,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.MayPlanPreparation() || await db.Modules.AllAsync(m => m.Id != module || m.EditionId == null, cancellationToken))
        {
            return null;
        }

        if (await FacilitatorProblemAsync(facts, null, cancellationToken) is { } refusal)
        {
            return (Outcome<PreparationEventId>)refusal;
        }

        var now = clock.GetUtcNow();
        var planned = PreparationEvent.Plan(Id.New<PreparationEventId>(now), module, facts, viewer.PersonId, now);
        db.Add(planned);
        await FollowAsync([planned], cancellationToken);
        notices.Tell(facts.FacilitatorId, ReadinessNotices.Holds, ReadinessLinks.Event(planned.Id), viewer.PersonId);
        await db.SaveChangesAsync(cancellationToken);
        return (Outcome<PreparationEventId>)planned.Id;
    }

    /// <summary>Refused as <see cref="PreparationEvent.Describe"/> and <see cref="PlanAsync"/>; <c>preparation-changed-meanwhile</c> on another version.</summary>
    public Task<Outcome?> DescribeAsync(
        Viewer viewer,
        PreparationEventId id,
        int? version,
        PreparationFacts facts,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            db.PreparationEvents.PlannedBy(viewer),
            id,
            async (planned, now) =>
            {
                if (version is { } seen && planned.Version != seen)
                {
                    return new Refusal("preparation-changed-meanwhile");
                }

                if (await FacilitatorProblemAsync(facts, planned, cancellationToken) is { } refusal)
                {
                    return refusal;
                }

                var (coach, when, place) = (planned.FacilitatorId, planned.When, (planned.SiteId, planned.Place));
                var changed = planned.Describe(facts, viewer.PersonId, now);
                if (changed.Refusal is { } no)
                {
                    return no;
                }

                if (coach != planned.FacilitatorId)
                {
                    await keys.ShutAsync(planned, coach, cancellationToken);
                    notices.Tell(facts.FacilitatorId, ReadinessNotices.Holds, ReadinessLinks.Event(id), viewer.PersonId);
                }

                if (when != planned.When || place != (planned.SiteId, planned.Place) || coach != planned.FacilitatorId)
                {
                    foreach (var seat in planned.Seated.Where(s => IsOpen(s.State) && !changed.Value!.Contains(s.PersonId)))
                    {
                        notices.Tell(seat.PersonId, ReadinessNotices.Moved, ReadinessLinks.Mine(planned.ModuleId), viewer.PersonId);
                    }
                }

                await SeatedAsync(planned, changed.Value!, cancellationToken);
                return Outcome.Done;
            },
            cancellationToken
        );

    /// <summary>Keeps a seat for a leader of the programme. Refused as <see cref="PreparationEvent.Invite"/>; <c>preparation-not-a-leader</c>.</summary>
    public Task<Outcome?> InviteAsync(Viewer viewer, PreparationEventId id, PersonId leader, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.PreparationEvents.PlannedBy(viewer),
            id,
            async (planned, now) =>
            {
                if (!await IsLeaderAsync(leader, planned.ModuleId, cancellationToken))
                {
                    return new Refusal("preparation-not-a-leader");
                }

                var invited = planned.Invite(leader, viewer.PersonId, now);
                if (invited.Refusal is { } refusal)
                {
                    return refusal;
                }

                if (invited.Value)
                {
                    notices.Tell(leader, ReadinessNotices.Invited, ReadinessLinks.Mine(planned.ModuleId), viewer.PersonId);
                }

                return Outcome.Done;
            },
            cancellationToken
        );

    /// <summary>Takes a seat or a place on the waiting list back. Refused as <see cref="PreparationEvent.Release"/>.</summary>
    public Task<Outcome?> ReleaseAsync(Viewer viewer, PreparationEventId id, PersonId leader, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.PreparationEvents.PlannedBy(viewer),
            id,
            async (planned, now) =>
            {
                var freed = planned.Release(leader, viewer.PersonId, now);
                if (freed.Refusal is { } refusal)
                {
                    return refusal;
                }

                await keys.ShutAsync(planned, leader, cancellationToken);
                notices.Tell(leader, ReadinessNotices.Released, ReadinessLinks.Mine(planned.ModuleId), viewer.PersonId);
                await SeatedAsync(planned, freed.Value!, cancellationToken);
                return Outcome.Done;
            },
            cancellationToken
        );

    /// <summary>It does not take place; everybody with a seat is told. Refused as <see cref="PreparationEvent.Cancel"/>.</summary>
    public Task<Outcome?> CancelAsync(Viewer viewer, PreparationEventId id, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.PreparationEvents.PlannedBy(viewer),
            id,
            async (planned, now) =>
            {
                var outcome = planned.Cancel(viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    foreach (var seat in planned.Seated.Where(s => IsOpen(s.State)))
                    {
                        notices.Tell(seat.PersonId, ReadinessNotices.Cancelled, ReadinessLinks.Mine(planned.ModuleId), viewer.PersonId);
                    }

                    await keys.ShutAsync(planned, planned.FacilitatorId, cancellationToken);
                    await FollowAsync([planned], cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>
    /// It took place, and these were there. The facilitator says so. Refused as <see cref="PreparationEvent.Hold"/>.
    /// </summary>
    public Task<Outcome?> HoldAsync(
        Viewer viewer,
        PreparationEventId id,
        IReadOnlyCollection<PersonId> present,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            db.PreparationEvents.HeldBy(viewer),
            id,
            async (held, now) =>
            {
                var zone = Rhythm.Mailing.TellByMail.ZoneOf(held.TimeZone);
                var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
                var outcome = held.Hold(present, today, viewer.PersonId, now);
                if (outcome.IsRefused)
                {
                    return outcome;
                }

                var people = held.Seated.Select(s => s.PersonId).ToList();
                var known = await db
                    .LeaderReadiness.Where(r => r.ModuleId == held.ModuleId && people.Contains(r.OwnerId))
                    .ToDictionaryAsync(r => r.OwnerId, cancellationToken);
                foreach (var leader in people)
                {
                    var readiness = known.GetValueOrDefault(leader);
                    if (held.StateOf(leader) == PreparationSeatState.Attended)
                    {
                        if (readiness is null)
                        {
                            readiness = LeaderReadiness.Begin(Id.New<LeaderReadinessId>(now), leader, held.ModuleId, now);
                            db.Add(readiness);
                        }

                        readiness.TakePart(held.Kind, held.On, now);
                    }
                    else if ((held.Kind == PreparationKind.Preview ? readiness?.PreviewedOn : readiness?.PractisedOn) == held.On)
                    {
                        readiness!.TakePart(held.Kind, null, now);
                    }
                }

                return outcome;
            },
            cancellationToken
        );

    internal static bool IsOpen(PreparationSeatState state) =>
        state is PreparationSeatState.Invited or PreparationSeatState.Coming or PreparationSeatState.Waiting;

    /// <summary>Those who have a seat by somebody else's going are told, and calendars follow.</summary>
    internal async Task SeatedAsync(PreparationEvent planned, IReadOnlyList<PersonId> seated, CancellationToken cancellationToken)
    {
        foreach (var leader in seated)
        {
            notices.Tell(leader, ReadinessNotices.SeatFree, ReadinessLinks.Mine(planned.ModuleId));
            await GiveUpOthersAsync(planned, leader, cancellationToken);
            await keys.LetInAsync(planned, leader, cancellationToken);
        }

        await FollowAsync([planned], cancellationToken);
    }

    /// <summary>A leader with a sure seat needs no other of the kind; whoever waits there has it.</summary>
    internal async Task GiveUpOthersAsync(PreparationEvent sure, PersonId leader, CancellationToken cancellationToken)
    {
        var (module, kind) = (sure.ModuleId, sure.Kind);
        var others = await db
            .PreparationEvents.Include(e => e.Seated)
            .Where(e => e.ModuleId == module && e.Kind == kind && e.Id != sure.Id && e.State == PreparationState.Planned)
            .Where(e => e.Seated.Any(s => s.PersonId == leader))
            .OrderBy(e => e.Id)
            .ToListAsync(cancellationToken);
        foreach (var other in others.Where(o => o.StateOf(leader) is { } state && IsOpen(state)))
        {
            var freed = other.Decline(leader, clock.GetUtcNow());
            await keys.ShutAsync(other, leader, cancellationToken);
            await SeatedAsync(other, freed.Value ?? [], cancellationToken);
        }
    }

    internal Task FollowAsync(IReadOnlyList<PreparationEvent> events, CancellationToken cancellationToken) =>
        calendar.FollowAsync(events, cancellationToken);

    private async Task<bool> IsLeaderAsync(PersonId leader, ModuleId module, CancellationToken cancellationToken) =>
        await (
            from m in db.Modules
            where m.Id == module
            join programme in db.Programmes on m.ProgrammeId equals programme.Id
            join unit in db.Units on programme.UnitId equals unit.Id
            select db.People.Any(p =>
                p.Id == leader
                && p.Status == PersonStatus.Active
                && db.Units.Any(u => u.Id == p.UnitId && u.Path.StartsWith(unit.Path))
                && db.People.Any(r => r.ManagerId == leader && r.Status == PersonStatus.Active)
            )
        ).FirstOrDefaultAsync(cancellationToken);

    private async Task<Refusal?> FacilitatorProblemAsync(
        PreparationFacts facts,
        PreparationEvent? planned,
        CancellationToken cancellationToken
    )
    {
        var path = facts.SiteId is { } site
            ? await db.Units.Where(u => u.Id == site).Select(u => u.Path).FirstOrDefaultAsync(cancellationToken)
            : null;
        if (facts.SiteId is not null && path is null)
        {
            return new Refusal("preparation-site");
        }

        var able = (await leaders.FacilitatorsAsync(cancellationToken)).FirstOrDefault(f => f.Id == facts.FacilitatorId);
        if (able is null || !able.Covers(path) || able.Language != facts.Language?.Trim())
        {
            return new Refusal("preparation-facilitator");
        }

        var (from, until) = (facts.When.On.AddDays(-1), facts.When.On.AddDays(1));
        var others = await db
            .PreparationEvents.AsNoTracking()
            .Where(e => e.FacilitatorId == facts.FacilitatorId && e.State == PreparationState.Planned && e.On >= from && e.On <= until)
            .ToListAsync(cancellationToken);
        var stretch = PreparationCalendar.StretchOf(facts.When);
        return others.Any(e => e.Id != planned?.Id && PreparationCalendar.StretchOf(e.When).Meets(stretch))
            ? new Refusal("preparation-facilitator-taken")
            : null;
    }

    private async Task<Outcome?> ChangeAsync(
        IQueryable<PreparationEvent> reachable,
        PreparationEventId id,
        Func<PreparationEvent, DateTimeOffset, Task<Outcome>> change,
        CancellationToken cancellationToken
    )
    {
        if (await reachable.Include(e => e.Seated).FirstOrDefaultAsync(e => e.Id == id, cancellationToken) is not { } planned)
        {
            return null;
        }

        var outcome = await change(planned, clock.GetUtcNow());
        if (outcome.IsRefused)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        return await keys.SaveAsync(cancellationToken) ? outcome : new Refusal("preparation-changed-meanwhile");
    }
}
