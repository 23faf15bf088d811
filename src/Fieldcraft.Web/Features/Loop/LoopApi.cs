using Fieldcraft.Domain.Loop;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>The answer that counts, as the API shows it.</summary>
public sealed record IdeaAnswerJson(
    IdeaAnswerKind Kind,
    string Who,
    DateOnly? On,
    string Words,
    LoopTier Tier,
    string? Unit,
    DateTimeOffset At
)
{
    public static IdeaAnswerJson Of(ShownAnswer a) => new(a.Kind, a.Who, a.On, a.Words, a.Tier, a.Unit, a.At);
}

/// <summary>An idea as the API shows it; of one that was merged, tier, date and answer are those of the idea whose answer counts.</summary>
public sealed record TeamIdeaJson(
    Guid Id,
    string Text,
    Guid Module,
    Guid Site,
    string SiteName,
    string? Author,
    string? Leader,
    DateTimeOffset SubmittedAt,
    LoopTier Tier,
    string? Unit,
    DateOnly DueOn,
    DateOnly? LateSince,
    Guid? MergedInto,
    IdeaAnswerJson? Answer,
    int Version
)
{
    public static TeamIdeaJson Of(IdeaLine i) =>
        new(
            i.Id.Value,
            i.Text,
            i.ModuleId.Value,
            i.SiteId.Value,
            i.Site,
            i.Author,
            i.Leader,
            i.SubmittedAt,
            i.Tier,
            i.Unit,
            i.DueOn,
            i.LateSince,
            i.RootId?.Value,
            i.Answer is { } answer ? IdeaAnswerJson.Of(answer) : null,
            i.Version
        );
}

/// <summary>A time at one tier.</summary>
public sealed record IdeaStayJson(
    LoopTier Tier,
    string? Unit,
    DateTimeOffset ArrivedAt,
    DateOnly DueOn,
    DateTimeOffset? LeftAt,
    StayEnd? End
);

/// <summary>An idea with its way and its answers, earlier ones included.</summary>
public sealed record OpenIdeaJson(TeamIdeaJson Idea, IReadOnlyList<IdeaStayJson> Way, IReadOnlyList<IdeaAnswerJson> Answers);

/// <summary>An idea as the API takes it.</summary>
/// <param name="Forward">By the team's leader: it goes one tier up at once, where the place is free.</param>
public sealed record TeamIdeaBody(string? Text, Guid? Module, bool Named = false, bool Forward = false);

/// <summary>An answer as the API takes it; <c>into</c> names the other idea when it is merged.</summary>
public sealed record IdeaAnswerBody(IdeaAnswerKind? Kind, string? Who = null, DateOnly? On = null, string? Words = null, Guid? Into = null)
{
    public AnswerFacts ToFacts() => new(Kind!.Value, Who, On, Words);

    /// <param name="mayMerge">Whether merging is a choice here.</param>
    public IResult? Problem(bool mayMerge) =>
        Kind is null ? InputProblem.Missing("kind")
        : Kind == IdeaAnswerKind.Merged && mayMerge ? MergeProblem()
        : InputProblem.All(ToFacts().Problems());

    private IResult? MergeProblem() =>
        Into is null ? InputProblem.Missing("into")
        : Words?.Trim().Length > IdeaAnswer.WordsLength ? InputProblem.TooLong("words", IdeaAnswer.WordsLength)
        : null;
}

/// <summary>The loop in one place.</summary>
public sealed record LoopMeasuresJson(
    int Ideas,
    int Teams,
    decimal? IdeasPerTeam,
    decimal? ForwardedShare,
    decimal? InTimeShare,
    decimal? MedianDays,
    int Answered,
    int AdoptedOrTried,
    int TeamsWaiting
)
{
    public static LoopMeasuresJson Of(LoopMeasures m) =>
        new(m.Ideas, m.Teams, m.IdeasPerTeam, m.ForwardedShare, m.InTimeShare, m.MedianDays, m.Answered, m.AdoptedOrTried, m.TeamsWaiting);
}

/// <summary>The loop in one unit; no measures where fewer than five people work.</summary>
public sealed record MeasuredUnitJson(Guid Unit, string Name, UnitKind Kind, LoopMeasuresJson? Measures);

/// <summary>The loop of a programme, as far as the caller answers for it.</summary>
public sealed record LoopPictureJson(Guid Programme, LoopMeasuresJson? Whole, IReadOnlyList<MeasuredUnitJson> Units);

