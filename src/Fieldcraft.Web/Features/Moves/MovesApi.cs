using Fieldcraft.Domain.Moves;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Moves;

internal static class MovesApi
{
    public static void Map(RouteGroupBuilder moves)
    {
        moves
            .MapGet("/", ListAsync)
            .WithName("ListMoves")
            .WithSummary("Your comparisons of moves, the newest first.")
            .Produces<Listed<MovesJson>>();
        moves
            .MapGet("/{id:guid}", FindAsync)
            .WithName("ReadMoves")
            .WithSummary("One comparison, with value and zone of each option side by side.")
            .Produces<LookedMovesJson>();
        moves
            .MapPost("/", BeginAsync)
            .WithName("BeginMoves")
            .WithSummary("Begins a comparison. It opens once you have an aim and an own view.")
            .Produces<Changed>(201);
        moves
            .MapPut("/{id:guid}", WeighAsync)
            .WithName("WeighMoves")
            .WithSummary("Title and own weights; send the version you changed in If-Match.")
            .Produces<Changed>();
        moves
            .MapPost("/{id:guid}/options", AddAsync)
            .WithName("AddMove")
            .WithSummary("Adds an option; send the version you changed in If-Match.")
            .Produces<Changed>();
        moves
            .MapPut("/{id:guid}/options/{option}", RewriteAsync)
            .WithName("RewriteMove")
            .WithSummary("The new wording of an option; send the version you changed in If-Match.")
            .Produces<Changed>();
        moves
            .MapDelete("/{id:guid}/options/{option}", TakeAwayAsync)
            .WithName("TakeMoveAway")
            .WithSummary("Takes an option away. Staying and learning from a person cannot be taken away.")
            .Produces<Changed>();
        moves.MapDelete("/{id:guid}", RemoveAsync).WithName("RemoveMoves").WithSummary("Removes a comparison and its key.").Produces(204);
    }

    private static async Task<IResult> ListAsync(MovesReading reading, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var after = paging.After is { } id ? MoveComparisonId.From(id) : (MoveComparisonId?)null;
        var comparisons = await reading.ListAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(comparisons, paging, c => c.Id.Value, MovesJson.Of));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        MovesReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.LookAsync(viewer, MoveComparisonId.From(id), cancellationToken) is { } looked
            ? http.Versioned(looked.Moves.Version, LookedMovesJson.Of(looked))
            : Problem.NotFound.Result();

    private static async Task<IResult> BeginAsync(
        MovesInput input,
        MovesDesk desk,
        Rules rules,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var content = MoveContent.Begin(input.Title ?? "") with { Weights = input.Weights };
        if (InputProblem.All(content.Problems(rules.Guard)) is { } problem)
        {
            return problem;
        }

        var begun = await desk.BeginAsync(viewer, content, cancellationToken);
        return begun.Refusal is { } refusal
            ? Problem.Refused(refusal)
            : Results.Created($"/api/v1/moves/{begun.Value!.Id.Value}", new Changed(begun.Value.Id.Value, begun.Value.Version));
    }

    private static Task<IResult> WeighAsync(
        Guid id,
        MovesInput input,
        HttpContext http,
        MovesDesk desk,
        MovesReading reading,
        Rules rules,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        InputProblem.All(new MoveContent { Title = input.Title, Weights = input.Weights }.Problems(rules.Guard)) is { } problem
            ? Task.FromResult(problem)
            : ChangeAsync(
                id,
                input,
                now => now with { Title = input.Title!.Trim(), Weights = input.Weights },
                http,
                desk,
                reading,
                viewer,
                cancellationToken
            );

    private static Task<IResult> AddAsync(
        Guid id,
        MoveInput input,
        HttpContext http,
        MovesDesk desk,
        MovesReading reading,
        Knowledge knowledge,
        Rules rules,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var option = input.ToOption(Guid.CreateVersion7().ToString("n"), MoveKind.Move);
        return Problems(option, knowledge, rules) is { } problem
            ? Task.FromResult(problem)
            : ChangeAsync(id, input, now => now.With(option, rules.Value), http, desk, reading, viewer, cancellationToken);
    }

    private static async Task<IResult> RewriteAsync(
        Guid id,
        string option,
        MoveInput input,
        HttpContext http,
        MovesDesk desk,
        MovesReading reading,
        Knowledge knowledge,
        Rules rules,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (
            await reading.FindAsync(viewer, MoveComparisonId.From(id), cancellationToken) is not { } moves
            || moves.Content.Find(option) is not { } before
        )
        {
            return Problem.NotFound.Result();
        }

        var written = input.ToOption(option, before.Kind);
        return Problems(written, knowledge, rules) is { } problem
            ? problem
            : await ChangeAsync(id, input, now => now.With(written, rules.Value), http, desk, reading, viewer, cancellationToken);
    }

    private static async Task<IResult> TakeAwayAsync(
        Guid id,
        string option,
        HttpContext http,
        MovesDesk desk,
        MovesReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, MoveComparisonId.From(id), cancellationToken) is { } moves && moves.Content.Find(option) is not null
            ? await ChangeAsync(id, null, now => now.Without(option), http, desk, reading, viewer, cancellationToken)
            : Problem.NotFound.Result();

    private static Task<IResult> RemoveAsync(
        Guid id,
        HttpContext http,
        MovesDesk desk,
        MovesReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        http.RemoveAsync(
            id,
            version => desk.RemoveAsync(viewer, MoveComparisonId.From(id), version, cancellationToken),
            () => TheirsAsync(reading, viewer, id, cancellationToken)
        );

    private static Task<IResult> ChangeAsync(
        Guid id,
        object? yours,
        Func<MoveContent, Outcome<MoveContent>> change,
        HttpContext http,
        MovesDesk desk,
        MovesReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        http.ChangeAsync(
            id,
            yours,
            version => desk.ChangeAsync(viewer, MoveComparisonId.From(id), version, change, cancellationToken),
            () => TheirsAsync(reading, viewer, id, cancellationToken)
        );

    private static async Task<object?> TheirsAsync(MovesReading reading, Viewer viewer, Guid id, CancellationToken cancellationToken) =>
        await reading.FindAsync(viewer, MoveComparisonId.From(id), cancellationToken) is { } theirs ? MovesJson.Of(theirs) : null;

    private static IResult? Problems(MoveOption option, Knowledge knowledge, Rules rules) =>
        InputProblem.All([
            .. option.Problems(rules.Guard),
            .. option.Archetype is { } kind && knowledge.Archetype(kind) is null
                ? [new Domain.Shared.InputProblem("archetype", "unknown")]
                : Array.Empty<Domain.Shared.InputProblem>(),
        ]);
}
