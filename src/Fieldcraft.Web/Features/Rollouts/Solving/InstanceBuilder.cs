using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Rollout.Instances;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Person = Fieldcraft.Rollout.Instances.Person;

namespace Fieldcraft.Web.Features.Rollouts.Solving;

/// <summary>
/// Makes the engine's instance of a picture, in one place. A room that is closed for a time becomes a site of its own with that one room, joined to its site
/// and to all that join it, and dark while the room is closed: for the engine's rules that is the same.
/// </summary>
internal static class InstanceBuilder
{
    /// <param name="organisationLanguage">
    /// What everybody understands: every leader teaches in it, and whoever finds nobody of their own language within reach attends in it.
    /// </param>
    /// <param name="now">Where a timetable is to be found: nothing before it is planned, what is locked stays, who is done stays out.</param>
    public static RolloutInstance Build(RolloutPicture picture, string organisationLanguage, DateTimeOffset? now = null)
    {
        var module = picture.Module;
        var shifts = picture.People.Where(p => picture.SiteOf(p.Id) is not null).ToDictionary(p => p.Id, p => Stretches(picture, p));
        var leaders = Leaders(picture, shifts, organisationLanguage, now);
        return new RolloutInstance
        {
            Window = new Window(module.WindowStart, module.WindowDays),
            SlotMinutes = RolloutSettings.SlotMinutes,
            Session = new SessionShape(
                module.Settings.Minutes,
                module.Settings.MaxSize,
                module.Settings.EdgeMinutes,
                module.Settings.HalvesAllowed
            ),
            Sites = [.. Sites(picture)],
            Leaders = leaders,
            People = People(picture, shifts, leaders, organisationLanguage),
            Now = now is { } at ? LocalNow(picture, at) : null,
            Locked = now is null
                ? []
                : [.. Planned(picture, picture.Sessions.Where(s => s.IsLocked && s.Start >= LocalNow(picture, now.Value)))],
            Covered = now is null ? [] : [.. Done(picture, now.Value).Select(EngineIds.Of)],
        };
    }

    /// <summary>The latest clock of all these sites, on a slot: nothing is planned that is over somewhere.</summary>
    public static DateTime LocalNow(RolloutPicture picture, DateTimeOffset now)
    {
        var latest = picture.Sites.Select(s => LocalTime.Of(now, picture.TimeZoneOf(s.Id))).Max();
        return LocalTime.UpTo(latest, RolloutSettings.SlotMinutes);
    }

    /// <summary>Sessions as the engine reads them; whoever is not there any more is left out.</summary>
    public static IEnumerable<PlannedSession> Planned(RolloutPicture picture, IEnumerable<TeachingSession> sessions) =>
        sessions
            .Where(s => s.LeaderId is not null)
            .Select(s => new PlannedSession(
                s.Id.Value.ToString("n"),
                EngineIds.Site(picture.Site(s.SiteId), s.RoomId),
                EngineIds.Room(s.SiteId, s.RoomId),
                EngineIds.Of(s.LeaderId!.Value),
                s.Start,
                s.Minutes,
                (Fieldcraft.Rollout.Instances.SessionPart)(int)s.Part,
                [
                    .. s
                        .Seats.Where(seat => seat.Attended != false && IsLearner(picture, seat.PersonId))
                        .Select(seat => EngineIds.Of(seat.PersonId)),
                ]
            ));

    /// <summary>
    /// People who need no seat any more: they attended it whole or both halves, or have a seat in a session that is over and of which nobody has said yet
    /// who was there.
    /// </summary>
    public static IReadOnlySet<PersonId> Done(RolloutPicture picture, DateTimeOffset now)
    {
        var local = LocalNow(picture, now);
        var parts = picture
            .Sessions.Where(s => s.IsHeld || s.Start < local)
            .SelectMany(s => s.Seats.Where(x => x.Attended == true || !s.IsHeld).Select(x => (x.PersonId, s.Part)))
            .Distinct()
            .ToLookup(x => x.PersonId, x => x.Part);
        return picture.Learners.Select(p => p.Id).Where(p => Completion.IsComplete(parts[p])).ToHashSet();
    }

    private static bool IsLearner(RolloutPicture picture, PersonId person) =>
        picture.Known.TryGetValue(person, out var known)
        && known.Status == PersonStatus.Active
        && !picture.Leaders.Contains(person)
        && picture.SiteOf(person) is not null;

