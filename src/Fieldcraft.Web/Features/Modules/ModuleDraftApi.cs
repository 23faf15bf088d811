using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Language;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Modules;

/// <summary>How to start a draft: like another module, or with the skeleton in a language; both left out, from the edition in use.</summary>
public sealed record StartDraftBody(Guid? Like = null, string? Language = null);

/// <summary>The draft of a module.</summary>
public sealed record ModuleDraftJson(
    Guid Id,
    int Number,
    ModuleContent Content,
    IReadOnlyList<Domain.Shared.InputProblem> Missing,
    int Version
);

/// <summary>A trial of the draft by one team.</summary>
public sealed record PilotBody(string? Team, DateOnly? On, int? Minutes, string? Lesson = null)
{
    public IReadOnlyList<Domain.Shared.InputProblem> Problems(DateOnly today) =>
        [
            .. string.IsNullOrWhiteSpace(Team) ? [new("team", "missing")] : Array.Empty<Domain.Shared.InputProblem>(),
            .. Team?.Trim().Length > ModulePilot.TeamLength ? [new("team", "too-long")] : Array.Empty<Domain.Shared.InputProblem>(),
            .. Lesson?.Trim().Length > ModulePilot.LessonLength ? [new("lesson", "too-long")] : Array.Empty<Domain.Shared.InputProblem>(),
            .. On is null ? [new("on", "missing")] : Array.Empty<Domain.Shared.InputProblem>(),
            .. On > today ? [new("on", "out-of-range")] : Array.Empty<Domain.Shared.InputProblem>(),
            .. Minutes is null ? [new("minutes", "missing")] : Array.Empty<Domain.Shared.InputProblem>(),
            .. Domain.Shared.InputProblems.Outside("minutes", Minutes, 1, ModulePilot.MinutesAtMost),
        ];
}

/// <summary>A trial that is noted.</summary>
public sealed record PilotJson(Guid Id, string Team, DateOnly On, int Minutes, int PlannedMinutes, string Lesson);

/// <summary>What leaders should know about an edition.</summary>
public sealed record PublishModuleBody(string? Note = null);

/// <summary>Writing, trying and publishing the draft of a module.</summary>
internal static class ModuleDraftApi
{
    public static void Map(RouteGroupBuilder modules)
    {
        modules
            .MapPost("/{id:guid}/draft", StartAsync)
            .WithName("StartModuleDraft")
            .WithSummary("Starts a draft; a module has at most one.")
            .WithoutVersion("A draft is started beside the edition in use; nothing is replaced.")
            .Produces<Changed>(201);
        modules
            .MapGet("/{id:guid}/draft", ReadAsync)
            .WithName("ReadModuleDraft")
            .WithSummary("The draft, with what is missing before it can be published.")
            .Produces<ModuleDraftJson>();
        modules
            .MapPut("/{id:guid}/draft", RewriteAsync)
            .WithName("RewriteModule")
            .WithSummary("Rewrites the whole draft.")
            .Produces<Changed>();
        modules
            .MapDelete("/{id:guid}/draft", DiscardAsync)
            .WithName("DiscardModuleDraft")
            .WithSummary("Discards the draft; nothing of it is kept.")
            .Produces(204);
        modules
            .MapPost("/{id:guid}/draft/publication", PublishAsync)
            .WithName("PublishModule")
            .WithSummary("Publishes the draft: leaders prepare with it, and it is fixed.")
            .Produces(204);
        modules
            .MapPost("/{id:guid}/pilots", PilotAsync)
            .WithName("NoteModulePilot")
            .WithSummary("Notes that a team tried the draft, and how long it took.")
            .WithoutVersion("A trial is added; nothing that is written is replaced.")
            .Produces(204);
        modules
            .MapGet("/{id:guid}/pilots", PilotsAsync)
            .WithName("ListModulePilots")
            .WithSummary("The trials of a module, newest first.")
            .Produces<IReadOnlyList<PilotJson>>();
    }

