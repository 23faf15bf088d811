using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Features.TeachingSessions;

namespace Fieldcraft.Web.Demo;

/// <summary>
/// Rooms and cover of every facility, and the first module's sessions: published, held up to today at good sites and bad ones. The second module has no
/// timetable yet, so that a visitor can ask for one. A simple filler seats the people; the rules are kept.
/// </summary>
internal sealed class DemoRollouts(DemoPeople people, DemoUnits units, Module first, PersonId by, DateTimeOffset now)
{
    private static readonly string[] Struggling =
    [
        "Harbour facility 5",
        "Ridge facility 3",
        "Plains facility 6",
        "River facility 7",
        "Coast facility 4",
    ];
    private static readonly string[] Tight = ["Ridge facility 2", "Coast facility 7", "Valley facility 5"];
    private readonly DateTimeOffset _planned = now.AddDays(
        first.WindowStart.DayNumber - DateOnly.FromDateTime(now.UtcDateTime).DayNumber - 10
    );

    public List<SiteGround> Grounds { get; } = [];
    public List<TeachingSession> Sessions { get; } = [];
    public DemoLogs Logs { get; } = new(first.Id);
    public List<SwapRequest> Swaps { get; } = [];
    public List<Appointment> Appointments { get; } = [];
    public ModuleRollout Rollout { get; } =
        ModuleRollout.Set(first.Id, RolloutSettings.Usual with { CatchUpShare = 0.10m }, by, now.AddDays(-40));

    public void Tell()
    {
        var reports = people.All.Where(p => p.ManagerId is not null && p.Status == PersonStatus.Active).ToLookup(p => p.ManagerId!.Value);
        var teams = people.All.Where(p => p.Status == PersonStatus.Active && reports[p.Id].Any()).ToLookup(p => p.UnitId!.Value);
        foreach (var site in units.All.Where(u => u.Kind == UnitKind.Facility))
        {
            var below = units.All.Where(u => u.Path.StartsWith(site.Path, StringComparison.Ordinal)).Select(u => u.Id).ToHashSet();
            var ground = Ground(site, below.SelectMany(u => teams[u]).Sum(t => reports[t.Id].Count()));
            var filler = new DemoFiller(site, ground, first, below.SelectMany(u => teams[u]).ToList(), reports, _planned, by);
            Sessions.AddRange(filler.Fill(left: Struggling.Contains(site.Name) ? 1 : 0));
            Hold(site);
        }

        TellOfOneSite();
        Appoint();
    }

    public async Task StoreAsync(FieldcraftDb db, CancellationToken cancellationToken)
    {
        await db.InsertAsync([Rollout], null, cancellationToken);
        await db.InsertAsync(Grounds, null, cancellationToken);
        await db.InsertAsync([.. Grounds.SelectMany(g => g.Rooms)], null, cancellationToken);
        await db.InsertAsync([.. Grounds.SelectMany(g => g.Closures)], null, cancellationToken);
        await db.InsertAsync([.. Grounds.SelectMany(g => g.Joins)], null, cancellationToken);
        await db.InsertAsync(Sessions, null, cancellationToken);
        await db.InsertAsync([.. Sessions.SelectMany(s => s.Seats)], null, cancellationToken);
        await db.InsertAsync(Logs.All, null, cancellationToken);
        await db.InsertAsync(Swaps, null, cancellationToken);
        await db.InsertAsync(Appointments, null, cancellationToken);
    }

    private SiteGround Ground(Unit site, int headcount)
    {
        var chance = new DemoChance($"site/{site.Name}");
        var at = now.AddDays(-60);
        var ground = SiteGround.Lay(site.Id, by, at);
        var isTight = Tight.Contains(site.Name);
        Room("Training room", isTight ? 6 : chance.Of([12, 12, 14, 15]));
        if (headcount > 150)
        {
            Room("Canteen, window side", chance.Of([10, 12]));
        }

        if (headcount > 350)
        {
            Room("Meeting room upstairs", 10);
        }

        ground.SetCover(new CoverRules(isTight ? 0.10m : chance.Of([0.25m, 0.25m, 0.30m, 0.35m]), isTight ? 6 : 2, null, null), by, at);
        Grounds.Add(ground);
        return ground;

        void Room(string name, int seats) =>
            ground.WriteRoom(DemoIds.Of<SiteRoomId>(DemoIds.Founded, $"{site.Name}/{name}"), name, seats, by, at);
    }

