using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Outcomes;

/// <summary>Values of a measure as people read them, each with how many it is of.</summary>
public static class OutcomeFormat
{
    public static string Number(double value, Words words) => value.ToString("#,0.0", words.Culture);

    /// <summary>With its sign: a change.</summary>
    public static string Signed(double value, Words words) => value.ToString("+#,0.0;−#,0.0;0.0", words.Culture);

    public static string Range(Interval? interval, Words words) =>
        interval is null
            ? words["outcomes.no_interval"]
            : words["outcomes.range", Number(interval.Lower, words), Number(interval.Upper, words)];

    public static string SignedRange(Interval? interval, Words words) =>
        interval is null
            ? words["outcomes.no_interval"]
            : words["outcomes.range", Signed(interval.Lower, words), Signed(interval.Upper, words)];

    /// <summary>The value and how many it is of, in a line.</summary>
    public static string Plain(OutcomeMeasure measure, Moments figures, Words words) =>
        measure.Yardstick.Level(figures) is { } level
            ? words["outcomes.value_of", Number(level.Value, words), level.N]
            : words["outcomes.nothing"];

    /// <summary>"points" for promoters, else what the programme lead wrote.</summary>
    public static string UnitOf(OutcomeMeasure measure, Words words) =>
        measure.Kind == MeasureKind.Promoters ? words["outcomes.points"] : measure.Unit;
}
