using Fieldcraft.Domain.Strategy;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>What really went into both kinds of learning in a year: what ran in the program, and what was written down by hand.</summary>
public sealed class LedgerReading(FieldcraftDb db, TimeProvider clock)
{
    private const double DaysCounted = 365;
    private const decimal MinutesAnHour = 60;

    /// <param name="pieces">The efforts and the intended balance of the strategy.</param>
    public async Task<LearningBalance> OfAsync(IReadOnlyCollection<StrategyPiece> pieces, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddDays(-DaysCounted);
        var from = DateOnly.FromDateTime(since.UtcDateTime);
        var byHand = pieces
            .Where(p => p.Kind == StrategyKind.Effort && p.IsOpen && p.Sheet.Has("mode") && !(p.Sheet.Day("on") < from))
            .Select(p => new Effort(ModeOf(p.Sheet["mode"]), "hand", p.Sheet.Number("hours") ?? 0, p.Sheet.Amount("money") ?? 0));
        var intended = pieces.FirstOrDefault(p => p.Kind == StrategyKind.Balance && p.IsOpen)?.Sheet.Number("generative") / 100d;
        return new LearningBalance(intended, [.. byHand, .. await RanAsync(since, cancellationToken)]);
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
