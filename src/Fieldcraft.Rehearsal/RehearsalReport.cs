using System.Globalization;
using System.Text;

namespace Fieldcraft.Rehearsal;

/// <summary>How far it had come on a day of the window.</summary>
/// <param name="Seats">Seats in the sessions up to then.</param>
/// <param name="Done">People who had been.</param>
public sealed record WeekReached(int Day, int Seats, int Done);

/// <summary>What a rehearsal found.</summary>
/// <param name="P50">Milliseconds.</param>
/// <param name="Forecast">People whom the first timetable gave a seat.</param>
/// <param name="Lost">What was taken and is not there, one line each.</param>
/// <param name="Twice">What is there more than once, one line each.</param>
public sealed record RehearsalReport(
    string Module,
    int Sites,
    int Days,
    TimeSpan Took,
    int Requests,
    int Errors,
    IReadOnlyList<string> FirstErrors,
    double P50,
    double P99,
    IReadOnlyList<RequestKind> Kinds,
    IReadOnlyDictionary<string, int> Counts,
    int Eligible,
    int Forecast,
    int Reached,
    int Target,
    IReadOnlyList<WeekReached> Weeks,
    int Ideas,
    IReadOnlyList<string> Lost,
    IReadOnlyList<string> Twice
)
{
    public bool IsClean => Errors == 0 && Lost.Count == 0 && Twice.Count == 0;

    /// <summary>The report for people.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        Line($"{Module}: {Sites} sites, {Days} days in {Took.TotalSeconds:0} s");
        Line($"requests   {Requests} ({Requests / Math.Max(1, Took.TotalSeconds):0} a second), errors {Errors}");
        Line($"answers    half within {P50:0} ms, 99 of 100 within {P99:0} ms");
        Line(
            $"coverage   {Reached} of {Eligible} people ({Share(Reached)}); forecast {Forecast} ({Share(Forecast)}), target {Target} ({Share(Target)})"
        );
        foreach (var week in Weeks)
        {
            Line($"  day {week.Day, 2}   {week.Done} had been; the sessions up to then had {week.Seats} seats");
        }

        Line($"lost       {Lost.Count}");
        Line($"twice      {Twice.Count}");
        Line($"ideas      {Ideas}");
        foreach (var (what, count) in Counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            Line($"  {count, 7}  {what}");
        }

        Line($"slowest kinds of requests (count, half, 99 of 100, slowest; ms)");
        foreach (var kind in Kinds.Take(12))
        {
            Line($"  {kind.What, -34} {kind.Count, 6} {kind.P50, 7:0.0} {kind.P99, 8:0.0} {kind.Slowest, 8:0.0}");
        }

        foreach (var wrong in FirstErrors.Concat(Lost).Concat(Twice).Take(50))
        {
            Line($"! {wrong}");
        }

        return text.ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }

    private string Share(int people) =>
        string.Create(CultureInfo.InvariantCulture, $"{(Eligible == 0 ? 0 : 100.0 * people / Eligible):0.0} %");
}
