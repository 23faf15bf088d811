using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Workshops.Api;

/// <summary>A block to put in: which, how long, and where, from 0; without a place, at the end.</summary>
public sealed record AddBlockBody(string? Key, int? Minutes = null, string? Title = null, int? Place = null);

/// <summary>What a block is to be. Without a fixed time it begins when the one before it ends.</summary>
public sealed record ChangeBlockBody(int Minutes, TimeOnly? FixedAt = null, string? Title = null);

/// <summary>Where a block goes, from 0.</summary>
public sealed record MoveBlockBody(int Place);

internal static class AgendaApi
{
    public static void Map(RouteGroupBuilder workshops)
    {
        const string ByNumber = "A block is named by its number, and the answer shows the whole day with its times.";
        workshops
            .MapGet("/{id:guid}/agenda", ReadAsync)
            .WithName("ReadWorkshopAgenda")
            .WithSummary("The day with its clock times, and what does not fit.")
            .Produces<WorkshopAgendaJson>();
        workshops
            .MapPost("/{id:guid}/agenda/blocks", AddAsync)
            .WithName("AddWorkshopBlock")
            .WithSummary("Puts a block in; the rest follows.")
            .WithoutVersion(ByNumber)
            .Produces<WorkshopAgendaJson>();
        workshops
            .MapPut("/{id:guid}/agenda/blocks/{number:int}", ChangeAsync)
            .WithName("ChangeWorkshopBlock")
            .WithSummary("Another length, a time that it keeps, a title of its own; the rest follows.")
            .WithoutVersion(ByNumber)
            .Produces<WorkshopAgendaJson>();
        workshops
            .MapPut("/{id:guid}/agenda/blocks/{number:int}/place", MoveAsync)
            .WithName("MoveWorkshopBlock")
            .WithSummary("Moves a block to another place; the rest follows.")
            .WithoutVersion(ByNumber)
            .Produces<WorkshopAgendaJson>();
        workshops
            .MapDelete("/{id:guid}/agenda/blocks/{number:int}", RemoveAsync)
            .WithName("RemoveWorkshopBlock")
            .WithSummary("Takes a block out; the rest follows.")
            .WithoutVersion(ByNumber)
            .Produces<WorkshopAgendaJson>();
    }

    private static async Task<IResult> ReadAsync(
        Guid id,
        WorkshopsReading reading,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is { } workshop
            ? http.Versioned(workshop.Version, WorkshopAgendaJson.Of(workshop))
            : Problem.NotFound.Result();

    private static async Task<IResult> AddAsync(
        Guid id,
        AddBlockBody body,
        WorkshopProgrammes programmes,
        WorkshopDesk desk,
        WorkshopsReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        programmes.Block(body.Key) is not { } block ? InputProblem.Unknown("key")
        : body.Title?.Length > WorkshopBlock.TitleLength ? InputProblem.TooLong("title", WorkshopBlock.TitleLength)
        : await AnswerAsync(
            id,
            a => a.Add(block, body.Minutes ?? block.Minutes, body.Title, body.Place ?? int.MaxValue),
            desk,
            reading,
            viewer,
            cancellationToken
        );

    private static async Task<IResult> ChangeAsync(
        Guid id,
        int number,
        ChangeBlockBody body,
        WorkshopDesk desk,
        WorkshopsReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        body.Title?.Length > WorkshopBlock.TitleLength
            ? InputProblem.TooLong("title", WorkshopBlock.TitleLength)
            : await AnswerAsync(
                id,
                a => a.Change(number, body.Minutes, body.FixedAt, body.Title),
                desk,
                reading,
                viewer,
                cancellationToken
            );

    private static Task<IResult> MoveAsync(
        Guid id,
        int number,
        MoveBlockBody body,
        WorkshopDesk desk,
        WorkshopsReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => AnswerAsync(id, a => a.Move(number, body.Place), desk, reading, viewer, cancellationToken);

    private static Task<IResult> RemoveAsync(
        Guid id,
        int number,
        WorkshopDesk desk,
        WorkshopsReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => AnswerAsync(id, a => a.Remove(number), desk, reading, viewer, cancellationToken);

    private static async Task<IResult> AnswerAsync(
        Guid id,
        Func<WorkshopAgenda, Outcome<WorkshopAgenda>> change,
        WorkshopDesk desk,
        WorkshopsReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var outcome = await desk.ArrangeAsync(viewer, WorkshopId.From(id), change, cancellationToken);
        return outcome?.Refusal is { } refusal ? Problem.Refused(refusal)
            : outcome is not null && await reading.FindAsync(viewer, WorkshopId.From(id), cancellationToken) is { } now
                ? Results.Ok(WorkshopAgendaJson.Of(now))
            : Problem.NotFound.Result();
    }
}
