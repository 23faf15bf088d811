using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rollouts.Reading;

/// <summary>One module in the picture of its programme.</summary>
public sealed record ModuleInPicture(
    RolloutModule Module,
    Coverage Coverage,
    int Planned,
    int Published,
    DataCompleteness Completeness,
    IReadOnlyList<CoverageGroup> NeedHelp
);

/// <summary>A programme as a whole.</summary>
public sealed record ProgrammePicture(string Name, string Unit, int People, IReadOnlyList<ModuleInPicture> Modules);

/// <summary>Reads a whole programme with a handful of questions, however many modules it has.</summary>
public sealed class PictureReading(FieldcraftDb db, RolloutModules modules, SitesReading sitesReading, TimeProvider clock)
{
    public async Task<ProgrammePicture?> OfAsync(Viewer viewer, ProgrammeId id, DateOnly today, CancellationToken cancellationToken)
    {
        var all = await modules.OfProgrammeAsync(viewer, id, cancellationToken);
        if (all is not [var any, ..])
        {
            return null;
        }

        var people = await PeopleAsync(any, cancellationToken);
        var sites = await sitesReading.WithinAsync(any.UnitId, any.UnitPath, cancellationToken);
        var seats = await SeatsAsync(any.Programme, cancellationToken);
        var sessions = await SessionsAsync(any.Programme, cancellationToken);
        return new ProgrammePicture(
            any.ProgrammeName,
            any.UnitName,
            people.Where(p => sites.Any(s => p.Key.StartsWith(s.Path, StringComparison.Ordinal))).Sum(p => p.Value.Count),
            [
                .. all.Select(m =>
                {
                    var (groups, coverage) = Count(m, people, sites, seats[m.Id], today);
                    var own = sessions[m.Id].ToList();
                    return new ModuleInPicture(
                        m,
                        coverage,
                        own.Where(s => s.State == SessionState.Planned).Sum(s => s.Count),
                        own.Where(s => s.State == SessionState.Published).Sum(s => s.Count),
                        new DataCompleteness(
                            own.Where(s => s.State == SessionState.Published && s.IsDue).Sum(s => s.Count),
                            own.Where(s => s.State == SessionState.Published && s is { IsDue: true, IsHeld: true }).Sum(s => s.Count)
                        ),
                        coverage.DaysGone == 0 ? [] : CoverageGroups.NeedHelp(groups, m.Settings.TargetShare)
                    );
                }),
            ]
        );
    }

    private static (List<CoverageGroup> Sites, Coverage Coverage) Count(
        RolloutModule module,
        Dictionary<string, PathRow> people,
        IReadOnlyList<Site> sites,
        IEnumerable<SeatRow> seats,
        DateOnly today
    )
    {
        var (first, end) = (module.WindowStart.ToDateTime(TimeOnly.MinValue), module.WindowEnd.ToDateTime(TimeOnly.MinValue));
        var done = seats
            .Where(s => s.Start >= first && s.Start < end && !(s.StartedOn > module.WindowStart))
            .GroupBy(s => s.Person)
            .Where(g => Completion.IsComplete(g.Select(s => s.Part)))
            .CountBy(g => g.First().Path, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        List<CoverageGroup> groups =
        [
            .. sites.Select(site => new CoverageGroup(
                site.Name,
                people.Where(p => p.Key.StartsWith(site.Path, StringComparison.Ordinal)).Sum(p => p.Value.There(module.WindowStart)),
                done.Where(d => d.Key.StartsWith(site.Path, StringComparison.Ordinal)).Sum(d => d.Value)
            )),
        ];
        var coverage = new Coverage(
            groups.Sum(g => g.Eligible),
            groups.Sum(g => g.Done),
            module.DaysGone(today),
            module.WindowDays,
            module.Settings.TargetShare
        );
        return (groups, coverage);
    }

    /// <summary>Everybody who is to attend, by unit and by when they came.</summary>
    private async Task<Dictionary<string, PathRow>> PeopleAsync(RolloutModule module, CancellationToken cancellationToken)
    {
        var (low, high) = SitesReading.Range(module.UnitPath);
        var rows = await (
            from person in db.People
            join unit in db.Units on person.UnitId equals unit.Id
            where string.Compare(unit.Path, low) >= 0 && string.Compare(unit.Path, high) < 0
            where person.Status == PersonStatus.Active
            where !db.People.Any(r => r.ManagerId == person.Id && r.Status == PersonStatus.Active)
            group person by new { unit.Path, person.StartedOn } into there
            select new { there.Key, Count = there.Count() }
        ).ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.Key.Path, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new PathRow([.. g.Select(r => (r.Key.StartedOn, r.Count))]), StringComparer.Ordinal);
    }

    private async Task<ILookup<ModuleId, SeatRow>> SeatsAsync(ProgrammeId programme, CancellationToken cancellationToken)
    {
        var ids = db.Modules.Where(m => m.ProgrammeId == programme).Select(m => m.Id);
        var rows = await (
            from session in db.TeachingSessions
            where ids.Contains(session.ModuleId)
            from seat in session.Seats
            where seat.Attended == true
            join person in db.People on seat.PersonId equals person.Id
            join unit in db.Units on person.UnitId equals unit.Id
            where person.Status == PersonStatus.Active
            where !db.People.Any(r => r.ManagerId == person.Id && r.Status == PersonStatus.Active)
            select new SeatRow(session.ModuleId, person.Id, unit.Path, person.StartedOn, session.Start, session.Part)
        ).ToListAsync(cancellationToken);
        return rows.ToLookup(r => r.Module);
    }

    private async Task<ILookup<ModuleId, SessionCount>> SessionsAsync(ProgrammeId programme, CancellationToken cancellationToken)
    {
        // Half a day early or late, by the zone, is near enough for a page that counts whole weeks.
        var ids = db.Modules.Where(m => m.ProgrammeId == programme).Select(m => m.Id);
        var due = DateTime.SpecifyKind(clock.GetUtcNow().UtcDateTime, DateTimeKind.Unspecified);
        var rows = await db
            .TeachingSessions.Where(s => ids.Contains(s.ModuleId) && s.State != SessionState.Cancelled)
            .GroupBy(s => new
            {
                s.ModuleId,
                s.State,
                IsHeld = s.HeldAt != null,
                IsDue = s.HeldAt != null || s.Start < due,
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(r => r.Key.ModuleId, r => new SessionCount(r.Key.State, r.Key.IsHeld, r.Key.IsDue, r.Count));
    }

    private sealed record PathRow(IReadOnlyList<(DateOnly? StartedOn, int Count)> Came)
    {
        public int Count => Came.Sum(c => c.Count);

        public int There(DateOnly on) => Came.Where(c => !(c.StartedOn > on)).Sum(c => c.Count);
    }

    private sealed record SeatRow(ModuleId Module, PersonId Person, string Path, DateOnly? StartedOn, DateTime Start, SessionPart Part);

    private sealed record SessionCount(SessionState State, bool IsHeld, bool IsDue, int Count);
}
