using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Api;

namespace Fieldcraft.Web.Features.Outcomes.Cases;

/// <summary>The draw of a module: its seed and how many it was drawn from, how far the asking is, and who agreed.</summary>
public sealed record CasesJson(
    long? Seed,
    int? FromHigh,
    int? FromLow,
    DateTimeOffset? DrawnAt,
    IReadOnlyList<CaseCountJson> Counts,
    IReadOnlyList<AgreedCaseJson> Agreed
);

public sealed record CaseCountJson(CaseSide Side, CaseState State, int Cases);

public sealed record AgreedCaseJson(Guid Id, CaseSide Side, string Leader, string? Title, bool IsApproved);

/// <summary>A case of one's own, or its story.</summary>
public sealed record CaseJson(
    Guid Id,
    Guid Module,
    CaseSide Side,
    CaseState State,
    string? Title,
    string? Story,
    DateTimeOffset? ApprovedAt
)
{
    public static CaseJson Of(OpenCase c) => new(c.Id.Value, c.Module.Value, c.Side, c.State, c.Title, c.Story, c.ApprovedAt);
}

/// <summary>A story of one page.</summary>
public sealed record StoryBody(string? Title, string? Story)
{
    public IResult? Problem() =>
        string.IsNullOrWhiteSpace(Title) ? InputProblem.Missing("title")
        : string.IsNullOrWhiteSpace(Story) ? InputProblem.Missing("story")
        : Title.Trim().Length > SuccessCase.TitleLength ? InputProblem.TooLong("title", SuccessCase.TitleLength)
        : Story.Trim().Length > SuccessCase.StoryLength ? InputProblem.TooLong("story", SuccessCase.StoryLength)
        : null;
}

internal static class CasesApi
{
    private const string AnsweredOnce = "An answer is given once; another one is refused by the state.";

    public static void Map(RouteGroupBuilder outcomes)
    {
        outcomes
            .MapPost("/modules/{id:guid}/draw", DrawAsync)
            .WithName("DrawSuccessCases")
            .WithSummary("Draws six teams from each end by lot and asks their leaders; once for each module.")
            .WithoutVersion("There is one draw; a second is refused.")
            .Produces<Made>(201);
        outcomes
            .MapGet("/modules/{id:guid}/cases", ListAsync)
            .WithName("ListSuccessCases")
            .WithSummary("The draw, how far the asking is, and the cases whose leader agreed.")
            .Produces<CasesJson>();
        outcomes.MapGet("/cases/{id:guid}", ReadAsync).WithName("ReadSuccessCase").WithSummary("A case of your own.").Produces<CaseJson>();
        outcomes
            .MapGet("/cases/{id:guid}/story", StoryAsync)
            .WithName("ReadSuccessStory")
            .WithSummary("A story that its leader lets be shown, or your own.")
            .Produces<CaseJson>();
        outcomes
            .MapPost("/cases/{id:guid}/agreement", AgreeAsync)
            .WithName("AgreeToSuccessCase")
            .WithSummary("You agree to be talked to; those who lead the programme see your name.")
            .WithoutVersion(AnsweredOnce)
            .Produces(204);
        outcomes
            .MapPost("/cases/{id:guid}/refusal", DeclineAsync)
            .WithName("DeclineSuccessCase")
            .WithSummary("You would rather not; the next of the lot is asked, and nobody learns your name.")
            .WithoutVersion(AnsweredOnce)
            .Produces(204);
        outcomes
            .MapDelete("/cases/{id:guid}/agreement", WithdrawAsync)
            .WithName("WithdrawSuccessCase")
            .WithSummary("You take it back: name and story are gone at once.")
            .WithoutVersion("It goes, whatever it says.")
            .Produces(204);
        outcomes
            .MapPut("/cases/{id:guid}/story", WriteAsync)
            .WithName("WriteSuccessStory")
            .WithSummary("Writes the story after the talk; the leader's approval of an earlier wording is gone.")
            .Produces(204);
        outcomes
            .MapPost("/cases/{id:guid}/story/approval", ApproveAsync)
            .WithName("ApproveSuccessStory")
            .WithSummary("You let the story be shown as you have read it.")
            .Produces(204);
    }

    private static async Task<IResult> DrawAsync(Guid id, CaseDesk desk, CancellationToken cancellationToken) =>
        await desk.DrawAsync(ModuleId.From(id), cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var made } => Results.Created($"/api/v1/outcomes/modules/{id}/cases", new Made(made.Value)),
        };

    private static async Task<IResult> ListAsync(Guid id, CaseReading reading, CancellationToken cancellationToken) =>
        await reading.OfModuleAsync(ModuleId.From(id), cancellationToken) is { } cases
            ? Results.Ok(
                new CasesJson(
                    cases.Draw?.Seed,
                    cases.Draw?.FromHigh,
                    cases.Draw?.FromLow,
                    cases.Draw?.DrawnAt,
                    [.. cases.States.OrderBy(s => s.Key).Select(s => new CaseCountJson(s.Key.Side, s.Key.State, s.Value))],
                    [.. cases.Agreed.Select(a => new AgreedCaseJson(a.Id.Value, a.Side, a.Leader, a.Title, a.IsApproved))]
                )
            )
            : Problem.NotFound.Result();

    private static async Task<IResult> ReadAsync(Guid id, HttpContext http, CaseReading reading, CancellationToken cancellationToken) =>
        await reading.OwnAsync(SuccessCaseId.From(id), cancellationToken) is { } own
            ? http.Versioned(own.Version, CaseJson.Of(own))
            : Problem.NotFound.Result();

    private static async Task<IResult> StoryAsync(Guid id, HttpContext http, CaseReading reading, CancellationToken cancellationToken) =>
        await reading.StoryAsync(SuccessCaseId.From(id), cancellationToken) is { } story
            ? http.Versioned(story.Version, CaseJson.Of(story))
            : Problem.NotFound.Result();

    private static async Task<IResult> AgreeAsync(Guid id, CaseDesk desk, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.AgreeAsync(SuccessCaseId.From(id), cancellationToken));

    private static async Task<IResult> DeclineAsync(Guid id, CaseDesk desk, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.DeclineAsync(SuccessCaseId.From(id), cancellationToken));

    private static async Task<IResult> WithdrawAsync(Guid id, CaseDesk desk, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.WithdrawAsync(SuccessCaseId.From(id), cancellationToken));

    private static async Task<IResult> WriteAsync(
        Guid id,
        StoryBody body,
        HttpContext http,
        CaseDesk desk,
        CancellationToken cancellationToken
    ) =>
        body.Problem()
        ?? (
            http.Request.VersionMatched() is { } version
                ? Problem.Answer(await desk.WriteAsync(SuccessCaseId.From(id), version, body.Title!, body.Story!, cancellationToken))
                : Problem.IfMatchNeeded.Result()
        );

    private static async Task<IResult> ApproveAsync(Guid id, HttpContext http, CaseDesk desk, CancellationToken cancellationToken) =>
        http.Request.VersionMatched() is { } version
            ? Problem.Answer(await desk.ApproveAsync(SuccessCaseId.From(id), version, cancellationToken))
            : Problem.IfMatchNeeded.Result();
}