internal static class LoopApi
{
    public static void Map(RouteGroupBuilder ideas)
    {
        ideas
            .MapGet("/", ListAsync)
            .WithName("ListTeamIdeas")
            .WithSummary("Ideas of your team and your own, newest first, with where they stand or their answer.")
            .Produces<Listed<TeamIdeaJson>>();
        ideas
            .MapGet("/to-answer", ToAnswerAsync)
            .WithName("ListIdeasToAnswer")
            .WithSummary("Ideas that wait for your answer, the first due first.")
            .Produces<Listed<TeamIdeaJson>>();
        ideas
            .MapGet("/measures/{programme:guid}", MeasuresAsync)
            .WithName("ReadLoopMeasures")
            .WithSummary("How the loop runs, for units that you lead or a programme that you answer for.")
            .Produces<LoopPictureJson>();
        ideas
            .MapGet("/{id:guid}", ReadAsync)
            .WithName("ReadTeamIdea")
            .WithSummary("One idea with its way from tier to tier and its answers.")
            .Produces<OpenIdeaJson>();
        ideas
            .MapPost("/", SubmitAsync)
            .WithName("SubmitTeamIdea")
            .WithSummary("Submits an idea of your team. It has an owner and a date from this moment until it is answered.")
            .Produces<Made>(201);
        ideas
            .MapPost("/{id:guid}/forward", ForwardAsync)
            .WithName("ForwardTeamIdea")
            .WithSummary("Picks an idea that waits for you for the tier above: one a session for a team, three a round above.")
            .WithoutVersion("It only goes up; nothing that is written is replaced.")
            .Produces(204);
        ideas
            .MapPost("/{id:guid}/answer", AnswerAsync)
            .WithName("AnswerTeamIdea")
            .WithSummary("Gives the one answer: adopted, trial, merged into another, not now. Every team that contributed is told.")
            .WithoutVersion("An idea is answered once; a second answer is refused.")
            .Produces(204);
        ideas
            .MapPut("/{id:guid}/answer", CorrectAsync)
            .WithName("CorrectTeamIdeaAnswer")
            .WithSummary("The answer turned out otherwise: the earlier one stays readable, and the teams are told again.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(LoopReading reading, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var after = paging.After is { } id ? TeamIdeaId.From(id) : (TeamIdeaId?)null;
        var ideas = await reading.OfTeamAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(ideas, paging, i => i.Id.Value, TeamIdeaJson.Of));
    }

    private static async Task<IResult> ToAnswerAsync(LoopReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(Listed.Whole((await reading.ToAnswerAsync(viewer, cancellationToken)).Select(TeamIdeaJson.Of)));

    private static async Task<IResult> MeasuresAsync(Guid programme, LoopMeasuresReading reading, CancellationToken cancellationToken)
    {
        if ((await reading.ProgrammesAsync(cancellationToken)).FirstOrDefault(p => p.Id.Value == programme) is not { } measured)
        {
            return Problem.NotFound.Result();
        }

        var picture = await reading.OfAsync(measured, cancellationToken);
        return Results.Ok(
            new LoopPictureJson(
                programme,
                picture.Whole is { } whole ? LoopMeasuresJson.Of(whole) : null,
                [
                    .. picture.Units.Select(u => new MeasuredUnitJson(
                        u.Id.Value,
                        u.Name,
                        u.Kind,
                        u.Measures is { } measures ? LoopMeasuresJson.Of(measures) : null
                    )),
                ]
            )
        );
    }

    private static async Task<IResult> ReadAsync(
        Guid id,
        LoopReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, TeamIdeaId.From(id), cancellationToken) is { } idea
            ? http.Versioned(
                idea.Line.Version,
                new OpenIdeaJson(
                    TeamIdeaJson.Of(idea.Line),
                    [.. idea.Stays.Select(s => new IdeaStayJson(s.Tier, s.Unit, s.ArrivedAt, s.DueOn, s.LeftAt, s.End))],
                    [.. idea.Answers.Select(a => IdeaAnswerJson.Of(a.Said))]
                )
            )
            : Problem.NotFound.Result();

    private static async Task<IResult> SubmitAsync(
        TeamIdeaBody body,
        OwnIdeas own,
        LoopDesk desk,
        FieldcraftDb db,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(body.Text) || body.Module is null)
        {
            return InputProblem.Missing(string.IsNullOrWhiteSpace(body.Text) ? "text" : "module");
        }

        if (body.Text.Trim().Length > TeamIdea.TextLength)
        {
            return InputProblem.TooLong("text", TeamIdea.TextLength);
        }

        if (await own.SourceAsync(viewer, ModuleId.From(body.Module.Value), cancellationToken) is not { } source)
        {
            return Problem.NotFound.Result();
        }

        var idea = desk.Submit(viewer, source, body.Text, body.Named, body.Forward && source.Origin.Leader == viewer.PersonId);
        await db.SaveChangesAsync(cancellationToken);
        return Results.Created($"/api/v1/ideas/{idea.Id.Value}", new Made(idea.Id.Value));
    }

    private static async Task<IResult> ForwardAsync(Guid id, LoopDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.ForwardAsync(viewer, TeamIdeaId.From(id), cancellationToken));

    private static async Task<IResult> AnswerAsync(
        Guid id,
        IdeaAnswerBody body,
        LoopDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Problem(mayMerge: true) is { } problem)
        {
            return problem;
        }

        var idea = TeamIdeaId.From(id);
        return Problem.Answer(
            body.Kind == IdeaAnswerKind.Merged
                ? await desk.MergeAsync(viewer, idea, TeamIdeaId.From(body.Into!.Value), body.Words, cancellationToken)
                : await desk.AnswerAsync(viewer, idea, body.ToFacts(), cancellationToken)
        );
    }

    private static async Task<IResult> CorrectAsync(
        Guid id,
        IdeaAnswerBody body,
        HttpContext http,
        LoopDesk desk,
        LoopReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Problem(mayMerge: false) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var outcome = await desk.CorrectAsync(viewer, TeamIdeaId.From(id), version, body.ToFacts(), cancellationToken);
        if (outcome?.Refusal is not { Code: "idea-changed-meanwhile" })
        {
            return Problem.Answer(outcome);
        }

        var theirs = await reading.FindAsync(viewer, TeamIdeaId.From(id), cancellationToken);
        return Problem.Meanwhile(body, theirs?.Line is { } line ? TeamIdeaJson.Of(line) : null);
    }
}
