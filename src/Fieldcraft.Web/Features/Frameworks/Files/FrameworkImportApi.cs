using System.Text;
using Fieldcraft.Domain.Frameworks.Importing;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Administration.Importing;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.Frameworks.Files;

/// <summary>A file: a table with columns, or a CASE package, as its text.</summary>
/// <param name="Basis">What the dry run answered; needed to take it in.</param>
public sealed record FrameworkFileBody(string? File, string? Basis = null);

/// <summary>What taking a file in would do, line by line.</summary>
public sealed record FrameworkDryRunJson(IReadOnlyList<TakeInLine> Lines, bool CanBeTakenIn, bool ReplacesDraft, string Basis);

/// <summary>Taking an own framework in.</summary>
internal static class FrameworkImportApi
{
    private const int LargestRequest = 4 * 1024 * 1024;

    public static void Map(RouteGroupBuilder import)
    {
        import
            .MapPost("/dry-run", LookAsync)
            .WithName("TryFrameworkImport")
            .WithSummary("What taking a file in would create, change, hide and refuse; nothing changes.")
            .RepeatsFreely()
            .WithMetadata(new RequestSizeLimitAttribute(LargestRequest))
            .Produces<FrameworkDryRunJson>();
        import
            .MapPost("/", TakeInAsync)
            .WithName("ImportFramework")
            .WithSummary("Makes or changes the draft from a file, as the dry run with this basis showed.")
            .WithMetadata(new RequestSizeLimitAttribute(LargestRequest))
            .Produces<Changed>(201);
    }

    private static async Task<IResult> LookAsync(FrameworkFileBody body, FrameworkImports imports, CancellationToken cancellationToken)
    {
        var (read, problem) = Read(body);
        if (read is null)
        {
            return problem!;
        }

        var dry = await imports.PlanAsync(read, cancellationToken);
        return Results.Ok(new FrameworkDryRunJson(dry.TakeIn.Lines, dry.TakeIn.CanBeTakenIn, dry.ReplacesDraft, dry.Basis));
    }

    private static async Task<IResult> TakeInAsync(FrameworkFileBody body, FrameworkImports imports, CancellationToken cancellationToken)
    {
        var (read, problem) = Read(body);
        if (read is null)
        {
            return problem!;
        }

        var outcome = await imports.TakeInAsync(read, body.Basis, cancellationToken);
        return outcome.Value is { } draft
            ? Results.Created($"/api/v1/frameworks/{draft.Id.Value}", new Changed(draft.Id.Value, draft.Version))
            : Problem.Refused(outcome.Refusal!);
    }

    private static (FrameworkFile? Read, IResult? Problem) Read(FrameworkFileBody body)
    {
        if (string.IsNullOrEmpty(body.File))
        {
            return (null, InputProblem.Missing("file"));
        }

        try
        {
            return (FrameworkFiles.Read(Encoding.UTF8.GetBytes(body.File)), null);
        }
        catch (UnreadableFileException unreadable)
        {
            return (null, InputProblem.Of("file", unreadable.Code));
        }
    }
}
