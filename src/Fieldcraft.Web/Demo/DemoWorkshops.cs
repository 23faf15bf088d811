using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Workshops;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Demo;

/// <summary>
/// Three workshops of Meridian Post: one that is half a year back with its three checks, a later one of the same series whose people were its comparison,
/// and one to come. The leader of the demo was in the second.
/// </summary>
internal sealed class DemoWorkshops
{
    private const string TimeZone = "Australia/Sydney";
    private const int FirstDay = -200;
    private const int SecondDay = -95;
    private const int ThirdDay = 12;
    private const int Seats = 16;

    private readonly List<Workshop> _workshops = [];
    private readonly List<CoachingSlot> _slots = [];
    private readonly List<WorkshopNote> _notes = [];
    private readonly List<InitiativeCheck> _checks = [];
    private readonly List<GroupFigure> _figures = [];
    private readonly List<WorkshopFigures> _byHand = [];
    private readonly List<Appointment> _appointments = [];
    private readonly List<KeyWrap> _wraps = [];

    private readonly List<DemoLeader> _around;
    private readonly DemoKeys _keys;
    private readonly Rules _rules;
    private readonly DateTimeOffset _now;
    private readonly WorkshopProgramme _day = ContentFiles.Read<WorkshopProgramme>("workshops.json")[0];

    public DemoWorkshops(IReadOnlyList<DemoLeader> leaders, DemoKeys keys, Rules rules, DateTimeOffset now)
    {
        (_keys, _rules, _now) = (keys, rules, now);
        // Every fourth of those who lead a team or a building and are at work: spread over units, the same in every demo.
        _around =
        [
            .. leaders
                .Where(l => l.Row.Status == PersonStatus.Active && l.Level is "team" or "facility")
                .Where(l => DemoAccounts.All.All(a => a.EmployeeId != l.Row.EmployeeId))
                .Where((_, i) => i % 4 == 3),
        ];
    }

    private PersonId Organiser => Account("programme_lead");

    public void Tell()
    {
        var first = Hold("From waiting to initiative, autumn", "Sydney, Learning Centre, room 4", FirstDay, null);
        Fill(first, People(0, Seats), 11);
        var second = Hold("From waiting to initiative, winter", "Sydney, Learning Centre, room 4", SecondDay, first.Id);
        Fill(second, [Account("leader"), .. People(Seats, Seats - 1)], 12);
        var third = Hold("From waiting to initiative, spring", "Parramatta, room 1", ThirdDay, null);
        third.NameSecond(Account("learning_designer"), Organiser, At(-20));
        Fill(third, [Account("mentor"), .. People((2 * Seats) - 1, 9)], null);
        third.InviteByName("Jo from the night dock", Organiser, At(-5));
        third.Invite(Account("employee"), Organiser, At(-4));
        third.Invite(Account("leader_many"), Organiser, At(-3));
        Publish(first, second);
        Enter(first);
        Offer(second);
        LookBack(second);
    }

    public async Task StoreAsync(FieldcraftDb db, CancellationToken cancellationToken)
    {
        await db.InsertAsync(_workshops, null, cancellationToken);
        await db.InsertAsync([.. _workshops.SelectMany(w => w.Invitations)], null, cancellationToken);
        await db.InsertAsync([.. _workshops.SelectMany(w => w.Seats)], null, cancellationToken);
        await db.InsertAsync(_slots, null, cancellationToken);
        await db.InsertAsync(_notes, null, cancellationToken);
        await db.InsertAsync(_checks, null, cancellationToken);
        await db.InsertAsync(_figures, null, cancellationToken);
        await db.InsertAsync(_byHand, null, cancellationToken);
        await db.InsertAsync(_appointments, null, cancellationToken);
        await db.InsertAsync(_wraps, null, cancellationToken);
    }

    private Workshop Hold(string title, string place, int day, WorkshopId? earlier)
    {
        var at = At(day - 45);
        var facts = new WorkshopFacts(title, place, On(day), new TimeOnly(9, 0), TimeZone, Seats, WorkshopDoor.Open, earlier);
        var workshop = Workshop.Plan(DemoIds.Of<WorkshopId>(at, title), Organiser, facts, _day, _rules.Workshops, at);
        _workshops.Add(workshop);
        return workshop;
    }

    private void Fill(Workshop workshop, IReadOnlyList<PersonId> people, int? seed)
    {
        var at = new DateTimeOffset(workshop.On.ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero).AddDays(-30);
        foreach (var (person, i) in people.Select((p, i) => (p, i)))
        {
            workshop.Enrol(person, workshop.On.AddDays(-30), at.AddHours(5 * i));
        }

        if (seed is { } from)
        {
            workshop.DrawGroups([.. people.Select(Mixed)], from, Organiser, at.AddDays(25));
            workshop.TellThrough(On(0), _now);
        }

        var when = WorkshopWhen.Of(workshop.On, TimeZone, workshop.Agenda);
        var link = WorkshopsLinks.One(workshop.Id);
        foreach (var person in people.Append(Organiser).Concat(workshop.SecondId is { } second ? [second] : []))
        {
            var id = DemoIds.Of<AppointmentId>(at, $"{workshop.Title}/{person.Value}");
            _appointments.Add(Appointment.Make(id, person, workshop.Id.Value, "workshops.appointment", null, when, link, at));
        }
    }

