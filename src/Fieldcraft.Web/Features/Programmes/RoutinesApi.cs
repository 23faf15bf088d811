using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Api;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>A routine as it is written; <c>sequence</c> has one step a line.</summary>
public sealed record RoutineBody(string? Name, int? Minutes, string? Header = null, string? Sequence = null)
{
    public IEnumerable<Domain.Shared.InputProblem> Problems() =>
        [
            .. string.IsNullOrWhiteSpace(Name)
                ? [new Domain.Shared.InputProblem("name", "missing")]
                : Array.Empty<Domain.Shared.InputProblem>(),
            .. Minutes is null ? [new Domain.Shared.InputProblem("minutes", "missing")] : Array.Empty<Domain.Shared.InputProblem>(),
            .. Domain.Shared.InputProblems.Outside("minutes", Minutes, 1, Routine.MinutesAtMost),
            .. new (string Path, string? Text, int Most)[]
            {
                ("name", Name, Routine.NameLength),
                ("header", Header, Routine.HeaderLength),
                ("sequence", Sequence, Routine.SequenceLength),
            }
                .Where(t => t.Text?.Trim().Length > t.Most)
                .Select(t => new Domain.Shared.InputProblem(t.Path, "too-long")),
        ];

    public RoutineInput ToInput() =>
        new()
        {
            Name = Name,
            Minutes = Minutes,
            Header = Header,
            Sequence = Sequence,
        };
}

/// <summary>Something that leaders hold with their teams already.</summary>
public sealed record RoutineJson(Guid Id, string Name, int Minutes, string Header, string Sequence, int Version)
{
    public static RoutineJson Of(Routine r) => new(r.Id.Value, r.Name, r.Minutes, r.Header, r.Sequence, r.Version);
}

internal static class RoutinesApi
{
    public static void Map(RouteGroupBuilder routines)
    {
        routines
            .MapGet("/", ListAsync)
            .WithName("ListRoutines")
            .WithSummary("The routines that leaders hold already, by name.")
            .Produces<IReadOnlyList<RoutineJson>>();
        routines.MapPost("/", NoteAsync).WithName("NoteRoutine").WithSummary("Notes a routine.").Produces<Made>(201);
        routines
            .MapPut("/{id:guid}", DescribeAsync)
            .WithName("DescribeRoutine")
            .WithSummary("Name, length, header and sequence of a routine.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(RoutineDesk desk, CancellationToken cancellationToken) =>
        Results.Ok((await desk.ListAsync(cancellationToken)).Select(RoutineJson.Of));

    private static async Task<IResult> NoteAsync(RoutineBody body, RoutineDesk desk, CancellationToken cancellationToken) =>
        InputProblem.All([.. body.Problems()])
        ?? (
            await desk.NoteAsync(body.ToInput(), cancellationToken) is { } id
                ? Results.Created($"/api/v1/routines/{id.Value}", new Made(id.Value))
                : Problem.NotFound.Result()
        );

    private static async Task<IResult> DescribeAsync(
        Guid id,
        RoutineBody body,
        HttpContext http,
        RoutineDesk desk,
        CancellationToken cancellationToken
    ) =>
        InputProblem.All([.. body.Problems()])
        ?? (
            http.Request.VersionMatched() is { } version
                ? Problem.Answer(await desk.DescribeAsync(RoutineId.From(id), version, body.ToInput(), cancellationToken))
                : Problem.IfMatchNeeded.Result()
        );
}
