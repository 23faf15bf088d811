using Fieldcraft.Domain.Assignments;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.SecondOpinions;

internal static class GiveOpinionApi
{
    public static void Map(RouteGroupBuilder opinions)
    {
        const string once = "The link works once; whoever comes second is refused.";
        opinions
            .MapGet("/{secret}", LookAsync)
            .WithName("LookAtSecondOpinionRequest")
            .WithSummary("What the holder of the link is asked. Looking does not use it up.")
            .Produces<AskedForJson>();
        opinions
            .MapPost("/{secret}", GiveAsync)
            .WithName("GiveSecondOpinion")
            .WithSummary("Gives the opinion, once.")
            .WithoutVersion(once)
            .Produces(StatusCodes.Status204NoContent);
        opinions
            .MapDelete("/{secret}", DeclineAsync)
            .WithName("DeclineSecondOpinion")
            .WithSummary("Declines. Nobody is told.")
            .WithoutVersion(once)
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> LookAsync(string secret, GivingOpinions giving, CancellationToken cancellationToken) =>
        await giving.LookAsync(secret, cancellationToken) is { } asked
            ? Results.Ok(new AskedForJson(asked.Asker, asked.Giver, asked.Shown))
            : Problem.NotFound.Result();

    private static async Task<IResult> GiveAsync(
        string secret,
        GivenOpinion opinion,
        GivingOpinions giving,
        CancellationToken cancellationToken
    ) => InputProblem.All(opinion.Problems()) ?? Problem.Answer(await giving.GiveAsync(secret, opinion, cancellationToken));

    private static async Task<IResult> DeclineAsync(string secret, GivingOpinions giving, CancellationToken cancellationToken) =>
        Problem.Answer(await giving.DeclineAsync(secret, cancellationToken));
}

/// <summary>Who asks, as what, and about which work.</summary>
public sealed record AskedForJson(string Asker, OpinionGiver Giver, string Shown);
