using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>Every address of Insight.</summary>
public static class InsightLinks
{
    public const string Room = "/insight";

    public static string Measure(string measure, InsightQuery query) => $"{Room}/{measure}{query.ToAddress()}";

    public static string All(InsightQuery query) => Room + query.ToAddress();

    public static string Fairness(InsightQuery query) => $"{Room}/fairness{query.ToAddress()}";

    /// <summary>Where a kept view is opened.</summary>
    public static string Kept(KeptView view) =>
        view.Measure is { } measure ? Measure(measure, InsightQuery.Of(view.Choice)) : All(InsightQuery.Of(view.Choice));

    /// <summary>Where a kept view is named, mailed and removed.</summary>
    public static string Change(KeptViewId id) => $"{Room}/views/{id.Value}";
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

    public static InsightQuery Of(ViewChoice choice) =>
        new()
        {
            Quarter = choice.Quarter?.Name,
            Unit = choice.Unit?.Value,
            Work = choice.Work,
            Employment = choice.Employment,
            Tenure = choice.Tenure,
            By = choice.By,
        };

    public InsightFilter Filter => new(Unit is { } unit ? UnitId.From(unit) : null, Empty(Work), Empty(Employment), Empty(Tenure));

    /// <summary>What is chosen here, as it is kept.</summary>
    public ViewChoice Choice(string? measure) =>
        new(
            measure,
            Empty(Quarter) is { } name ? Domain.Strategy.Quarter.Parse(name) : null,
            Filter.Unit,
            Filter.Work,
            Filter.Employment,
            Filter.Tenure,
            By
        );

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
