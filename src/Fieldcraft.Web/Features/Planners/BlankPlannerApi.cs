using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Planners;

/// <summary>The blank sheet: nothing private stands on it.</summary>
internal static class BlankPlannerApi
{
    public static void Map(RouteGroupBuilder planners) =>
        planners
            .MapGet("/blank/pdf", PrintAsync)
            .WithName("PrintBlankPlanner")
            .WithSummary("A planner to write on by hand: ?module=ID, ?paper=a3 or a4x2, ?halves=true for twice half an hour.")
            .Produces(200, contentType: PlannerPrinting.ContentType);

    private static async Task<IResult> PrintAsync(
        Guid? module,
        string? paper,
        bool? halves,
        PlannerReading reading,
        PlannerPrinting printing,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (module is not { } id)
        {
            return InputProblem.Missing("module");
        }

        if (await reading.BlankAsync(viewer, ModuleId.From(id), halves ?? false, cancellationToken) is not { } sheet)
        {
            return Problem.NotFound.Result();
        }

        var context = new ActionContext(http, http.GetRouteData(), new ActionDescriptor());
        var pdf = await printing.PrintAsync(context, sheet, PlannerPaper.Of(paper), cancellationToken);
        return pdf.Refusal is { } refusal
            ? Problem.Refused(refusal)
            : Results.File(pdf.Value!, PlannerPrinting.ContentType, PlannerPrinting.FileName);
    }
}
