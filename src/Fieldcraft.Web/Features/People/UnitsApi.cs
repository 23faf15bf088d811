using Fieldcraft.Domain.People;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Administration;
using Fieldcraft.Web.Language;
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

/// <summary>The operations on units, and on the roles held there.</summary>
internal static class UnitsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var units = api.MapGroup("/units").RequireAuthorization(Policies.SignedIn).WithTags("units");
        units.MapGet("/", ListAsync).WithName("ListUnits").WithSummary("All units, or those right below ?under=.");
        units.MapGet("/{id:guid}", ReadAsync).WithName("ReadUnit").WithSummary("One unit.");
        var changing = api.MapGroup("/units").RequireAuthorization(Policies.Administrator).WithTags("units");
        changing.MapPost("/{id:guid}/units", OpenAsync).WithName("OpenUnit").WithSummary("Opens a unit below this one.");
        changing
            .MapPut("/{id:guid}", CorrectAsync)
            .WithName("CorrectUnit")
            .WithSummary("Name, kind and lead; send the version you changed in If-Match.");
        changing.MapGet("/grants", GrantsAsync).WithName("ListGrants").WithSummary("Who holds which role in the units you look after.");
        changing
            .MapPost("/{id:guid}/grants", GiveAsync)
            .WithName("GiveGrant")
            .WithSummary("Gives a role for this unit and everything below it.");
        changing.MapDelete("/grants/{grant:guid}", TakeBackAsync).WithName("TakeBackGrant").WithSummary("Takes a role back.");
    }

    private static async Task<IResult> ListAsync(
        UnitReading reading,
        Guid? under,
        Guid? after,
        int? limit,
        CancellationToken cancellationToken
    )
    {
        var most = Math.Clamp(limit ?? PeopleReading.PageSize, 1, UnitReading.PageSize);
        var units = await reading.ListAsync(
            under is { } u ? UnitId.From(u) : null,
            after is { } a ? UnitId.From(a) : null,
            most,
            cancellationToken
        );
        return Results.Ok(new { items = units.Select(UnitJson.Of) });
    }

    private static async Task<IResult> ReadAsync(Guid id, UnitReading reading, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(UnitId.From(id), cancellationToken) is not { } unit)
        {
            return Problem.NotFound.Result();
        }

        response.SetVersion(unit.Version);
        return Results.Ok(UnitJson.Of(unit));
    }

    private static async Task<IResult> OpenAsync(
        Guid id,
        UnitInput input,
        UnitDesk desk,
        PeopleReading people,
        Viewer viewer,
        Words words,
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
            ? PeopleApi.Refused(refusal, words)
            : Results.Created($"/api/v1/units/{opened.Value.Value}", new { id = opened.Value.Value });
    }

    private static async Task<IResult> CorrectAsync(
        Guid id,
        UnitInput input,
        HttpContext http,
        UnitDesk desk,
        UnitReading reading,
        PeopleReading people,
        Viewer viewer,
        Words words,
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
            var both = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["yours"] = input,
                ["theirs"] = now is null ? null : UnitJson.Of(now),
            };
            return Problem.Changed.Result(more: both);
        }

        if (outcome.Refusal is { } refusal)
        {
            return PeopleApi.Refused(refusal, words);
        }

        http.Response.SetVersion(now!.Version);
        return Results.Ok(UnitJson.Of(now));
    }

    private static async Task<IResult> GrantsAsync(
        GrantDesk desk,
        Viewer viewer,
        Guid? after,
        int? limit,
        CancellationToken cancellationToken
    )
    {
        var most = Math.Clamp(limit ?? GrantDesk.PageSize, 1, 200);
        var grants = await desk.ListAsync(viewer, after is { } id ? GrantId.From(id) : null, most, cancellationToken);
        return Results.Ok(
            new
            {
                items = grants.Select(g => new
                {
                    id = g.Id.Value,
                    personId = g.PersonId.Value,
                    g.Person,
                    g.Role,
                    unitId = g.UnitId.Value,
                    g.Unit,
                    g.GrantedAt,
                    g.Version,
                }),
            }
        );
    }

    private static async Task<IResult> GiveAsync(
        Guid id,
        GrantJsonInput input,
        GrantDesk desk,
        Viewer viewer,
        Words words,
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
            null => Results.Created($"/api/v1/units/grants/{given.Value.Value}", new { id = given.Value.Value }),
            { Code: "grant-unit-not-yours" } => Problem.NotFound.Result(),
            { Code: "grant-person-unknown" } => InputProblem.Of("person", "unknown-person"),
            var refusal => PeopleApi.Refused(refusal, words),
        };
    }

    private static async Task<IResult> TakeBackAsync(
        Guid grant,
        GrantDesk desk,
        Viewer viewer,
        Words words,
        CancellationToken cancellationToken
    ) => PeopleApi.Answer(await desk.TakeBackAsync(viewer, GrantId.From(grant), cancellationToken), words);

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