    /// <summary>Small effects, as are to be expected; in one group of the later moments too few answered.</summary>
    private void Publish(Workshop first, Workshop second)
    {
        Publish(
            first,
            CheckMoment.Before,
            [22, 24, 19, 27, 25, 21, 30, 23, 18, 26, 24, 20, 28],
            [23, 25, 20, 26, 22, 28, 19, 24, 27, 21, 25]
        );
        Publish(first, CheckMoment.Second, [25, 27, 24, 29, 28, 22, 31, 26, 23, 27, 30], [24, 22, 26, 20, 27, 25, 28, 23, 21]);
        Publish(first, CheckMoment.Third, [26, 28, 24, 30, 27, 25, 29, 23], []);
        Publish(second, CheckMoment.Before, [24, 23, 26, 21, 28, 25, 22, 27, 20, 26], [22, 25]);
        Publish(second, CheckMoment.Second, [27, 26, 24, 30, 28, 25, 29], []);
    }

    private void Publish(Workshop workshop, CheckMoment moment, int[] attended, int[] waited)
    {
        foreach (var (arm, sums) in new[] { (CheckArm.Attended, attended), (CheckArm.Waited, waited) })
        {
            _figures.Add(GroupFigure.Publish(workshop.Id, moment, arm, sums, _rules.MinimumSizes.InitiativeSelfCheck));
        }
    }

    private void Enter(Workshop workshop)
    {
        var figures = WorkshopFigures.Begin(workshop.Id);
        figures.EnterHandCount(new HandCount(11, 6, 23), Organiser, At(FirstDay + 60));
        figures.EnterLeaving(new Leaving(new LeavingGroup(Seats, 1), new LeavingGroup(64, 5), 6), Organiser, At(-10));
        _byHand.Add(figures);
    }

    private void Offer(Workshop workshop)
    {
        foreach (var (day, taken) in new[] { (SecondDay + 20, true), (4, false), (6, false) })
        {
            var at = At(SecondDay + 2);
            var when = new AppointedTime(On(day), new TimeOnly(15, 0), TimeZone, 30);
            var slot = CoachingSlot.Offer(DemoIds.Of<CoachingSlotId>(at, $"{workshop.Title}/{day}"), workshop.Id, Organiser, when, at);
            if (taken)
            {
                slot.Book(Account("leader"), On(SecondDay + 3), At(SecondDay + 3));
            }

            _slots.Add(slot);
        }
    }

    /// <summary>The leader's own checks and note.</summary>
    private void LookBack(Workshop workshop)
    {
        var leader = Account("leader");
        Check(leader, SecondDay - 1, [4, 2, 1, 4, 3, 3, 3, 2]);
        Check(leader, SecondDay + 57, [3, 4, 4, 3, 3, 2, 4, 3]);
        var at = At(SecondDay);
        var id = DemoIds.Of<WorkshopNoteId>(at, "note");
        var document = Vault.NewDocument(leader, id.Value, _keys.Of(leader), at);
        _wraps.Add(document.OwnersWrap);
        _notes.Add(
            WorkshopNote.Write(
                id,
                leader,
                workshop.Id,
                "The second count of the trolleys on Fridays. Nobody has asked for it since the scanners came.",
                "A word to the returns desk that I may ask them, and an hour on Thursdays for four weeks.",
                document.Sealer,
                at
            )
        );
    }

    private void Check(PersonId owner, int day, IReadOnlyList<int> answers)
    {
        var at = At(day);
        var id = DemoIds.Of<InitiativeCheckId>(at, "check");
        var document = Vault.NewDocument(owner, id.Value, _keys.Of(owner), at);
        _wraps.Add(document.OwnersWrap);
        _checks.Add(InitiativeCheck.Take(id, owner, answers, On(day), document.Sealer, at));
    }

    private List<PersonId> People(int from, int count) => [.. _around.Skip(from).Take(count).Select(l => l.Person.Id)];

    private Mixable Mixed(PersonId person) =>
        _around.Find(l => l.Person.Id == person) is { } leader
            ? new Mixable(person.Value, leader.Person.UnitId, leader.Person.ManagerId?.Value)
            : new Mixable(person.Value);

    private DateTimeOffset At(int day) => _now.AddDays(day);

    private DateOnly On(int day) => WorkshopWhen.Today(TimeZone, _now).AddDays(day);

    private static PersonId Account(string key) => DemoUnits.PersonIdOf(DemoAccounts.All.First(a => a.Key == key).EmployeeId);
}
