using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>Planning, changing and calling off workshops, their agenda and their groups, the same for pages and API. Null: not there, or not the viewer's to do.</summary>
public sealed class WorkshopDesk(
    FieldcraftDb db,
    WorkshopProgrammes programmes,
    Rules rules,
    Notices notices,
    Appointments appointments,
    TimeProvider clock
)
{
    private const string Kind = "workshops.appointment";

    // A whole group that is sent the address answers within the same second; each save lets one of them through.
    private const int Tries = 30;

    public async Task<WorkshopId> PlanAsync(
        Viewer viewer,
        WorkshopFacts facts,
        WorkshopProgramme programme,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        var own = await WithOwnEarlierAsync(viewer, facts, null, cancellationToken);
        var workshop = Workshop.Plan(Id.New<WorkshopId>(now), viewer.PersonId, own, programme, rules.Workshops, now);
        db.Add(workshop);
        await PutIntoCalendarsAsync(workshop, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return workshop.Id;
    }

    /// <summary>Refused as <c>workshop-changed-meanwhile</c> when somebody described it otherwise since.</summary>
    public async Task<Outcome?> DescribeAsync(
        Viewer viewer,
        WorkshopId id,
        int version,
        WorkshopFacts facts,
        CancellationToken cancellationToken
    ) =>
        await ChangeAsync(
            db.Workshops.LedBy(viewer),
            id,
            async (workshop, now) =>
            {
                if (workshop.Version != version)
                {
                    return new Refusal("workshop-changed-meanwhile");
                }

                var before = (workshop.On, workshop.Start, workshop.Place);
                var own = await WithOwnEarlierAsync(viewer, facts, workshop.EarlierId, cancellationToken);
                var programme = programmes[workshop.Programme];
                var begun = await HasBegunAsync(id, cancellationToken);
                var outcome = workshop.Describe(own, programme, rules.Workshops, begun, viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    await PutIntoCalendarsAsync(workshop, cancellationToken);
                    if (before != (workshop.On, workshop.Start, workshop.Place))
                    {
                        Tell(workshop, WorkshopsNotices.Changed, viewer);
                    }
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>Changes the agenda; the rest follows by itself, in the calendars too.</summary>
    public Task<Outcome?> ArrangeAsync(
        Viewer viewer,
        WorkshopId id,
        Func<WorkshopAgenda, Outcome<WorkshopAgenda>> change,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            db.Workshops.LedBy(viewer),
            id,
            async (workshop, now) =>
            {
                var outcome = workshop.Arrange(change, await HasBegunAsync(id, cancellationToken), viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    await PutIntoCalendarsAsync(workshop, cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>Names who leads it beside the organiser, or nobody. Refused also: <c>workshop-person-unknown</c>.</summary>
    public Task<Outcome?> NameSecondAsync(Viewer viewer, WorkshopId id, PersonId? person, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.Workshops.LedBy(viewer),
            id,
            async (workshop, now) =>
            {
                if (person is { } asked && !await db.CanComeAsync(asked, cancellationToken))
                {
                    return new Refusal("workshop-person-unknown");
                }

                var outcome = workshop.NameSecond(person, viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    await PutIntoCalendarsAsync(workshop, cancellationToken);
                    if (person is { } named)
                    {
                        notices.Tell(named, WorkshopsNotices.Second, WorkshopsLinks.One(id), viewer.PersonId);
                    }
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>Draws groups and trios of those who have a seat.</summary>
    /// <param name="seed">Null: other ones than before.</param>
    public Task<Outcome?> DrawGroupsAsync(Viewer viewer, WorkshopId id, int? seed, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.Workshops.LedBy(viewer),
            id,
            async (workshop, now) =>
            {
                var people = workshop.TakingPart.Select(s => s.PersonId).OfType<PersonId>().ToList();
                var places = await db
                    .People.Where(p => people.Contains(p.Id))
                    .Select(p => new
                    {
                        p.Id,
                        p.UnitId,
                        p.ManagerId,
                    })
                    .ToListAsync(cancellationToken);
                var named = workshop.TakingPart.Where(s => s.PersonId is null).Select(s => new Mixable(s.Key));
                var mixed = places.Select(p => new Mixable(p.Id.Value, p.UnitId, p.ManagerId?.Value)).Concat(named).ToList();
                return workshop.DrawGroups(mixed, seed ?? (workshop.Seed ?? 0) + 1, viewer.PersonId, now);
            },
            cancellationToken
        );

    public Task<Outcome?> CallOffAsync(Viewer viewer, WorkshopId id, CancellationToken cancellationToken) =>
        ChangeAsync(
            db.Workshops.LedBy(viewer),
            id,
            async (workshop, now) =>
            {
                var outcome = workshop.CallOff(await HasBegunAsync(id, cancellationToken), viewer.PersonId, now);
                if (outcome.IsDone)
                {
                    Tell(workshop, WorkshopsNotices.CalledOff, viewer);
                    await appointments.CancelAsync(id.Value, cancellationToken);
                }

                return outcome;
            },
            cancellationToken
        );

    /// <summary>Those who lead it and those with a seat have the day in their calendars. Saved with the next save.</summary>
    internal Task PutIntoCalendarsAsync(Workshop workshop, CancellationToken cancellationToken)
    {
        var people = workshop.TakingPart.Select(s => s.PersonId).Append(workshop.OrganiserId).Append(workshop.SecondId);
        var when = WorkshopWhen.Of(workshop.On, workshop.TimeZone, workshop.Agenda);
        var facts = new AppointmentFacts(workshop.Id.Value, Kind, null, when, WorkshopsLinks.One(workshop.Id));
        return appointments.SetAsync(facts, [.. people.OfType<PersonId>().Distinct()], cancellationToken);
    }

    // Two people who take the last seat at the same moment: the second one's save meets another version, and asks the workshop again.
    internal async Task<Outcome?> ChangeAsync(
        IQueryable<Workshop> workshops,
        WorkshopId id,
        Func<Workshop, DateTimeOffset, Task<Outcome>> change,
        CancellationToken cancellationToken
    )
    {
        for (var i = 0; i < Tries; i++)
        {
            var found = workshops.Include(w => w.Seats).Include(w => w.Invitations).AsSplitQuery();
            if (await found.FirstOrDefaultAsync(w => w.Id == id, cancellationToken) is not { } workshop)
            {
                return null;
            }

            var outcome = await change(workshop, clock.GetUtcNow());
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

        return new Refusal("workshop-changed-meanwhile");
    }

    private Task<bool> HasBegunAsync(WorkshopId id, CancellationToken cancellationToken)
    {
        var session = LiveSessionId.From(id.Value);
        return db.LiveSessions.AnyAsync(s => s.Id == session && s.BegunAt != null, cancellationToken);
    }

    // A series is of workshops that the same people lead: nobody else's answers are asked for by naming their workshop.
    private async Task<WorkshopFacts> WithOwnEarlierAsync(
        Viewer viewer,
        WorkshopFacts facts,
        WorkshopId? before,
        CancellationToken cancellationToken
    ) =>
        facts.Earlier is { } earlier
        && earlier != before
        && !await db.Workshops.LedBy(viewer).AnyAsync(w => w.Id == earlier, cancellationToken)
            ? facts with
            {
                Earlier = null,
            }
            : facts;

    private void Tell(Workshop workshop, NoticeKind kind, Viewer from)
    {
        var people = workshop
            .TakingPart.Concat(workshop.Waiting)
            .Select(s => s.PersonId)
            .Append(workshop.OrganiserId)
            .Append(workshop.SecondId);
        foreach (var person in people.OfType<PersonId>().Distinct())
        {
            notices.Tell(person, kind, WorkshopsLinks.One(workshop.Id), from.PersonId);
        }
    }
}

internal static class WorkshopGuests
{
    /// <summary>Whether somebody is in the organisation and can be asked.</summary>
    public static Task<bool> CanComeAsync(this FieldcraftDb db, PersonId person, CancellationToken cancellationToken) =>
        db.People.AnyAsync(p => p.Id == person && p.Status != PersonStatus.Left, cancellationToken);
}
