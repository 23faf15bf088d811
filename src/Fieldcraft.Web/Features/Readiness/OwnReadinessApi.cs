using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Readiness;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>What you noticed in the preview.</summary>
public sealed record NoticedJson(string? ToDo, string? Otherwise, string? ToAsk)
{
    public IResult? Problem() =>
        ToDo?.Trim().Length > LeaderReadiness.NoticedLength ? InputProblem.TooLong("toDo", LeaderReadiness.NoticedLength)
        : Otherwise?.Trim().Length > LeaderReadiness.NoticedLength ? InputProblem.TooLong("otherwise", LeaderReadiness.NoticedLength)
        : ToAsk?.Trim().Length > LeaderReadiness.NoticedLength ? InputProblem.TooLong("toAsk", LeaderReadiness.NoticedLength)
        : null;
}

/// <summary>Your comfort by block, what you want to rehearse, and how confident you said you are.</summary>
/// <param name="Coach">Who reads it besides you.</param>
public sealed record ComfortJson(
    IReadOnlyDictionary<string, Comfort> Blocks,
    IReadOnlyList<int> Questions,
    Confidence Confidence,
    Guid? Coach,
    int Version
);

/// <param name="Blocks">Id of the block → comfort.</param>
/// <param name="Questions">Places in the question bank of the edition that is published, from 0.</param>
public sealed record ComfortBody(IReadOnlyDictionary<string, Comfort>? Blocks, IReadOnlyList<int>? Questions);

/// <param name="LookingBack">With the coaching group: how confident you were before the preview, seen from now.</param>
public sealed record ConfidenceBody(int? Value, int? LookingBack = null)
{
    public IResult? Problem() =>
        Value is null
            ? InputProblem.Missing("value")
            : InputProblem.All([
                .. Domain.Shared.InputProblems.Outside("value", Value, Confidence.Least, Confidence.Most),
                .. Domain.Shared.InputProblems.Outside("lookingBack", LookingBack, Confidence.Least, Confidence.Most),
            ]);
}

internal static class OwnReadinessApi
{
    public static void Map(RouteGroupBuilder readiness)
    {
        readiness
            .MapGet("/noticed", ReadNoticedAsync)
            .WithName("ReadNoticed")
            .WithSummary("What you noticed in the preview; sealed to you.")
            .Produces<NoticedJson>();
        readiness
            .MapPut("/noticed", WriteNoticedAsync)
            .WithName("WriteNoticed")
            .WithSummary("Keeps what you noticed; send the version you changed in If-Match.")
            .Produces<Changed>();
        readiness
            .MapGet("/comfort", ReadComfortAsync)
            .WithName("ReadComfort")
            .WithSummary(
                "Your comfort with each block, what you want to rehearse, your confidence; sealed to you and the coach you let in."
            )
            .Produces<ComfortJson>();
        readiness
            .MapPut("/comfort", MarkAsync)
            .WithName("MarkComfort")
            .WithSummary(
                "Marks your comfort by block and the hard questions to rehearse; send the version you changed in If-Match, \"0\" the first time."
            )
            .Produces<Changed>();
        readiness
            .MapPut("/confidence/{moment}", StateAsync)
            .WithName("StateConfidence")
            .WithSummary(
                "How confident you are, 1 to 5, at one moment: beforePreview, afterCoaching or afterSecondSession. What makes a pair is counted once for the totals, without your name."
            )
            .WithoutVersion("A word of your own about one moment; the last one holds, and it is counted once.")
            .Produces(204);
        readiness
            .MapPost("/comfort/coach", ShowAsync)
            .WithName("ShowComfortToCoach")
            .WithSummary("Lets the coach of your group read your comfort page.")
            .WithoutVersion("A switch of its own: what is written stays.")
            .Produces(204);
        readiness
            .MapDelete("/comfort/coach", HideAsync)
            .WithName("HideComfortFromCoach")
            .WithSummary("Only you read your comfort page again.")
            .WithoutVersion("A switch of its own: what is written stays.")
            .Produces(204);
    }

