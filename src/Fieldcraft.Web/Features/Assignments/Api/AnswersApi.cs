using Fieldcraft.Domain.Assignments;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Assignments.Api;

internal static class AnswersApi
{
    public static void MapUnderAssignment(RouteGroupBuilder assignments)
    {
        assignments
            .MapGet("/{id:guid}/answers", ListAsync)
            .WithName("ListAnswers")
            .WithSummary("All answers of all rounds to the questions about one assignment.")
            .Produces<AnswersJson>();
        assignments
            .MapPut("/{id:guid}/answers/{question}", AnswerAsync)
            .WithName("AnswerQuestion")
            .WithSummary("Answers a question in the present round; If-Match is \"0\" where there was no answer.")
            .Produces<Changed>();
    }

    public static void Map(RouteGroupBuilder answers)
    {
        answers
            .MapGet("/", ListOwnAsync)
            .WithName("ListOwnAnswers")
            .WithSummary("Your own answers about all assignments, the newest first; ?question= takes one question.")
            .Produces<Listed<OwnAnswerJson>>();
        answers.MapGet("/{id:guid}", FindAsync).WithName("ReadAnswer").WithSummary("One answer of your own.").Produces<AnswerJson>();
    }

    private static async Task<IResult> ListOwnAsync(
        string? question,
        Paging paging,
        AssignmentsReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var after = paging.After is { } id ? AnswerId.From(id) : (AnswerId?)null;
        var answers = await reading.AnswersAsync(viewer, question, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(answers, paging, a => a.Answer.Id.Value, a => new OwnAnswerJson(a.Of.Value, AnswerJson.Of(a.Answer))));
    }

    private static async Task<IResult> ListAsync(Guid id, AssignmentsReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        await reading.InquiryAsync(viewer, AssignmentId.From(id), null, cancellationToken) is { } inquiry
            ? Results.Ok(new AnswersJson(inquiry.Assignment.Round, [.. inquiry.Answers.Select(AnswerJson.Of)]))
            : Problem.NotFound.Result();

    private static async Task<IResult> FindAsync(
        Guid id,
        FieldcraftDb db,
        AssignmentsReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var answerId = AnswerId.From(id);
        if (await db.Answers.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(a => a.Id == answerId, cancellationToken) is not { } row)
        {
            return Problem.NotFound.Result();
        }

        var inquiry = (await reading.InquiryAsync(viewer, row.AssignmentId, row.Question, cancellationToken))!;
        var answer = inquiry.Answers.First(a => a.Id == answerId);
        return http.Versioned(answer.Version, AnswerJson.Of(answer));
    }

    private static async Task<IResult> AnswerAsync(
        Guid id,
        string question,
        AnswerBody body,
        HttpContext http,
        AssignmentsReading reading,
        AssignmentsWriting writing,
        Knowledge knowledge,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var wording = new AnswerWording(body.Text, body.Resonates, body.Stance);
        if (knowledge.Question(question) is null)
        {
            return Problem.NotFound.Result();
        }

        if (InputProblem.All(wording.Problems()) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var assignmentId = AssignmentId.From(id);
        var kept = await writing.AnswerAsync(viewer, assignmentId, question, wording, version, cancellationToken);
        switch (kept.Kept)
        {
            case Kept.Done:
                http.Response.SetVersion(kept.Version);
                return Results.Ok(new Changed(kept.Id, kept.Version));
            case Kept.Refused:
                return Problem.Refused(kept.Refusal!);
            case Kept.Meanwhile:
                var theirs = (await reading.InquiryAsync(viewer, assignmentId, question, cancellationToken))?.Now(question);
                return Problem.Meanwhile(body, theirs is null ? null : AnswerJson.Of(theirs));
            default:
                return Problem.NotFound.Result();
        }
    }
}
