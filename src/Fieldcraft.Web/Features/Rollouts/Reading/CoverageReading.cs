using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rollouts.Reading;

/// <summary>What a module has really taken so far, in whole minutes.</summary>
public sealed record TimeTaken(int Sessions, int Taught, long HeldMinutes, long AttendedMinutes);

/// <summary>How far a module has come, as a whole and by site, shift and contract.</summary>
/// <param name="Joiners">At work now and not when the window opened; not in the count.</param>
/// <param name="OnLeave">On long leave; not in the count.</param>
public sealed record ModuleCoverage(
    RolloutModule Module,
    Coverage Coverage,
    int Joiners,
    int OnLeave,
    DataCompleteness Completeness,
    TimeTaken Taken,
    int Leaders,
    IReadOnlyList<ShownGroup> Sites,
    IReadOnlyList<ShownGroup> Shifts,
    IReadOnlyList<ShownGroup> Contracts,
    IReadOnlyList<CoverageGroup> NeedHelp
);

/// <summary>Counts who has been through a module.</summary>
public sealed class CoverageReading(FieldcraftDb db, SitesReading sitesReading, TimeProvider clock)
{
    public async Task<ModuleCoverage> OfAsync(RolloutModule module, DateOnly today, CancellationToken cancellationToken)
    {
        var sites = await sitesReading.WithinAsync(module.UnitId, module.UnitPath, cancellationToken);
        var people = await PeopleAsync(module, sites, cancellationToken);
        var done = await DoneAsync(module, sites, cancellationToken);
        var sessions = await SessionsAsync(module.Id, cancellationToken);
        var learners = people.Where(p => !p.Leads).ToList();
        var eligible = learners.Where(p => p is { Status: PersonStatus.Active, HasJoined: false }).ToList();
        var coverage = new Coverage(
            eligible.Sum(p => p.Count),
            done.Count,
            module.DaysGone(today),
            module.WindowDays,
            module.Settings.TargetShare
        );
        var bySite = Groups(eligible, done, p => p.Site);
        return new ModuleCoverage(
            module,
            coverage,
            learners.Where(p => p is { Status: PersonStatus.Active, HasJoined: true }).Sum(p => p.Count),
            learners.Where(p => p.Status == PersonStatus.OnLeave).Sum(p => p.Count),
            Completeness(sessions),
            Taken(sessions),
            people.Where(p => p.Status == PersonStatus.Active && p.Leads).Sum(p => p.Count),
            CoverageGroups.Shown(bySite),
            CoverageGroups.Shown(Groups(eligible, done, p => p.Pattern)),
            CoverageGroups.Shown(Groups(eligible, done, p => p.Contract)),
            CoverageGroups.NeedHelp(bySite, module.Settings.TargetShare)
        );
    }

