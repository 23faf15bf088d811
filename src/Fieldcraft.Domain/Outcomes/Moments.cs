using Fieldcraft.Domain.Insight;

namespace Fieldcraft.Domain.Outcomes;

/// <summary>
/// All that is kept of a set of values, whatever they are: how many, their sum, the sum of their squares. Sets are put together by adding, so that
/// weeks make months and sites make groups without a loss. An answer to "would you recommend" is +1, 0 or −1; one of a share 1 or 0; a count is one value a week.
/// </summary>
public readonly record struct Moments(long N, double Sum, double Squares)
{
    public static readonly Moments None = new(0, 0, 0);

    public double Mean => Sum / N;

    /// <summary>Of a single value: the mean of the squares less the square of the mean. For promoters p + d − (p − d)² (DOMAIN 7.10).</summary>
    public double Variance => Math.Max(0, (Squares / N) - (Mean * Mean));

    /// <summary>Divided by n − 1; of at least two values.</summary>
    public double SampleVariance => Variance * N / (N - 1);

    /// <summary>The values read as answers of promoters (+1), passives (0) and detractors (−1).</summary>
    public PromoterCounts Promoters
    {
        get
        {
            var (up, down) = ((int)Math.Round((Squares + Sum) / 2), (int)Math.Round((Squares - Sum) / 2));
            return new PromoterCounts(up, (int)N - up - down, down);
        }
    }

    public static Moments operator +(Moments one, Moments other) => new(one.N + other.N, one.Sum + other.Sum, one.Squares + other.Squares);

    public static Moments Of(PromoterCounts counts) =>
        new(counts.Answers, (double)counts.Promoters - counts.Detractors, (double)counts.Promoters + counts.Detractors);

    public static Moments OfShare(int successes, int count) => new(count, successes, successes);

    /// <summary>A mean of n values with the standard deviation s (divided by n − 1).</summary>
    public static Moments OfMean(double mean, int n, double s) => new(n, n * mean, ((n - 1) * s * s) + (n * mean * mean));

    public static Moments OfCount(double value) => new(1, value, value * value);

    public static Moments Add(IEnumerable<Moments> sets) => sets.Aggregate(None, (all, set) => all + set);
}

/// <summary>One measure at one site in one week. Nobody's data: customers and parcels, by place.</summary>
public sealed class SiteFigure
{
    private SiteFigure() { }

    private SiteFigure(OutcomeMeasureId measure, People.UnitId site, DateOnly week, Moments figures, DateTimeOffset at)
    {
        (MeasureId, SiteId, Week, Month, TakenInAt) = (measure, site, week, FigureWeek.MonthOf(week), at);
        (N, Sum, Squares) = (figures.N, figures.Sum, figures.Squares);
    }

    public OutcomeMeasureId MeasureId { get; private set; }
    public People.UnitId SiteId { get; private set; }

    /// <summary>Its Monday.</summary>
    public DateOnly Week { get; private set; }

    /// <summary>The first day of the month that has most of the week.</summary>
    public DateOnly Month { get; private set; }
    public long N { get; private set; }
    public double Sum { get; private set; }
    public double Squares { get; private set; }
    public DateTimeOffset TakenInAt { get; private set; }

    public Moments Figures => new(N, Sum, Squares);

    /// <exception cref="ArgumentException">The day is not a Monday.</exception>
    public static SiteFigure Of(OutcomeMeasureId measure, People.UnitId site, DateOnly week, Moments figures, DateTimeOffset at) =>
        week.DayOfWeek == DayOfWeek.Monday
            ? new SiteFigure(measure, site, week, figures, at)
            : throw new ArgumentException("A week is named by its Monday.", nameof(week));
}