    private static async Task<IResult> StartAsync(
        Guid id,
        StartDraftBody body,
        Words words,
        ModuleDesk desk,
        CancellationToken cancellationToken
    )
    {
        var language = body.Language ?? words.Language;
        if (!ModuleContent.IsLanguage(language))
        {
            return InputProblem.Of("language", "not-a-language");
        }

        return await desk.StartAsync(
            ModuleId.From(id),
            body.Like is { } like ? ModuleId.From(like) : null,
            language,
            cancellationToken
        ) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: { } draft } => Results.Created($"/api/v1/modules/{id}/draft", new Changed(draft.Id.Value, draft.Version)),
            _ => Problem.NotFound.Result(),
        };
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext http, ModuleDesk desk, CancellationToken cancellationToken) =>
        await desk.DraftAsync(ModuleId.From(id), cancellationToken) is { } draft
            ? http.Versioned(draft.Version, await JsonOfAsync(draft, desk, cancellationToken))
            : Problem.NotFound.Result();

    private static async Task<IResult> RewriteAsync(
        Guid id,
        ModuleContent body,
        HttpContext http,
        ModuleDesk desk,
        CancellationToken cancellationToken
    )
    {
        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        if (body.Holes() is { } hole)
        {
            return InputProblem.Missing(hole);
        }

        var saved = await desk.WriteAsync(ModuleId.From(id), draft => draft.Version == version, _ => body, cancellationToken);
        switch (saved.Save)
        {
            case ModuleSave.Saved:
                http.Response.SetVersion(saved.Draft!.Version);
                return Results.Ok(new Changed(saved.Draft.Id.Value, saved.Draft.Version));
            case ModuleSave.Unusable:
                return InputProblem.All(saved.Problems)!;
            case ModuleSave.Meanwhile when saved.Draft is { } theirs:
                return Problem.Meanwhile(body, await JsonOfAsync(theirs, desk, cancellationToken));
            default:
                return Problem.NotFound.Result();
        }
    }

    private static async Task<IResult> DiscardAsync(Guid id, HttpContext http, ModuleDesk desk, CancellationToken cancellationToken) =>
        http.Request.VersionMatched() is { } version
            ? Problem.Answer(await desk.DiscardAsync(ModuleId.From(id), version, cancellationToken))
            : Problem.IfMatchNeeded.Result();

    private static async Task<IResult> PublishAsync(
        Guid id,
        PublishModuleBody body,
        HttpContext http,
        ModuleDesk desk,
        CancellationToken cancellationToken
    ) =>
        body.Note?.Trim().Length > ModuleEdition.NoteLength ? InputProblem.TooLong("note", ModuleEdition.NoteLength)
        : http.Request.VersionMatched() is not { } version ? Problem.IfMatchNeeded.Result()
        : Problem.Answer(await desk.PublishAsync(ModuleId.From(id), version, body.Note, cancellationToken));

    private static async Task<IResult> PilotAsync(
        Guid id,
        PilotBody body,
        Words words,
        TimeProvider clock,
        ModuleDesk desk,
        CancellationToken cancellationToken
    ) =>
        InputProblem.All(body.Problems(words.Today(clock.GetUtcNow())))
        ?? Problem.Answer(
            await desk.PilotAsync(ModuleId.From(id), body.Team!, body.On!.Value, body.Minutes!.Value, body.Lesson, cancellationToken)
        );

    private static async Task<IResult> PilotsAsync(Guid id, ModuleDesk desk, CancellationToken cancellationToken) =>
        Results.Ok(
            (await desk.PilotsAsync(ModuleId.From(id), cancellationToken)).Select(p => new PilotJson(
                p.Id.Value,
                p.Team,
                p.On,
                p.Minutes,
                p.PlannedMinutes,
                p.Lesson
            ))
        );

    private static async Task<ModuleDraftJson> JsonOfAsync(ModuleDraft draft, ModuleDesk desk, CancellationToken cancellationToken) =>
        new(draft.Id.Value, draft.Number, draft.Content, await desk.MissingAsync(draft, cancellationToken), draft.Version);
}
