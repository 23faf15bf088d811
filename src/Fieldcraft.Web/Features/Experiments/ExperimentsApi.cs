using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Experiments;

/// <summary>The operations on experiments: every change of state is one of its own.</summary>
internal static class ExperimentsApi
{
    public static void Map(RouteGroupBuilder experiments)
    {
        experiments
            .MapGet("/", ListAsync)
            .WithName("ListExperiments")
            .WithSummary("Your own experiments, the latest day first.")
            .Produces<Listed<ExperimentJson>>();
        experiments
            .MapPost("/", PlanAsync)
            .WithName("PlanExperiment")
            .WithSummary("Plans an experiment: what, on which day, seen by whom.")
            .Produces<Changed>(201);
        experiments
            .MapGet("/{id:guid}", ReadAsync)
            .WithName("ReadExperiment")
            .WithSummary("One experiment of your own.")
            .Produces<ExperimentJson>();
        MapText<ExperimentWording>(
            experiments.MapPut,
            "/{id:guid}",
            "RewriteExperiment",
            "Writes a planned experiment anew.",
            (e, text, sealer, now) => e.Rewrite(text, sealer, now)
        );
        MapText<CaptureWording>(
            experiments.MapPut,
            "/{id:guid}/capture",
            "CaptureExperiment",
            "Keeps what happened, which effect it had and what surprised.",
            (e, text, sealer, now) => e.Capture(text, sealer, now)
        );
        experiments
            .MapPost(
                "/{id:guid}/done",
                (Guid id, ExperimentOperation operation, CancellationToken cancellationToken) =>
                    operation.ChangeAsync(id, null, (e, _, now) => e.MarkDone(now), cancellationToken)
            )
            .WithName("MarkExperimentDone")
            .WithSummary("Says that it took place.")
            .Produces<Changed>();
        MapText<LessonWording>(
            experiments.MapPut,
            "/{id:guid}/lesson",
            "LookBackAtExperiment",
            "Looks back: what is taken from it.",
            (e, text, sealer, now) => e.LookBack(text, sealer, now)
        );
        MapText<NextWording>(
            experiments.MapPut,
            "/{id:guid}/next",
            "DecideNextOfExperiment",
            "Decides what follows: repeat, vary, stop or raise, with a next step.",
            (e, text, sealer, now) => e.Decide(text, sealer, now)
        );
        MapText<DropWording>(
            experiments.MapPost,
            "/{id:guid}/drop",
            "DropExperiment",
            "Lets a planned experiment go, with its reason.",
            (e, text, sealer, now) => e.Drop(text, sealer, now)
        );
        experiments
            .MapDelete("/{id:guid}", TearUpAsync)
            .WithName("TearUpExperiment")
            .WithSummary("Removes an experiment and its key.")
            .Produces(204);
    }

    private static void MapText<T>(
        Func<string, Delegate, RouteHandlerBuilder> map,
        string address,
        string name,
        string summary,
        Func<LeadershipExperiment, T, ISealer, DateTimeOffset, Outcome> write
    )
        where T : class, IWording =>
        map(
                address,
                (Guid id, T input, ExperimentOperation operation, CancellationToken cancellationToken) =>
                    InputProblem.All(input.Problems()) is { } mend
                        ? Task.FromResult(mend)
                        : operation.ChangeAsync(id, input, (e, sealer, now) => write(e, input, sealer, now), cancellationToken)
            )
            .WithName(name)
            .WithSummary(summary)
            .Produces<Changed>();

    private static async Task<IResult> ListAsync(
        ExperimentReading reading,
        Viewer viewer,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        var found = await reading.ListAsync(viewer, paging.After is { } id ? ExperimentId.From(id) : null, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(found, paging, e => e.Id.Value, ExperimentJson.Of));
    }

    private static async Task<IResult> PlanAsync(
        PlanExperimentInput input,
        ExperimentDesk desk,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        var text = input.Planned ?? new ExperimentWording();
        if (InputProblem.All(text.Problems()) is { } mend)
        {
            return mend;
        }

        var id = Id.New<ExperimentId>(desk.Now);
        var place = new ExperimentPlace(
            input.PlanId is { } plan ? PlanId.From(plan) : null,
            input.BehaviourId is { } behaviour ? PlanItemId.From(behaviour) : null,
            input.FollowsId is { } follows ? ExperimentId.From(follows) : null
        );
        var planned = await desk.PlanAsync(id, place, text, cancellationToken);
        if (planned.Value is not { } made)
        {
            return Problem.Refused(planned.Refusal!);
        }

        response.SetVersion(made.Version);
        return Results.Created($"/api/v1/experiments/{id.Value}", new Changed(id.Value, made.Version));
    }

    private static async Task<IResult> ReadAsync(
        ExperimentReading reading,
        Viewer viewer,
        HttpContext http,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, ExperimentId.From(id), cancellationToken) is { } experiment
            ? http.Versioned(experiment.Version, ExperimentJson.Of(experiment))
            : Problem.NotFound.Result();

    private static async Task<IResult> TearUpAsync(ExperimentDesk desk, HttpRequest request, Guid id, CancellationToken cancellationToken)
    {
        if (await desk.LoadAsync(ExperimentId.From(id), cancellationToken) is not { } experiment)
        {
            return Problem.NotFound.Result();
        }

        if (request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if (version != experiment.Version)
        {
            return Problem.Meanwhile(null, new { id, version = experiment.Version });
        }

        await desk.TearUpAsync(experiment, cancellationToken);
        return Results.NoContent();
    }
}

/// <summary>An experiment as the API shows it.</summary>
public sealed record ExperimentJson(
    Guid Id,
    int Version,
    ExperimentState State,
    Guid? PlanId,
    Guid? BehaviourId,
    Guid? FollowsId,
    ExperimentWording Planned,
    CaptureWording Captured,
    string? Lesson,
    string? NextStep,
    string? DropReason,
    DateTimeOffset? DoneAt
)
{
    public static ExperimentJson Of(OpenExperiment e) =>
        new(
            e.Id.Value,
            e.Version,
            e.State,
            e.PlanId?.Value,
            e.BehaviourId?.Value,
            e.FollowsId?.Value,
            e.Planned,
            e.Captured,
            e.Lesson,
            e.NextStep,
            e.DropReason,
            e.DoneAt
        );
}

/// <summary>What the API takes to plan an experiment.</summary>
public sealed record PlanExperimentInput(ExperimentWording? Planned, Guid? PlanId = null, Guid? BehaviourId = null, Guid? FollowsId = null);
