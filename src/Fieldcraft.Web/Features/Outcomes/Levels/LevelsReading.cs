using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Outcomes.Reading;
using Fieldcraft.Web.Features.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Outcomes.Levels;

/// <summary>Kirkpatrick's four levels, which order the table of measures (DOMAIN 7.9), and before them whom it reached at all.</summary>
public enum OutcomeLevelOf
{
    Reach,
    Reaction,
    Learning,
    Behaviour,
    Result,
}

/// <summary>A line of the table: what is measured, what it says, and what to be careful about.</summary>
public sealed record LevelLine(OutcomeLevelOf Level, string What, string Says, string Caution);

/// <summary>A room that knows something for the table; the answer is asked for with the page, so one question to the database at most.</summary>
public interface ILevelSource
{
    Task<IReadOnlyList<LevelLine>> LinesAsync(ProgrammeInOutcome programme, CancellationToken cancellationToken);
}

/// <summary>What is counted of a module: whom it reached, what was logged, what teams said and what was seen.</summary>
public sealed class ModuleCounts
{
    public required ModuleId Id { get; init; }
    public required int Eligible { get; init; }
    public required int Done { get; init; }
    public required int Held { get; init; }
    public required int Published { get; init; }
    public required int UsedWithEffect { get; init; }
    public required int UseAnswers { get; init; }
    public required int Teams { get; init; }
    public required int First { get; init; }
    public required int Second { get; init; }
    public required int Third { get; init; }

    public int Seen => First + Second + Third;
}

/// <summary>A measure since the programme began.</summary>
public sealed record MeasureMoved(
    OutcomeMeasure Measure,
    DateOnly? SinceMonth,
    BeforeAndAfter? Since,
    OutcomeChange? Change,
    SiteComparison? Comparison
);

/// <summary>A programme with everything that can be counted of it.</summary>
public sealed record ProgrammeLevels(
    ProgrammeInOutcome Programme,
    IReadOnlyList<(ModuleInOutcome Module, ModuleCounts Counts)> Modules,
    IReadOnlyList<MeasureMoved> Measures,
    int Sites,
    int SitesBegun
);

/// <summary>Reads all measures of DOMAIN 7.9 that can be computed from what is there, with four questions to the database.</summary>
public sealed class LevelsReading(FieldcraftDb db)
{
    private const int MonthsBack = 24;

    public async Task<ProgrammeLevels> OfAsync(ProgrammeInOutcome programme, CancellationToken cancellationToken)
    {
        var (beginnings, below) = await SitesAsync(programme, cancellationToken);
        var counts = await CountsAsync(programme, below, cancellationToken);
        return new ProgrammeLevels(
            programme,
            [.. programme.Modules.Where(m => counts.ContainsKey(m.Id)).Select(m => (m, counts[m.Id]))],
            await MeasuresAsync(programme, beginnings, cancellationToken),
            beginnings.Count,
            beginnings.Count(b => b.Day is not null)
        );
    }

    private async Task<Dictionary<ModuleId, ModuleCounts>> CountsAsync(
        ProgrammeInOutcome programme,
        List<UnitId> below,
        CancellationToken cancellationToken
    ) =>
        programme.Modules.Count == 0
            ? []
            : await programme
                .Modules.Select(m => Counts(below, m))
                .Aggregate((all, one) => all.Concat(one))
                .ToDictionaryAsync(c => c.Id, cancellationToken);

    /// <summary>As coverage counts: people at work at the sites who lead nobody, were there when the window opened, and completed within it.</summary>
    private IQueryable<ModuleCounts> Counts(List<UnitId> below, ModuleInOutcome module)
    {
        var (id, start) = (module.Id, module.WindowStart);
        var (first, end) = (start.ToDateTime(TimeOnly.MinValue), start.AddDays(module.WindowDays).ToDateTime(TimeOnly.MinValue));
        var learners =
            from person in db.People
            join unit in db.Units on person.UnitId equals unit.Id
            where below.Contains(unit.Id)
            where person.Status == PersonStatus.Active && !(person.StartedOn > start)
            where !db.People.Any(r => r.ManagerId == person.Id && r.Status == PersonStatus.Active)
            select person;
        var sessions = db.TeachingSessions.Where(s => s.ModuleId == id && s.State == SessionState.Published);
        var attended =
            from session in db.TeachingSessions
            where session.ModuleId == id && session.Start >= first && session.Start < end
            join seat in db.SessionSeats on session.Id equals seat.SessionId
            where seat.Attended == true
            select new { seat.PersonId, session.Part };
        // Lists made once, instead of a search for each learner.
        var whole = attended.Where(a => a.Part == SessionPart.Whole).Select(a => a.PersonId);
        var firstHalf = attended.Where(a => a.Part == SessionPart.First).Select(a => a.PersonId);
        var secondHalf = attended.Where(a => a.Part == SessionPart.Second).Select(a => a.PersonId);
        var uses = db.TeamUses.Where(u => u.ModuleId == id);
        var seen = db.SignSightings.Where(s => s.ModuleId == id);
        return db
            .Modules.Where(m => m.Id == id)
            .Select(m => new ModuleCounts
            {
                Id = m.Id,
                Eligible = learners.Count(),
                Done = learners.Count(p => whole.Contains(p.Id) || (firstHalf.Contains(p.Id) && secondHalf.Contains(p.Id))),
                Held = sessions.Count(s => s.HeldAt != null),
                Published = sessions.Count(),
                UsedWithEffect = uses.Count(u => u.Answer == UseAnswer.UsedWithEffect),
                UseAnswers = uses.Count(),
                Teams = seen.Sum(s => s.Teams),
                First = seen.Sum(s => s.First),
                Second = seen.Sum(s => s.Second),
                Third = seen.Sum(s => s.Third),
            });
    }

