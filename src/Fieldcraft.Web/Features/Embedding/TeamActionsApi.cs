using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>One look at a team action.</summary>
public sealed record TeamActionLookJson(int Weeks, DateOnly DueOn, LookAnswer? Answer, string? Text, DateTimeOffset? AnsweredAt);

/// <summary>A team action of the caller's team.</summary>
public sealed record TeamActionJson(
    Guid Id,
    Guid Module,
    string What,
    string Now,
    string Who,
    DateOnly? Due,
    DateOnly AgreedOn,
    bool Named,
    bool IsDropped,
    IReadOnlyList<TeamActionLookJson> Looks,
    int Version
)
{
    public static TeamActionJson Of(TeamAction a) =>
        new(
            a.Id.Value,
            a.ModuleId.Value,
            a.What,
            a.Now,
            a.Who,
            a.Due,
            a.AgreedOn,
            a.IsNamed,
            a.IsDropped,
            [.. a.Looks.OrderBy(l => l.Weeks).Select(l => new TeamActionLookJson(l.Weeks, l.DueOn, l.Answer, l.Text, l.AnsweredAt))],
            a.Version
        );
}

/// <summary>What a team starts; <c>who</c> is a part or "we".</summary>
public sealed record TeamActionBody(Guid? Module, string? What, string? Who = null, DateOnly? Due = null);

public sealed record TeamActionWordsBody(string? What, string? Who = null, DateOnly? Due = null);

public sealed record TeamActionNameBody(bool? Named);

/// <summary>What became of it; a change says to what, a drop may say why.</summary>
public sealed record LookBody(LookAnswer? Answer, string? Text = null);

/// <summary>What is withheld, and why.</summary>
public sealed record WithheldJson(string Rule, int Minimum);

/// <summary>Counts as teams report them themselves; null where withheld.</summary>
public sealed record LookCountJson(string Site, LookFiguresJson? Value, WithheldJson? Withheld);

public sealed record LookFiguresJson(int Asked, int Answered, int Done, int Changed, int Dropped, int Unanswered)
{
    public static LookFiguresJson? Of(LookCount? c) =>
        c is null ? null : new LookFiguresJson(c.Asked, c.Answered, c.Done, c.Changed, c.Dropped, c.Unanswered);
}

/// <summary>Self-reported counts of one module's actions at one look.</summary>
public sealed record ActionCountsJson(
    int Weeks,
    bool SelfReported,
    IReadOnlyList<LookCountJson> Sites,
    LookFiguresJson? Total,
    WithheldJson? Withheld
);

internal static class TeamActionsApi
{
    public static void Map(RouteGroupBuilder actions)
    {
        const string LastSays = "What is said last holds; nothing else is replaced.";
        actions
            .MapGet("/", ListAsync)
            .WithName("ListTeamActions")
            .WithSummary("Your team's actions, the newest first.")
            .Produces<Listed<TeamActionJson>>();
        actions
            .MapPost("/", AgreeAsync)
            .WithName("AgreeTeamAction")
            .WithSummary("What your team starts, about a module that was opened at your site.")
            .Produces<Made>(201);
        actions
            .MapPut("/{id:guid}", RewordAsync)
            .WithName("RewordTeamAction")
            .WithSummary("Says a team action in other words.")
            .Produces(204);
        actions
            .MapPut("/{id:guid}/name", NameAsync)
            .WithName("NameTeamOnBoard")
            .WithSummary("Whether the board may say whose team it is.")
            .WithoutVersion(LastSays)
            .Produces(204);
        actions
            .MapPut("/{id:guid}/looks/{weeks:int}", AnswerAsync)
            .WithName("AnswerTeamActionLook")
            .WithSummary("What became of it after 4, 12 or 24 weeks.")
            .WithoutVersion(LastSays)
            .Produces(204);
        actions
            .MapGet("/counts", CountsAsync)
            .WithName("CountTeamActions")
            .WithSummary("Self-reported counts by site for ?module= and ?weeks=; sites with few teams are withheld.")
            .Produces<ActionCountsJson>();
    }

    private static async Task<IResult> ListAsync(TeamActionsReading reading, CancellationToken cancellationToken) =>
        Results.Ok(Listed.Whole((await reading.OwnAsync(cancellationToken)).Select(a => TeamActionJson.Of(a.Action))));

    private static async Task<IResult> AgreeAsync(
        TeamActionBody body,
        TeamActionDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (InputProblem.All(TeamAction.Problems(body.What, body.Who)) is { } bad)
        {
            return bad;
        }

        if (body.Module is not { } module)
        {
            return InputProblem.Missing("module");
        }

        var id = await desk.AgreeAsync(viewer, ModuleId.From(module), body.What!, body.Who, body.Due, cancellationToken);
        return id is { } made ? Results.Created($"/api/v1/team-actions/{made.Value}", new Made(made.Value)) : Problem.NotFound.Result();
    }

    private static async Task<IResult> RewordAsync(
        Guid id,
        TeamActionWordsBody body,
        HttpContext http,
        TeamActionDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        InputProblem.All(TeamAction.Problems(body.What, body.Who))
        ?? (
            http.Request.VersionMatched() is { } version
                ? Problem.Answer(
                    await desk.RewordAsync(viewer, TeamActionId.From(id), version, body.What!, body.Who, body.Due, cancellationToken)
                )
                : Problem.IfMatchNeeded.Result()
        );

    private static async Task<IResult> NameAsync(
        Guid id,
        TeamActionNameBody body,
        TeamActionDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Named is { } named
            ? Problem.Answer(await desk.NameAsync(viewer, TeamActionId.From(id), named, cancellationToken))
            : InputProblem.Missing("named");

    private static async Task<IResult> AnswerAsync(
        Guid id,
        int weeks,
        LookBody body,
        TeamActionDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        !TeamAction.LooksAfterWeeks.Contains(weeks) ? Problem.NotFound.Result()
        : body.Answer is not { } answer ? InputProblem.Missing("answer")
        : answer == LookAnswer.Changed && string.IsNullOrWhiteSpace(body.Text) ? InputProblem.Missing("text")
        : body.Text?.Trim().Length > TeamAction.TextLength ? InputProblem.TooLong("text", TeamAction.TextLength)
        : Problem.Answer(await desk.AnswerAsync(viewer, TeamActionId.From(id), weeks, answer, body.Text, cancellationToken));

    private static async Task<IResult> CountsAsync(
        Guid? module,
        int? weeks,
        TeamActionsReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.MaySeeActionCounts())
        {
            return Problem.NotFound.Result();
        }

        if (module is not { } id)
        {
            return InputProblem.Missing("module");
        }

        if (!TeamAction.LooksAfterWeeks.Contains(weeks ?? 0))
        {
            return InputProblem.Of("weeks", InputProblems.OutOfRange);
        }

        var counts = await reading.CountsAsync(ModuleId.From(id), weeks!.Value, cancellationToken);
        return Results.Ok(
            new ActionCountsJson(
                weeks.Value,
                true,
                [.. counts.Sites.Select(s => new LookCountJson(s.Site, LookFiguresJson.Of(s.Figures), Withheld(s.Figures)))],
                LookFiguresJson.Of(counts.Total),
                Withheld(counts.Total)
            )
        );
    }

    private static WithheldJson? Withheld(LookCount? figures) => figures is null ? new WithheldJson("minimum", LookCounts.Minimum) : null;
}