    private static async Task<IResult> ReadNoticedAsync(
        Guid module,
        HttpContext http,
        ReadinessDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await desk.NoticedAsync(viewer, ModuleId.From(module), cancellationToken) is { } noticed
            ? http.Versioned(noticed.Version, new NoticedJson(noticed.ToDo, noticed.Otherwise, noticed.ToAsk))
            : Problem.NotFound.Result();

    private static async Task<IResult> WriteNoticedAsync(
        Guid module,
        NoticedJson body,
        HttpContext http,
        ReadinessDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (body.Problem() is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var id = ModuleId.From(module);
        var written = await desk.WriteNoticedAsync(
            viewer,
            id,
            new Noticed(body.ToDo ?? "", body.Otherwise ?? "", body.ToAsk ?? "", version),
            cancellationToken
        );
        if (written?.Refusal is { Code: "readiness-changed-meanwhile" })
        {
            var theirs = await desk.NoticedAsync(viewer, id, cancellationToken);
            return Problem.Meanwhile(body, theirs is null ? null : new NoticedJson(theirs.ToDo, theirs.Otherwise, theirs.ToAsk));
        }

        return Saved(module, written, http);
    }

    private static async Task<IResult> ReadComfortAsync(
        Guid module,
        HttpContext http,
        ComfortDesk desk,
        LeadersReading leaders,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await leaders.ModuleAsync(viewer, ModuleId.From(module), cancellationToken) is not { } prepared)
        {
            return Problem.NotFound.Result();
        }

        var open = await desk.OpenAsync(viewer, prepared.Id, cancellationToken);
        return http.Versioned(
            open.Version,
            new ComfortJson(open.Marks.Blocks, open.Marks.Questions, open.Confidence, open.Coach?.Value, open.Version)
        );
    }

    private static async Task<IResult> MarkAsync(
        Guid module,
        ComfortBody body,
        HttpContext http,
        ComfortDesk desk,
        LeadersReading leaders,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await leaders.ModuleAsync(viewer, ModuleId.From(module), cancellationToken) is not { } prepared)
        {
            return Problem.NotFound.Result();
        }

        var marks = new ComfortMarks(
            prepared.Module.EditionId,
            body.Blocks ?? new Dictionary<string, Comfort>(),
            [.. (body.Questions ?? []).Order()]
        );
        if (InputProblem.All(marks.Problems(prepared.Content)) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var marked = await desk.MarkAsync(viewer, prepared, marks, version, cancellationToken);
        return marked?.Refusal is { Code: "readiness-changed-meanwhile" } ? Problem.Meanwhile(body, null) : Saved(module, marked, http);
    }

    private static async Task<IResult> StateAsync(
        Guid module,
        string moment,
        ConfidenceBody body,
        ComfortDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        !Enum.TryParse<ConfidenceMoment>(moment, true, out var known) || !Enum.IsDefined(known)
            ? Problem.NotFound.Result()
            : body.Problem()
                ?? Problem.Answer(
                    await desk.StateAsync(viewer, ModuleId.From(module), known, body.Value!.Value, body.LookingBack, cancellationToken)
                );

    private static async Task<IResult> ShowAsync(Guid module, ComfortDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.ShowToCoachAsync(viewer, ModuleId.From(module), cancellationToken));

    private static async Task<IResult> HideAsync(Guid module, ComfortDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.HideFromCoachAsync(viewer, ModuleId.From(module), cancellationToken));

    private static IResult Saved(Guid module, Domain.Shared.Outcome<int>? saved, HttpContext http)
    {
        if (saved is not { } done)
        {
            return Problem.NotFound.Result();
        }

        if (done.Refusal is { } refusal)
        {
            return Problem.Refused(refusal);
        }

        http.Response.SetVersion(done.Value);
        return Results.Ok(new Changed(module, done.Value));
    }
}
