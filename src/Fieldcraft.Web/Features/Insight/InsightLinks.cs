using Fieldcraft.Domain.Insight.Figures;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>Every address of Insight.</summary>
public static class InsightLinks
{
    public const string Room = "/insight";

    public static string Measure(string measure, InsightQuery query) => $"{Room}/{measure}{query.ToAddress()}";

    public static string All(InsightQuery query) => Room + query.ToAddress();

    public static string Fairness(InsightQuery query) => $"{Room}/fairness{query.ToAddress()}";

    public static string File(string measure, InsightQuery query, string kind) => $"{Room}/{measure}.{kind}{query.ToAddress()}";
}

/// <summary>What was chosen, as it stands in an address.</summary>
public sealed record InsightQuery
{
    public string? Quarter { get; init; }
    public Guid? Unit { get; init; }
    public string? Work { get; init; }
    public string? Employment { get; init; }
    public string? Tenure { get; init; }

    /// <summary>What the lines of a table stand for; null: the units below.</summary>
    public ReleaseMark? By { get; init; }

    public InsightFilter Filter =>
        new(Unit is { } unit ? Domain.People.UnitId.From(unit) : null, Empty(Work), Empty(Employment), Empty(Tenure));

    public string ToAddress() =>
        QueryString
            .Create(
                new Dictionary<string, string?>
                {
                    ["quarter"] = Quarter,
                    ["unit"] = Unit?.ToString(),
                    ["work"] = Empty(Work),
                    ["employment"] = Empty(Employment),
                    ["tenure"] = Empty(Tenure),
                    ["by"] = By?.ToString(),
                }.Where(p => !string.IsNullOrEmpty(p.Value))
            )
            .ToString();

    private static string? Empty(string? said) => string.IsNullOrEmpty(said) ? null : said;
}
