using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Api;

namespace Fieldcraft.Web.Features.Outcomes.Measures;

/// <summary>A measure as it is written. <c>per</c>: a share is told for so many, 100 unless said.</summary>
public sealed record MeasureBody(
    string? Name,
    MeasureKind? Kind,
    string? Unit = null,
    BetterWhen Better = BetterWhen.Up,
    int? Per = null,
    DateOnly? ChannelChangedOn = null
)
{
    public MeasureFacts ToFacts() => new(Name, Unit, Kind, Better, Per ?? (Kind == MeasureKind.Share ? 100 : 1), ChannelChangedOn);
}

/// <summary>A measure of a programme.</summary>
public sealed record MeasureJson(
    Guid Id,
    Guid Programme,
    string Name,
    string Unit,
    MeasureKind Kind,
    BetterWhen Better,
    int Per,
    DateOnly? ChannelChangedOn,
    IReadOnlyList<string> Columns,
    int Version
)
{
    public static MeasureJson Of(OutcomeMeasure m) =>
        new(
            m.Id.Value,
            m.ProgrammeId.Value,
            m.Name,
            m.Unit,
            m.Kind,
            m.Better,
            m.Per,
            m.ChannelChangedOn,
            ["site", "week", .. FigurePlanning.ColumnsOf(m.Kind)],
            m.Version
        );
}

internal static class MeasuresApi
{
    public static void Map(RouteGroupBuilder outcomes)
    {
        outcomes
            .MapGet("/programmes/{id:guid}/measures", ListAsync)
            .WithName("ListOutcomeMeasures")
            .WithSummary("The measures of a programme that you lead, with the columns of their files.")
            .Produces<IReadOnlyList<MeasureJson>>();
        outcomes
            .MapPost("/programmes/{id:guid}/measures", DefineAsync)
            .WithName("DefineOutcomeMeasure")
            .WithSummary("Defines a measure: promoters, a share, a mean or a count by site and week.")
            .WithoutVersion("A measure is added; nothing that is written is replaced.")
            .Produces<Made>(201);
        outcomes
            .MapGet("/measures/{id:guid}", ReadAsync)
            .WithName("ReadOutcomeMeasure")
            .WithSummary("One measure.")
            .Produces<MeasureJson>();
        outcomes
            .MapPut("/measures/{id:guid}", DescribeAsync)
            .WithName("DescribeOutcomeMeasure")
            .WithSummary("Name, unit and the day on which the way of collecting changed; the kind only while there are no figures.")
            .Produces(204);
        outcomes
            .MapDelete("/measures/{id:guid}", RemoveAsync)
            .WithName("RemoveOutcomeMeasure")
            .WithSummary("The measure goes with all its figures.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(Guid id, MeasureDesk desk, CancellationToken cancellationToken) =>
        Results.Ok((await desk.ListAsync(ProgrammeId.From(id), cancellationToken)).Select(MeasureJson.Of));

    private static async Task<IResult> DefineAsync(Guid id, MeasureBody body, MeasureDesk desk, CancellationToken cancellationToken) =>
        InputProblem.All(body.ToFacts().Problems())
        ?? await desk.DefineAsync(ProgrammeId.From(id), body.ToFacts(), cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var made } => Results.Created($"/api/v1/outcomes/measures/{made.Value}", new Made(made.Value)),
        };

    private static async Task<IResult> ReadAsync(Guid id, HttpContext http, MeasureDesk desk, CancellationToken cancellationToken) =>
        await desk.FindAsync(OutcomeMeasureId.From(id), cancellationToken) is { } measure
            ? http.Versioned(measure.Version, MeasureJson.Of(measure))
            : Problem.NotFound.Result();

    private static async Task<IResult> DescribeAsync(
        Guid id,
        MeasureBody body,
        HttpContext http,
        MeasureDesk desk,
        CancellationToken cancellationToken
    ) =>
        InputProblem.All(body.ToFacts().Problems())
        ?? (
            http.Request.VersionMatched() is { } version
                ? Problem.Answer(await desk.DescribeAsync(OutcomeMeasureId.From(id), version, body.ToFacts(), cancellationToken))
                : Problem.IfMatchNeeded.Result()
        );

    private static async Task<IResult> RemoveAsync(Guid id, HttpContext http, MeasureDesk desk, CancellationToken cancellationToken) =>
        http.Request.VersionMatched() is { } version
            ? Problem.Answer(await desk.RemoveAsync(OutcomeMeasureId.From(id), version, cancellationToken))
            : Problem.IfMatchNeeded.Result();
}
