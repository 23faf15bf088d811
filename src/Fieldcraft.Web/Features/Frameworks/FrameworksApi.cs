using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Frameworks.Files;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Frameworks;

/// <summary>An edition in the list of all.</summary>
public sealed record EditionJson(
    Guid Id,
    int Number,
    bool IsDraft,
    DateTimeOffset? PublishedAt,
    string? PublishedBy,
    string? Note,
    int Version
)
{
    public static EditionJson Of(EditionLine e) => new(e.Id.Value, e.Number, e.IsDraft, e.PublishedAt, e.By, e.Note, e.Version);
}

/// <summary>A capability with every text in it, in the reader's language where the organisation has none of its own.</summary>
public sealed record CapabilityJson(
    string Id,
    string Name,
    IReadOnlyList<string> Levels,
    IReadOnlyList<RaterGroup> BestSeenBy,
    IReadOnlyList<string> Examples,
    IReadOnlyList<string> Statements,
    bool IsHidden,
    IReadOnlyDictionary<string, int> BuiltBy
);

/// <summary>What an edition says. <c>builtBy</c> of a capability is challenge id → 1–3.</summary>
public sealed record FrameworkJson(
    Guid Id,
    int Number,
    bool IsDraft,
    IReadOnlyList<CapabilityJson> Capabilities,
    IReadOnlyDictionary<string, string> ChallengeNames,
    int Version
)
{
    public static FrameworkJson Of(
        FrameworkEditionId id,
        int number,
        bool isDraft,
        FrameworkContent content,
        int version,
        FrameworkTexts texts
    ) =>
        new(
            id.Value,
            number,
            isDraft,
            [
                .. texts
                    .Full(content)
                    .Capabilities.Select(c => new CapabilityJson(
                        c.Id,
                        c.Name!,
                        c.LevelTexts!,
                        c.BestSeenBy,
                        c.Examples,
                        c.Statements,
                        c.IsHidden,
                        content.WeightsOf(c.Id)
                    )),
            ],
            content.ChallengeNames,
            version
        );

    public static FrameworkJson Of(OpenDraft draft, FrameworkTexts texts) =>
        Of(draft.Id, draft.Number, isDraft: true, draft.Content, draft.Version, texts);
}

/// <summary>What differs about one capability.</summary>
public sealed record DifferenceJson(string Capability, IReadOnlyList<CapabilityChange> Changes);

/// <summary>What differs between two editions.</summary>
public sealed record ComparisonJson(IReadOnlyList<DifferenceJson> Capabilities, IReadOnlyList<string> ChallengesRenamed, bool IsReordered);

/// <summary>Reading the framework.</summary>
internal static class FrameworksApi
{
    public static void Map(RouteGroupBuilder frameworks)
    {
        frameworks
            .MapGet("/", ListAsync)
            .WithName("ListFrameworkEditions")
            .WithSummary("Every edition of the capability framework, newest first; the draft only for those who may design.")
            .Produces<Listed<EditionJson>>();
        frameworks
            .MapGet("/in-use", InUseAsync)
            .WithName("ReadFrameworkInUse")
            .WithSummary("The edition in use.")
            .Produces<FrameworkJson>();
        frameworks
            .MapGet("/{id:guid}", ReadAsync)
            .WithName("ReadFrameworkEdition")
            .WithSummary("One edition; the draft only for those who may design.")
            .Produces<FrameworkJson>();
        frameworks
            .MapGet("/compare", CompareAsync)
            .WithName("CompareFrameworkEditions")
            .WithSummary("What differs between two published editions.")
            .Produces<ComparisonJson>();
        frameworks
            .MapGet(
                "/{id:guid}/table",
                (Guid id, FrameworkFiles files, CancellationToken ct) => WriteAsync(id, FrameworkFiles.Table, files, ct)
            )
            .WithName("ExportFrameworkTable")
            .WithSummary("An edition as a table that can be taken in again.")
            .Produces(200, contentType: "text/csv");
        frameworks
            .MapGet(
                "/{id:guid}/package",
                (Guid id, FrameworkFiles files, CancellationToken ct) => WriteAsync(id, FrameworkFiles.Package, files, ct)
            )
            .WithName("ExportFrameworkPackage")
            .WithSummary("An edition as a CASE 1.0 package that can be taken in again.")
            .Produces(200, contentType: "application/json");
    }

    private static async Task<IResult> ListAsync(FrameworkReading reading, Viewer viewer, CancellationToken cancellationToken) =>
        Results.Ok(Listed.Whole((await reading.EditionsAsync(viewer.MayDesignFramework(), cancellationToken)).Select(EditionJson.Of)));

    private static async Task<IResult> InUseAsync(FrameworkReading reading, FrameworkTexts texts, CancellationToken cancellationToken) =>
        Results.Ok(Of(await reading.InUseAsync(cancellationToken), texts));

    private static async Task<IResult> ReadAsync(
        Guid id,
        HttpContext http,
        FrameworkReading reading,
        FrameworkDesk desk,
        FrameworkTexts texts,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindAsync(FrameworkEditionId.From(id), cancellationToken) is { } catalogue)
        {
            return Results.Ok(Of(catalogue, texts));
        }

        return viewer.MayDesignFramework() && await desk.DraftAsync(cancellationToken) is { } draft && draft.Id.Value == id
            ? http.Versioned(draft.Version, FrameworkJson.Of(draft, texts))
            : Problem.NotFound.Result();
    }

    private static async Task<IResult> CompareAsync(Guid from, Guid to, FrameworkReading reading, CancellationToken cancellationToken)
    {
        if (
            await reading.FindAsync(FrameworkEditionId.From(from), cancellationToken) is not { } before
            || await reading.FindAsync(FrameworkEditionId.From(to), cancellationToken) is not { } after
        )
        {
            return Problem.NotFound.Result();
        }

        var comparison = FrameworkComparison.Between(before.Content, after.Content);
        return Results.Ok(
            new ComparisonJson(
                [.. comparison.Capabilities.Select(c => new DifferenceJson(c.Id, c.Changes))],
                comparison.ChallengesRenamed,
                comparison.IsReordered
            )
        );
    }

    private static async Task<IResult> WriteAsync(Guid id, string format, FrameworkFiles files, CancellationToken cancellationToken) =>
        await files.WriteAsync(FrameworkEditionId.From(id), format, cancellationToken) is { } file
            ? Results.File(file.Content, file.Type, file.Name)
            : Problem.NotFound.Result();

    // A published edition never changes, so that it has no version that somebody could be behind of.
    private static FrameworkJson Of(Catalogue catalogue, FrameworkTexts texts) =>
        FrameworkJson.Of(catalogue.Id, catalogue.Number, isDraft: false, catalogue.Content, 1, texts);
}
