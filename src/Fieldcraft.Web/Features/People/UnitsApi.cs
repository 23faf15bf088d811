using Fieldcraft.Domain.People;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Administration;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.People;

/// <summary>A unit as the API shows it.</summary>
public sealed record UnitJson(Guid Id, Guid? ParentId, UnitKind Kind, string Name, Guid? LeadId, string? Lead, int Version)
{
    public static UnitJson Of(UnitLine unit) =>
        new(unit.Id.Value, unit.ParentId?.Value, unit.Kind, unit.Name, unit.LeadId?.Value, unit.Lead, unit.Version);
}

/// <summary>What the API takes to open or correct a unit; the lead by personnel number, e-mail address or id:GUID.</summary>
public sealed record UnitInput(string? Name, UnitKind Kind, string? Lead)
{
    public IResult? Problem() =>
        string.IsNullOrWhiteSpace(Name) ? InputProblem.Missing("name")
        : Name.Trim().Length > Domain.People.Unit.NameLength ? InputProblem.TooLong("name", Domain.People.Unit.NameLength)
        : null;
}

/// <summary>What the API takes to give a role; the person by personnel number, e-mail address or id:GUID.</summary>
public sealed record GrantJsonInput(string? Person, Role? Role);

/// <summary>A role that somebody holds for a unit and everything below it.</summary>
public sealed record GrantJson(Guid Id, Guid PersonId, string Person, Role Role, Guid UnitId, string Unit, DateTimeOffset GrantedAt)
{
    public static GrantJson Of(HeldGrant grant) =>
        new(grant.Id.Value, grant.PersonId.Value, grant.Person, grant.Role, grant.UnitId.Value, grant.Unit, grant.GrantedAt);
}

