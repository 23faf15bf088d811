using System.Globalization;
using Fieldcraft.Rollout.Instances;

namespace Fieldcraft.Rollout.Timetables;

/// <summary>
/// Reads a timetable against the seven hard rules, for one that was edited by hand. Made once for an instance, it answers again and again within
/// milliseconds. It shares no code with the search.
/// </summary>
public sealed class Rules
{
    private readonly RolloutInstance _instance;
    private readonly DateTime _start;
    private readonly DateTime _end;
    private readonly Dictionary<string, Site> _sites;
    private readonly Dictionary<string, Leader> _leaders;
    private readonly Dictionary<string, Person> _people;
    private readonly Dictionary<string, TimeZoneInfo> _zones;
    private readonly Dictionary<string, HashSet<string>> _near;
    private readonly Dictionary<string, Floor> _floors = new(StringComparer.Ordinal);

    /// <param name="instance">One that <see cref="InstanceChecks"/> finds nothing wrong with.</param>
    public Rules(RolloutInstance instance)
    {
        _instance = instance;
        _start = instance.Window.Start.ToDateTime(TimeOnly.MinValue);
        _end = _start.AddDays(instance.Window.Days);
        _sites = instance.Sites.ToDictionary(s => s.Id, StringComparer.Ordinal);
        _leaders = instance.Leaders.ToDictionary(l => l.Id, StringComparer.Ordinal);
        _people = instance.People.ToDictionary(p => p.Id, StringComparer.Ordinal);
        _zones = instance
            .Sites.Where(s => s.TimeZone is not null)
            .ToDictionary(s => s.Id, s => TimeZoneInfo.FindSystemTimeZoneById(s.TimeZone!), StringComparer.Ordinal);
        _near = instance.Sites.ToDictionary(s => s.Id, s => new HashSet<string>(StringComparer.Ordinal) { s.Id }, StringComparer.Ordinal);
        foreach (var site in instance.Sites)
        {
            foreach (var join in site.Joins)
            {
                _near[site.Id].Add(join);
                _near[join].Add(site.Id);
            }
        }
    }

    /// <summary>Every rule that these sessions break together; empty when they are a valid timetable.</summary>
    public static IReadOnlyList<BrokenRule> Broken(RolloutInstance instance, IReadOnlyList<PlannedSession> sessions) =>
        new Rules(instance).Broken(sessions);

    /// <inheritdoc cref="Broken(RolloutInstance, IReadOnlyList{PlannedSession})"/>
    public IReadOnlyList<BrokenRule> Broken(IReadOnlyList<PlannedSession> sessions)
    {
        var broken = new List<BrokenRule>();
        var known = new List<Meeting>(sessions.Count);
        for (var i = 0; i < sessions.Count; i++)
        {
            var meeting = new Meeting(sessions[i], i, broken);
            if (IsKnown(meeting))
            {
                known.Add(meeting);
                Place(meeting);
                Seats(meeting);
                Teaching(meeting);
                Guests(meeting);
            }
        }

        Apart(known, m => m.Session.Room, Breach.RoomTaken, "its room is taken by another session");
        Apart(known, m => m.Session.Leader, Breach.LeaderTaken, "its leader is in another session");
        Loads(known);
        Once(known);
        Cover(known);
        return broken;
    }

    private bool IsKnown(Meeting m)
    {
        var session = m.Session;
        var unknown =
            !_sites.ContainsKey(session.Site) ? $"there is no site {session.Site}"
            : !_leaders.ContainsKey(session.Leader) ? $"there is no leader {session.Leader}"
            : session.People.FirstOrDefault(p => !_people.ContainsKey(p)) is { } person ? $"there is no person {person}"
            : null;
        m.Must(unknown is null, Breach.Unknown, unknown ?? "");
        return unknown is null;
    }

    /// <summary>Rule 1.</summary>
    private void Place(Meeting m)
    {
        var (session, shape) = (m.Session, _instance.Session);
        var wanted = session.Part == SessionPart.Whole ? shape.Minutes : shape.Minutes / 2;
        m.Must(session.Part == SessionPart.Whole || shape.SplitAllowed, Breach.Length, "halves are not allowed here");
        m.Must(session.Minutes == wanted, Breach.Length, "it has another length", session.Minutes, wanted);
        m.Must(session.Start >= _start && session.End <= _end, Breach.OutsideWindow, "it leaves the window");
        m.Must(
            (session.Start - _start).Ticks % (TimeSpan.TicksPerMinute * _instance.SlotMinutes) == 0,
            Breach.OffSlot,
            "it starts between two slots"
        );
        m.Must(!SkipsAnHour(session), Breach.SkippedHour, "the clocks leave this time out");
        m.Must(
            !_sites[session.Site].Blackouts.Any(b => b.From < session.End && session.Start < b.Until),
            Breach.Blackout,
            "it touches a blackout of its site"
        );
    }