    private static List<CoverageGroup> Groups(List<Counted> eligible, List<Counted> done, Func<Counted, string> by)
    {
        var reached = done.GroupBy(by).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return
        [
            .. eligible
                .GroupBy(by)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new CoverageGroup(g.Key, g.Sum(p => p.Count), reached.GetValueOrDefault(g.Key))),
        ];
    }

    private DataCompleteness Completeness(List<SessionRow> sessions)
    {
        var now = clock.GetUtcNow();
        var due = sessions.Where(s => s.HeldAt is not null || s.Start.AddMinutes(s.Minutes) <= LocalTime.Of(now, s.TimeZone)).ToList();
        return new DataCompleteness(due.Count, due.Count(s => s.HeldAt is not null));
    }

    private static TimeTaken Taken(List<SessionRow> sessions)
    {
        var held = sessions.Where(s => s.HeldAt is not null).ToList();
        return new TimeTaken(
            held.Count,
            held.Select(s => s.LeaderId).OfType<PersonId>().Distinct().Count(),
            held.Sum(s => (long)(s.HeldMinutes ?? s.Minutes)),
            held.Sum(s => (long)(s.HeldMinutes ?? s.Minutes) * s.Present)
        );
    }

    /// <summary>Everybody at the sites of the programme; whoever leads others teaches, and does not attend.</summary>
    private IQueryable<PersonAt> People(RolloutModule module)
    {
        var (low, high) = SitesReading.Range(module.UnitPath);
        return from person in db.People.AsNoTracking()
            join unit in db.Units on person.UnitId equals unit.Id
            where string.Compare(unit.Path, low) >= 0 && string.Compare(unit.Path, high) < 0 && person.Status != PersonStatus.Left
            select new PersonAt
            {
                Id = person.Id,
                Path = unit.Path,
                Pattern = person.ShiftPattern,
                Contract = person.EmploymentType,
                Status = person.Status,
                HasJoined = person.StartedOn > module.WindowStart,
                Leads = db.People.Any(r => r.ManagerId == person.Id && r.Status == PersonStatus.Active),
            };
    }

    private async Task<List<Counted>> PeopleAsync(RolloutModule module, IReadOnlyList<Site> sites, CancellationToken cancellationToken)
    {
        var rows = await People(module)
            .GroupBy(p => new
            {
                p.Path,
                p.Pattern,
                p.Contract,
                p.Status,
                p.HasJoined,
                p.Leads,
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => (r, Site: SiteOf(sites, r.Key.Path)))
                .Where(r => r.Site is not null)
                .Select(r => new Counted(
                    r.Site!,
                    r.r.Key.Pattern,
                    r.r.Key.Contract,
                    r.r.Key.Status,
                    r.r.Key.HasJoined,
                    r.r.Key.Leads,
                    r.r.Count
                )),
        ];
    }

    /// <summary>The eligible who were there within the window, for the whole or for both halves.</summary>
    private async Task<List<Counted>> DoneAsync(RolloutModule module, IReadOnlyList<Site> sites, CancellationToken cancellationToken)
    {
        var (first, end) = (module.WindowStart.ToDateTime(TimeOnly.MinValue), module.WindowEnd.ToDateTime(TimeOnly.MinValue));
        var rows = await (
            from session in db.TeachingSessions
            where session.ModuleId == module.Id && session.Start >= first && session.Start < end
            from seat in session.Seats
            where seat.Attended == true
            join person in People(module) on seat.PersonId equals person.Id
            where person.Status == PersonStatus.Active && !person.HasJoined && !person.Leads
            select new
            {
                person.Id,
                person.Path,
                person.Pattern,
                person.Contract,
                session.Part,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(r => r.Id)
                .Where(g => Completion.IsComplete(g.Select(r => r.Part)))
                .Select(g => (Row: g.First(), Site: SiteOf(sites, g.First().Path)))
                .Where(r => r.Site is not null)
                .Select(r => new Counted(r.Site!, r.Row.Pattern, r.Row.Contract, PersonStatus.Active, false, false, 1)),
        ];
    }

    private Task<List<SessionRow>> SessionsAsync(ModuleId module, CancellationToken cancellationToken) =>
        db
            .TeachingSessions.AsNoTracking()
            .Where(s => s.ModuleId == module && s.State == SessionState.Published)
            .Select(s => new SessionRow(
                s.LeaderId,
                s.Start,
                s.Minutes,
                s.TimeZone,
                s.HeldAt,
                s.HeldMinutes,
                s.Seats.Count(x => x.Attended == true)
            ))
            .ToListAsync(cancellationToken);

    private static string? SiteOf(IReadOnlyList<Site> sites, string path) =>
        sites.FirstOrDefault(s => path.StartsWith(s.Path, StringComparison.Ordinal))?.Name;

    private sealed record Counted(string Site, string Pattern, string Contract, PersonStatus Status, bool HasJoined, bool Leads, int Count);

    private sealed class PersonAt
    {
        public required PersonId Id { get; init; }
        public required string Path { get; init; }
        public required string Pattern { get; init; }
        public required string Contract { get; init; }
        public required PersonStatus Status { get; init; }
        public required bool HasJoined { get; init; }
        public required bool Leads { get; init; }
    }

    private sealed record SessionRow(
        PersonId? LeaderId,
        DateTime Start,
        int Minutes,
        string TimeZone,
        DateTimeOffset? HeldAt,
        int? HeldMinutes,
        int Present
    );
}
