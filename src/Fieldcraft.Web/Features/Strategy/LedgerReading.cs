using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Insight;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>What really went into both kinds of learning in a year: what ran in the program, and what was written down by hand.</summary>
public sealed class LedgerReading(FieldcraftDb db, InsightReading insight, TimeProvider clock)
{
    private const int QuartersCounted = 4;
    private const double DaysCounted = 365;
    private const decimal MinutesAnHour = 60;

    /// <summary>Measures of Insight, with the box of the intended balance that says the hours of one.</summary>
    private static readonly (string Measure, string HoursBox)[] Tried = [("experiment", "experimentHours"), ("trial", "trialHours")];

    /// <param name="unit">Whose strategy it is.</param>
    /// <param name="pieces">The efforts and the intended balance of the strategy.</param>
    public async Task<LearningBalance> OfAsync(UnitId unit, IReadOnlyCollection<StrategyPiece> pieces, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddDays(-DaysCounted);
        var from = DateOnly.FromDateTime(since.UtcDateTime);
        var byHand = pieces
            .Where(p => p.Kind == StrategyKind.Effort && p.IsOpen && p.Sheet.Has("mode") && !(p.Sheet.Day("on") < from))
            .Select(p => new Effort(ModeOf(p.Sheet["mode"]), "hand", p.Sheet.Number("hours") ?? 0, p.Sheet.Amount("money") ?? 0));
        var meant = pieces.FirstOrDefault(p => p.Kind == StrategyKind.Balance && p.IsOpen)?.Sheet;
        return new LearningBalance(
            meant?.Number("generative") / 100d,
            [.. byHand, .. await RanAsync(since, cancellationToken), .. await TriedAsync(unit, from, meant, cancellationToken)]
        );
    }

    /// <summary>
    /// What people tried is theirs: it comes in as the rounded shares that were released quarter by quarter, and in hours as the learning team reckons them. A quarter without a
    /// released count adds nothing.
    /// </summary>
    private async Task<List<Effort>> TriedAsync(UnitId unit, DateOnly from, Sheet? meant, CancellationToken cancellationToken)
    {
        var people = Tried.ToDictionary(t => t.Measure, _ => (int?)null, StringComparer.Ordinal);
        var quarters = await insight.QuartersAsync(unit, cancellationToken);
        foreach (var quarter in quarters.Where(q => q.Until >= from).Take(QuartersCounted))
        {
            if (await insight.OpenAsync(quarter.Id, cancellationToken) is not { } release)
            {
                continue;
            }

            var everybody = release.Ask("", _ => true);
            foreach (var measure in people.Keys.ToList())
            {
                if (release.Of(measure, everybody).People is { } tried)
                {
                    people[measure] = (people[measure] ?? 0) + tried;
                }
            }
        }

        return
        [
            .. from t in Tried
            where people[t.Measure] is not null
            let hours = (meant?.Number(t.HoursBox) ?? 0) * people[t.Measure]!.Value
            select new Effort(LearningMode.Generative, t.Measure, hours, 0, people[t.Measure]),
        ];
    }

    /// <summary>Sessions make known things alike for many: productive. A workshop looks for new ways: generative.</summary>
    private async Task<Effort[]> RanAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var minutes = await db
            .TeachingSessions.Where(s => s.HeldAt >= since)
            .SumAsync(s => (s.HeldMinutes ?? s.Minutes) * s.Seats.Count(p => p.Attended == true), cancellationToken);
        var (from, today) = (DateOnly.FromDateTime(since.UtcDateTime), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var workshops = await db
            .Workshops.AsNoTracking()
            .Where(w => w.CalledOffAt == null && w.On >= from && w.On <= today)
            .Select(w => new
            {
                w.Start,
                w.Until,
                People = w.Seats.Count(s => s.State == WorkshopSeatState.In),
            })
            .ToListAsync(cancellationToken);
        return
        [
            new Effort(LearningMode.Productive, "sessions", Hours(minutes), 0),
            new Effort(LearningMode.Generative, "workshops", Hours(workshops.Sum(w => (w.Until - w.Start).TotalMinutes * w.People)), 0),
        ];
    }

    private static decimal Hours(double minutes) => Math.Round((decimal)minutes / MinutesAnHour);

    internal static LearningMode ModeOf(string said) => said == "generative" ? LearningMode.Generative : LearningMode.Productive;
}