    private static IEnumerable<Site> Sites(RolloutPicture picture)
    {
        var settings = picture.Module.Settings;
        var near = SitesOnGround.Neighbours(picture.Sites);
        foreach (var site in picture.Sites)
        {
            var zone = picture.TimeZoneOf(site.Id);
            var dark = (site.Ground?.Closures ?? []).Where(c => c.RoomId is null).Select(c => LocalTime.Stretch(c.When, zone)).ToList();
            var own = site
                .Rooms.Where(r => !EngineIds.StandsAlone(site, r.Id))
                .Select(r => new Room(EngineIds.Room(site.Id, r.Id), r.Capacity));
            List<Room> rooms = site.Rooms.Count == 0 ? [new Room(EngineIds.Room(site.Id, null), settings.MaxSize)] : [.. own];
            List<string> joins = [.. near[site.Id].Select(EngineIds.Of)];
            yield return new Site(
                EngineIds.Of(site.Id),
                rooms,
                site.ReleaseShare(settings),
                site.FloorMinimum(settings),
                dark,
                joins,
                zone
            );
            foreach (var room in site.Rooms.Where(r => EngineIds.StandsAlone(site, r.Id)))
            {
                var closed = site.Ground!.Closures.Where(c => c.RoomId == room.Id).Select(c => LocalTime.Stretch(c.When, zone));
                yield return new Site(
                    EngineIds.Site(site, room.Id),
                    [new Room(EngineIds.Room(site.Id, room.Id), room.Capacity)],
                    0,
                    0,
                    [.. dark, .. closed],
                    [EngineIds.Of(site.Id), .. joins],
                    zone
                );
            }
        }
    }

    private static List<Leader> Leaders(
        RolloutPicture picture,
        Dictionary<PersonId, IReadOnlyList<Stretch>> shifts,
        string organisationLanguage,
        DateTimeOffset? now
    )
    {
        var settings = picture.Module.Settings;
        var begun = now is { } at ? Begun(picture, LocalNow(picture, at)) : null;
        var leaders = new List<Leader>();
        foreach (var person in picture.Teachers)
        {
            var site = picture.SiteOf(person.Id)!;
            var ready = picture.ReadyFrom(person);
            leaders.Add(
                new Leader(
                    EngineIds.Of(person.Id),
                    EngineIds.Of(site.Id),
                    ready.On,
                    [.. new[] { person.Language, organisationLanguage }.Distinct(StringComparer.Ordinal)],
                    site.MaxPerDay(settings),
                    site.MaxPerWeek(settings),
                    [.. shifts[person.Id].Where(s => !person.Absences.Any(a => Touches(a, s)))],
                    ready.Deputy is { } deputy ? EngineIds.Of(deputy) : null
                )
                {
                    Held = begun is null ? [] : [.. begun[person.Id]],
                }
            );
        }

        // A manager from elsewhere, or on leave, teaches nobody, and is still somebody's own leader.
        var known = leaders.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var person in picture.Learners.Where(p => known.Add(EngineIds.Leader(p))))
        {
            leaders.Add(
                new Leader(EngineIds.Leader(person), EngineIds.Of(picture.SiteOf(person.Id)!.Id), picture.Module.WindowStart, [], 0, 0, [])
            );
        }

        return [.. leaders.Select(l => l.Deputy is { } deputy && !known.Contains(deputy) ? l with { Deputy = null } : l)];
    }

    private static List<Person> People(
        RolloutPicture picture,
        Dictionary<PersonId, IReadOnlyList<Stretch>> shifts,
        List<Leader> leaders,
        string organisationLanguage
    )
    {
        var near = SitesOnGround.Neighbours(picture.Sites);
        var minutes = picture.Module.Settings.Minutes;
        var speakers = leaders
            .SelectMany(l => l.Languages.Select(language => (language, l)))
            .ToLookup(x => x.language, x => x.l, StringComparer.Ordinal);
        return
        [
            .. picture.Learners.Select(p =>
            {
                var site = picture.SiteOf(p.Id)!;
                return new Person(
                    EngineIds.Of(p.Id),
                    EngineIds.Of(site.Id),
                    EngineIds.Leader(p),
                    p.Language == organisationLanguage || !IsTaught(p, site) ? organisationLanguage : p.Language,
                    shifts[p.Id]
                );
            }),
        ];

        bool IsTaught(RosterPerson person, SiteOnGround site)
        {
            var sites = near[site.Id].Append(site.Id).Select(EngineIds.Of).ToHashSet(StringComparer.Ordinal);
            return speakers[person.Language]
                .Any(l => sites.Contains(l.Site) && l.Available.Any(a => shifts[person.Id].Any(s => Together(a, s) >= minutes)));
        }
    }

    /// <summary>Who has held, or begun, what before now: it counts for the leader's day and week.</summary>
    private static ILookup<PersonId, DateTime> Begun(RolloutPicture picture, DateTime local) =>
        picture
            .Sessions.Where(s => s.State != SessionState.Cancelled && s.Start < local && s.LeaderId is not null)
            .ToLookup(s => s.LeaderId!.Value, s => s.Start);

    private static double Together(Stretch one, Stretch other) =>
        ((one.Until < other.Until ? one.Until : other.Until) - (one.From > other.From ? one.From : other.From)).TotalMinutes;

    private static bool Touches(LeaderAbsence absence, Stretch shift) =>
        DateOnly.FromDateTime(shift.From) <= absence.To && DateOnly.FromDateTime(shift.Until.AddMinutes(-1)) >= absence.From;

    private static IReadOnlyList<Stretch> Stretches(RolloutPicture picture, RosterPerson person)
    {
        var zone = picture.TimeZoneOf(picture.SiteOf(person.Id)!.Id);
        return [.. picture.Shifts(person).Select(s => LocalTime.Stretch(s, zone))];
    }
}
