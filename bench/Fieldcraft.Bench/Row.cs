using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fieldcraft.Bench;

/// <summary>One line of the table. Must and aim speak about the ratio where there is one, else about the value.</summary>
internal sealed record Row(string Name, double? Must, double? Aim, double Value, double? Ratio, string Unit)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>More is better for rates and shares; for times and sizes less is.</summary>
    [JsonIgnore]
    public bool? IsMet =>
        Must is not { } must ? null
        : Ratio is { } ratio ? ratio >= must
        : Unit.EndsWith("/s", StringComparison.Ordinal) ? Value >= must
        : Value <= must;

    public string ToJson() =>
        JsonSerializer.Serialize(this with { Value = Math.Round(Value, 2), Ratio = Ratio is { } r ? Math.Round(r, 3) : null }, Json);

    public string ToTableLine() =>
        $"| {Name} | {Said(Must)} | {Said(Aim)} | {Said(Value)} | {(Ratio is { } r ? r.ToString("0.00", CultureInfo.InvariantCulture) : "")} | {Unit} | {(IsMet is null ? "" : IsMet.Value ? "yes" : "**no**")} |";

    private static string Said(double? number) =>
        number is not { } n ? "" : n.ToString(Math.Abs(n) >= 100 ? "0" : "0.##", CultureInfo.InvariantCulture);
}

/// <summary>Small sums over measurements.</summary>
internal static class Figures
{
    public static double Median(IEnumerable<double> values) => Percentile([.. values], 50);

    /// <summary>The nearest-rank percentile.</summary>
    public static double Percentile(IReadOnlyCollection<double> values, double percent)
    {
        var inOrder = values.Order().ToList();
        return inOrder[Math.Clamp((int)Math.Ceiling(percent / 100 * inOrder.Count) - 1, 0, inOrder.Count - 1)];
    }
}
