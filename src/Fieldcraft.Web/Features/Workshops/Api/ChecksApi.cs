using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Workshops.Api;

/// <summary>The eight answers in their order, each 1 to 5.</summary>
public sealed record CheckBody(IReadOnlyList<int?>? Answers);

/// <summary>An own check: what I do and where I wait. No norms exist.</summary>
/// <param name="Mean">After reversing the three sentences that speak of waiting, 1 to 5.</param>
public sealed record InitiativeCheckJson(Guid Id, DateOnly TakenOn, IReadOnlyList<int> Answers, double Mean)
{
    public static InitiativeCheckJson Of(OpenCheck c) => new(c.Id.Value, c.TakenOn, c.Answers, Math.Round(c.Mean, 2));
}

/// <summary>To which workshop's figure an answer is added, and for which moment.</summary>
public sealed record ContributionBody(Guid? Workshop, CheckMoment? Moment);

/// <summary>A moment at which an answer can be added.</summary>
public sealed record OpenMomentJson(Guid Workshop, string Title, CheckMoment Moment, DateOnly Through, bool HasAdded);

internal static class ChecksApi
{
    public static void Map(RouteGroupBuilder workshops)
    {
        workshops
            .MapGet("/checks", ListAsync)
            .WithName("ListInitiativeChecks")
            .WithSummary("Your own checks, newest first.")
            .Produces<Listed<InitiativeCheckJson>>();
        workshops
            .MapPost("/checks", TakeAsync)
            .WithName("TakeInitiativeCheck")
            .WithSummary("Keeps eight answers, sealed to you.")
            .Produces<Made>(201);
        workshops
            .MapDelete("/checks/{check:guid}", TearUpAsync)
            .WithName("TearUpInitiativeCheck")
            .WithSummary("Tears an own check up; what was added to a group's figure is no longer yours and stays.")
            .WithoutVersion("It goes as a whole, and nothing of it ever changes.")
            .Produces(204);
        workshops
            .MapGet("/checks/moments", MomentsAsync)
            .WithName("ListCheckMoments")
            .WithSummary("The workshops to whose figure you can add an answer now.")
            .Produces<Listed<OpenMomentJson>>();
        workshops
            .MapPost("/checks/contributions", AddAsync)
            .WithName("AddCheckToGroup")
            .WithSummary("Adds your newest answer of a moment to a workshop's figure, without you.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(CheckDesk desk, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var after = paging.After is { } id ? InitiativeCheckId.From(id) : (InitiativeCheckId?)null;
        var checks = await desk.ListAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(checks, paging, c => c.Id.Value, InitiativeCheckJson.Of));
    }

    private static async Task<IResult> TakeAsync(CheckBody body, CheckDesk desk, Viewer viewer, CancellationToken cancellationToken)
    {
        var answers = body.Answers ?? [];
        if (InputProblem.All(InitiativeItems.Problems(answers)) is { } problem)
        {
            return problem;
        }

        var id = await desk.TakeAsync(viewer, [.. answers.Select(a => a!.Value)], cancellationToken);
        return Results.Created($"/api/v1/workshops/checks/{id.Value}", new Made(id.Value));
    }

    private static async Task<IResult> TearUpAsync(Guid check, CheckDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.TearUpAsync(viewer, InitiativeCheckId.From(check), cancellationToken));

    private static async Task<IResult> MomentsAsync(CheckDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(
            Listed.Whole(
                (await desk.MomentsAsync(viewer, cancellationToken)).Select(m => new OpenMomentJson(
                    m.Workshop.Value,
                    m.Title,
                    m.Moment,
                    m.Through,
                    m.HasAdded
                ))
            )
        );

    private static async Task<IResult> AddAsync(
        ContributionBody body,
        CheckDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Workshop is not { } workshop ? InputProblem.Missing("workshop")
        : body.Moment is not { } moment ? InputProblem.Missing("moment")
        : Problem.Answer(await desk.AddToGroupAsync(viewer, WorkshopId.From(workshop), moment, cancellationToken));
}
