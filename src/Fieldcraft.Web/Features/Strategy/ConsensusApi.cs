using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Strategy;

internal static class ConsensusApi
{
    public static void Map(RouteGroupBuilder votes)
    {
        votes
            .MapGet("/", VotesAsync)
            .WithName("ListConsensusVotes")
            .WithSummary("The votes on whether learning matters, newest first; counts once they are revealed.")
            .Produces<Listed<VoteJson>>();
        votes.MapPost("/", OpenVoteAsync).WithName("OpenConsensusVote").WithSummary("Opens a vote.").Produces<Changed>(201);
        votes
            .MapPost("/{id:guid}/ballots", VoteAsync)
            .WithName("GiveConsensusVote")
            .WithSummary("Your vote from 1 to 5, once; nobody can find out whose it was.")
            .Produces(204)
            .WithoutVersion("A vote is given once.");
        votes
            .MapPost("/{id:guid}/reveal", RevealAsync)
            .WithName("RevealConsensusVote")
            .WithSummary("Shows all votes at one moment; five at least.")
            .Produces(204)
            .WithoutVersion("A vote is revealed once.");
    }

    private static async Task<IResult> VotesAsync(
        StrategyReading reading,
        ConsensusDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        viewer.MayReadStrategy() && await reading.TopAsync(viewer, cancellationToken) is { } unit
            ? Results.Ok(
                Listed.Whole(
                    (await desk.LookAsync(viewer, unit.Id, cancellationToken)).Votes.Select(v => new VoteJson(
                        v.Id.Value,
                        v.OpenedAt,
                        v.RevealedAt,
                        v.Counts
                    ))
                )
            )
            : Problem.NotFound.Result();

    private static async Task<IResult> OpenVoteAsync(
        StrategyReading reading,
        ConsensusDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await reading.TopAsync(viewer, cancellationToken) is not { } unit
            ? Problem.NotFound.Result()
            : await desk.OpenAsync(viewer, unit, cancellationToken) switch
            {
                null => Problem.NotFound.Result(),
                { Refusal: { } refusal } => Problem.Refused(refusal),
                { Value: var vote } => Results.Created("/api/v1/strategy/consensus-votes", new Changed(vote!.Id.Value, vote.Version)),
            };

    private static async Task<IResult> VoteAsync(
        Guid id,
        VoteBody body,
        ConsensusDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Value is not (>= ConsensusVote.Least and <= ConsensusVote.Most)
            ? InputProblem.Of("value", "out-of-range")
            : Problem.Answer(await desk.VoteAsync(viewer, ConsensusVoteId.From(id), body.Value.Value, cancellationToken));

    private static async Task<IResult> RevealAsync(
        Guid id,
        StrategyReading reading,
        ConsensusDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await reading.TopAsync(viewer, cancellationToken) is { } unit
            ? Problem.Answer(await desk.RevealAsync(viewer, unit, ConsensusVoteId.From(id), cancellationToken))
            : Problem.NotFound.Result();
}

/// <summary>A vote; how many said 1 to 5, in that order, once it is revealed.</summary>
public sealed record VoteJson(Guid Id, DateTimeOffset OpenedAt, DateTimeOffset? RevealedAt, IReadOnlyList<int> Counts);

public sealed record VoteBody(int? Value);
