using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;

namespace Fieldcraft.Web.Demo;

/// <summary>
/// Seats the people of one site with their own leaders: sessions spread over the window, on the leader's shifts, where a room is free and cover allows it. Not a
/// good timetable, but one that keeps the rules, made in a moment.
/// </summary>
internal sealed class DemoFiller(
    Unit site,
    SiteGround ground,
    Module module,
    IReadOnlyList<Person> leaders,
    ILookup<PersonId, Person> reports,
    DateTimeOffset at,
    PersonId by
)
{
    private const int Minutes = 60;
    private const int MaxPerWeek = 2;
    private readonly DateTime _begin = module.WindowStart.ToDateTime(TimeOnly.MinValue);
    private readonly Dictionary<(string Pattern, int Crew), List<LocalStretch>> _shifts = [];
    private readonly HashSet<(SiteRoomId Room, DateTime At)> _rooms = [];
    private readonly Dictionary<DateTime, int> _away = [];
    private readonly List<(LocalStretch Shift, int People)> _floor = [];

    /// <param name="left">How many sessions of each leader are not planned: their people have no slot yet.</param>
    public IEnumerable<TeachingSession> Fill(int left)
    {
        var learners = leaders.ToDictionary(l => l.Id, l => reports[l.Id].Where(p => !reports[p.Id].Any()).ToList());
        var everybody = learners.Values.SelectMany(p => p).ToList();
        foreach (var group in everybody.GroupBy(KeyOf))
        {
            _floor.AddRange(ShiftsOf(group.First()).Select(s => (s, group.Count())));
        }

        var zone = everybody.Count > 0 ? everybody[0].TimeZone : "UTC";
        foreach (var leader in leaders.Where(l => learners[l.Id].Count > 0))
        {
            foreach (var session in Sessions(leader, learners[leader.Id], left, zone))
            {
                yield return session;
            }
        }
    }

    private IEnumerable<TeachingSession> Sessions(Person leader, List<Person> team, int left, string zone)
    {
        // Whoever can be visited in the demo sits in a session to come.
        var unseated = team.OrderBy(p => DemoAccounts.All.Any(a => a.EmployeeId == p.EmployeeId))
            .ThenBy(p => p.EmployeeId, StringComparer.Ordinal)
            .ToList();
        var shifts = ShiftsOf(leader).Where(s => s.From >= _begin && s.Until <= _begin.AddDays(module.WindowDays)).ToList();
        var most = ground.Rooms.Max(r => r.Capacity);
        var wanted = Math.Max(1, ((unseated.Count + most - 1) / most) + 1 - left);
        var weeks = new Dictionary<int, int>();
        var step = Math.Max(1, shifts.Count / (wanted + 1));
        for (int shift = step / 2, made = 0; shift < shifts.Count && made < wanted && unseated.Count > 0; shift++)
        {
            var week = (shifts[shift].From - _begin).Days / 7;
            if (weeks.GetValueOrDefault(week) >= MaxPerWeek || Place(shifts[shift], unseated) is not { } found)
            {
                continue;
            }

            weeks[week] = weeks.GetValueOrDefault(week) + 1;
            made++;
            shift += step - 1;
            unseated.RemoveAll(found.People.Contains);
            var session = TeachingSession.Plan(
                DemoIds.Of<TeachingSessionId>(at, $"{module.Number}/{leader.EmployeeId}/{found.Start:s}"),
                module.Id,
                new SessionPlace(site.Id, found.Room, leader.Id, found.Start, zone, Minutes),
                SessionPart.Whole,
                found.People.Select(p => p.Id),
                by,
                at
            );
            session.Publish(by, at.AddDays(3));
            yield return session;
        }
    }

    /// <summary>The first hour of a shift, from the second on, with a free room, cover and at least three people.</summary>
    private (SiteRoomId Room, DateTime Start, List<Person> People)? Place(LocalStretch shift, List<Person> unseated)
    {
        const int FewestWorthIt = 3;
        for (var start = shift.From.AddHours(1); start.AddMinutes(Minutes) < shift.Until; start = start.AddHours(1))
        {
            var room = ground.Rooms.OrderByDescending(r => r.Capacity).FirstOrDefault(r => !_rooms.Contains((r.Id, start)));
            var free = Allowed(start) - _away.GetValueOrDefault(start);
            if (room is null || free < FewestWorthIt)
            {
                continue;
            }

            var end = start.AddMinutes(Minutes);
            var people = unseated
                .Where(p => ShiftsOf(p).Exists(s => s.From <= start && end <= s.Until))
                .Take(Math.Min(free, Math.Min(room.Capacity, CapacityInputs.LargestSession)))
                .ToList();
            if (people.Count >= Math.Min(FewestWorthIt, unseated.Count) && people.Count > 0)
            {
                _rooms.Add((room.Id, start));
                _away[start] = _away.GetValueOrDefault(start) + people.Count;
                return (room.Id, start, people);
            }
        }

        return null;
    }

    private int Allowed(DateTime start)
    {
        var end = start.AddMinutes(Minutes);
        var onShift = _floor.Where(f => f.Shift.From <= start && end <= f.Shift.Until).Sum(f => f.People);
        return Math.Max(0, Math.Min((int)decimal.Floor(onShift * ground.ReleaseShare!.Value), onShift - ground.FloorMinimum!.Value));
    }

    private static (string, int) KeyOf(Person person) =>
        (person.ShiftPattern, ShiftPattern.DeliveredAs(person.ShiftPattern)?.CrewOf(person.Id) ?? 0);

    private List<LocalStretch> ShiftsOf(Person person)
    {
        var key = KeyOf(person);
        if (!_shifts.TryGetValue(key, out var shifts))
        {
            var pattern = ShiftPattern.DeliveredAs(person.ShiftPattern);
            _shifts[key] = shifts = [.. pattern?.Between(module.WindowStart.AddDays(-1), module.WindowEnd, key.Item2) ?? []];
        }

        return shifts;
    }
}
