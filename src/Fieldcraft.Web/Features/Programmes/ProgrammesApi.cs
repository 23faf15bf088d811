using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Api;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>A programme as it is written. <c>unit</c>: whom it reaches.</summary>
public sealed record ProgrammeBody(string? Name, string? Purpose, Guid? Unit, Guid? Sponsor = null)
{
    public ProgrammeFacts? ToFacts() =>
        Unit is { } unit ? new(Name, Purpose, UnitId.From(unit), Sponsor is { } s ? PersonId.From(s) : null) : null;
}

/// <summary>When a module is taught and why then.</summary>
public sealed record ModuleBody(
    string? Title,
    DateOnly? WindowStart,
    int WindowDays = Module.UsualWindowDays,
    string? CustomerAction = null,
    string? StrategyAction = null,
    DateOnly? BusinessDate = null,
    string? BusinessReason = null
)
{
    public ModuleFacts? ToFacts() =>
        WindowStart is { } start ? new(Title, CustomerAction, StrategyAction, BusinessDate, BusinessReason, start, WindowDays) : null;
}

/// <summary>Whom to hand a programme over to.</summary>
public sealed record LeadBody(Guid? Lead);

/// <summary>A module in a list.</summary>
public sealed record ModuleLineJson(
    Guid Id,
    int Number,
    string Title,
    string CustomerAction,
    DateOnly WindowStart,
    int WindowDays,
    bool IsPublished,
    bool HasDraft
)
{
    public static ModuleLineJson Of(ModuleLine m) =>
        new(m.Id.Value, m.Number, m.Title, m.CustomerAction, m.WindowStart, m.WindowDays, m.IsPublished, m.HasDraft);
}

/// <summary>A programme in a list.</summary>
public sealed record ProgrammeLineJson(Guid Id, string Name, string Purpose, DateTimeOffset? EndedAt, int Modules);

/// <summary>A programme with its modules.</summary>
public sealed record ProgrammeJson(
    Guid Id,
    string Name,
    string Purpose,
    Guid Unit,
    Guid? Lead,
    Guid? Sponsor,
    DateTimeOffset? EndedAt,
    IReadOnlyList<ModuleLineJson> Modules,
    int Version
)
{
    public static ProgrammeJson Of(OpenProgramme p) =>
        new(
            p.Id.Value,
            p.Name,
            p.Purpose,
            p.UnitId.Value,
            p.LeadId?.Value,
            p.SponsorId?.Value,
            p.EndedAt,
            [.. p.Modules.Select(ModuleLineJson.Of)],
            p.Version
        );
}

internal static class ProgrammesApi
{
    public static void Map(RouteGroupBuilder programmes)
    {
        programmes
            .MapGet("/", ListAsync)
            .WithName("ListProgrammes")
            .WithSummary("All programmes, those that go on first.")
            .Produces<IReadOnlyList<ProgrammeLineJson>>();
        programmes
            .MapGet("/{id:guid}", ReadAsync)
            .WithName("ReadProgramme")
            .WithSummary("One programme with its modules.")
            .Produces<ProgrammeJson>();
        programmes.MapPost("/", BeginAsync).WithName("BeginProgramme").WithSummary("Begins a programme; you lead it.").Produces<Made>(201);
        programmes
            .MapPut("/{id:guid}", DescribeAsync)
            .WithName("DescribeProgramme")
            .WithSummary("Name, purpose, reach and sponsor.")
            .Produces(204);
        programmes
            .MapPut("/{id:guid}/lead", HandOverAsync)
            .WithName("HandOverProgramme")
            .WithSummary("Somebody else leads it from now on.")
            .Produces(204);
        programmes
            .MapPost("/{id:guid}/end", EndAsync)
            .WithName("EndProgramme")
            .WithSummary("Ends a programme; what was done in it stays.")
            .Produces(204);
        programmes
            .MapPost("/{id:guid}/modules", AddAsync)
            .WithName("AddModule")
            .WithSummary("Adds the next module; its window opens 28 to 42 days after the one before.")
            .WithoutVersion("A module is added; nothing that is written is replaced.")
            .Produces<Made>(201);
    }

    private static async Task<IResult> ListAsync(ProgrammeReading reading, CancellationToken cancellationToken) =>
        Results.Ok(
            (await reading.ListAsync(cancellationToken)).Select(p => new ProgrammeLineJson(
                p.Id.Value,
                p.Name,
                p.Purpose,
                p.EndedAt,
                p.Modules
            ))
        );

    private static async Task<IResult> ReadAsync(
        Guid id,
        HttpContext http,
        ProgrammeReading reading,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(ProgrammeId.From(id), cancellationToken) is { } programme
            ? http.Versioned(programme.Version, ProgrammeJson.Of(programme))
            : Problem.NotFound.Result();

    private static async Task<IResult> BeginAsync(
        ProgrammeBody body,
        Security.Viewer viewer,
        ProgrammeDesk desk,
        CancellationToken cancellationToken
    )
    {
        if (!viewer.MayLeadProgrammes())
        {
            return Problem.NotFound.Result();
        }

        if (body.ToFacts() is not { } facts)
        {
            return InputProblem.Missing("unit");
        }

        if (InputProblem.All(facts.Problems()) is { } bad)
        {
            return bad;
        }

        var begun = await desk.BeginAsync(facts, cancellationToken);
        return begun.Refusal is { } refusal
            ? Problem.Refused(refusal)
            : Results.Created($"/api/v1/programmes/{begun.Value.Value}", new Made(begun.Value.Value));
    }

    private static async Task<IResult> DescribeAsync(
        Guid id,
        ProgrammeBody body,
        HttpContext http,
        ProgrammeDesk desk,
        CancellationToken cancellationToken
    )
    {
        if (body.ToFacts() is not { } facts)
        {
            return InputProblem.Missing("unit");
        }

        return InputProblem.All(facts.Problems())
            ?? (
                http.Request.VersionMatched() is { } version
                    ? Problem.Answer(await desk.DescribeAsync(ProgrammeId.From(id), version, facts, cancellationToken))
                    : Problem.IfMatchNeeded.Result()
            );
    }

    private static async Task<IResult> HandOverAsync(
        Guid id,
        LeadBody body,
        HttpContext http,
        ProgrammeDesk desk,
        CancellationToken cancellationToken
    ) =>
        body.Lead is not { } lead ? InputProblem.Missing("lead")
        : http.Request.VersionMatched() is not { } version ? Problem.IfMatchNeeded.Result()
        : Problem.Answer(await desk.HandOverAsync(ProgrammeId.From(id), version, PersonId.From(lead), cancellationToken));

    private static async Task<IResult> EndAsync(Guid id, HttpContext http, ProgrammeDesk desk, CancellationToken cancellationToken) =>
        http.Request.VersionMatched() is { } version
            ? Problem.Answer(await desk.EndAsync(ProgrammeId.From(id), version, cancellationToken))
            : Problem.IfMatchNeeded.Result();

    private static async Task<IResult> AddAsync(Guid id, ModuleBody body, ProgrammeDesk desk, CancellationToken cancellationToken)
    {
        if (body.ToFacts() is not { } facts)
        {
            return InputProblem.Missing("windowStart");
        }

        if (InputProblem.All(facts.Problems()) is { } bad)
        {
            return bad;
        }

        return await desk.AddModuleAsync(ProgrammeId.From(id), facts, cancellationToken) switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var module } => Results.Created($"/api/v1/modules/{module.Value}", new Made(module.Value)),
        };
    }
}
