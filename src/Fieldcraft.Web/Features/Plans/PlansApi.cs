using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Documents;
using Fieldcraft.Web.Features.Plans.DownloadPlan;
using Fieldcraft.Web.Features.Plans.PrintPlan;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>The operations on a plan as a whole.</summary>
internal static class PlansApi
{
    public static void Map(RouteGroupBuilder plans)
    {
        plans
            .MapGet("/", ListAsync)
            .WithName("ListPlans")
            .WithSummary("Your own plans, the newest first.")
            .Produces<Listed<PlanLineJson>>();
        plans.MapPost("/", StartAsync).WithName("StartPlan").WithSummary("Starts a plan; a title is enough.").Produces<Changed>(201);
        plans.MapGet("/{id:guid}", ReadAsync).WithName("ReadPlan").WithSummary("One plan of your own, with its rows.").Produces<PlanJson>();
        plans
            .MapGet("/{id:guid}/pdf", PrintAsync)
            .WithName("PrintPlan")
            .WithSummary("The plan as a PDF of one page, ?paper=a4 or letter.")
            .Produces(200, contentType: "application/pdf");
        plans
            .MapPost("/{id:guid}/reviews", ReviewAsync)
            .WithName("HoldPlanReview")
            .WithSummary("Notes that the plan was looked at.")
            .Produces<Changed>();
        plans.MapPost("/{id:guid}/end", EndAsync).WithName("EndPlan").WithSummary("Ends the plan.").Produces<Changed>();
        plans
            .MapPost("/{id:guid}/take-up", TakeUpAsync)
            .WithName("TakeUpPlan")
            .WithSummary("Takes an ended plan up again.")
            .Produces<Changed>();
        plans
            .MapDelete("/{id:guid}", TearUpAsync)
            .WithName("TearUpPlan")
            .WithSummary("Removes a plan and its key; its experiments stay.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(PlanReading reading, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var plans = await reading.ListAsync(viewer, paging.After is { } id ? PlanId.From(id) : null, paging.Take, cancellationToken);
        return Results.Ok(
            Listed.Of(plans, paging, p => p.Id.Value, p => new PlanLineJson(p.Id.Value, p.Title, p.StartsOn, p.EndsOn, p.EndedAt))
        );
    }

    private static async Task<IResult> StartAsync(
        StartPlanInput input,
        PlanDesk desk,
        PlanContent content,
        Words words,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        if (InputProblem.All(input.Frame.Problems()) is { } mend)
        {
            return mend;
        }

        var example = content.Example(input.Example);
        if (example is null && input.Example is not null)
        {
            return InputProblem.Of("example", "unknown");
        }

        var today = words.Today(desk.Now);
        var id = Id.New<PlanId>(desk.Now);
        var frame = example is null ? input.Frame : example.Frame(words, input.StartsOn ?? today) with { Title = input.Title };
        var assignment = input.AssignmentId is { } of ? AssignmentId.From(of) : (AssignmentId?)null;
        var started = await desk.StartAsync(
            id,
            assignment,
            frame,
            today,
            (plan, sealer) => example?.WriteInto(plan, words, desk.Rules, sealer, desk.Now),
            cancellationToken
        );
        if (started is not { } outcome)
        {
            return Problem.NotFound.Result();
        }

        if (outcome.Value is not { } made)
        {
            return Problem.Refused(outcome.Refusal!);
        }

        response.SetVersion(made.Version);
        return Results.Created($"/api/v1/plans/{id.Value}", new Changed(id.Value, made.Version));
    }

    private static async Task<IResult> ReadAsync(
        PlanReading reading,
        Viewer viewer,
        HttpContext http,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, PlanId.From(id), cancellationToken) is { } plan
            ? http.Versioned(plan.Version, PlanJson.Of(plan))
            : Problem.NotFound.Result();

    private static async Task<IResult> PrintAsync(
        PlanReading reading,
        PaperPages pages,
        IPdfPrinter printer,
        Viewer viewer,
        HttpContext http,
        Guid id,
        string? paper,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindWholeAsync(viewer, PlanId.From(id), cancellationToken) is not { } plan)
        {
            return Problem.NotFound.Result();
        }

        var context = new ActionContext(http, http.GetRouteData(), new ActionDescriptor());
        var html = await pages.RenderAsync(context, DownloadPlanModel.Sheet, plan, PrintPlanModel.SheetOf(paper));
        var pdf = await printer.PrintAsync(html, cancellationToken);
        return pdf.Refusal is { } refusal ? Problem.Refused(refusal) : Results.File(pdf.Value!, "application/pdf", "plan.pdf");
    }

    private static Task<IResult> ReviewAsync(
        PlanOperation operation,
        PlanDesk desk,
        Words words,
        ReviewHeldInput? input,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        operation.ChangeAsync(
            id,
            input,
            (plan, _) =>
            {
                plan.HoldReview(input?.On ?? words.Today(desk.Now), desk.Rules, desk.Now);
                return Outcome.Done;
            },
            cancellationToken
        );

    private static Task<IResult> EndAsync(PlanOperation operation, PlanDesk desk, Guid id, CancellationToken cancellationToken) =>
        operation.ChangeAsync(id, null, (plan, _) => plan.End(desk.Now), cancellationToken);

    private static Task<IResult> TakeUpAsync(PlanOperation operation, PlanDesk desk, Guid id, CancellationToken cancellationToken) =>
        operation.ChangeAsync(id, null, (plan, _) => plan.TakeUpAgain(desk.Now), cancellationToken);

    private static async Task<IResult> TearUpAsync(PlanDesk desk, HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        if (await desk.LoadAsync(PlanId.From(id), cancellationToken) is not { } plan)
        {
            return Problem.NotFound.Result();
        }

        if (request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if (version != plan.Version)
        {
            return Problem.Meanwhile(null, new { id, version = plan.Version });
        }

        await desk.TearUpAsync(plan, cancellationToken);
        return Results.NoContent();
    }
}
