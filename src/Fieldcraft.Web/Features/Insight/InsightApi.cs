using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Insight;

internal static class InsightApi
{
    public static void Map(RouteGroupBuilder insight)
    {
        insight
            .MapGet("/", MeasuresAsync)
            .WithName("ReadInsight")
            .WithSummary(
                "All measures of a quarter for the people chosen by unit, work, employment and tenure; withheld figures name the rule."
            )
            .Produces<InsightJson>();
        insight
            .MapGet("/{measure}", LinesAsync)
            .WithName("ReadInsightMeasure")
            .WithSummary("One measure, group by group (?by=work|employment|tenure; without it the units below).")
            .Produces<InsightJson>();
    }

    private static async Task<IResult> MeasuresAsync(
        string? quarter,
        Guid? unit,
        string? work,
        string? employment,
        string? tenure,
        InsightDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await desk.OpenAsync(viewer, Query(quarter, unit, work, employment, tenure, null), cancellationToken) is { } view
            ? Results.Ok(
                new InsightJson(
                    view.Round is { } round ? InsightView.NameOf(round) : null,
                    view.Release?.Release.Minimum,
                    view.Release is null
                        ? []
                        : [.. QuarterMeasures.All.Select(m => new InsightLineJson(m.Id, FigureJson.Percent(view.Of(m.Id), view.Minimum)))]
                )
            )
            : Problem.NotFound.Result();

    private static async Task<IResult> LinesAsync(
        string measure,
        string? quarter,
        Guid? unit,
        string? work,
        string? employment,
        string? tenure,
        ReleaseMark? by,
        InsightDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        QuarterMeasures.All.Any(m => m.Id == measure)
        && await desk.OpenAsync(viewer, Query(quarter, unit, work, employment, tenure, by), cancellationToken) is { Release: not null } view
            ? Results.Ok(
                new InsightJson(
                    InsightView.NameOf(view.Round!),
                    view.Minimum,
                    [
                        new InsightLineJson("", FigureJson.Percent(view.Of(measure), view.Minimum)),
                        .. view.Lines(measure).Select(l => new InsightLineJson(l.Name, FigureJson.Percent(l.Value, view.Minimum))),
                    ]
                )
            )
            : Problem.NotFound.Result();

    private static InsightQuery Query(string? quarter, Guid? unit, string? work, string? employment, string? tenure, ReleaseMark? by) =>
        new()
        {
            Quarter = quarter,
            Unit = unit,
            Work = work,
            Employment = employment,
            Tenure = tenure,
            By = by,
        };
}

/// <summary>Figures of a quarter, in per cent; null quarter before the first was counted.</summary>
public sealed record InsightJson(string? Quarter, int? Minimum, IReadOnlyList<InsightLineJson> Lines);

/// <summary>A measure, or a group of people; an empty name is all of them together.</summary>
public sealed record InsightLineJson(string Name, FigureJson Figure);
