using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.SecondOpinions;

internal static class GiveOpinionApi
{
    public static void Map(RouteGroupBuilder opinions)
    {
        opinions.MapGet("/{secret}", LookAsync).WithName("LookAtSecondOpinionRequest").WithSummary("What the holder of the link is asked. Looking does not use it up.");
        opinions.MapPost("/{secret}", GiveAsync).WithName("GiveSecondOpinion").WithSummary("Gives the opinion, once.");
        opinions.MapDelete("/{secret}", DeclineAsync).WithName("DeclineSecondOpinion").WithSummary("Declines. Nobody is told.");
    }

    private static async Task<IResult> LookAsync(string secret, HttpContext http, GivingOpinions giving, CancellationToken cancellationToken) =>
        await TooManyAsync(http, giving, cancellationToken)
        ?? (
            await giving.LookAsync(secret, cancellationToken) is { } asked
                ? Results.Ok(new { asker = asked.Asker, giver = asked.Giver, shown = asked.Shown })
                : Problem.NotFound.Result()
        );

    private static async Task<IResult> GiveAsync(string secret, GivenOpinion opinion, HttpContext http, GivingOpinions giving, CancellationToken cancellationToken) =>
        await TooManyAsync(http, giving, cancellationToken)
        ?? InputProblem.All(opinion.Problems())
        ?? Answer(await giving.GiveAsync(secret, opinion, cancellationToken));

    private static async Task<IResult> DeclineAsync(string secret, HttpContext http, GivingOpinions giving, CancellationToken cancellationToken) =>
        await TooManyAsync(http, giving, cancellationToken) ?? Answer(await giving.DeclineAsync(secret, cancellationToken));

    private static IResult Answer(Outcome? outcome) =>
        outcome switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            _ => Results.NoContent(),
        };

    private static async Task<IResult?> TooManyAsync(HttpContext http, GivingOpinions giving, CancellationToken cancellationToken)
    {
        if (await giving.WaitAsync(http, cancellationToken) is not { } wait)
        {
            return null;
        }

        http.Response.SetTooMany(wait);
        return Problem.TooMany.Result();
    }
}
