using Fieldcraft.Domain.People;
using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.EntityFrameworkCore;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.People;

/// <summary>A person as the API shows one; <c>details</c> is null where the caller may not see it.</summary>
public sealed record PersonJson(Guid Id, string Name, string JobTitle, Guid? UnitId, string? Unit, PersonDetails? Details, int Version)
{
    public static PersonJson Of(PersonLine person) =>
        new(person.Id.Value, person.Name, person.JobTitle, person.UnitId?.Value, person.Unit, person.Details, person.Version);
}

/// <summary>A line beside the main one: to whom, by personnel number, e-mail address or id:GUID.</summary>
public sealed record OtherLineInput(string? To);

/// <summary>The operations on people. The fields of a person are the columns of an import file.</summary>
internal static class PeopleApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people").RequireAuthorization(Policies.SignedIn).WithTags("people");
        people
            .MapGet("/", ListAsync)
            .WithName("ListPeople")
            .WithSummary("People by name, unit or number; details only where you may see them.")
            .Produces<Listed<PersonJson>>();
        people.MapGet("/{id:guid}", ReadAsync).WithName("ReadPerson").WithSummary("One person.").Produces<PersonJson>();
        var changing = api.MapGroup("/people").RequireAuthorization(Policies.Administrator).WithTags("people");
        changing
            .MapPost("/", AddAsync)
            .WithName("AddPerson")
            .WithSummary("Adds a person; the fields are the columns of an import file.")
            .Produces<Changed>(201);
        changing
            .MapPatch("/{id:guid}", CorrectAsync)
            .WithName("CorrectPerson")
            .WithSummary("Corrects or moves a person; a field left out stays. Send the version you changed in If-Match.")
            .Produces<Changed>();
        changing
            .MapPost("/{id:guid}/end", EndAsync)
            .WithName("EndPerson")
            .WithSummary("The person leaves the organisation; their sign-in ends.")
            .Produces(204);
        changing
            .MapPost("/{id:guid}/lines", AddLineAsync)
            .WithName("AddReportingLine")
            .WithSummary("Adds a line beside the main one.")
            .WithoutVersion("A line is added; nothing that is there is overwritten.")
            .Produces(204);
        changing
            .MapDelete("/{id:guid}/lines/{line:guid}", EndLineAsync)
            .WithName("EndReportingLine")
            .WithSummary("Ends a line beside the main one.")
            .WithoutVersion("A line never changes; it is there or has ended.")
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(
        PeopleReading reading,
        Viewer viewer,
        string? search,
        Guid? unit,
        Paging paging,
        CancellationToken cancellationToken
    )
    {
        var wanted = search is { Length: > PeopleReading.SearchLength } ? search[..PeopleReading.SearchLength] : search;
        var place = unit is { } u ? UnitId.From(u) : (UnitId?)null;
        var last = paging.After is { } a ? PersonId.From(a) : (PersonId?)null;
        var people = await reading.ListAsync(viewer, wanted, place, last, paging.Take, cancellationToken);
        return Results.Ok(Listed.Of(people, paging, p => p.Id.Value, PersonJson.Of));
    }

    private static async Task<IResult> ReadAsync(
        Guid id,
        PeopleReading reading,
        FieldcraftDb db,
        Viewer viewer,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var personId = PersonId.From(id);
        var people = db.People.AsNoTracking().FoundBy(viewer, db).Where(p => p.Id == personId);
        return await reading.LinesOf(viewer, people).FirstOrDefaultAsync(cancellationToken) is { } person
            ? http.Versioned(person.Version, PersonJson.Of(person))
            : Problem.NotFound.Result();
    }

    private static async Task<IResult> AddAsync(
        Dictionary<string, string?> input,
        PersonDesk desk,
        Viewer viewer,
        Words words,
        CancellationToken cancellationToken
    )
    {
        if (Cells(input, out var problem) is not { } cells)
        {
            return problem!;
        }

        cells.TryAdd(DirectoryColumn.EmployeeId, "");
        cells.TryAdd(DirectoryColumn.FirstName, "");
        cells.TryAdd(DirectoryColumn.Unit, "");
        var saved = await desk.SaveAsync(viewer, null, cells, cancellationToken);
        return saved.Id is { } id ? Results.Created($"/api/v1/people/{id.Value}", new Changed(id.Value, saved.Version)) : Bad(saved, words);
    }

    private static async Task<IResult> CorrectAsync(
        Guid id,
        Dictionary<string, string?> input,
        HttpContext http,
        FieldcraftDb db,
        PersonDesk desk,
        PeopleReading reading,
        Viewer viewer,
        Words words,
        CancellationToken cancellationToken
    )
    {
        if (Cells(input, out var problem) is not { } cells)
        {
            return problem!;
        }

        var personId = PersonId.From(id);
        if (
            await db.People.AsNoTracking().ManagedBy(viewer, db).FirstOrDefaultAsync(p => p.Id == personId, cancellationToken)
            is not { } person
        )
        {
            return Problem.NotFound.Result();
        }

        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        cells.TryAdd(DirectoryColumn.FirstName, person.FirstName);
        var saved =
            version == person.Version ? await desk.SaveAsync(viewer, person, cells, cancellationToken) : new PersonSaved(null, [], true);
        if (!saved.IsStale && saved.Id is null)
        {
            return Bad(saved, words);
        }

        var now = await reading.LinesOf(viewer, db.People.AsNoTracking().Where(p => p.Id == personId)).FirstAsync(cancellationToken);
        if (saved.IsStale)
        {
            return Problem.Meanwhile(input, PersonJson.Of(now));
        }

        http.Response.SetVersion(now.Version);
        return Results.Ok(new Changed(id, now.Version));
    }

    private static async Task<IResult> EndAsync(
        Guid id,
        HttpContext http,
        PersonDesk desk,
        PeopleReading reading,
        FieldcraftDb db,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (http.Request.VersionMatched() is not { } version)
        {
            return Problem.IfMatchNeeded.Result();
        }

        var personId = PersonId.From(id);
        var outcome = await desk.EndAsync(viewer, personId, version, cancellationToken);
        if (outcome?.Refusal is not { Code: "person-changed-meanwhile" })
        {
            return Problem.Answer(outcome);
        }

        var now = await reading.LinesOf(viewer, db.People.AsNoTracking().Where(p => p.Id == personId)).FirstAsync(cancellationToken);
        return Problem.Meanwhile(null, PersonJson.Of(now));
    }

    private static async Task<IResult> AddLineAsync(
        Guid id,
        OtherLineInput input,
        PersonDesk desk,
        PeopleReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        string.IsNullOrWhiteSpace(input.To) ? InputProblem.Missing("to")
        : await reading.IdOfAsync(input.To, cancellationToken) is { } manager
            ? Problem.Answer(await desk.AddLineAsync(viewer, PersonId.From(id), manager, cancellationToken))
        : InputProblem.Of("to", "unknown-person");

    private static async Task<IResult> EndLineAsync(
        Guid id,
        Guid line,
        PersonDesk desk,
        Viewer viewer,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.EndLineAsync(viewer, PersonId.From(id), ReportingLineId.From(line), cancellationToken));

    private static Dictionary<DirectoryColumn, string>? Cells(Dictionary<string, string?> input, out IResult? problem)
    {
        var cells = new Dictionary<DirectoryColumn, string>();
        foreach (var (name, value) in input)
        {
            if (DirectoryColumns.Named(name) is not { } column)
            {
                problem = InputProblem.Unknown(name);
                return null;
            }

            cells[column] = value?.Trim() ?? "";
        }

        problem = null;
        return cells;
    }

    private static IResult Bad(PersonSaved saved, Words words) =>
        Problem.BadInput.Result(
            more: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["errors"] = saved.Findings.Select(f => new
                {
                    path = f.Column,
                    code = f.Code,
                    reason = ImportReportRow.ReasonOf(f, words),
                }),
            }
        );
}
