using System.Globalization;
using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Web.Features.Outcomes.Reading;

namespace Fieldcraft.Web.Features.Outcomes.ReadOutcome;

/// <summary>A point of the chart, across in per cent and down in pixels.</summary>
public sealed record ChartPoint(double Across, double Down, double? Top, double? Bottom)
{
    public string X => string.Create(CultureInfo.InvariantCulture, $"{Across:0.##}%");

    public string Y => Pixels(Down);

    public static string Pixels(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>Months across, the measure up, the year before beside it, and below how many sites had begun. Everything in it stands in the table as well.</summary>
public sealed class MonthChart
{
    public const int Height = 200;
    public const int BandHeight = 40;
    private const double Left = 9;
    private const double Right = 98;
    private readonly double _low;
    private readonly double _high;
    private readonly int _count;

    public MonthChart(OutcomePicture picture)
    {
        var yardstick = picture.Measure!.Yardstick;
        var levels = picture
            .Months.Select(m => (m.Month, Now: yardstick.Level(m.Beside.Now), Before: yardstick.Level(m.Beside.Before)))
            .ToList();
        var ends = levels.SelectMany(l => new[] { l.Now, l.Before }).OfType<OutcomeLevel>().SelectMany(Ends).ToList();
        (_low, _high, _count) = (ends.Min(), ends.Max(), levels.Count);
        if (_high - _low < 1e-9)
        {
            (_low, _high) = (_low - 1, _high + 1);
        }

        Now = [.. levels.Select((l, i) => At(i, l.Now))];
        Before = [.. levels.Select((l, i) => At(i, l.Before))];
        Bands =
        [
            .. picture.Months.Select(
                (m, i) => (Across(i) - (0.35 * Step), picture.Sites == 0 ? 0 : BandHeight * (double)m.SitesBegun / picture.Sites)
            ),
        ];
        Picture = picture;
    }

    public OutcomePicture Picture { get; }
    public IReadOnlyList<ChartPoint?> Now { get; }
    public IReadOnlyList<ChartPoint?> Before { get; }

    /// <summary>Where a month's bar begins across, and how high it is.</summary>
    public IReadOnlyList<(double Across, double Height)> Bands { get; }

    public string BandWidth => string.Create(CultureInfo.InvariantCulture, $"{0.7 * Step:0.##}%");

    public double Lowest => _low;

    public double Highest => _high;

    private double Step => (Right - Left) / Math.Max(1, _count);

    public double Across(int month) => Left + (Step * (month + 0.5));

    public static string Percent(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.##}%");

    private ChartPoint? At(int month, OutcomeLevel? level) =>
        level is null ? null : new ChartPoint(Across(month), Down(level.Value), Down(level.Interval?.Upper), Down(level.Interval?.Lower));

    private double Down(double value) => 12 + ((Height - 24) * (_high - value) / (_high - _low));

    private double? Down(double? value) => value is { } known ? Down(known) : null;

    private static IEnumerable<double> Ends(OutcomeLevel level) =>
        level.Interval is { } range ? [range.Lower, range.Upper, level.Value] : [level.Value];
}
