using Fieldcraft.Domain.Insight.Figures;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>Why a figure is withheld, or why it does not speak for everybody in the group.</summary>
public sealed record WithheldJson(WithheldRule Rule, int Minimum);

/// <summary>A figure about a group: a number with its people and 95 % interval, or null with the rule. Never a zero for something that is withheld.</summary>
public sealed record FigureJson(double? Value, int? People, double? Lower, double? Upper, WithheldJson? Withheld)
{
    internal static FigureJson Mean(GroupValue value, int minimum) =>
        new(value.Mean, value.Count, value.MeanInterval?.Lower, value.MeanInterval?.Upper, Why(value, minimum));

    internal static FigureJson Percent(GroupValue value, int minimum) =>
        new(value.Percent, value.Count, value.PercentInterval?.Lower, value.PercentInterval?.Upper, Why(value, minimum));

    private static WithheldJson? Why(GroupValue value, int minimum) => value.Withheld is { } rule ? new WithheldJson(rule, minimum) : null;
}
