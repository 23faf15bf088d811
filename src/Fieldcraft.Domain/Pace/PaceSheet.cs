using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Pace;

/// <summary>A level with where it comes from.</summary>
/// <param name="Raters">How many others; null when it is remembered.</param>
public sealed record PaceLevel(decimal Value, int? Raters, DateTimeOffset? At)
{
    public bool IsRemembered => Raters is null;
}

/// <summary>One capability as the page shows it: what was asked, and what is known of the level. Nothing is filled in.</summary>
/// <param name="Now">What others said in the newest round; null with too few of them.</param>
/// <param name="Own">The own view now: shown apart, and never taken for the level.</param>
/// <param name="Then">A round of that time, or what is remembered.</param>
public sealed record PaceRow(PaceDemand Demand, PaceLevel? Now, decimal? Own, PaceLevel? Then)
{
    public bool IsComplete => Now is not null && Then is not null;
}

/// <summary>The whole picture: rows, the window, and what the lag says where every row is complete.</summary>
/// <param name="Result">Null while a level is missing: then there is not enough information.</param>
public sealed record PaceSheet(ActiveWindow Window, IReadOnlyList<PaceRow> Rows, LagResult? Result)
{
    private const double DaysInMonth = 30.44;

    public PaceReading Reading => Result?.Reading ?? PaceReading.NotEnoughInformation;

    /// <summary>Levels of the past were remembered: the page says that memory is no measurement.</summary>
    public bool HasRemembered => Rows.Any(r => r.Then is { IsRemembered: true });

    /// <param name="checks">Newest first.</param>
    public static PaceSheet Of(PaceContent content, IReadOnlyList<OpenCheck> checks, DateOnly today, Rules rules)
    {
        var window = ActiveWindow.Before(today, content.Months, content.Pauses);
        List<PaceRow> rows = [.. content.Capabilities.Select(demand => Row(demand, checks, window, rules.Lag))];
        return new PaceSheet(
            window,
            rows,
            rows.Count > 0 && rows.All(r => r.IsComplete)
                ? LeadershipLag.Measure(new LagInput([.. rows.Select(Paced)]), rules.Lag, rules.Gaps)
                : null
        );
    }

    private static PaceRow Row(PaceDemand demand, IReadOnlyList<OpenCheck> checks, ActiveWindow window, LagRules rules)
    {
        var rounds = checks
            .Select(c => (c.At, View: c.Report?.Capabilities.GetValueOrDefault(demand.Capability)?.All))
            // Where only a band may be shown there is no figure to compare.
            .Where(r => r.View is { IsBand: false })
            .Select(r => new PaceLevel(LeadershipLag.LevelOf((decimal)r.View!.Mean), r.View.Raters, r.At))
            .ToList();
        var own = checks.Select(c => c.Own.GetValueOrDefault(demand.Capability)).FirstOrDefault(r => r is not null);
        var then = rounds
            .Skip(1)
            .Select(r => (Level: r, Months: MonthsFrom(window.Start, r)))
            .Where(r => r.Months <= rules.CheckWithinMonths)
            .OrderBy(r => r.Months)
            .Select(r => r.Level)
            .FirstOrDefault();
        return new PaceRow(
            demand,
            rounds.FirstOrDefault(),
            own is { } rating ? LeadershipLag.LevelOf(rating) : null,
            then ?? (demand.LevelThen is { } remembered ? new PaceLevel(remembered, null, null) : null)
        );
    }

    private static double MonthsFrom(DateOnly start, PaceLevel round) =>
        Math.Abs(DateOnly.FromDateTime(round.At!.Value.UtcDateTime).DayNumber - start.DayNumber) / DaysInMonth;

    private static PacedCapability Paced(PaceRow row) =>
        new(
            row.Demand.Capability,
            row.Demand.RequiredNow,
            row.Demand.RequiredThen,
            row.Now!.Value,
            row.Then!.Value,
            row.Now.Raters,
            row.Then.IsRemembered
        );
}