    /// <summary>The sites with their first sessions, and every unit that lies in one of them.</summary>
    private async Task<(IReadOnlyList<SiteBeginning> Beginnings, List<UnitId> Below)> SitesAsync(
        ProgrammeInOutcome programme,
        CancellationToken cancellationToken
    )
    {
        var (low, high) = SitesReading.Range(programme.UnitPath);
        var modules = programme.Modules.Select(m => m.Id).ToList();
        var units = await db
            .Units.Where(u => string.Compare(u.Path, low) >= 0 && string.Compare(u.Path, high) < 0)
            .OrderBy(u => u.Path)
            .Select(u => new
            {
                u.Id,
                u.Kind,
                u.Path,
                First = db
                    .TeachingSessions.Where(s => s.SiteId == u.Id && s.HeldAt != null && modules.Contains(s.ModuleId))
                    .Min(s => (DateTime?)s.Start),
            })
            .ToListAsync(cancellationToken);
        var sites = SitesReading.Chosen(units.Where(u => u.Kind == UnitKind.Facility || u.Id == programme.UnitId).ToList(), u => u.Kind);
        return (
            [.. sites.Select(u => new SiteBeginning(u.Id, u.First is { } day ? DateOnly.FromDateTime(day) : null))],
            [.. units.Where(u => sites.Any(s => u.Path.StartsWith(s.Path, StringComparison.Ordinal))).Select(u => u.Id)]
        );
    }

    private async Task<IReadOnlyList<MeasureMoved>> MeasuresAsync(
        ProgrammeInOutcome programme,
        IReadOnlyList<SiteBeginning> beginnings,
        CancellationToken cancellationToken
    )
    {
        var ids = programme.Measures.Select(m => m.Id).ToList();
        var rows = await db
            .SiteFigures.Where(f => ids.Contains(f.MeasureId))
            .GroupBy(f => new { f.MeasureId, f.Month })
            .Select(g => new
            {
                g.Key.MeasureId,
                g.Key.Month,
                N = g.Sum(f => f.N),
                Sum = g.Sum(f => f.Sum),
                Squares = g.Sum(f => f.Squares),
                Last = g.Max(f => f.Week),
            })
            .ToListAsync(cancellationToken);
        var starts = rows.GroupBy(r => r.MeasureId).ToDictionary(g => g.Key, g => StaggeredStart.Find(beginnings, g.Max(r => r.Last)));
        var weeks = await WeeksAsync(starts, cancellationToken);
        DateOnly? firstHeld = beginnings.Any(b => b.Day is not null) ? beginnings.Min(b => b.Day) : null;
        return
        [
            .. programme.Measures.Select(m =>
            {
                var months = rows.Where(r => r.MeasureId == m.Id).ToDictionary(r => r.Month, r => new Moments(r.N, r.Sum, r.Squares));
                var paired = YearOnYear.Pair(months, MonthsBack, m.ChannelChangedOn);
                var compared = YearOnYear.Since(paired, firstHeld);
                var since = compared?.Figures;
                return new MeasureMoved(
                    m,
                    compared?.First,
                    since,
                    since is null ? null : m.Yardstick.Change(since.Before, since.After),
                    starts.TryGetValue(m.Id, out var start)
                        ? SiteComparison.Of(m.Yardstick, m.Better, beginnings, start, [.. weeks[m.Id]], m.ChannelChangedOn)
                        : null
                );
            }),
        ];
    }

    private async Task<ILookup<OutcomeMeasureId, SiteWeek>> WeeksAsync(
        Dictionary<OutcomeMeasureId, StaggeredStart?> starts,
        CancellationToken cancellationToken
    )
    {
        var compared = starts.Where(s => s.Value is not null).ToDictionary(s => s.Key, s => s.Value!);
        if (compared.Count == 0)
        {
            return Array.Empty<(OutcomeMeasureId, SiteWeek)>().ToLookup(r => r.Item1, r => r.Item2);
        }

        var ids = compared.Keys.ToList();
        var (first, last) = (compared.Values.Min(s => s.Before.First), compared.Values.Max(s => s.After.Last));
        var rows = await db
            .SiteFigures.Where(f => ids.Contains(f.MeasureId) && f.Week >= first && f.Week <= last)
            .Select(f => new { f.MeasureId, Week = new SiteWeek(f.SiteId, f.Week, new Moments(f.N, f.Sum, f.Squares)) })
            .ToListAsync(cancellationToken);
        return rows.ToLookup(r => r.MeasureId, r => r.Week);
    }
}
