using Fieldcraft.Domain.Feedback;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Feedback.Giving;

/// <summary>The giver's side for programs: the secret of the link is the permission, and its first use uses it up.</summary>
internal static class GiveFeedbackApi
{
    private const string NoVersion = "Who holds the link has seen no version; its first use uses it up.";

    public static void Map(RouteGroupBuilder feedback)
    {
        feedback
            .MapGet("/{secret}", LookAsync)
            .WithName("LookAtFeedbackRequest")
            .WithSummary("What the holder of the link is asked. Looking does not use it up.")
            .Produces<AskedQuestion>();
        feedback
            .MapPost("/{secret}", GiveAsync)
            .WithName("GiveFeedback")
            .WithSummary("Answers one or both questions, once.")
            .Produces(204)
            .WithoutVersion(NoVersion);
        feedback
            .MapDelete("/{secret}", DeclineAsync)
            .WithName("DeclineFeedback")
            .WithSummary("Declines. The person who asked is not told.")
            .Produces(204)
            .WithoutVersion(NoVersion);
    }

    private static async Task<IResult> LookAsync(string secret, FeedbackGiving giving, CancellationToken cancellationToken) =>
        await giving.FindAsync(secret, cancellationToken) is { } asked ? Results.Ok(asked) : Problem.NotFound.Result();

    private static async Task<IResult> GiveAsync(
        string secret,
        GivenFeedback given,
        FeedbackGiving giving,
        CancellationToken cancellationToken
    ) => given.Problem() ?? Problem.Answer(await giving.AnswerAsync(secret, given.Keep, given.Change, cancellationToken));

    private static async Task<IResult> DeclineAsync(string secret, FeedbackGiving giving, CancellationToken cancellationToken) =>
        Problem.Answer(await giving.DeclineAsync(secret, cancellationToken));
}

/// <summary>What the API takes as feedback: one of the two, or both.</summary>
public sealed record GivenFeedback(string? Keep = null, string? Change = null)
{
    internal IResult? Problem() =>
        string.IsNullOrWhiteSpace(Keep) && string.IsNullOrWhiteSpace(Change) ? InputProblem.Missing("keep")
        : Keep?.Trim().Length > FeedbackRequest.AnswerLength ? InputProblem.TooLong("keep", FeedbackRequest.AnswerLength)
        : Change?.Trim().Length > FeedbackRequest.AnswerLength ? InputProblem.TooLong("change", FeedbackRequest.AnswerLength)
        : null;
}
