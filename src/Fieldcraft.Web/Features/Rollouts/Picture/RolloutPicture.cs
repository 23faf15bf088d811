using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rollouts.Picture;

/// <summary>Somebody at a site, with what the roster says about them.</summary>
public sealed record RosterPerson(
    PersonId Id,
    string FirstName,
    string LastName,
    string? PreferredName,
    string UnitPath,
    PersonId? ManagerId,
    PersonStatus Status,
    string Language,
    string Pattern,
    string TimeZone,
    string Contract,
    DateOnly? StartedOn,
    IReadOnlyList<RosterEntry> Entries,
    IReadOnlyList<LeaderAbsence> Absences,
    LeaderReadiness? Readiness,
    DateOnly? CoachingOn
)
{
    public string Name => $"{(string.IsNullOrEmpty(PreferredName) ? FirstName : PreferredName)} {LastName}".TrimEnd();
}

/// <summary>Everything that a timetable of a module, or of a part of it, is made of.</summary>
/// <param name="Sessions">Those that are not cancelled, at these sites.</param>
public sealed record RolloutPicture(
    RolloutModule Module,
    IReadOnlyList<SiteOnGround> Sites,
    IReadOnlyList<RosterPerson> People,
    IReadOnlyList<TeachingSession> Sessions
)
{
    private Dictionary<PersonId, SiteOnGround>? _siteOf;
    private HashSet<PersonId>? _leaders;
    private Dictionary<PersonId, RosterPerson>? _known;

    /// <summary>People who lead others here: they teach, and learn it in the preview.</summary>
    public IReadOnlySet<PersonId> Leaders =>
        _leaders ??= [.. People.Where(p => p.Status == PersonStatus.Active).Select(p => p.ManagerId).OfType<PersonId>()];

    public IReadOnlyDictionary<PersonId, RosterPerson> Known => _known ??= People.ToDictionary(p => p.Id);

    /// <summary>Who is at work, is at a site and leads nobody.</summary>
    public IEnumerable<RosterPerson> Learners =>
        People.Where(p => p.Status == PersonStatus.Active && !Leaders.Contains(p.Id) && SiteOf(p.Id) is not null);

    public IEnumerable<RosterPerson> Teachers =>
        People.Where(p => p.Status == PersonStatus.Active && Leaders.Contains(p.Id) && SiteOf(p.Id) is not null);

    public SiteOnGround? SiteOf(PersonId person) => (_siteOf ??= Place()).GetValueOrDefault(person);

    public SiteOnGround? Site(UnitId id) => Sites.FirstOrDefault(s => s.Id == id);

    public string? NameOf(PersonId? person) => person is { } id ? Known.GetValueOrDefault(id)?.Name : null;

    /// <summary>The shifts that begin from the day before the window to its last day.</summary>
    public IReadOnlyList<LocalStretch> Shifts(RosterPerson person) =>
        Roster.Of(person.Id, SiteOf(person.Id)?.Pattern(person.Pattern), person.Entries, Module.WindowStart.AddDays(-1), Module.WindowEnd);

    /// <summary>From which day somebody can teach the module, and who takes the first sessions until then.</summary>
    public ReadyFrom ReadyFrom(RosterPerson leader) =>
        Domain.Readiness.ReadyFrom.Of(leader.Readiness, leader.CoachingOn, Module.WindowStart);

    /// <summary>The clock of a site: that of most people there.</summary>
    public string TimeZoneOf(UnitId site) => (_zones ??= Zones()).GetValueOrDefault(site, "UTC");

    private Dictionary<UnitId, string>? _zones;

    private Dictionary<UnitId, string> Zones() =>
        People
            .Where(p => SiteOf(p.Id) is not null)
            .GroupBy(p => SiteOf(p.Id)!.Id)
            .ToDictionary(
                g => g.Key,
                g => g.CountBy(p => p.TimeZone).OrderByDescending(z => z.Value).ThenBy(z => z.Key, StringComparer.Ordinal).First().Key
            );

    private Dictionary<PersonId, SiteOnGround> Place()
    {
        var byPath = Sites.ToDictionary(s => s.Site.Path, StringComparer.Ordinal);
        var placed = new Dictionary<PersonId, SiteOnGround>(People.Count);
        var ofUnit = new Dictionary<string, SiteOnGround?>(StringComparer.Ordinal);
        foreach (var person in People)
        {
            if (!ofUnit.TryGetValue(person.UnitPath, out var site))
            {
                ofUnit[person.UnitPath] = site = Above(person.UnitPath, byPath);
            }

            if (site is not null)
            {
                placed[person.Id] = site;
            }
        }

        return placed;
    }

    private static SiteOnGround? Above(string path, Dictionary<string, SiteOnGround> byPath)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 2) + 1)
        {
            if (byPath.TryGetValue(path[..end], out var site))
            {
                return site;
            }

            if (end < 2)
            {
                break;
            }
        }

        return null;
    }
}

