using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Stories;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Outcome = Fieldcraft.Domain.Shared.Outcome;

namespace Fieldcraft.Web.Features.Stories;

/// <summary>What tellers and interviewers do with their stories.</summary>
internal static class OwnStoriesApi
{
    public static void Map(RouteGroupBuilder stories)
    {
        stories
            .MapGet("/mine", ListAsync)
            .WithName("ListMyStories")
            .WithSummary("Stories that you told or wrote down, newest first.")
            .Produces<Listed<StoryJson>>();
        stories.MapGet("/mine/{id:guid}", FindAsync).WithName("ReadMyStory").WithSummary("One of them.").Produces<StoryJson>();
        stories
            .MapPost("/mine", WriteDownAsync)
            .WithName("WriteStoryDown")
            .WithSummary("Writes down an own story, or what somebody told you; nobody but you two can read it.")
            .Produces<Changed>(201);
        stories
            .MapPut("/mine/{id:guid}", RewriteAsync)
            .WithName("RewriteStory")
            .WithSummary("Saves the text; send the version you changed in If-Match. After the teller decided, only the teller can.")
            .Produces<Changed>();
        stories
            .MapPost("/mine/{id:guid}/handing-over", HandOverAsync)
            .WithName("HandStoryOver")
            .WithSummary("Asks the teller to read what you wrote down.")
            .WithoutVersion("The text stays as it is; asking twice is the same as once.")
            .Produces(204);
        stories
            .MapPost("/mine/{id:guid}/use", AllowAsync)
            .WithName("AllowStoryUse")
            .WithSummary("The teller allows a use of the version they have read: Attributed, Unattributed or OnlyForMap.")
            .Produces<Changed>();
        stories
            .MapPost("/mine/{id:guid}/withdrawal", WithdrawAsync)
            .WithName("WithdrawStory")
            .WithSummary("The teller takes the story back; it is gone everywhere at once, with its key.")
            .WithoutVersion("A withdrawal holds for whatever the text says by now.")
            .Produces(204);
        stories
            .MapDelete("/mine/{id:guid}", PutAwayAsync)
            .WithName("PutStoryAway")
            .WithSummary("Gives up a draft, or removes the trace of a withdrawn story.")
            .WithoutVersion("A story in use is refused; a draft goes whatever it says by now.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(StoriesReading reading, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var after = paging.After is { } id ? StoryId.From(id) : (StoryId?)null;
        var stories = await reading.MineAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(stories, paging, s => s.Id.Value, StoryJson.Of));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        StoriesReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, StoryId.From(id), cancellationToken) is { } story
            ? http.Versioned(story.Version, StoryJson.Of(story))
            : Problem.NotFound.Result();

    private static async Task<IResult> WriteDownAsync(
        NewStoryInput input,
        StoriesActions stories,
        ReaderSearch search,
        Knowledge knowledge,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var told = input.Story ?? new StoryInput();
        if (InputProblem.All(told.Problems(knowledge)) is { } problem)
        {
            return problem;
        }

        var teller = input.Teller is { } id ? PersonId.From(id) : viewer.PersonId;
        if (teller != viewer.PersonId && await search.NamedAsync(viewer, [teller], cancellationToken) is [])
        {
            return InputProblem.Of("teller", "cannot-read");
        }

        var story = await stories.WriteDownAsync(viewer, teller, told.Texts(), told.Kinds(), cancellationToken);
        return Results.Created($"/api/v1/stories/mine/{story.Id.Value}", new Changed(story.Id.Value, story.Version));
    }

    private static async Task<IResult> RewriteAsync(
        Guid id,
        StoryInput input,
        HttpContext http,
        StoriesActions stories,
        StoriesReading reading,
        Knowledge knowledge,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (InputProblem.All(input.Problems(knowledge)) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var story = StoryId.From(id);
        var change = await stories.RewriteAsync(viewer, story, version, input.Texts(), input.Kinds(), cancellationToken);
        return await AnswerAsync(change, id, input, http, reading, viewer, cancellationToken);
    }

    private static async Task<IResult> HandOverAsync(Guid id, StoriesActions stories, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await stories.HandOverAsync(viewer, StoryId.From(id), cancellationToken));

    private static async Task<IResult> AllowAsync(
        Guid id,
        StoryUseInput input,
        HttpContext http,
        StoriesActions stories,
        StoriesReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (input.Use is not (StoryConsent.Attributed or StoryConsent.Unattributed or StoryConsent.OnlyForMap))
        {
            return input.Use is null ? InputProblem.Missing("use") : InputProblem.WrongKind("use");
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var change = await stories.AllowAsync(viewer, StoryId.From(id), version, input.Use.Value, cancellationToken);
        return await AnswerAsync(change, id, input, http, reading, viewer, cancellationToken);
    }

    private static async Task<IResult> WithdrawAsync(Guid id, StoriesActions stories, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await stories.WithdrawAsync(viewer, StoryId.From(id), cancellationToken));

    private static async Task<IResult> PutAwayAsync(Guid id, StoriesActions stories, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await stories.PutAwayAsync(viewer, StoryId.From(id), cancellationToken));

    private static async Task<IResult> AnswerAsync(
        StoryChange change,
        Guid id,
        object yours,
        HttpContext http,
        StoriesReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        switch (change.End)
        {
            case SaveEnd.NotFound:
                return Problem.NotFound.Result();
            case SaveEnd.Refused:
                return Problem.Refused(change.Refusal!);
            case SaveEnd.ChangedMeanwhile:
                var theirs = await reading.FindAsync(viewer, StoryId.From(id), cancellationToken);
                return Problem.Meanwhile(yours, theirs is null ? null : StoryJson.Of(theirs));
            default:
                http.Response.SetVersion(change.Version);
                return Results.Ok(new Changed(id, change.Version));
        }
    }
}

/// <summary>What the API takes to write a story down; without a teller it is the caller's own.</summary>
public sealed record NewStoryInput(Guid? Teller, StoryInput? Story);

/// <summary>What the teller allows.</summary>
public sealed record StoryUseInput(StoryConsent? Use);

/// <summary>A story as its teller and its interviewer see it.</summary>
public sealed record StoryJson(
    Guid Id,
    bool IsTold,
    string Teller,
    string? Interviewer,
    StoryInput Story,
    StoryConsent Use,
    bool WaitsForTeller,
    int Version
)
{
    public static StoryJson Of(OpenStory s) =>
        new(s.Id.Value, s.IsTold, s.Teller, s.Interviewer, StoryInput.Of(s.Texts, s.Kinds), s.Consent, s.WaitsForTeller, s.Version);
}
