using Fieldcraft.Domain.Experience;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Experience;

internal static class ExperienceApi
{
    public static void Map(RouteGroupBuilder experiences)
    {
        experiences
            .MapGet("/", ListAsync)
            .WithName("ListPastExperiences")
            .WithSummary("Your past experiences, the last told first.")
            .Produces<Listed<PastExperienceJson>>();
        experiences
            .MapGet("/{id:guid}", FindAsync)
            .WithName("ReadPastExperience")
            .WithSummary("One of them.")
            .Produces<PastExperienceJson>();
        experiences
            .MapGet("/map", MapAsync)
            .WithName("ReadExperienceMap")
            .WithSummary("What you have had, are having, and have not yet met in what you told here.")
            .Produces<ExperienceMapJson>();
        experiences.MapPost("/", TellAsync).WithName("TellPastExperience").WithSummary("Tells a past experience.").Produces<Changed>(201);
        experiences
            .MapPost("/history", LookAtAsync)
            .WithName("LookAtJobHistory")
            .WithSummary("Reads a job history, line by line, and keeps nothing: what you take, tell as past experiences.")
            .Produces<Listed<HistoryLine>>();
        experiences
            .MapPut("/{id:guid}", RetellAsync)
            .WithName("RetellPastExperience")
            .WithSummary("Tells it anew; send the version you changed in If-Match.")
            .Produces<Changed>();
        experiences
            .MapDelete("/{id:guid}", RemoveAsync)
            .WithName("RemovePastExperience")
            .WithSummary("Removes it and its key.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(MapReading reading, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var after = paging.After is { } id ? PastExperienceId.From(id) : (PastExperienceId?)null;
        var told = await reading.ListAsync(viewer, after, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(told, paging, e => e.Id.Value, PastExperienceJson.Of));
    }

    private static async Task<IResult> FindAsync(
        Guid id,
        MapReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, PastExperienceId.From(id), cancellationToken) is { } told
            ? http.Versioned(told.Version, PastExperienceJson.Of(told))
            : Problem.NotFound.Result();

    private static async Task<IResult> MapAsync(MapReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(ExperienceMapJson.Of((await reading.MapAsync(viewer, cancellationToken)).Map));

    private static async Task<IResult> TellAsync(
        PastExperienceContent told,
        ExperienceDesk desk,
        Knowledge knowledge,
        Rules rules,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (Problems(told, knowledge, rules) is { } problem)
        {
            return problem;
        }

        var made = await desk.TellAsync(viewer, [told], cancellationToken);
        return made.Refusal is { } refusal
            ? Problem.Refused(refusal)
            : Results.Created($"/api/v1/experiences/{made.Value![0].Id.Value}", new Changed(made.Value[0].Id.Value, made.Value[0].Version));
    }

    private static async Task<IResult> LookAtAsync(
        HistoryInput input,
        HistoryReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(input.Text))
        {
            return InputProblem.Missing("text");
        }

        if (input.Text.Length > HistoryReading.LongestText)
        {
            return InputProblem.TooLong("text", HistoryReading.LongestText);
        }

        try
        {
            return Results.Ok(Listed.Whole(await reading.OfTextAsync(viewer, input.Text, cancellationToken)));
        }
        catch (UnreadableFileException unreadable)
        {
            return InputProblem.Of("text", unreadable.Code);
        }
    }

    private static async Task<IResult> RetellAsync(
        Guid id,
        PastExperienceContent told,
        HttpContext http,
        ExperienceDesk desk,
        MapReading reading,
        Knowledge knowledge,
        Rules rules,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (Problems(told, knowledge, rules) is { } problem)
        {
            return problem;
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var saved = await desk.RetellAsync(viewer, PastExperienceId.From(id), version, told, cancellationToken);
        return await http.AnswerAsync(saved, id, told, () => TheirsAsync(reading, viewer, id, cancellationToken));
    }

    private static async Task<IResult> RemoveAsync(
        Guid id,
        HttpContext http,
        ExperienceDesk desk,
        MapReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var removed = await desk.RemoveAsync(viewer, PastExperienceId.From(id), version, cancellationToken);
        return removed.IsSaved
            ? Results.NoContent()
            : await http.AnswerAsync(removed, id, null, () => TheirsAsync(reading, viewer, id, cancellationToken));
    }

    private static async Task<object?> TheirsAsync(MapReading reading, Viewer viewer, Guid id, CancellationToken cancellationToken) =>
        await reading.FindAsync(viewer, PastExperienceId.From(id), cancellationToken) is { } theirs ? PastExperienceJson.Of(theirs) : null;

    private static IResult? Problems(PastExperienceContent told, Knowledge knowledge, Rules rules) =>
        InputProblem.All([
            .. told.Problems(rules.Experience),
            .. told.Archetype is { } kind && knowledge.Archetype(kind) is null
                ? [new Domain.Shared.InputProblem("archetype", "unknown")]
                : Array.Empty<Domain.Shared.InputProblem>(),
        ]);
}

/// <summary>A job history as text: free lines, or the columns of a profile export.</summary>
public sealed record HistoryInput(string? Text);

public sealed record PastExperienceJson(Guid Id, PastExperienceContent Told, DateTimeOffset ToldAt, int Version)
{
    public static PastExperienceJson Of(OpenExperience e) => new(e.Id.Value, e.Told, e.ToldAt, e.Version);
}

/// <summary>Challenge by challenge. Obstacles stand there as met only; nobody lacks one.</summary>
public sealed record ExperienceMapJson(IReadOnlyList<MapRowJson> Challenges, IReadOnlyList<MapRowJson> Obstacles)
{
    public static ExperienceMapJson Of(ExperienceMap map) =>
        new([.. map.Task.Select(MapRowJson.Of)], [.. map.Obstacles.Select(MapRowJson.Of)]);
}

public sealed record MapRowJson(string Challenge, Meeting Meeting, IReadOnlyList<MetInJson> MetIn)
{
    public static MapRowJson Of(MapRow row) =>
        new(row.Dimension.Id, row.Meeting, [.. row.Met.Select(w => new MetInJson(w.Id, w.IsPast, w.GoesOn, w.FromYear, w.ToYear))]);
}

/// <param name="Past">Told from the past; otherwise an assignment of here.</param>
public sealed record MetInJson(Guid Id, bool Past, bool GoesOn, int? FromYear, int? ToYear);
