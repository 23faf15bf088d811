using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Board;

/// <summary>What is the caller's alone, or theirs and one other person's: the growth-first order, and conversations about postings.</summary>
internal static class InterestsApi
{
    private const string StateSaysIt = "A conversation is only changed in the state it is in; anything else is refused.";

    public static void Map(RouteGroupBuilder postings)
    {
        postings
            .MapGet("/growth-first", GrowthFirstAsync)
            .WithName("ListPostingsGrowthFirst")
            .WithSummary("Open postings in the order of what they build for you, with the reason; nobody else can ask for it.")
            .Produces<Listed<OrderedPostingJson>>();
        postings
            .MapPost("/{id:guid}/interests", ExpressAsync)
            .WithName("ExpressInterest")
            .WithSummary("Starts a conversation about a posting; only you and its owner read it.")
            .WithoutVersion("It makes something new; the posting stays as it is.")
            .Produces<Changed>(201);
        postings
            .MapGet("/interests", ListAsync)
            .WithName("ListInterests")
            .WithSummary("Your conversations about postings, on both sides, newest first.")
            .Produces<Listed<InterestJson>>();
        postings.MapGet("/interests/{id:guid}", FindAsync).WithName("ReadInterest").WithSummary("One of them.").Produces<InterestJson>();
        postings
            .MapPost("/interests/{id:guid}/lines", WriteAsync)
            .WithName("WriteInterestLine")
            .WithSummary("Writes a line; the other one is told.")
            .WithoutVersion("It adds a line; nothing is overwritten.")
            .Produces(204);
        postings
            .MapPost("/interests/{id:guid}/taking-up", TakeUpAsync)
            .WithName("TakeInterestUp")
            .WithSummary("The owner of the posting goes on with this person; the posting closes as taken up.")
            .WithoutVersion(StateSaysIt)
            .Produces(204);
        postings
            .MapPost("/interests/{id:guid}/end", EndAsync)
            .WithName("EndInterest")
            .WithSummary("One of the two ends the conversation.")
            .WithoutVersion(StateSaysIt)
            .Produces(204);
        postings
            .MapPut("/interests/{id:guid}/newness", SayNewnessAsync)
            .WithName("SayNewnessOfWork")
            .WithSummary("How new such work would be for you; never shown to the owner of the posting.")
            .WithoutVersion("One person gives one answer; the last is the one they meant.")
            .Produces(204);
    }

    private static async Task<IResult> GrowthFirstAsync(
        PostingKind? kind,
        string? capability,
        GrowthFirst growth,
        Words words,
        Viewer viewer,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        var board = await growth.OrderAsync(viewer, kind, capability, cancellationToken);
        var rows = board.Postings.SkipWhile(p => paging.After is { } id && p.Posting.Id.Value != id);
        List<OrderedPosting> part = [.. rows.Skip(paging.After is null ? 0 : 1).Take(paging.Take)];
        return Results.Ok(Listed.Of(part, paging, p => p.Posting.Id.Value, p => OrderedPostingJson.Of(p, board, words)));
    }

    private static async Task<IResult> ExpressAsync(
        Guid id,
        InterestInput input,
        InterestDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (Problems("message", input.Message) is { } problem)
        {
            return problem;
        }

        return await desk.ExpressAsync(viewer, PostingId.From(id), input.Message!, input.Newness, cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var interest } => Results.Created(
                $"/api/v1/postings/interests/{interest!.Id.Value}",
                new Changed(interest.Id.Value, interest.Version)
            ),
        };
    }

    private static async Task<IResult> ListAsync(InterestReading reading, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var after = paging.After is { } id ? InterestId.From(id) : (InterestId?)null;
        var interests = await reading.ListAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(interests, paging, i => i.Id.Value, InterestJson.Of));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        InterestReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, InterestId.From(id), cancellationToken) is { } interest
            ? http.Versioned(interest.Version, InterestJson.Of(interest))
            : Problem.NotFound.Result();

    private static async Task<IResult> WriteAsync(
        Guid id,
        LineInput input,
        InterestDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problems("text", input.Text) ?? Problem.Answer(await desk.WriteAsync(viewer, InterestId.From(id), input.Text!, cancellationToken));

    private static async Task<IResult> TakeUpAsync(Guid id, InterestDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.TakeUpAsync(viewer, InterestId.From(id), cancellationToken));

    private static async Task<IResult> EndAsync(Guid id, InterestDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.EndAsync(viewer, InterestId.From(id), cancellationToken));

    private static async Task<IResult> SayNewnessAsync(
        Guid id,
        NewnessInput input,
        InterestDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.SayNewnessAsync(viewer, InterestId.From(id), input.Newness, cancellationToken));

    private static IResult? Problems(string path, string? text) =>
        string.IsNullOrWhiteSpace(text) ? InputProblem.Missing(path)
        : text.Trim().Length > Interest.LineLength ? InputProblem.TooLong(path, Interest.LineLength)
        : null;
}

/// <summary>The first message, and how new such work would be.</summary>
public sealed record InterestInput(string? Message = null, WorkNewness? Newness = null);

public sealed record LineInput(string? Text = null);

public sealed record NewnessInput(WorkNewness? Newness = null);

public sealed record LineJson(bool IsMine, string Text, DateTimeOffset At);

/// <summary>A conversation as the API shows it to one of the two; <c>newness</c> to the interested person alone.</summary>
public sealed record InterestJson(
    Guid Id,
    Guid Posting,
    string Title,
    bool IsPoster,
    string Other,
    InterestState State,
    WorkNewness? Newness,
    IReadOnlyList<LineJson> Lines,
    int Version
)
{
    public static InterestJson Of(OpenInterest i) =>
        new(
            i.Id.Value,
            i.PostingId.Value,
            i.Title,
            i.IsPoster,
            i.Other,
            i.State,
            i.Newness,
            [.. i.Lines.Select(l => new LineJson(l.IsMine, l.Text, l.At))],
            i.Version
        );
}

/// <summary>What a challenge of the posting builds, and how much of the sum it is.</summary>
public sealed record PostingPartJson(string Dimension, string Capability, decimal Stretch, decimal Credit, int Weight, decimal Value);

/// <summary>A posting in the caller's order. Fit and value are null where it builds none of their gaps.</summary>
public sealed record OrderedPostingJson(
    PostingJson Posting,
    ExperienceFit? Fit,
    string Why,
    decimal? Value,
    IReadOnlyList<PostingPartJson> Parts
)
{
    internal static OrderedPostingJson Of(OrderedPosting p, OrderedBoard board, Words words) =>
        new(
            PostingJson.Of(p.Posting),
            p.Match?.Fit,
            BoardWords.Why(p, board, words),
            p.Match?.Value.Total,
            [
                .. (p.Match?.Value.Parts ?? []).Select(v => new PostingPartJson(
                    v.Dimension.Id,
                    v.Capability,
                    v.Stretch,
                    v.Credit,
                    v.Weight,
                    v.Value
                )),
            ]
        );
}
