using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Board;

/// <summary>Postings of the opportunity board.</summary>
internal static class PostingsApi
{
    public static void Map(RouteGroupBuilder postings)
    {
        postings
            .MapGet("/", ListAsync)
            .WithName("ListPostings")
            .WithSummary("Open postings, newest first; of one kind with ?kind=, your own with ?mine=true.")
            .Produces<Listed<PostingJson>>();
        postings
            .MapGet("/{id:guid}", FindAsync)
            .WithName("ReadPosting")
            .WithSummary("One posting that is open, or that you posted or asked about.")
            .Produces<PostingJson>();
        postings
            .MapPost("/", PostAsync)
            .WithName("PostPosting")
            .WithSummary("Posts a problem worth solving (who leads), a need or an offer. Nobody approves it.")
            .Produces<Changed>(201);
        postings
            .MapPut("/{id:guid}", RewordAsync)
            .WithName("RewordPosting")
            .WithSummary("Changes an own posting; send the version you changed in If-Match.")
            .Produces<Changed>();
        postings
            .MapPost("/{id:guid}/withdrawal", WithdrawAsync)
            .WithName("WithdrawPosting")
            .WithSummary("Takes an own posting off the board; who asked is told.")
            .WithoutVersion("It goes whatever it says by now.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(
        PostingKind? kind,
        bool? mine,
        BoardReading reading,
        Viewer viewer,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        var after = paging.After is { } id ? PostingId.From(id) : (PostingId?)null;
        var postings =
            mine == true
                ? await reading.OwnAsync(viewer, after, paging.Take, cancellationToken)
                : await reading.ListAsync(viewer, kind, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(postings, paging, p => p.Id.Value, PostingJson.Of));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        BoardReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, PostingId.From(id), cancellationToken) is { } posting
            ? http.Versioned(posting.Version, PostingJson.Of(posting))
            : Problem.NotFound.Result();

    private static async Task<IResult> PostAsync(
        PostingInput input,
        PostingDesk desk,
        BoardReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (InputProblem.All(input.Problems(reading.Today)) is { } problem)
        {
            return problem;
        }

        var posted = await desk.PostAsync(viewer, input.Wording(), input.Unit, cancellationToken);
        return posted.Value is { } posting
            ? Results.Created($"/api/v1/postings/{posting.Id.Value}", new Changed(posting.Id.Value, posting.Version))
            : Problem.Refused(posted.Refusal!);
    }

    private static async Task<IResult> RewordAsync(
        Guid id,
        PostingInput input,
        HttpContext http,
        PostingDesk desk,
        BoardReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (InputProblem.All(input.Problems(reading.Today)) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var (saved, now, refusal) = await desk.RewordAsync(viewer, PostingId.From(id), version, input.Wording(), cancellationToken);
        if (saved is null || refusal is not null)
        {
            return refusal is null ? Problem.NotFound.Result() : Problem.Refused(refusal);
        }

        if (!saved.Value)
        {
            var theirs = await reading.FindAsync(viewer, PostingId.From(id), cancellationToken);
            return Problem.Meanwhile(input, theirs is null ? null : PostingJson.Of(theirs));
        }

        http.Response.SetVersion(now);
        return Results.Ok(new Changed(id, now));
    }

    private static async Task<IResult> WithdrawAsync(Guid id, PostingDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.WithdrawAsync(viewer, PostingId.From(id), cancellationToken));
}

/// <summary>A posting as the API shows it.</summary>
public sealed record PostingJson(
    Guid Id,
    PostingInput Posting,
    string Poster,
    string? Unit,
    bool IsMine,
    bool IsOpen,
    PostingEnd? ClosedAs,
    DateOnly? FlaggedOn,
    Guid? MyInterest,
    DateTimeOffset PostedAt,
    int Version
)
{
    public static PostingJson Of(ReadPosting p) =>
        new(
            p.Id.Value,
            PostingInput.Of(p.Wording) with
            {
                Unit = p.UnitId?.Value,
            },
            p.Poster,
            p.Unit,
            p.IsMine,
            p.IsOpen,
            p.ClosedAs,
            p.FlaggedOn,
            p.MyInterest?.Value,
            p.PostedAt,
            p.Version
        );
}
