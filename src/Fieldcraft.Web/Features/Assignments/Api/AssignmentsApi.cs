using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Assignments.BeginRound;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Assignments.Api;

internal static class AssignmentsApi
{
    public static void Map(RouteGroupBuilder assignments)
    {
        assignments.MapGet("/", ListAsync).WithName("ListAssignments").WithSummary("Your own assignments, newest first, ended ones included.");
        assignments.MapGet("/{id:guid}", FindAsync).WithName("ReadAssignment").WithSummary("One assignment of your own.");
        assignments.MapPost("/", BringAsync).WithName("BringAssignment").WithSummary("Brings an assignment; only the title is needed.");
        assignments.MapPut("/{id:guid}", DescribeAsync).WithName("DescribeAssignment").WithSummary("Describes it anew; send the version you changed in If-Match.");
        assignments.MapPost("/{id:guid}/end", EndAsync).WithName("EndAssignment").WithSummary("Ends it with its lesson, or mends both.");
        assignments.MapPost("/{id:guid}/take-up", TakeUpAsync).WithName("TakeUpAssignment").WithSummary("It goes on after all.");
        assignments.MapPost("/{id:guid}/rounds", BeginRoundAsync).WithName("BeginRound").WithSummary("Goes through the questions once more; the answers so far stay.");
        assignments.MapDelete("/{id:guid}", DiscardAsync).WithName("DiscardAssignment").WithSummary("Removes it with everything that belongs to it, and the keys.");
    }

    private static async Task<IResult> ListAsync(AssignmentsReading reading, Viewer viewer, Guid? after, int? limit, CancellationToken cancellationToken)
    {
        var most = Math.Clamp(limit ?? AssignmentsReading.PageSize, 1, 200);
        var found = await reading.ListAsync(viewer, after is { } id ? AssignmentId.From(id) : null, most, cancellationToken);
        return Results.Ok(new { items = found.Select(AssignmentJson.Of) });
    }

    private static async Task<IResult> FindAsync(Guid id, AssignmentsReading reading, Viewer viewer, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken) is not { } found)
        {
            return Problem.NotFound.Result();
        }

        response.SetVersion(found.Version);
        return Results.Ok(AssignmentJson.Of(found));
    }

    private static async Task<IResult> BringAsync(AssignmentBody body, FieldcraftDb db, Vault vault, Knowledge knowledge, Viewer viewer, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body.Problem(knowledge) is { } problem)
        {
            return problem;
        }

        var now = clock.GetUtcNow();
        var id = Id.New<AssignmentId>(now);
        var assignment = Assignment.Bring(id, viewer.PersonId, body.ToFacts(), await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken), now);
        db.Add(assignment);
        await db.SaveChangesAsync(cancellationToken);
        return Results.Created($"/api/v1/assignments/{id.Value}", new { id = id.Value, version = assignment.Version });
    }

    private static async Task<IResult> DescribeAsync(
        Guid id,
        AssignmentBody body,
        HttpContext http,
        FieldcraftDb db,
        Vault vault,
        AssignmentsReading reading,
        Knowledge knowledge,
        Viewer viewer,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        if (body.Problem(knowledge) is { } problem)
        {
            return problem;
        }

        var assignmentId = AssignmentId.From(id);
        if (await db.Assignments.VisibleTo(viewer).FirstOrDefaultAsync(a => a.Id == assignmentId, cancellationToken) is not { } assignment)
        {
            return Problem.NotFound.Result();
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if (version == assignment.Version)
        {
            assignment.Describe(body.ToFacts(), await vault.SealerAsync(viewer.PersonId, id, cancellationToken), clock.GetUtcNow());
            if (await db.TrySaveAsync(cancellationToken))
            {
                http.Response.SetVersion(assignment.Version);
                return Results.Ok(new { id, version = assignment.Version });
            }
        }

        return ApiAnswers.Changed(body, await reading.FindAsync(viewer, assignmentId, cancellationToken) is { } theirs ? AssignmentJson.Of(theirs) : null);
    }

    private static async Task<IResult> EndAsync(Guid id, EndBody body, FieldcraftDb db, Vault vault, Viewer viewer, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body.On is not { } on)
        {
            return InputProblem.Missing("on");
        }

        if (body.Lesson?.Trim().Length > Assignment.LessonLength)
        {
            return InputProblem.TooLong("lesson", Assignment.LessonLength);
        }

        var sealer = await vault.SealerAsync(viewer.PersonId, id, cancellationToken);
        return await ChangeAsync(id, db, viewer, a => a.End(on, body.Lesson, sealer, clock.GetUtcNow()), cancellationToken);
    }

    private static Task<IResult> TakeUpAsync(Guid id, FieldcraftDb db, Viewer viewer, TimeProvider clock, CancellationToken cancellationToken) =>
        ChangeAsync(id, db, viewer, a => a.TakeUpAgain(clock.GetUtcNow()), cancellationToken);

    private static async Task<IResult> BeginRoundAsync(Guid id, RoundBody body, FieldcraftDb db, AssignmentsReading reading, Viewer viewer, TimeProvider clock, CancellationToken cancellationToken)
    {
        var assignmentId = AssignmentId.From(id);
        if (await reading.FindAsync(viewer, assignmentId, cancellationToken) is null)
        {
            return Problem.NotFound.Result();
        }

        var outcome = await RoundBeginning.BeginAsync(db, viewer, assignmentId, body.After, clock.GetUtcNow(), cancellationToken);
        return outcome.Refusal is { } refusal
            ? Problem.Refused(refusal)
            : Results.Ok(AssignmentJson.Of((await reading.FindAsync(viewer, assignmentId, cancellationToken))!));
    }

    private static async Task<IResult> DiscardAsync(Guid id, AssignmentsWriting writing, Viewer viewer, CancellationToken cancellationToken) =>
        await writing.DiscardAsync(viewer, AssignmentId.From(id), cancellationToken) ? Results.NoContent() : Problem.NotFound.Result();

    private static async Task<IResult> ChangeAsync(Guid id, FieldcraftDb db, Viewer viewer, Func<Assignment, Outcome> change, CancellationToken cancellationToken)
    {
        var assignmentId = AssignmentId.From(id);
        if (await db.Assignments.VisibleTo(viewer).FirstOrDefaultAsync(a => a.Id == assignmentId, cancellationToken) is not { } assignment)
        {
            return Problem.NotFound.Result();
        }

        if (change(assignment).Refusal is { } refusal)
        {
            return Problem.Refused(refusal);
        }

        return await db.TrySaveAsync(cancellationToken) ? Results.Ok(new { id, version = assignment.Version }) : Problem.Changed.Result();
    }
}
