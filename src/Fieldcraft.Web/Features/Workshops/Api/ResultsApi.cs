using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Workshops.Api;

internal static class ResultsApi
{
    public static void Map(RouteGroupBuilder workshops)
    {
        workshops
            .MapGet("/{id:guid}/results", ReadAsync)
            .WithName("ReadWorkshopResults")
            .WithSummary("Group figures of a workshop that you lead: published once a moment, withheld below the minimum.")
            .Produces<WorkshopResultsJson>();
        workshops
            .MapPut("/{id:guid}/results/hand-count", HandCountAsync)
            .WithName("EnterWorkshopHandCount")
            .WithSummary("How the group classed its requests by a show of hands; If-Match is the version of the results.")
            .Produces(204);
        workshops
            .MapPut("/{id:guid}/results/leaving", LeavingAsync)
            .WithName("EnterWorkshopLeaving")
            .WithSummary("Voluntary leaving of two groups over the same months; If-Match is the version of the results.")
            .Produces(204);
    }

    private static async Task<IResult> ReadAsync(
        Guid id,
        ResultsReading reading,
        Rules rules,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is { } results
            ? Shown(http, results, rules.MinimumSizes)
            : Problem.NotFound.Result();

    // The version counts what is entered by hand; a figure that is published since does not change it, so nothing is answered with "as before".
    private static IResult Shown(HttpContext http, WorkshopResults results, MinimumSizes sizes)
    {
        http.Response.SetVersion(results.Version);
        return Results.Ok(WorkshopResultsJson.Of(results, sizes.InitiativeSelfCheck, sizes.VoluntaryLeaving));
    }

    private static Task<IResult> HandCountAsync(
        Guid id,
        HandCount body,
        HttpContext http,
        FiguresDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        EnterAsync(
            body.Problems(),
            http,
            version => desk.EnterHandCountAsync(viewer, WorkshopId.From(id), body, version, cancellationToken)
        );

    private static Task<IResult> LeavingAsync(
        Guid id,
        Leaving body,
        HttpContext http,
        FiguresDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Attended is null || body.Others is null
            ? Task.FromResult(InputProblem.Missing(body.Attended is null ? "attended" : "others"))
            : EnterAsync(
                body.Problems(),
                http,
                version => desk.EnterLeavingAsync(viewer, WorkshopId.From(id), body, version, cancellationToken)
            );

    private static async Task<IResult> EnterAsync(
        IReadOnlyList<Domain.Shared.InputProblem> problems,
        HttpContext http,
        Func<int, Task<Outcome?>> enter
    )
    {
        if (InputProblem.All(problems) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var outcome = await enter(version);
        return outcome?.Refusal?.Code == "workshop-changed-meanwhile" ? Problem.Changed.Result() : Problem.Answer(outcome);
    }
}