/// <summary>The operations on units, and on the roles held there.</summary>
internal static class UnitsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var units = api.MapGroup("/units").RequireAuthorization(Policies.SignedIn).WithTags("units");
        units
            .MapGet("/", ListAsync)
            .WithName("ListUnits")
            .WithSummary("All units by name, or those right below ?under=.")
            .Produces<Listed<UnitJson>>();
        units.MapGet("/{id:guid}", ReadAsync).WithName("ReadUnit").WithSummary("One unit.").Produces<UnitJson>();
        var changing = api.MapGroup("/units").RequireAuthorization(Policies.Administrator).WithTags("units");
        changing
            .MapPost("/{id:guid}/units", OpenAsync)
            .WithName("OpenUnit")
            .WithSummary("Opens a unit below this one.")
            .WithoutVersion("A unit is added; nothing that is there is overwritten.")
            .Produces<Changed>(201);
        changing
            .MapPut("/{id:guid}", CorrectAsync)
            .WithName("CorrectUnit")
            .WithSummary("Name, kind and lead; send the version you changed in If-Match.")
            .Produces<Changed>();
        changing
            .MapGet("/grants", GrantsAsync)
            .WithName("ListGrants")
            .WithSummary("Who holds which role in the units you look after.")
            .Produces<Listed<GrantJson>>();
        changing
            .MapPost("/{id:guid}/grants", GiveAsync)
            .WithName("GiveGrant")
            .WithSummary("Gives a role for this unit and everything below it.")
            .WithoutVersion("A role is added; nothing that is there is overwritten.")
            .Produces<Changed>(201);
        changing
            .MapDelete("/grants/{grant:guid}", TakeBackAsync)
            .WithName("TakeBackGrant")
            .WithSummary("Takes a role back.")
            .WithoutVersion("A grant never changes; it is there or taken back.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(UnitReading reading, Guid? under, Paging paging, CancellationToken cancellationToken)
    {
        var parent = under is { } u ? UnitId.From(u) : (UnitId?)null;
        var units = await reading.ListAsync(parent, paging.After is { } a ? UnitId.From(a) : null, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(units, paging, u => u.Id.Value, UnitJson.Of));
    }

    private static async Task<IResult> ReadAsync(Guid id, UnitReading reading, HttpContext http, CancellationToken cancellationToken) =>
        await reading.FindAsync(UnitId.From(id), cancellationToken) is { } unit
            ? http.Versioned(unit.Version, UnitJson.Of(unit))
            : Problem.NotFound.Result();

    private static async Task<IResult> OpenAsync(
        Guid id,
        UnitInput input,
        UnitDesk desk,
        PeopleReading people,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (input.Problem() is { } problem)
        {
            return problem;
        }

        if (await desk.FindAsync(viewer, UnitId.From(id), cancellationToken) is not { } under)
        {
            return Problem.NotFound.Result();
        }

        var (lead, unknown) = await LeadAsync(input, people, cancellationToken);
        if (unknown is not null)
        {
            return unknown;
        }

        var opened = await desk.OpenAsync(under, input.Kind, input.Name!, lead, cancellationToken);
        return opened.Refusal is { } refusal
            ? Problem.Refused(refusal)
            : Results.Created($"/api/v1/units/{opened.Value.Value}", new Changed(opened.Value.Value, 1));
    }

    private static async Task<IResult> CorrectAsync(
        Guid id,
        UnitInput input,
        HttpContext http,
        UnitDesk desk,
        UnitReading reading,
        PeopleReading people,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (input.Problem() is { } problem)
        {
            return problem;
        }

        if (await desk.FindAsync(viewer, UnitId.From(id), cancellationToken) is not { } unit)
        {
            return Problem.NotFound.Result();
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var (lead, unknown) = await LeadAsync(input, people, cancellationToken);
        if (unknown is not null)
        {
            return unknown;
        }

        var outcome = await desk.CorrectAsync(unit, version, input.Kind, input.Name!, lead, cancellationToken);
        var now = await reading.FindAsync(UnitId.From(id), cancellationToken);
        if (outcome.Refusal is { Code: "unit-changed-meanwhile" })
        {
            return Problem.Meanwhile(input, now is null ? null : UnitJson.Of(now));
        }

        if (outcome.Refusal is { } refusal)
        {
            return Problem.Refused(refusal);
        }

        http.Response.SetVersion(now!.Version);
        return Results.Ok(new Changed(id, now.Version));
    }

    private static async Task<IResult> GrantsAsync(GrantDesk desk, Viewer viewer, Paging paging, CancellationToken cancellationToken)
    {
        var grants = await desk.ListAsync(viewer, paging.After is { } id ? GrantId.From(id) : null, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(grants, paging, g => g.Id.Value, GrantJson.Of));
    }

    private static async Task<IResult> GiveAsync(
        Guid id,
        GrantJsonInput input,
        GrantDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(input.Person) || input.Role is not { } role)
        {
            return InputProblem.Missing(input.Role is null ? "role" : "person");
        }

        var given = await desk.GiveAsync(viewer, input.Person, role, UnitId.From(id), cancellationToken);
        return given.Refusal switch
        {
            null => Results.Created($"/api/v1/units/grants/{given.Value.Value}", new Changed(given.Value.Value, 1)),
            { Code: "grant-unit-not-yours" } => Problem.NotFound.Result(),
            { Code: "grant-person-unknown" } => InputProblem.Of("person", "unknown-person"),
            var refusal => Problem.Refused(refusal),
        };
    }

    private static async Task<IResult> TakeBackAsync(Guid grant, GrantDesk desk, Viewer viewer, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.TakeBackAsync(viewer, GrantId.From(grant), cancellationToken));

    private static async Task<(PersonId? Lead, IResult? Unknown)> LeadAsync(
        UnitInput input,
        PeopleReading people,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrWhiteSpace(input.Lead))
        {
            return (null, null);
        }

        return await people.IdOfAsync(input.Lead, cancellationToken) is { } lead
            ? (lead, null)
            : (null, InputProblem.Of("lead", "unknown-person"));
    }
}
