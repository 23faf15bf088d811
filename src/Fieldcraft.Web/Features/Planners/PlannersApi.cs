using Fieldcraft.Domain.Planners;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Planners;

/// <summary>The operations on one's own planners.</summary>
internal static class PlannersApi
{
    public static void Map(RouteGroupBuilder planners)
    {
        planners
            .MapGet("/", ListAsync)
            .WithName("ListPlanners")
            .WithSummary("The modules you teach, and your planner of each, the newest window first.")
            .Produces<Listed<PlannerLineJson>>();
        planners
            .MapPost("/", BeginAsync)
            .WithName("BeginPlanner")
            .WithSummary("Begins your planner of a module, or gives you the one you have.")
            .Produces<Changed>(201);
        planners
            .MapGet("/{id:guid}", ReadAsync)
            .WithName("ReadPlanner")
            .WithSummary("One planner of your own: what the module says and what you wrote.")
            .Produces<PlannerJson>();
        planners
            .MapPut("/{id:guid}/texts", WriteAsync)
            .WithName("WritePlannerText")
            .WithSummary("Writes one text in its place; an empty one takes it back.")
            .Produces<Changed>();
        planners
            .MapPut(
                "/{id:guid}/shape",
                (Guid id, PlannerShapeInput input, PlannerOperation operation, CancellationToken cancellationToken) =>
                    operation.ChangeAsync(id, input, p => operation.Desk.HoldAsync(p, input.InHalves, cancellationToken), cancellationToken)
            )
            .WithName("ShapePlanner")
            .WithSummary("Chooses between one hour and two halves.")
            .Produces<Changed>();
        planners
            .MapPost(
                "/{id:guid}/move-on",
                (Guid id, PlannerOperation operation, CancellationToken cancellationToken) =>
                    operation.ChangeAsync(id, null, p => operation.Desk.MoveOnAsync(p, cancellationToken), cancellationToken)
            )
            .WithName("MovePlannerOn")
            .WithSummary("Moves over to the newest edition of the module; what is written stays.")
            .Produces<Changed>();
        planners
            .MapPost(
                "/{id:guid}/finish",
                (Guid id, PlannerOperation operation, CancellationToken cancellationToken) =>
                    operation.ChangeAsync(id, null, p => operation.Desk.FinishAsync(p, cancellationToken), cancellationToken)
            )
            .WithName("FinishPlanner")
            .WithSummary("Says that it is finished. Your coach is told that, and nothing of what stands in it.")
            .Produces<Changed>();
        planners
            .MapPost(
                "/{id:guid}/reopen",
                (Guid id, PlannerOperation operation, CancellationToken cancellationToken) =>
                    operation.ChangeAsync(id, null, p => operation.Desk.ReopenAsync(p, cancellationToken), cancellationToken)
            )
            .WithName("ReopenPlanner")
            .WithSummary("Not finished after all.")
            .Produces<Changed>();
        planners
            .MapPost("/{id:guid}/experiment", TryAsync)
            .WithName("TryFromPlanner")
            .WithSummary("Puts the experiment of the planner among your own; asking again changes nothing.")
            .WithoutVersion("It copies what stands in the planner and overwrites nothing.")
            .Produces<PlannerTried>();
        planners
            .MapGet("/{id:guid}/pdf", PrintAsync)
            .WithName("PrintPlanner")
            .WithSummary("The planner as a PDF: ?paper=a3, one page across, or a4x2, two pages upright.")
            .Produces(200, contentType: PlannerPrinting.ContentType);
        planners
            .MapDelete("/{id:guid}", TearUpAsync)
            .WithName("TearUpPlanner")
            .WithSummary("Removes a planner and its key; its experiment stays.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(PlannerReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(
            Listed.Whole(
                (await reading.ListAsync(viewer, cancellationToken)).Select(l => new PlannerLineJson(
                    l.ModuleId.Value,
                    l.Module,
                    l.Number,
                    l.Programme,
                    l.Id?.Value,
                    l.FinishedAt
                ))
            )
        );

    private static async Task<IResult> BeginAsync(
        BeginPlannerInput input,
        PlannerDesk desk,
        PlannerReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (input.ModuleId is not { } module)
        {
            return InputProblem.Missing("moduleId");
        }

        if (await desk.BeginAsync(ModuleId.From(module), cancellationToken) is not { } begun)
        {
            return Problem.NotFound.Result();
        }

        if (begun.Refusal is { } refusal)
        {
            return Problem.Refused(refusal);
        }

        var planner = (await reading.FindAsync(viewer, begun.Value, cancellationToken))!;
        http.Response.SetVersion(planner.Version);
        return Results.Created($"/api/v1/planners/{planner.Id.Value}", new Changed(planner.Id.Value, planner.Version));
    }

    private static async Task<IResult> ReadAsync(
        Guid id,
        PlannerReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, PlannerId.From(id), cancellationToken) is { } planner
            ? http.Versioned(planner.Version, PlannerJson.Of(planner))
            : Problem.NotFound.Result();

    private static async Task<IResult> WriteAsync(
        Guid id,
        PlannerTextInput input,
        PlannerOperation operation,
        CancellationToken cancellationToken
    )
    {
        var place = new PlannerPlace(input.Field, input.Block ?? "");
        if (await operation.FindAsync(id, cancellationToken) is not { } planner)
        {
            return Problem.NotFound.Result();
        }

        var text = PlannerTexts.Tidy(input.Text);
        if (InputProblem.All(place.Problems(planner.Content, text)) is { } mend)
        {
            return mend;
        }

        return await operation.ChangeAsync(
            id,
            input,
            async p =>
            {
                var sealer = await operation.Desk.SealerAsync(p.Id, cancellationToken);
                p.Write(place, text, planner.Content, sealer, operation.Desk.Now);
                return Outcome.Done;
            },
            cancellationToken
        );
    }

    private static async Task<IResult> TryAsync(
        Guid id,
        PlannerDesk desk,
        PlannerReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await desk.TryAsync(PlannerId.From(id), cancellationToken) is not { } tried)
        {
            return Problem.NotFound.Result();
        }

        if (tried.Refusal is { } refusal)
        {
            return Problem.Refused(refusal);
        }

        var planner = (await reading.FindAsync(viewer, PlannerId.From(id), cancellationToken))!;
        return Results.Ok(new PlannerTried(id, planner.Version, planner.Experiment!.Id.Value));
    }

    private static async Task<IResult> PrintAsync(
        Guid id,
        string? paper,
        PlannerReading reading,
        PlannerPrinting printing,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindAsync(viewer, PlannerId.From(id), cancellationToken) is not { } planner)
        {
            return Problem.NotFound.Result();
        }

        var context = new ActionContext(http, http.GetRouteData(), new ActionDescriptor());
        var pdf = await printing.PrintAsync(context, PlannerSheet.Of(planner, viewer.Name), PlannerPaper.Of(paper), cancellationToken);
        return pdf.Refusal is { } refusal
            ? Problem.Refused(refusal)
            : Results.File(pdf.Value!, PlannerPrinting.ContentType, PlannerPrinting.FileName);
    }

    private static async Task<IResult> TearUpAsync(Guid id, PlannerOperation operation, CancellationToken cancellationToken) =>
        await operation.TearUpAsync(id, cancellationToken);
}