    /// <summary>Whatever is over was held, and most of it written down: at good sites nearly all, at others not.</summary>
    private void Hold(Unit site)
    {
        var struggles = Struggling.Contains(site.Name);
        foreach (var session in Sessions.Where(s => s.SiteId == site.Id))
        {
            var chance = new DemoChance($"held/{session.Id.Value}");
            var local = LocalTime.Of(now, session.TimeZone);
            if (session.End > local)
            {
                continue;
            }

            var wasOn = session.End - local > TimeSpan.FromDays(-1);
            if (
                chance.In(
                    struggles ? 35
                    : wasOn ? 30
                    : 4
                )
            )
            {
                continue;
            }

            var there = session.Seats.Select(s => s.PersonId).Where(_ => chance.In(struggles ? 62 : 93)).ToList();
            session.NoteHeld(
                there,
                null,
                AttendanceWay.Ticked,
                chance.Of([50, 55, 60, 60, 60, 65]),
                first.EditionId,
                session.LeaderId!.Value,
                local,
                now.AddHours(-1)
            );
            Logs.Write(session, there.Count, now.AddHours(-1));
        }
    }

    /// <summary>At the site of the demo's leader somebody asks for another time, and a room is closed the day after tomorrow.</summary>
    private void TellOfOneSite()
    {
        var leader = Account("leader");
        var site = units.All.First(u => u.Kind == UnitKind.Facility && PathOf(leader).StartsWith(u.Path, StringComparison.Ordinal));
        var coming = Sessions
            .Where(s => s.SiteId == site.Id && !s.IsHeld && s.Start > LocalTime.Of(now, s.TimeZone).AddHours(12))
            .OrderBy(s => s.Start)
            .ThenBy(s => s.Id)
            .ToList();
        var employee = Account("employee").Id;
        Seat(Account("employee"), coming);
        if (coming.FirstOrDefault(s => s.Seats.Any(x => x.PersonId != employee)) is { } session)
        {
            var person = session.Seats.First(s => s.PersonId != employee).PersonId;
            var at = now.AddHours(-5);
            Swaps.Add(SwapRequest.Ask(DemoIds.Of<SwapRequestId>(at, "swap/1"), first.Id, person, session.Id, null, at));
        }

        if (coming.FirstOrDefault(s => s.Start > LocalTime.Of(now, s.TimeZone).AddDays(1)) is { RoomId: { } room } later)
        {
            var ground = Grounds.First(g => g.Id == site.Id);
            ground.Close(
                DemoIds.Of<SiteClosureId>(now.AddHours(-2), "closure/1"),
                room,
                new LocalStretch(later.Start.Date.AddHours(later.Start.Hour - 1), later.Start.Date.AddHours(later.Start.Hour + 3)),
                by,
                now.AddHours(-2)
            );
        }
    }

    /// <summary>Whoever has not been and has no slot yet gets one on a shift of theirs.</summary>
    private void Seat(Person person, IReadOnlyList<TeachingSession> coming)
    {
        if (Sessions.Any(s => s.Seats.Any(x => x.PersonId == person.Id && x.Attended != false)))
        {
            return;
        }

        var pattern = ShiftPattern.DeliveredAs(person.ShiftPattern)!;
        var shifts = pattern.Between(first.WindowStart.AddDays(-1), first.WindowEnd, pattern.CrewOf(person.Id)).ToList();
        coming
            .FirstOrDefault(s => s.Seats.Count < 10 && shifts.Exists(x => x.From <= s.Start && s.End <= x.Until))
            ?.Seat(person.Id, by, now.AddDays(-1));
    }

    /// <summary>Those who can sign in have it in their calendar.</summary>
    private void Appoint()
    {
        foreach (var key in DemoAccounts.All.Select(a => a.Key))
        {
            var person = Account(key).Id;
            foreach (var session in Sessions.Where(s => s.LeaderId == person || s.Seats.Any(x => x.PersonId == person)))
            {
                Appointments.Add(
                    Appointment.Make(
                        DemoIds.Of<AppointmentId>(_planned, $"{session.Id.Value}/{person.Value}"),
                        person,
                        session.Id.Value,
                        "sessions.appointment.attends",
                        by,
                        session.When,
                        TeachingSessionsLinks.MySlot,
                        _planned
                    )
                );
            }
        }
    }

    private Person Account(string key) => people.Of(DemoAccounts.All.First(a => a.Key == key).EmployeeId);

    private string PathOf(Person person) => units.All.First(u => u.Id == person.UnitId).Path;
}
