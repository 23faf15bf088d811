using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Strategy;

internal static class PromisesApi
{
    public static void Map(RouteGroupBuilder promises)
    {
        promises
            .MapGet("/", ListAsync)
            .WithName("ListCommitments")
            .WithSummary("What you promised so that others can learn, newest first.")
            .Produces<Listed<PromiseJson>>();
        promises
            .MapGet("/below", BelowAsync)
            .WithName("ListCommitmentsBelow")
            .WithSummary(
                "The leaders one level below you with what each promised in a quarter (?quarter=2026-Q3); none made is an empty list."
            )
            .Produces<Listed<LeaderPromisesJson>>();
        promises
            .MapGet("/{id:guid}", ReadAsync)
            .WithName("ReadCommitment")
            .WithSummary("One promise: your own, or of a leader one level below.")
            .Produces<PromiseJson>();
        promises
            .MapPost("/", MakeAsync)
            .WithName("MakeCommitment")
            .WithSummary(
                "Promises something for this quarter: a feature, a verb, and what you will do. Never what others learn, never scores."
            )
            .Produces<Changed>(201);
        promises
            .MapPut("/{id:guid}", RewordAsync)
            .WithName("RewordCommitment")
            .WithSummary("Words it anew before it is answered; send the version you changed in If-Match.")
            .Produces<Changed>();
        promises
            .MapPost("/{id:guid}/answer", AnswerAsync)
            .WithName("AnswerCommitment")
            .WithSummary("How it went: kept, notYet or needsHelp, the last with a note.")
            .Produces<Changed>();
    }

    private static async Task<IResult> ListAsync(PromiseDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(Listed.Whole((await desk.OwnAsync(viewer, cancellationToken)).Select(PromiseJson.Of)));

    private static async Task<IResult> BelowAsync(string? quarter, PromiseDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        (quarter is null ? desk.ThisQuarter : Quarter.Parse(quarter)) is not { } known
            ? InputProblem.WrongKind("quarter")
            : Results.Ok(
                Listed.Whole(
                    (await desk.BelowAsync(viewer, known, cancellationToken)).Select(l => new LeaderPromisesJson(
                        l.Leader.Value,
                        l.Name,
                        [.. l.Promises.Select(PromiseJson.Of)]
                    ))
                )
            );

    private static async Task<IResult> ReadAsync(
        Guid id,
        PromiseDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await desk.FindAsync(viewer, EnablingPromiseId.From(id), cancellationToken) is { } promise
            ? http.Versioned(promise.Version, PromiseJson.Of(promise))
            : Problem.NotFound.Result();

    private static async Task<IResult> MakeAsync(SheetBody body, PromiseDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        body.Problem(StrategyForms.Commitment)
        ?? await desk.MakeAsync(viewer, desk.ThisQuarter, body.ToSheet(), cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var made } => Results.Created($"/api/v1/commitments/{made!.Id.Value}", new Changed(made.Id.Value, made.Version)),
        };

    private static async Task<IResult> RewordAsync(
        Guid id,
        SheetBody body,
        PromiseDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        body.Problem(StrategyForms.Commitment)
        ?? await http.ChangeAsync(
            id,
            body,
            version => desk.RewordAsync(viewer, EnablingPromiseId.From(id), version, body.ToSheet(), cancellationToken),
            () => TheirsAsync(id, desk, viewer, cancellationToken)
        );

    private static async Task<IResult> AnswerAsync(
        Guid id,
        PromiseAnswerBody body,
        PromiseDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        body.State is not { } state ? InputProblem.Missing("state")
        : state == PromiseState.Made ? InputProblem.Of("state", "out-of-range")
        : body.Note?.Length > EnablingPromise.NoteLength ? InputProblem.TooLong("note", EnablingPromise.NoteLength)
        : await http.ChangeAsync(
            id,
            body,
            version => desk.AnswerAsync(viewer, EnablingPromiseId.From(id), version, state, body.Note, cancellationToken),
            () => TheirsAsync(id, desk, viewer, cancellationToken)
        );

    private static async Task<object?> TheirsAsync(Guid id, PromiseDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        await desk.FindAsync(viewer, EnablingPromiseId.From(id), cancellationToken) is { } theirs ? PromiseJson.Of(theirs) : null;
}

public sealed record PromiseJson(
    Guid Id,
    string Quarter,
    IReadOnlyDictionary<string, string> Boxes,
    PromiseState State,
    string? Note,
    DateTimeOffset ChangedAt
)
{
    internal static PromiseJson Of(EnablingPromise p) => new(p.Id.Value, p.Quarter.Name, p.Sheet.Said, p.State, p.Note, p.ChangedAt);
}

public sealed record LeaderPromisesJson(Guid Leader, string Name, IReadOnlyList<PromiseJson> Promises);

public sealed record PromiseAnswerBody(PromiseState? State, string? Note = null);
