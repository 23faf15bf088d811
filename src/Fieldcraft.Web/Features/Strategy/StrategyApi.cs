using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Sheets;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Strategy;

/// <summary>The strategy for programs: its pieces under three roots, all alike; stances, findings, what a piece caused; the vote; the ledger.</summary>
internal static class StrategyApi
{
    /// <summary>A root with its kinds; the first is the one that is written when none is named.</summary>
    private static readonly (string Root, string One, string Several, StrategyKind[] Kinds)[] Roots =
    [
        (
            "strategy",
            "StrategyPiece",
            "StrategyPieces",
            [
                StrategyKind.Policy,
                StrategyKind.Action,
                StrategyKind.Diagnosis,
                StrategyKind.Opening,
                StrategyKind.Evidence,
                StrategyKind.Place,
                StrategyKind.Balance,
            ]
        ),
        ("processes", "Process", "Processes", [StrategyKind.Process]),
        ("performance-gaps", "PerformanceGap", "PerformanceGaps", [StrategyKind.Gap]),
        ("ledger", "Effort", "Efforts", [StrategyKind.Effort]),
    ];

    public static void Map(RouteGroupBuilder api)
    {
        foreach (var root in Roots)
        {
            Map(api.MapGroup(root.Root), root.Root, root.One, root.Several, root.Kinds);
        }

        var strategy = api.MapGroup("strategy");
        strategy
            .MapGet("/findings", FindingsAsync)
            .WithName("ListStrategyFindings")
            .WithSummary("What does not hang together in the strategy, each with the piece it is in and the answer it has.")
            .Produces<Listed<FindingJson>>();
        strategy
            .MapPut("/{id:guid}/findings/{code}", AnswerFindingAsync)
            .WithName("AnswerStrategyFinding")
            .WithSummary("“We know, because …”; an empty text takes the answer back.")
            .Produces(204)
            .WithoutVersion("An answer replaces the one before it.");
        strategy
            .MapGet("/{id:guid}/wordings", WordingsAsync)
            .WithName("ListStrategyWordings")
            .WithSummary("Every wording of a piece, newest first.")
            .Produces<Listed<WordingJson>>();
        strategy
            .MapPut("/{id:guid}/stance", StanceAsync)
            .WithName("TakeStrategyStance")
            .WithSummary("Where you stand to a piece, of any root: agrees, reservation or dissent; the last two with a reason.")
            .Produces(204)
            .WithoutVersion("A stance is one's own.");
        strategy
            .MapPut(
                "/{id:guid}/effects/{kind}/{target:guid}",
                (Guid id, EffectKind kind, Guid target, StrategyDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
                    CausedAsync(id, kind, target, true, desk, viewer, cancellationToken)
            )
            .WithName("NoteStrategyEffect")
            .WithSummary("Notes that an action, or the diagnosis, brought about a programme, a posting, a promise or a condition.")
            .Produces(204)
            .WithoutVersion("Noting twice changes nothing.");
        strategy
            .MapDelete(
                "/{id:guid}/effects/{kind}/{target:guid}",
                (Guid id, EffectKind kind, Guid target, StrategyDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
                    CausedAsync(id, kind, target, false, desk, viewer, cancellationToken)
            )
            .WithName("ForgetStrategyEffect")
            .WithSummary("It was not this piece that brought it about.")
            .Produces(204)
            .WithoutVersion("Taking back twice changes nothing.");
        api.MapGet("ledger/balance", BalanceAsync)
            .WithName("ReadLearningBalance")
            .WithSummary("Intended against real effort in generative learning over the last year.")
            .Produces<BalanceJson>();
    }

    private static void Map(RouteGroupBuilder group, string root, string one, string several, StrategyKind[] kinds)
    {
        var about = string.Join(
            "; ",
            kinds.Select(k => $"{StrategyLinks.NameOf(k)}: {string.Join(", ", StrategyForms.Of(k).Boxes.Select(b => b.Key))}")
        );
        group
            .MapGet(
                "/",
                async (StrategyReading reading, Viewer viewer, CancellationToken cancellationToken) =>
                    await reading.TopAsync(viewer, cancellationToken) is { } unit
                        ? Results.Ok(
                            Listed.Whole((await reading.ListAsync(viewer, unit.Id, kinds, cancellationToken)).Select(PieceJson.Of))
                        )
                        : Results.Ok(Listed.Whole(Array.Empty<PieceJson>()))
            )
            .WithName($"List{several}")
            .WithSummary("Those of the organisation you belong to.")
            .Produces<Listed<PieceJson>>();
        group
            .MapGet(
                "/{id:guid}",
                async (Guid id, StrategyReading reading, Viewer viewer, HttpContext http, CancellationToken cancellationToken) =>
                    await FindAsync(reading, viewer, kinds, id, cancellationToken) is { } piece
                        ? http.Versioned(piece.Version, PieceJson.Of(piece))
                        : Problem.NotFound.Result()
            )
            .WithName($"Read{one}")
            .WithSummary("One of them.")
            .Produces<PieceJson>();
        group
            .MapPost(
                "/",
                (PieceBody body, StrategyReading reading, StrategyDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
                    WriteAsync(root, kinds, body, reading, desk, viewer, cancellationToken)
            )
            .WithName($"Write{one}")
            .WithSummary($"Writes one. Boxes of {about}.")
            .Produces<Changed>(201);
        group
            .MapPut(
                "/{id:guid}",
                (
                    Guid id,
                    PieceBody body,
                    StrategyReading reading,
                    StrategyDesk desk,
                    Viewer viewer,
                    HttpContext http,
                    CancellationToken cancellationToken
                ) => RewriteAsync(kinds, id, body, reading, desk, viewer, http, cancellationToken)
            )
            .WithName($"Rewrite{one}")
            .WithSummary("All its boxes anew; send the version you changed in If-Match.")
            .Produces<Changed>();
        group
            .MapPost(
                "/{id:guid}/end",
                (
                    Guid id,
                    EndBody body,
                    StrategyReading reading,
                    StrategyDesk desk,
                    Viewer viewer,
                    HttpContext http,
                    CancellationToken cancellationToken
                ) => EndAsync(kinds, id, body, reading, desk, viewer, http, cancellationToken)
            )
            .WithName($"End{one}")
            .WithSummary("Lays it aside, or takes it up again.")
            .Produces<Changed>();
    }

    private static async Task<IResult> WriteAsync(
        string root,
        StrategyKind[] kinds,
        PieceBody body,
        StrategyReading reading,
        StrategyDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var kind = body.Kind ?? kinds[0];
        if (!kinds.Contains(kind))
        {
            return InputProblem.Unknown("kind");
        }

        if (body.Problem(kind) is { } problem)
        {
            return problem;
        }

        var unit = body.Unit is { } named ? UnitId.From(named) : (await reading.TopAsync(viewer, cancellationToken))?.Id;
        return unit is not { } known
            ? Problem.NotFound.Result()
            : await desk.WriteAsync(viewer, kind, known, body.ToWriting(), cancellationToken) switch
            {
                null => Problem.NotFound.Result(),
                { Refusal: { } refusal } => Problem.Refused(refusal),
                { Value: var entry } => Results.Created($"/api/v1/{root}/{entry!.Id.Value}", new Changed(entry.Id.Value, entry.Version)),
            };
    }

    private static async Task<IResult> RewriteAsync(
        StrategyKind[] kinds,
        Guid id,
        PieceBody body,
        StrategyReading reading,
        StrategyDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(reading, viewer, kinds, id, cancellationToken) is not { } piece
            ? Problem.NotFound.Result()
            : body.Problem(piece.Kind)
                ?? await http.ChangeAsync(
                    id,
                    body,
                    version => desk.RewriteAsync(viewer, piece.Id, version, body.ToWriting(), cancellationToken),
                    () => TheirsAsync(reading, viewer, kinds, id, cancellationToken)
                );

    private static async Task<IResult> EndAsync(
        StrategyKind[] kinds,
        Guid id,
        EndBody body,
        StrategyReading reading,
        StrategyDesk desk,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await FindAsync(reading, viewer, kinds, id, cancellationToken) is not { } piece
            ? Problem.NotFound.Result()
            : await http.ChangeAsync(
                id,
                body,
                version => desk.EndAsync(viewer, piece.Id, version, body.IsOver ?? true, cancellationToken),
                () => TheirsAsync(reading, viewer, kinds, id, cancellationToken)
            );

    private static async Task<StrategyPiece?> FindAsync(
        StrategyReading reading,
        Viewer viewer,
        StrategyKind[] kinds,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, StrategyEntryId.From(id), cancellationToken) is { } piece && kinds.Contains(piece.Kind)
            ? piece
            : null;

    private static async Task<object?> TheirsAsync(
        StrategyReading reading,
        Viewer viewer,
        StrategyKind[] kinds,
        Guid id,
        CancellationToken cancellationToken
    ) => await FindAsync(reading, viewer, kinds, id, cancellationToken) is { } theirs ? PieceJson.Of(theirs) : null;

    private static async Task<IResult> FindingsAsync(
        StrategyReading reading,
        LedgerReading ledger,
        Viewer viewer,
        Words words,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.MayReadStrategy() || await reading.TopAsync(viewer, cancellationToken) is not { } unit)
        {
            return Problem.NotFound.Result();
        }

        var pieces = await reading.ListAsync(viewer, unit.Id, Enum.GetValues<StrategyKind>(), cancellationToken);
        var findings = reading.Check(pieces, await ledger.OfAsync(unit.Id, pieces, cancellationToken), words);
        return Results.Ok(
            Listed.Whole(findings.Select(f => new FindingJson(f.Code, words[$"strategy.finding.{f.Code}"], f.Entry?.Value, f.Because)))
        );
    }

    private static async Task<IResult> AnswerFindingAsync(
        Guid id,
        string code,
        BecauseBody body,
        StrategyDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Because?.Length > StrategyEntry.ReasonLength ? InputProblem.TooLong("because", StrategyEntry.ReasonLength)
        : code.Length > StrategyEntry.CodeLength ? InputProblem.TooLong("code", StrategyEntry.CodeLength)
        : Problem.Answer(await desk.AnswerFindingAsync(viewer, StrategyEntryId.From(id), code, body.Because, cancellationToken));

    private static async Task<IResult> WordingsAsync(
        Guid id,
        StrategyReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await reading.WordingsAsync(viewer, StrategyEntryId.From(id), cancellationToken) is { Count: > 0 } wordings
            ? Results.Ok(Listed.Whole(wordings.Select(w => new WordingJson(w.Number, w.Sheet.Said, w.By, w.At))))
            : Problem.NotFound.Result();

    private static async Task<IResult> StanceAsync(
        Guid id,
        StanceBody body,
        StrategyDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Stance is not { } stance ? InputProblem.Missing("stance")
        : body.Reason?.Length > StrategyEntry.ReasonLength ? InputProblem.TooLong("reason", StrategyEntry.ReasonLength)
        : Problem.Answer(await desk.TakeStanceAsync(viewer, StrategyEntryId.From(id), stance, body.Reason, cancellationToken));

    private static async Task<IResult> CausedAsync(
        Guid id,
        EffectKind kind,
        Guid target,
        bool isSo,
        StrategyDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.CausedAsync(viewer, StrategyEntryId.From(id), kind, target, isSo, cancellationToken));

    private static async Task<IResult> BalanceAsync(
        StrategyReading reading,
        LedgerReading ledger,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.MayReadStrategy() || await reading.TopAsync(viewer, cancellationToken) is not { } unit)
        {
            return Problem.NotFound.Result();
        }

        var pieces = await reading.ListAsync(viewer, unit.Id, [StrategyKind.Effort, StrategyKind.Balance], cancellationToken);
        return Results.Ok(BalanceJson.Of(await ledger.OfAsync(unit.Id, pieces, cancellationToken)));
    }
}
