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
        assignments
            .MapGet("/", ListAsync)
            .WithName("ListAssignments")
            .WithSummary("Your own assignments, newest first, ended ones included.")
            .Produces<Listed<AssignmentJson>>();
        assignments
            .MapGet("/{id:guid}", FindAsync)
            .WithName("ReadAssignment")
            .WithSummary("One assignment of your own.")
            .Produces<AssignmentJson>();
        assignments
            .MapPost("/", BringAsync)
            .WithName("BringAssignment")
            .WithSummary("Brings an assignment; only the title is needed.")
            .Produces<Changed>(StatusCodes.Status201Created);
        assignments
            .MapPut("/{id:guid}", DescribeAsync)
            .WithName("DescribeAssignment")
            .WithSummary("Describes it anew.")
            .Produces<Changed>();
        assignments
            .MapPost("/{id:guid}/end", EndAsync)
            .WithName("EndAssignment")
            .WithSummary("Ends it with its lesson, or mends both.")
            .Produces<Changed>();
        assignments
            .MapPost("/{id:guid}/take-up", TakeUpAsync)
            .WithName("TakeUpAssignment")
            .WithSummary("It goes on after all.")
            .Produces<Changed>();
        assignments
            .MapPost("/{id:guid}/rounds", BeginRoundAsync)
            .WithName("BeginRound")
            .WithSummary("Goes through the questions once more; the answers so far stay.")
            .WithoutVersion("The body names the round after which a new one begins, and a second call begins none.")
            .Produces<RoundBegunJson>();
        assignments
            .MapDelete("/{id:guid}", DiscardAsync)
            .WithName("DiscardAssignment")
            .WithSummary("Removes it with everything that belongs to it, and the keys.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(
        AssignmentsReading reading,
        Viewer viewer,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        var found = await reading.ListAsync(viewer, paging.After is { } id ? AssignmentId.From(id) : null, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(found, paging, a => a.Id.Value, AssignmentJson.Of));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        AssignmentsReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, AssignmentId.From(id), cancellationToken) is { } found
            ? http.Versioned(found.Version, AssignmentJson.Of(found))
            : Problem.NotFound.Result();

    private static async Task<IResult> BringAsync(
        AssignmentBody body,
        FieldcraftDb db,
        Vault vault,
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

        var now = clock.GetUtcNow();
        var id = Id.New<AssignmentId>(now);
        var assignment = Assignment.Bring(
            id,
            viewer.PersonId,
            body.ToFacts(),
            await vault.SealerAsync(viewer.PersonId, id.Value, cancellationToken),
            now
        );
        db.Add(assignment);
        await db.SaveChangesAsync(cancellationToken);
        return Results.Created($"/api/v1/assignments/{id.Value}", new Changed(id.Value, assignment.Version));
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
                return Results.Ok(new Changed(id, assignment.Version));
            }
        }

        return Problem.Meanwhile(
            body,
            await reading.FindAsync(viewer, assignmentId, cancellationToken) is { } theirs ? AssignmentJson.Of(theirs) : null
        );
    }

    private static async Task<IResult> EndAsync(
        Guid id,
        EndBody body,
        HttpRequest request,
        FieldcraftDb db,
        Vault vault,
        Viewer viewer,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
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
        return await ChangeAsync(id, request, db, viewer, a => a.End(on, body.Lesson, sealer, clock.GetUtcNow()), cancellationToken);
    }

    private static Task<IResult> TakeUpAsync(
        Guid id,
        HttpRequest request,
        FieldcraftDb db,
        Viewer viewer,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) => ChangeAsync(id, request, db, viewer, a => a.TakeUpAgain(clock.GetUtcNow()), cancellationToken);

    private static async Task<IResult> BeginRoundAsync(
        Guid id,
        RoundBody body,
        FieldcraftDb db,
        AssignmentsReading reading,
        Viewer viewer,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var assignmentId = AssignmentId.From(id);
        if (await reading.FindAsync(viewer, assignmentId, cancellationToken) is null)
        {
            return Problem.NotFound.Result();
        }

        var outcome = await RoundBeginning.BeginAsync(db, viewer, assignmentId, body.After, clock.GetUtcNow(), cancellationToken);
        return outcome.Refusal is { } refusal
            ? Problem.Refused(refusal)
            : Results.Ok(new RoundBegunJson((await reading.FindAsync(viewer, assignmentId, cancellationToken))!.Round));
    }

    private static async Task<IResult> DiscardAsync(
        Guid id,
        HttpRequest request,
        AssignmentsReading reading,
        AssignmentsWriting writing,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var assignmentId = AssignmentId.From(id);
        if (await reading.FindAsync(viewer, assignmentId, cancellationToken) is not { } found)
        {
            return Problem.NotFound.Result();
        }

        if (request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if (version != found.Version)
        {
            return Problem.Meanwhile(null, AssignmentJson.Of(found));
        }

        await writing.DiscardAsync(viewer, assignmentId, cancellationToken);
        return Results.NoContent();
    }

    private static async Task<IResult> ChangeAsync(
        Guid id,
        HttpRequest request,
        FieldcraftDb db,
        Viewer viewer,
        Func<Assignment, Outcome> change,
        CancellationToken cancellationToken
    )
    {
        var assignmentId = AssignmentId.From(id);
        if (await db.Assignments.VisibleTo(viewer).FirstOrDefaultAsync(a => a.Id == assignmentId, cancellationToken) is not { } assignment)
        {
            return Problem.NotFound.Result();
        }

        if (request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if (version != assignment.Version)
        {
            return Problem.Meanwhile(null, new Changed(id, assignment.Version));
        }

        if (change(assignment).Refusal is { } refusal)
        {
            return Problem.Refused(refusal);
        }

        return await db.TrySaveAsync(cancellationToken) ? Results.Ok(new Changed(id, assignment.Version)) : Problem.Changed.Result();
    }
}
