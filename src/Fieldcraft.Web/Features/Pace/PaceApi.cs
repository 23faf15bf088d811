using Fieldcraft.Domain.Pace;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Pace;

internal static class PaceApi
{
    public static void Map(RouteGroupBuilder pace)
    {
        pace.MapGet("/", ReadAsync)
            .WithName("ReadPace")
            .WithSummary("The pace of your career beside that of your growth. Yours alone: nobody else has an operation for it.")
            .Produces<PaceJson>();
        pace.MapPut("/", DrawAsync)
            .WithName("DrawPace")
            .WithSummary(
                "What your role asks for now and then, and the months that leave the window. Send the version in If-Match, 0 the first time."
            )
            .Produces<PaceKept>();
        pace.MapDelete("/", RemoveAsync).WithName("RemovePace").WithSummary("Removes it and its key.").Produces(204);
    }

    private static async Task<IResult> ReadAsync(PaceOpening opening, Viewer viewer, HttpContext http, CancellationToken cancellationToken)
    {
        var pace = await opening.ForAsync(viewer, cancellationToken);
        http.Response.SetVersion(pace.Version);
        return Results.Ok(PaceJson.Of(pace));
    }

    private static async Task<IResult> DrawAsync(
        PaceContent input,
        HttpContext http,
        PaceDesk desk,
        PaceOpening opening,
        FrameworkReading frameworks,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var catalogue = await frameworks.InUseAsync(cancellationToken);
        if (InputProblem.All(input.Problems(id => catalogue.Find(id) is not null)) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var drawn = await desk.DrawAsync(viewer, version, input, cancellationToken);
        if (drawn.IsSaved)
        {
            http.Response.SetVersion(drawn.Version);
            return Results.Ok(new PaceKept(drawn.Version));
        }

        return drawn.End == Reviews.SaveEnd.NotFound
            ? Problem.NotFound.Result()
            : Problem.Meanwhile(input, PaceJson.Of(await opening.ForAsync(viewer, cancellationToken)));
    }

    private static async Task<IResult> RemoveAsync(
        HttpContext http,
        PaceDesk desk,
        PaceOpening opening,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var removed = await desk.RemoveAsync(viewer, version, cancellationToken);
        return removed.IsSaved ? Results.NoContent()
            : removed.End == Reviews.SaveEnd.NotFound ? Problem.NotFound.Result()
            : Problem.Meanwhile(null, PaceJson.Of(await opening.ForAsync(viewer, cancellationToken)));
    }
}

public sealed record PaceKept(int Version);

/// <param name="Window">Null while nothing is kept.</param>
/// <param name="Result">Null while a level is missing.</param>
public sealed record PaceJson(
    PaceContent Content,
    ActiveWindow? Window,
    IReadOnlyList<PaceRow> Rows,
    PaceReading Reading,
    LagResult? Result,
    int Version
)
{
    public static PaceJson Of(OpenPace p) =>
        new(
            p.Content,
            p.Sheet?.Window,
            p.Sheet?.Rows ?? [],
            p.Sheet?.Reading ?? PaceReading.NotEnoughInformation,
            p.Sheet?.Result,
            p.Version
        );
}
