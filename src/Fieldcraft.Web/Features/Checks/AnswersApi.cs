using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>The rater's side for programs: the secret of the link is the permission, and its first use uses it up.</summary>
internal static class AnswersApi
{
    private const string Once = "Who holds the link has seen no version; its first use uses it up.";

    public static void Map(RouteGroupBuilder answers)
    {
        answers
            .MapGet("/{secret}", LookAsync)
            .WithName("LookAtAssessmentRequest")
            .WithSummary("What the holder of the link is asked. Looking does not use it up.")
            .Produces<AskedViewJson>();
        answers
            .MapPost("/{secret}", AnswerAsync)
            .WithName("AnswerAssessment")
            .WithSummary("Answers, once. Nobody can open the answer before the round closes, and nobody by itself afterwards.")
            .Produces(204)
            .WithoutVersion(Once);
        answers
            .MapDelete("/{secret}", DeclineAsync)
            .WithName("DeclineAssessment")
            .WithSummary("Declines. Nobody is told.")
            .Produces(204)
            .WithoutVersion(Once);
    }

    private static async Task<IResult> LookAsync(string secret, RaterDesk desk, Words words, CancellationToken cancellationToken) =>
        await desk.LookAsync(secret, cancellationToken) is { } asked
            ? Results.Ok(AskedViewJson.Of(asked, words))
            : Problem.NotFound.Result();

    private static async Task<IResult> AnswerAsync(string secret, AnswerInput input, RaterDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.LookAsync(secret, cancellationToken) is not { } asked)
        {
            return Problem.NotFound.Result();
        }

        var ratings = RatingsInput.Of(input.Ratings, input.Statements);
        return InputProblem.All(ratings.Problems(id => asked.Asked.Contains(id, StringComparer.Ordinal)))
            ?? (
                input.Comment?.Trim().Length > AnswerContent.CommentLength
                    ? InputProblem.TooLong("comment", AnswerContent.CommentLength)
                    : Problem.Answer(await desk.AnswerAsync(secret, ratings, input.Comment, cancellationToken))
            );
    }

    private static async Task<IResult> DeclineAsync(string secret, RaterDesk desk, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.DeclineAsync(secret, cancellationToken));
}

/// <summary>What a rater says: ratings 1–7 by capability, null for not observed; statements in the full form; one comment or none.</summary>
public sealed record AnswerInput(
    IReadOnlyDictionary<string, int?>? Ratings = null,
    IReadOnlyDictionary<string, IReadOnlyList<int?>>? Statements = null,
    string? Comment = null
);

/// <summary>Who asks, as which group, until when, and about what.</summary>
public sealed record AskedViewJson(
    string Asker,
    RaterGroup Group,
    CheckForm Form,
    DateOnly ClosesOn,
    IReadOnlyList<AskedCapabilityJson> Capabilities
)
{
    internal static AskedViewJson Of(AskedView asked, Words words) =>
        new(
            asked.Asker,
            asked.Group,
            asked.Form,
            asked.ClosesOn,
            [
                .. asked.Asked.Select(id => new AskedCapabilityJson(
                    id,
                    asked.Catalogue.NameOf(id, words),
                    [.. Enumerable.Range(1, Capability.Levels).Select(l => asked.Catalogue.LevelOf(id, l, words))],
                    asked.Form == CheckForm.Full ? asked.Catalogue.StatementsOf(id, words) : []
                )),
            ]
        );
}

/// <summary>One capability: the anchors of 1, 3, 5 and 7, and the behaviours of the full form.</summary>
public sealed record AskedCapabilityJson(string Id, string Name, IReadOnlyList<string> Anchors, IReadOnlyList<string> Statements);