/// <summary>Loads pictures with few questions, for one site or for all.</summary>
public sealed class RolloutPictures(FieldcraftDb db, SitesOnGround sites)
{
    /// <param name="site">Null: every site.</param>
    /// <returns>Null when the site is not one of the module's.</returns>
    public async Task<RolloutPicture?> LoadAsync(RolloutModule module, UnitId? site, CancellationToken cancellationToken)
    {
        var all = await sites.WithinAsync(module.UnitId, module.UnitPath, cancellationToken);
        var part = site is { } one ? SitesOnGround.Part(all, one) : all;
        if (part.Count == 0)
        {
            return null;
        }

        var people = await PeopleAsync(site is null ? [module.UnitPath] : [.. part.Select(s => s.Site.Path)], module, cancellationToken);
        var sessions = await SessionsAsync(module.Id, site is null ? null : [.. part.Select(s => s.Id)], cancellationToken);
        return new RolloutPicture(module, part, people, sessions);
    }

    private Task<List<RosterPerson>> PeopleAsync(IReadOnlyList<string> paths, RolloutModule module, CancellationToken cancellationToken)
    {
        var (first, last) = (module.WindowStart.AddDays(-1), module.WindowEnd);
        var id = module.Id;
        var coaching = db.PreparationEvents.Where(e =>
            e.ModuleId == id && e.Kind == PreparationKind.Coaching && e.State == PreparationState.Planned
        );
        var seats = db.PreparationSeats.Where(s => s.State == PreparationSeatState.Invited || s.State == PreparationSeatState.Coming);
        var units = db.Units.Where(Features.People.PeopleAccess.InAnyOf(paths));
        return (
            from person in db.People.AsNoTracking()
            join unit in units on person.UnitId equals unit.Id
            where person.Status != PersonStatus.Left
            orderby person.NameKey, person.Id
            select new RosterPerson(
                person.Id,
                person.FirstName,
                person.LastName,
                person.PreferredName,
                unit.Path,
                person.ManagerId,
                person.Status,
                person.Language,
                person.ShiftPattern,
                person.TimeZone,
                person.EmploymentType,
                person.StartedOn,
                db.RosterEntries.Where(e => e.PersonId == person.Id && e.Day >= first && e.Day < last).ToList(),
                db.LeaderAbsences.Where(a => a.PersonId == person.Id && a.TakenBackAt == null && a.To >= first && a.From <= last).ToList(),
                db.LeaderReadiness.FirstOrDefault(r => r.ModuleId == id && r.OwnerId == person.Id),
                coaching.Where(e => seats.Any(s => s.EventId == e.Id && s.PersonId == person.Id)).Max(e => (DateOnly?)e.On)
            )
        ).ToListAsync(cancellationToken);
    }

    private Task<List<TeachingSession>> SessionsAsync(ModuleId module, List<UnitId>? at, CancellationToken cancellationToken)
    {
        var sessions = db.TeachingSessions.AsNoTracking().Where(s => s.ModuleId == module && s.State != SessionState.Cancelled);
        return (at is null ? sessions : sessions.Where(s => at.Contains(s.SiteId)))
            .Include(s => s.Seats)
            .OrderBy(s => s.Start)
            .ThenBy(s => s.Id)
            .ToListAsync(cancellationToken);
    }
}
