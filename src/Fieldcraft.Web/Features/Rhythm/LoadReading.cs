using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>What somebody asked of others this month: no names, no person's load.</summary>
public sealed record AskedOfOthers(int People, int Times, int Minutes);

/// <summary>Adds up what Fieldcraft asks of a person in a month, from the appointments and from every room that asks in another way.</summary>
public sealed class LoadReading(FieldcraftDb db, IEnumerable<ITimeSource> sources)
{
    public async Task<LoadAccount> MonthAsync(PersonId person, DateOnly day, CancellationToken cancellationToken)
    {
        var first = LoadAccount.MonthOf(day);
        var last = first.AddMonths(1).AddDays(-1);
        var appointed = await db
            .People.AsNoTracking()
            .Where(p => p.Id == person)
            .Select(p => new
            {
                Cap = db.Rhythms.Where(r => r.PersonId == p.Id).Select(r => r.MinutesAMonthAtMost).FirstOrDefault(),
                Takes = db
                    .Appointments.Where(a => a.PersonId == p.Id && a.PersonId == person)
                    .Where(a => a.CancelledAt == null && a.On >= first && a.On <= last)
                    .Select(a => new { a.Kind, a.Takes })
                    .ToList(),
            })
            .FirstOrDefaultAsync(cancellationToken);
        var asked = appointed?.Takes.Select(t => (t.Kind, (int)t.Takes.TotalMinutes)).ToList() ?? [];
        foreach (var source in sources)
        {
            asked.AddRange((await source.AskedAsync(person, first, last, cancellationToken)).Select(a => (a.Word, a.Minutes)));
        }

        return LoadAccount.Of(day, asked, appointed?.Cap);
    }

    /// <summary>What the viewer asked of others, of which only the sum is shown.</summary>
    public async Task<AskedOfOthers> AskedByAsync(Viewer viewer, DateOnly day, CancellationToken cancellationToken)
    {
        var (me, first) = (viewer.PersonId, LoadAccount.MonthOf(day));
        var last = first.AddMonths(1).AddDays(-1);
        var asked = await db
            .Appointments.AsNoTracking()
            .Where(a => a.AskedById == me && a.CancelledAt == null && a.On >= first && a.On <= last)
            .Select(a => new { a.PersonId, a.Takes })
            .ToListAsync(cancellationToken);
        return new AskedOfOthers(asked.Select(a => a.PersonId).Distinct().Count(), asked.Count, asked.Sum(a => (int)a.Takes.TotalMinutes));
    }
}

/// <summary>The time that a person's own loop takes: tries, looking back, reviews of the plan, the weekly reflection, the strain check.</summary>
internal sealed class OwnLoopTime(FieldcraftDb db, Rules rules) : ITimeSource
{
    public async Task<IReadOnlyList<AskedTime>> AskedAsync(PersonId person, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var begun = new DateTimeOffset(from.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var found = await db
            .People.AsNoTracking()
            .Where(p => p.Id == person)
            .AsSingleQuery()
            .Select(p => new
            {
                Tries = db
                    .Experiments.Where(e => e.OwnerId == p.Id && e.OwnerId == person)
                    .Where(e => e.State != ExperimentState.Dropped && e.On >= from && e.On <= to)
                    .Select(e => e.On)
                    .ToList(),
                Events = db
                    .Reviews.Where(r => r.OwnerId == p.Id && r.OwnerId == person && r.EventOn >= from && r.EventOn <= to)
                    .Select(r => r.EventOn)
                    .ToList(),
                Plans = db
                    .Plans.Where(x => x.OwnerId == p.Id && x.OwnerId == person && x.EndedAt == null)
                    .Select(x => new { x.StartsOn, x.EndsOn })
                    .ToList(),
                ReflectsOn = db.Rhythms.Where(r => r.PersonId == p.Id).Select(r => r.ReflectsOn).FirstOrDefault(),
                ActiveSince = db.Assignments.Where(a => a.OwnerId == p.Id && a.EndedOn == null).Min(a => (DateTimeOffset?)a.BroughtAt),
            })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return [];
        }

        var minutes = rules.Rhythm.Minutes;
        var asked = new List<AskedTime>();
        asked.AddRange(found.Tries.Select(on => new AskedTime("load.capture", on, minutes.Capture)));
        asked.AddRange(found.Events.Select(on => new AskedTime("load.event_review", on, minutes.EventReview)));
        foreach (var plan in found.Plans)
        {
            asked.AddRange(
                DevelopmentPlan
                    .ReviewDates(plan.StartsOn, plan.EndsOn, rules.Plans)
                    .Where(d => d >= from && d <= to)
                    .Select(d =>
                        d == plan.EndsOn
                            ? new AskedTime("load.cycle_end", d, minutes.CycleEnd)
                            : new AskedTime("load.plan_review", d, minutes.PlanReview)
                    )
            );
        }

        var days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).ToList();
        asked.AddRange(
            days.Where(d => d.DayOfWeek == found.ReflectsOn).Select(d => new AskedTime("load.reflection", d, minutes.Reflection))
        );
        if (found.ActiveSince is { } since)
        {
            var start = DateOnly.FromDateTime((since > begun ? since : begun).UtcDateTime);
            asked.AddRange(
                days.Where(d => d > start && (d.DayNumber - start.DayNumber) % rules.Strain.EveryDays == 0)
                    .Select(d => new AskedTime("load.strain_check", d, minutes.StrainCheck))
            );
        }

        return asked;
    }
}