    private bool SkipsAnHour(PlannedSession session)
    {
        if (_zones.TryGetValue(session.Site, out var zone))
        {
            for (var at = session.Start; at < session.End; at = at.AddMinutes(_instance.SlotMinutes))
            {
                if (zone.IsInvalidTime(at))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Rule 3, and that the room is the site's.</summary>
    private void Seats(Meeting m)
    {
        var session = m.Session;
        var room = _sites[session.Site].Rooms.FirstOrDefault(r => r.Id == session.Room);
        m.Must(room is not null, Breach.RoomElsewhere, "its room is not one of its site's");
        m.Must(session.People.Count > 0, Breach.Empty, "nobody is in it");
        var most = Math.Min(room?.Capacity ?? int.MaxValue, _instance.Session.MaxSize);
        m.Must(session.People.Count <= most, Breach.TooManyPeople, "more people than may be", session.People.Count, most);
    }

    /// <summary>Rule 5 without its counts, and the leader's part of rule 6.</summary>
    private void Teaching(Meeting m)
    {
        var session = m.Session;
        var leader = _leaders[session.Leader];
        m.Must(_near[session.Site].Contains(leader.Site), Breach.LeaderTooFar, "its leader is more than one hop away");
        m.Must(session.Start >= leader.ReadyFrom.ToDateTime(TimeOnly.MinValue), Breach.NotReady, "its leader is not ready yet");
        var reached = session.Start;
        foreach (var stretch in leader.Available.OrderBy(a => a.From))
        {
            if (stretch.From <= reached && stretch.Until > reached)
            {
                reached = stretch.Until;
            }
        }

        m.Must(reached >= session.End, Breach.NotAvailable, "its leader is not available then");
    }

    /// <summary>Shifts of rule 2, and the people's part of rule 6.</summary>
    private void Guests(Meeting m)
    {
        var session = m.Session;
        var languages = _leaders[session.Leader].Languages;
        var edge = TimeSpan.FromMinutes(_instance.Session.EdgeMinutes);
        foreach (var id in session.People)
        {
            var person = _people[id];
            m.Must(_near[session.Site].Contains(person.Site), Breach.PersonTooFar, $"{id} is more than one hop away", person: id);
            m.Must(
                languages.Contains(person.Language),
                Breach.Language,
                $"its leader does not speak {person.Language} with {id}",
                person: id
            );
            m.Must(
                person.Shifts.Any(s => s.From + edge <= session.Start && session.End + edge <= s.Until),
                Breach.OffShift,
                $"{id} is on no shift then",
                person: id
            );
        }
    }

    /// <summary>Rule 4: whoever shares a room or a leader does so one after the other.</summary>
    private static void Apart(List<Meeting> meetings, Func<Meeting, string> shared, Breach breach, string what)
    {
        foreach (var group in meetings.GroupBy(shared, StringComparer.Ordinal))
        {
            DateTime? taken = null;
            foreach (var meeting in group.OrderBy(m => m.Session.Start))
            {
                meeting.Must(taken is null || meeting.Session.Start >= taken, breach, what);
                taken = taken > meeting.Session.End ? taken : meeting.Session.End;
            }
        }
    }

    /// <summary>The counts of rule 5; every session above the number is named.</summary>
    private void Loads(List<Meeting> meetings)
    {
        foreach (var held in meetings.GroupBy(m => m.Session.Leader, StringComparer.Ordinal))
        {
            var leader = _leaders[held.Key];
            var before = leader.DaysHeld(_instance.Window).ToList();
            foreach (var day in held.GroupBy(DayOf))
            {
                var most = leader.MaxPerDay - before.Count(d => d == day.Key);
                Load(day, most, Breach.LeaderDay, "more sessions on a day than its leader may hold");
            }

            foreach (var week in held.GroupBy(m => DayOf(m) / 7))
            {
                var most = leader.MaxPerWeek - before.Count(d => d / 7 == week.Key);
                Load(week, most, Breach.LeaderWeek, "more sessions in a week than its leader may hold");
            }
        }
    }

    private static void Load(IGrouping<int, Meeting> spell, int most, Breach breach, string what)
    {
        foreach (var meeting in spell.OrderBy(m => m.Session.Start).Skip(most))
        {
            meeting.Must(false, breach, what, spell.Count(), most);
        }
    }

    /// <summary>Rule 2: one session, or a first half and then a second less than a week after it began.</summary>
    private static void Once(List<Meeting> meetings)
    {
        foreach (
            var own in meetings
                .SelectMany(m => m.Session.People.Select(p => (Person: p, Meeting: m)))
                .GroupBy(x => x.Person, StringComparer.Ordinal)
        )
        {
            if (own.Skip(1).Any())
            {
                var parts = own.Select(x => x.Meeting).OrderBy(m => m.Session.Start).ThenBy(m => m.Session.Part).ToList();
                parts[^1].Must(AreHalves(parts), Breach.Twice, $"{own.Key} is in other sessions too", parts.Count, 1, own.Key);
            }
        }
    }

    private static bool AreHalves(List<Meeting> parts) =>
        parts is [{ Session: { Part: SessionPart.First } first }, { Session: { Part: SessionPart.Second } second }]
        && second.Start >= first.End
        && second.Start - first.Start < TimeSpan.FromDays(7);

    /// <summary>Rule 7: slot by slot for every home that lets somebody go.</summary>
    private void Cover(List<Meeting> meetings)
    {
        var slot = TimeSpan.FromMinutes(_instance.SlotMinutes);
        var away = new Dictionary<(string Home, DateTime At), (int Count, Meeting Last)>();
        foreach (var meeting in meetings)
        {
            foreach (var home in meeting.Session.People.GroupBy(p => _people[p].Site, StringComparer.Ordinal))
            {
                for (var at = meeting.Session.Start; at < meeting.Session.End; at += slot)
                {
                    away[(home.Key, at)] = (away.GetValueOrDefault((home.Key, at)).Count + home.Count(), meeting);
                }
            }
        }

        foreach (var ((home, at), (count, last)) in away.OrderBy(a => a.Key.At).ThenBy(a => a.Key.Home, StringComparer.Ordinal))
        {
            var allowed = FloorOf(home).Allowed(at, slot);
            if (count > allowed)
            {
                var when = at.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
                last.Must(
                    false,
                    Breach.Cover,
                    $"cover of {home} at {when}: {count} released, {allowed} allowed",
                    count,
                    allowed,
                    null,
                    home,
                    at
                );
            }
        }
    }

    private Floor FloorOf(string home)
    {
        if (!_floors.TryGetValue(home, out var floor))
        {
            _floors[home] = floor = new Floor(_sites[home], [.. _instance.People.Where(p => p.Site == home).SelectMany(p => p.Shifts)]);
        }

        return floor;
    }

    private int DayOf(Meeting m) => (m.Session.Start - _start).Days;

    /// <summary>Who is on shift at a home, and so how many may leave it.</summary>
    private sealed class Floor(Site site, List<Stretch> shifts)
    {
        private readonly Dictionary<DateTime, int> _allowed = [];

        public int Allowed(DateTime at, TimeSpan slot)
        {
            if (!_allowed.TryGetValue(at, out var allowed))
            {
                var onShift = shifts.Count(s => s.From <= at && at + slot <= s.Until);
                _allowed[at] = allowed = Math.Max(
                    0,
                    Math.Min((int)decimal.Floor(onShift * site.ReleaseShare), onShift - site.FloorMinimum)
                );
            }

            return allowed;
        }
    }

    /// <summary>A session under the eye of the rules.</summary>
    private sealed record Meeting(PlannedSession Session, int Index, List<BrokenRule> Broken)
    {
        public void Must(
            bool holds,
            Breach breach,
            string what,
            int? count = null,
            int? allowed = null,
            string? person = null,
            string? site = null,
            DateTime? at = null
        )
        {
            if (!holds)
            {
                var counted = count is null || breach is Breach.Cover or Breach.Twice ? "" : $" ({count}, where {allowed} may be)";
                Broken.Add(
                    new BrokenRule(
                        breach,
                        Index,
                        site ?? Session.Site,
                        Session.Room,
                        Session.Leader,
                        person,
                        at ?? Session.Start,
                        count,
                        allowed,
                        string.Create(CultureInfo.InvariantCulture, $"Session {Session.Id}: {what}{counted}.")
                    )
                );
            }
        }
    }
}
