using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Programmes;

namespace Fieldcraft.Web.Features.Outcomes.Reading;

/// <summary>A published module, as far as results need it.</summary>
public sealed record ModuleInOutcome(ModuleId Id, int Number, string Title, DateOnly WindowStart, int WindowDays);

/// <summary>A programme with its measures, for somebody who reads its results.</summary>
public sealed record ProgrammeInOutcome(
    ProgrammeId Id,
    string Name,
    PersonId? LeadId,
    DateTimeOffset? EndedAt,
    UnitId UnitId,
    string UnitName,
    string UnitPath,
    IReadOnlyList<ModuleInOutcome> Modules,
    IReadOnlyList<OutcomeMeasure> Measures
);

/// <summary>A month of the measure with how far the roll-out was.</summary>
/// <param name="SitesBegun">Sites that had held their first session by the end of the month.</param>
/// <param name="Sessions">Held in the month.</param>
public sealed record OutcomeMonth(MonthBeside Beside, OutcomeChange? Change, int SitesBegun, int Sessions)
{
    public DateOnly Month => Beside.Month;
}

/// <summary>Values needed in each of two periods to see a change, beside those that are there.</summary>
public sealed record SampleNeeded(double Change, long Needed);

/// <summary>One measure beside the roll-out of a programme or of one of its modules.</summary>
/// <param name="Module">Null: the programme as a whole.</param>
/// <param name="Measure">Null: none is defined yet.</param>
/// <param name="Since">All months after the first site began, beside the same months a year before; null where none is comparable.</param>
/// <param name="SinceMonth">The first of those months.</param>
public sealed record OutcomePicture(
    ProgrammeInOutcome Programme,
    ModuleInOutcome? Module,
    OutcomeMeasure? Measure,
    IReadOnlyList<OutcomeMonth> Months,
    int Sites,
    int SitesBegun,
    DateOnly? FirstHeld,
    DateOnly? SinceMonth,
    BeforeAndAfter? Since,
    OutcomeChange? Change,
    IReadOnlyList<SampleNeeded> Samples,
    SiteComparison? Comparison
);

/// <summary>First sessions by site, and sessions by month.</summary>
public sealed record RolloutBeside(IReadOnlyList<SiteBeginning> Beginnings, IReadOnlyDictionary<DateOnly, int> Sessions)
{
    public int Begun => Beginnings.Count(b => b.Day is not null);

    public int BegunBy(DateOnly day) => Beginnings.Count(b => b.Day < day);

    /// <summary>Sites outside the programme's unit are left out; sites without a session have not begun.</summary>
    public static RolloutBeside Of(IReadOnlyList<Site> sites, IReadOnlyCollection<HeldInMonth> held)
    {
        var first = held.GroupBy(h => h.Site).ToDictionary(g => g.Key, g => DateOnly.FromDateTime(g.Min(h => h.First)));
        return new RolloutBeside(
            [.. sites.Select(s => new SiteBeginning(s.Id, first.TryGetValue(s.Id, out var day) ? day : null))],
            held.GroupBy(h => new DateOnly(h.Year, h.Month, 1)).ToDictionary(g => g.Key, g => g.Sum(h => h.Sessions))
        );
    }
}

/// <summary>Sessions that a site held in a month.</summary>
public sealed record HeldInMonth(UnitId Site, int Year, int Month, DateTime First, int Sessions);
