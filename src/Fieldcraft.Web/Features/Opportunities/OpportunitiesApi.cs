using Fieldcraft.Domain.Opportunities;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Features.Opportunities;

internal static class OpportunitiesApi
{
    public static void Map(RouteGroupBuilder opportunities)
    {
        opportunities
            .MapGet("/questions", Questions)
            .WithName("ListProbingQuestions")
            .WithSummary("The 58 questions for a talk with an internal customer, by purpose.")
            .Produces<Listed<ProbingQuestionJson>>();
        opportunities
            .MapPost("/reframing", Reframe)
            .WithName("ReframeSentence")
            .WithSummary(
                "Looks at one sentence, in English, for what closes a talk; nothing is kept. No offer: nothing closes it, or the rules are not sure."
            )
            .WithoutVersion("Nothing is changed.")
            .RepeatsFreely()
            .Produces<ReframingJson>();
    }

    private static IResult Questions(ProbingQuestions questions, Words words) =>
        Results.Ok(Listed.Whole(questions.All.Select(q => new ProbingQuestionJson(q.Id, q.Purpose, words[q.TextWord]))));

    private static IResult Reframe(SentenceBody body) =>
        string.IsNullOrWhiteSpace(body.Sentence) ? InputProblem.Missing("sentence")
        : body.Sentence.Trim().Length > Reframing.LengthAtMost ? InputProblem.TooLong("sentence", Reframing.LengthAtMost)
        : Results.Ok(new ReframingJson(Reframing.Of(body.Sentence)));

    internal sealed record SentenceBody(string? Sentence);

    internal sealed record ProbingQuestionJson(string Id, string Purpose, string Text);

    internal sealed record ReframingJson(ReframingOffer? Offer);
}
