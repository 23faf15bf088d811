using Fieldcraft.Domain.People.Importing;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.People;

/// <summary>An import as the API shows it.</summary>
public sealed record ImportJson(
    Guid Id,
    string FileName,
    StagedImportState State,
    int Create,
    int Change,
    int Leave,
    int Refuse,
    ImportProgress? Progress,
    DateTimeOffset? AppliedAt
)
{
    public static ImportJson Of(StagedImport import, ImportProgress? progress) =>
        new(
            import.Id,
            import.FileName,
            import.State,
            import.Creates,
            import.Changes,
            import.Leaves,
            import.Refuses,
            progress,
            import.AppliedAt
        );
}

/// <summary>Importing through the API: a dry run, a staged file, and its confirmation.</summary>
internal static class ImportsApi
{
    private const int LargestRequest = DirectoryFile.LargestBytes + (4 * 1024 * 1024);

    public static void Map(RouteGroupBuilder api)
    {
        var imports = api.MapGroup("/people/imports").RequireAuthorization(Policies.Administrator).WithTags("people");

        // A file sent twice is staged twice and changes nobody, so the report need not be kept for a repeated request.
        imports
            .MapPost("/", UploadAsync)
            .WithName("ImportPeople")
            .WithSummary(
                "Plans the import of a csv file (text/csv, or multipart with file and, if you like, mapping) and stages it; ?dryRun=true only plans."
            )
            .WithMetadata(
                new TakesUploads(),
                new RequestSizeLimitAttribute(LargestRequest),
                new RequestFormLimitsAttribute { MultipartBodyLengthLimit = LargestRequest }
            )
            .RepeatsFreely()
            .Produces<ImportReport>()
            .Produces<ImportReport>(201);
        imports
            .MapGet("/{id:guid}", ReadAsync)
            .WithName("ReadImport")
            .WithSummary("How far an import of your own has come.")
            .Produces<ImportJson>();
        imports
            .MapPost("/{id:guid}/confirmation", ConfirmAsync)
            .WithName("ConfirmImport")
            .WithSummary("Takes the rows in that are not refused, all or none; a job does it.")
            .WithoutVersion("The directory is compared with the plan; an outdated plan is refused.")
            .Produces<Changed>(202);
        api.MapGroup("/people")
            .RequireAuthorization(Policies.Administrator)
            .WithTags("people")
            .MapGet("/export.csv", ExportAsync)
            .WithName("ExportPeople")
            .WithSummary("The people of your units as a file that can be imported again.")
            .Produces(200, contentType: "text/csv");
    }

    private static async Task<IResult> UploadAsync(
        HttpContext http,
        bool? dryRun,
        ImportDesk desk,
        DirectoryTakeover takeover,
        Viewer viewer,
        Words words,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var (file, name, json) = await ReceiveAsync(http.Request, cancellationToken);
            var mapping = json is not null
                ? MappingFile.Read(json, file.Headers)
                : await desk.RememberedAsync(file.Headers, cancellationToken) ?? ColumnMapping.Propose(file.Headers);
            if (mapping.Missing is [var missing, ..])
            {
                throw new UnreadableFileException("column-missing", missing.Name());
            }

            if (dryRun == true)
            {
                var planned = await takeover.PlanAsync(file.Rows, mapping, ImportDesk.ScopeOf(viewer), cancellationToken);
                return Results.Ok(ImportReport.Of(planned, words));
            }

            var (import, plan) = await desk.StageAsync(viewer, file, name, mapping, cancellationToken);
            return Results.Created($"/api/v1/people/imports/{import.Id}", ImportReport.Of(plan, words));
        }
        catch (UnreadableFileException unreadable)
        {
            return Problem.ImportUnreadable.Result(words[$"import.file.{unreadable.Code}", [.. unreadable.Arguments]]);
        }
    }

    private static async Task<IResult> ReadAsync(
        Guid id,
        ImportDesk desk,
        ImportProgressBoard board,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await desk.FindAsync(viewer, id, cancellationToken) is { } import
            ? Results.Ok(ImportJson.Of(import, board.Of(id)))
            : Problem.NotFound.Result();

    private static async Task<IResult> ConfirmAsync(Guid id, ImportDesk desk, Viewer viewer, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(viewer, id, cancellationToken) is not { } import)
        {
            return Problem.NotFound.Result();
        }

        var outcome = await desk.ConfirmAsync(import, cancellationToken);
        return outcome.Refusal is { } refusal
            ? Problem.Refused(refusal)
            : Results.Accepted($"/api/v1/people/imports/{id}", new Changed(id, import.Version));
    }

    private static IResult ExportAsync(DirectoryExport export, Viewer viewer) =>
        Results.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream, leaveOpen: true);
                await export.WriteAsync(writer, ImportDesk.ScopeOf(viewer), CancellationToken.None);
            },
            "text/csv; charset=utf-8",
            "people.csv"
        );

    private static async Task<(DirectoryFile File, string Name, string? Mapping)> ReceiveAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!request.HasFormContentType)
        {
            return (await DirectoryFile.ReadAsync(request.Body, cancellationToken), "people.csv", null);
        }

        try
        {
            var form = await request.ReadFormAsync(cancellationToken);
            if (form.Files is not [var upload, ..])
            {
                throw new UnreadableFileException("empty");
            }

            await using var stream = upload.OpenReadStream();
            var mapping = form.TryGetValue("mapping", out var text) ? text.ToString() : null;
            return (await DirectoryFile.ReadAsync(stream, cancellationToken), upload.FileName, mapping);
        }
        catch (InvalidDataException)
        {
            throw new UnreadableFileException("not-text");
        }
    }
}
