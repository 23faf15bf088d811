using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Growth;

internal static class GrowthApi
{
    private const string NothingToMeet = "A wording is never rewritten, so there is no version to meet.";

    public static void Map(RouteGroupBuilder growth)
    {
        growth
            .MapGet("/statements", StatementsAsync)
            .WithName("ListGrowthStatements")
            .WithSummary("Your wordings of who you want to become, or of what you want to do, newest first.")
            .Produces<IReadOnlyList<StatementJson>>();
        growth
            .MapPost("/statements", WriteAsync)
            .WithName("WriteGrowthStatement")
            .WithSummary("A new wording; earlier ones stay beside it.")
            .Produces<Made>(201);
        growth
            .MapDelete("/statements/{id:guid}", RemoveStatementAsync)
            .WithName("RemoveGrowthStatement")
            .WithSummary("Removes one wording and its key.")
            .WithoutVersion(NothingToMeet)
            .Produces(204);
        growth
            .MapGet("/reflections", ReflectionsAsync)
            .WithName("ListPullReflections")
            .WithSummary("Your reflections on the pull towards career and the pull towards growth, newest first.")
            .Produces<IReadOnlyList<ReflectionJson>>();
        growth
            .MapPost("/reflections", ReflectAsync)
            .WithName("ReflectOnPull")
            .WithSummary("Keeps a reflection; at least one of its parts says something.")
            .Produces<Made>(201);
        growth
            .MapDelete("/reflections/{id:guid}", RemoveReflectionAsync)
            .WithName("RemovePullReflection")
            .WithSummary("Removes one reflection and its key.")
            .WithoutVersion(NothingToMeet)
            .Produces(204);
        growth
            .MapGet("/aims", AimsAsync)
            .WithName("ReadAims")
            .WithSummary(
                "What you work towards, with targets on 1–7, importance 1–3 and your readiness 0–4; version 0 while there is nothing."
            )
            .Produces<AimsJson>();
        growth
            .MapPut("/aims", SetAimsAsync)
            .WithName("SetAims")
            .WithSummary("Keeps what you work towards as a whole; If-Match is \"0\" for the first.")
            .Produces<Changed>();
    }

    private static async Task<IResult> StatementsAsync(
        GrowthReading reading,
        Viewer viewer,
        CancellationToken cancellationToken,
        StatementKind kind = StatementKind.Become
    ) =>
        Results.Ok<IReadOnlyList<StatementJson>>([
            .. (await reading.StatementsAsync(viewer, kind, cancellationToken)).Select(s => new StatementJson(
                s.Id.Value,
                s.Kind,
                s.Text,
                s.WrittenAt
            )),
        ]);

    private static async Task<IResult> WriteAsync(StatementBody body, GrowthDesk desk, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(body.Text))
        {
            return InputProblem.Missing("text");
        }

        return body.Text.Trim().Length > GrowthStatement.TextLength
            ? InputProblem.TooLong("text", GrowthStatement.TextLength)
            : Results.Created(
                "/api/v1/growth/statements",
                new Made((await desk.WriteAsync(body.Kind, body.Text, cancellationToken)).Value)
            );
    }

    private static async Task<IResult> RemoveStatementAsync(Guid id, GrowthDesk desk, CancellationToken cancellationToken) =>
        await desk.RemoveStatementAsync(GrowthStatementId.From(id), cancellationToken) ? Results.NoContent() : Problem.NotFound.Result();

    private static async Task<IResult> ReflectionsAsync(ReflectionReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok<IReadOnlyList<ReflectionJson>>([
            .. (await reading.ListAsync(viewer, cancellationToken)).Select(r => new ReflectionJson(r.Id.Value, r.Answers, r.WrittenAt)),
        ]);

    private static async Task<IResult> ReflectAsync(PullAnswers answers, GrowthDesk desk, CancellationToken cancellationToken) =>
        InputProblem.All(answers.Problems())
        ?? Results.Created("/api/v1/growth/reflections", new Made((await desk.ReflectAsync(answers, cancellationToken)).Value));

    private static async Task<IResult> RemoveReflectionAsync(Guid id, GrowthDesk desk, CancellationToken cancellationToken) =>
        await desk.RemoveReflectionAsync(PullReflectionId.From(id), cancellationToken) ? Results.NoContent() : Problem.NotFound.Result();

    private static async Task<IResult> AimsAsync(
        GrowthReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var now = await reading.ReadAsync(viewer, cancellationToken);
        return http.Versioned(now.AimsVersion, new AimsJson(now.Aims, now.AimsVersion));
    }

    private static async Task<IResult> SetAimsAsync(
        AimsContent aims,
        HttpContext http,
        GrowthReading reading,
        GrowthDesk desk,
        FrameworkReading frameworks,
        Rules rules,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var catalogue = await frameworks.InUseAsync(cancellationToken);
        if (InputProblem.All(aims.Problems(id => catalogue.Find(id) is not null, rules.Value)) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var kept = await desk.SetAsync(_ => aims, null, version, cancellationToken);
        if (kept.Kept != Kept.Done)
        {
            return Problem.Meanwhile(aims, (await reading.ReadAsync(viewer, cancellationToken)).Aims);
        }

        http.Response.SetVersion(kept.Version);
        return Results.Ok(new Changed(kept.Id, kept.Version));
    }
}

/// <summary>What was made.</summary>
internal sealed record Made(Guid Id);

internal sealed record StatementJson(Guid Id, StatementKind Kind, string Text, DateTimeOffset WrittenAt);

internal sealed record StatementBody(string? Text, StatementKind Kind = StatementKind.Become);

internal sealed record ReflectionJson(Guid Id, PullAnswers Answers, DateTimeOffset WrittenAt);

internal sealed record AimsJson(AimsContent Aims, int Version);
