using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Partners;

/// <summary>A planned group talk, with who is invited.</summary>
public sealed record TalkLine(
    GroupTalkId Id,
    PersonId Manager,
    string ManagerName,
    DateOnly On,
    TimeOnly At,
    string TimeZone,
    int Version,
    IReadOnlyList<NamedSeat> People
);

public sealed record NamedSeat(PersonId Id, string Name);

/// <summary>A manager's talks on enabling: one by one, or with groups where there are too many reports.</summary>
public sealed record TeamTalks(
    IReadOnlyList<TalkReport> Reports,
    IReadOnlyList<ProposedGroup> Groups,
    IReadOnlyList<TalkLine> Planned,
    AppraisalWindow? Window
)
{
    public bool AreGroups => Groups.Count > 0;

    /// <summary>The groups of which not everybody is invited to a talk that is still to come.</summary>
    public IEnumerable<ProposedGroup> Open => Groups.Where(g => !g.People.All(p => Planned.Any(t => t.People.Any(s => s.Id == p.Id))));
}

public sealed class TeamDesk(
    FieldcraftDb db,
    Appointments appointments,
    Notices notices,
    SeasonDesk seasons,
    Rules rules,
    TimeProvider clock
)
{
    private const int ReportsAtMost = 400;

    public async Task<TeamTalks> FindAsync(Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var rows = await db
            .People.AsNoTracking()
            .Where(p => p.ManagerId == me && p.Status == PersonStatus.Active)
            .OrderBy(p => p.NameKey)
            .ThenBy(p => p.Id)
            .Take(ReportsAtMost)
            .Select(p => new TalkReport(p.Id, NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName), p.ShiftPattern))
            .ToListAsync(cancellationToken);
        var planned = await TalksAsync(
            db.GroupTalks.AsNoTracking().Where(t => t.OwnerId == me && t.CalledOffAt == null && t.On >= today),
            cancellationToken
        );
        var window = await seasons.WindowOfAsync([me], cancellationToken);
        return new TeamTalks(
            rows,
            GroupTalks.AreUsedFor(rows.Count, rules.Partners) ? GroupTalks.Propose(rows, rules.Partners) : [],
            planned,
            window is { } known && known.Last.AddDays(known.Distance) >= today ? known : null
        );
    }

    /// <summary>One talk, for the manager or somebody invited.</summary>
    public async Task<TalkLine?> TalkAsync(Viewer viewer, GroupTalkId id, CancellationToken cancellationToken) =>
        await TalksAsync(
            db.GroupTalks.AsNoTracking().VisibleTo(db, viewer).Where(t => t.Id == id && t.CalledOffAt == null),
            cancellationToken
        )
            is [var talk]
            ? talk
            : null;

    /// <summary>Plans a talk with some of the own reports.</summary>
    /// <returns>Null when one of them is no report of the viewer.</returns>
    public async Task<Outcome<GroupTalk>?> PlanAsync(
        Viewer viewer,
        IReadOnlyCollection<PersonId> people,
        DateOnly on,
        TimeOnly at,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var me = viewer.PersonId;
        if (
            people.Count is 0 or > GroupTalk.PeopleAtMost
            || await db.People.CountAsync(p => p.ManagerId == me && people.Contains(p.Id), cancellationToken) != people.Count
        )
        {
            return null;
        }

        if (on < today)
        {
            return new Refusal("partners-first-day-over");
        }

        var now = clock.GetUtcNow();
        var when = new AppointedTime(on, at, viewer.TimeZone, Agenda.OfGroupTalk.Sum(b => b.Minutes));
        var planned = GroupTalk.Plan(Id.New<GroupTalkId>(now), me, people, when, await seasons.WindowOfAsync([me], cancellationToken), now);
        if (planned.Value is not { } talk)
        {
            return planned;
        }

        db.Add(talk);
        await SetAsync(talk, cancellationToken);
        foreach (var person in people)
        {
            notices.Tell(person, PartnersNotices.GroupTalk, PartnersLinks.Talk(talk.Id), me);
        }

        await db.SaveChangesAsync(cancellationToken);
        return planned;
    }

    public async Task<Outcome?> MoveAsync(
        Viewer viewer,
        GroupTalkId id,
        DateOnly on,
        TimeOnly at,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        if (await LoadAsync(viewer, id, cancellationToken) is not { } talk)
        {
            return null;
        }

        if (on < today)
        {
            return new Refusal("partners-first-day-over");
        }

        var outcome = talk.Move(on, at, await seasons.WindowOfAsync([viewer.PersonId], cancellationToken), clock.GetUtcNow());
        if (outcome.IsRefused)
        {
            return outcome;
        }

        await SetAsync(talk, cancellationToken);
        foreach (var seat in talk.Seats)
        {
            notices.Tell(seat.PersonId, PartnersNotices.Moved, PartnersLinks.Talk(id), viewer.PersonId);
        }

        return await db.TrySaveAsync(cancellationToken) ? Outcome.Done : new Refusal("partners-changed-meanwhile");
    }

    public async Task<bool> CallOffAsync(Viewer viewer, GroupTalkId id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(viewer, id, cancellationToken) is not { } talk)
        {
            return false;
        }

        talk.CallOff(clock.GetUtcNow());
        await appointments.CancelAsync(id.Value, cancellationToken);
        return await db.TrySaveAsync(cancellationToken);
    }

    private Task<GroupTalk?> LoadAsync(Viewer viewer, GroupTalkId id, CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        return db.GroupTalks.Include(t => t.Seats).FirstOrDefaultAsync(t => t.Id == id && t.OwnerId == me, cancellationToken);
    }

    private Task SetAsync(GroupTalk talk, CancellationToken cancellationToken) =>
        appointments.SetAsync(
            new AppointmentFacts(talk.Id.Value, "partners.appointment.group", talk.OwnerId, talk.When, PartnersLinks.Talk(talk.Id)),
            [talk.OwnerId, .. talk.Seats.Select(s => s.PersonId)],
            cancellationToken
        );

    private async Task<IReadOnlyList<TalkLine>> TalksAsync(IQueryable<GroupTalk> talks, CancellationToken cancellationToken)
    {
        var rows = await talks
            .OrderBy(t => t.On)
            .ThenBy(t => t.Id)
            .Select(t => new
            {
                t.Id,
                t.OwnerId,
                Manager = db
                    .People.Where(p => p.Id == t.OwnerId)
                    .Select(p => ((p.PreferredName ?? p.FirstName) + " " + p.LastName).Trim())
                    .First(),
                t.On,
                t.Time,
                t.TimeZone,
                t.Version,
                People = t
                    .Seats.Join(
                        db.People,
                        s => s.PersonId,
                        p => p.Id,
                        (s, p) => new NamedSeat(p.Id, NamedPerson.NameOf(p.FirstName, p.LastName, p.PreferredName))
                    )
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new TalkLine(
                r.Id,
                r.OwnerId,
                r.Manager,
                r.On,
                r.Time,
                r.TimeZone,
                r.Version,
                [.. r.People.OrderBy(p => p.Name, StringComparer.CurrentCulture)]
            )),
        ];
    }
}
