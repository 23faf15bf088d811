using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Strategy;

internal static class RequestsApi
{
    public static void Map(RouteGroupBuilder requests)
    {
        requests
            .MapGet("/", ListAsync)
            .WithName("ListRequests")
            .WithSummary("What you asked the learning team; for the team, what everybody asked.")
            .Produces<Listed<RequestJson>>();
        requests
            .MapGet("/{id:guid}", ReadAsync)
            .WithName("ReadRequest")
            .WithSummary("One request, with where to begin.")
            .Produces<RequestJson>();
        requests
            .MapPost("/", AskAsync)
            .WithName("AskLearningTeam")
            .WithSummary("Asks the learning team; it owes an answer by a day.")
            .Produces<Changed>(201);
        requests
            .MapPut("/{id:guid}", SayMoreAsync)
            .WithName("SayMoreAboutRequest")
            .WithSummary("Says more about your own request; send the version you changed in If-Match.")
            .Produces<Changed>();
        requests
            .MapPost("/{id:guid}/answer", ReplyAsync)
            .WithName("AnswerRequest")
            .WithSummary("The learning team's answer. A yes to training only where training can help.")
            .Produces<Changed>();
    }

    private static async Task<IResult> ListAsync(RequestDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(Listed.Whole((await desk.ListAsync(viewer, cancellationToken)).Select(RequestJson.Of)));

    private static async Task<IResult> ReadAsync(
        Guid id,
        RequestDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await desk.FindAsync(viewer, LearningRequestId.From(id), cancellationToken) is { } view
            ? http.Versioned(view.Request.Version, RequestJson.Of(view))
            : Problem.NotFound.Result();

    private static async Task<IResult> AskAsync(SheetBody body, RequestDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        body.Problem(StrategyForms.Request)
        ?? (
            await desk.AskAsync(viewer, body.ToSheet(), cancellationToken) is { } asked
                ? Results.Created($"/api/v1/requests/{asked.Id.Value}", new Changed(asked.Id.Value, asked.Version))
                : Problem.Refused(new Domain.Shared.Refusal("request-no-unit"))
        );

    private static async Task<IResult> SayMoreAsync(
        Guid id,
        SheetBody body,
        RequestDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        body.Problem(StrategyForms.Request)
        ?? await http.ChangeAsync(
            id,
            body,
            version => desk.SayMoreAsync(viewer, LearningRequestId.From(id), version, body.ToSheet(), cancellationToken),
            () => TheirsAsync(id, desk, viewer, cancellationToken)
        );

    private static async Task<IResult> ReplyAsync(
        Guid id,
        ReplyBody body,
        RequestDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        body.Answer is not { } answer ? InputProblem.Missing("answer")
        : body.Text?.Length > LearningRequest.AnswerLength ? InputProblem.TooLong("text", LearningRequest.AnswerLength)
        : await http.ChangeAsync(
            id,
            body,
            version =>
                desk.ReplyAsync(
                    viewer,
                    LearningRequestId.From(id),
                    version,
                    new RequestReply(answer, body.Text ?? "", body.IsTraining ?? false, body.Gap),
                    cancellationToken
                ),
            () => TheirsAsync(id, desk, viewer, cancellationToken)
        );

    private static async Task<object?> TheirsAsync(Guid id, RequestDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        await desk.FindAsync(viewer, LearningRequestId.From(id), cancellationToken) is { } theirs ? RequestJson.Of(theirs) : null;
}

/// <summary>A request, with the remedy to begin with and whether training can help.</summary>
public sealed record RequestJson(
    Guid Id,
    string By,
    string Unit,
    IReadOnlyDictionary<string, string> Boxes,
    DateTimeOffset AskedAt,
    DateOnly AnswerBy,
    RequestAnswer? Answer,
    string? AnswerText,
    DateTimeOffset? AnsweredAt,
    Guid? Gap,
    string? FirstRemedy,
    bool TrainingCanHelp
)
{
    internal static RequestJson Of(RequestView v) =>
        new(
            v.Request.Id.Value,
            v.By,
            v.Unit,
            v.Request.Sheet.Said,
            v.Request.AskedAt,
            v.Request.AnswerBy,
            v.Request.Answer,
            v.Request.AnswerText,
            v.Request.AnsweredAt,
            v.Request.GapId?.Value,
            PerformanceCauses.First(v.Request.Sheet)?.Remedy,
            PerformanceCauses.TrainingCanHelp(v.Request.Sheet)
        );
}

public sealed record ReplyBody(RequestAnswer? Answer, string? Text, bool? IsTraining = null, Guid? Gap = null);
