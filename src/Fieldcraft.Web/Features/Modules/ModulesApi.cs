using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Modules;

/// <summary>Somebody with a part in a module.</summary>
public sealed record RoleHolderJson(ModuleRole Role, Guid Person, string Name);

/// <summary>Something that a module shows. <c>version</c> is what a change has to match.</summary>
public sealed record MediaJson(
    Guid Id,
    MediaKind Kind,
    string Language,
    string Title,
    string? Address,
    string? ContentType,
    int Size,
    bool IsCaptioned,
    IReadOnlyList<FilmSlide> Slides,
    int Version
)
{
    public static MediaJson Of(ModuleMedia m) =>
        new(m.Id.Value, m.Kind, m.Language, m.Title, m.Address, m.ContentType, m.Size, m.IsCaptioned, m.Film(), m.Version);
}

/// <summary>A published edition.</summary>
public sealed record EditionJson(Guid Id, int Number, string? Note, DateTimeOffset PublishedAt);

/// <summary>
/// A module. <c>content</c>, <c>media</c> and <c>editions</c> are those of the edition in use; blocks with guide and questions for those who teach.
/// </summary>
public sealed record ModuleJson(
    Guid Id,
    Guid Programme,
    int Number,
    string Title,
    string CustomerAction,
    string StrategyAction,
    DateOnly? BusinessDate,
    string BusinessReason,
    DateOnly WindowStart,
    int WindowDays,
    IReadOnlyList<RoleHolderJson> Roles,
    Guid? Edition,
    ModuleContent? Content,
    IReadOnlyList<MediaJson> Media,
    IReadOnlyList<EditionJson> Editions,
    int Version
);

/// <summary>Whom to name for which part.</summary>
public sealed record RoleHolderBody(ModuleRole? Role, Guid? Person);

/// <summary>Reading modules, and when and by whom they are taught.</summary>
internal static class ModulesApi
{
    public static void Map(RouteGroupBuilder modules)
    {
        const string ByName = "Somebody is named or no longer named; nothing that is written is replaced.";
        modules
            .MapGet("/", ListAsync)
            .WithName("ListModules")
            .WithSummary("The modules of the programmes that go on, in the order of their windows.")
            .Produces<IReadOnlyList<ModuleLineJson>>();
        modules.MapGet("/{id:guid}", ReadAsync).WithName("ReadModule").WithSummary("One module.").Produces<ModuleJson>();
        modules
            .MapGet("/{id:guid}/editions/{edition:guid}", EditionAsync)
            .WithName("ReadModuleEdition")
            .WithSummary("What one edition says, also one that is no longer in use.")
            .Produces<ModuleContent>();
        modules
            .MapPut("/{id:guid}", DescribeAsync)
            .WithName("DescribeModule")
            .WithSummary("Title, window and reasons of a module.")
            .Produces(204);
        modules
            .MapPost("/{id:guid}/roles", NameAsync)
            .WithName("NameModuleRole")
            .WithSummary("Names somebody for a part in the module.")
            .WithoutVersion(ByName)
            .Produces(204);
        modules
            .MapDelete("/{id:guid}/roles/{role}/{person:guid}", ReleaseAsync)
            .WithName("ReleaseModuleRole")
            .WithSummary("Somebody no longer has a part.")
            .WithoutVersion(ByName)
            .Produces(204);
    }

    private static async Task<IResult> ListAsync(ProgrammeReading reading, CancellationToken cancellationToken) =>
        Results.Ok((await reading.GoingOnAsync(cancellationToken)).Select(ModuleLineJson.Of));

    private static async Task<IResult> ReadAsync(
        Guid id,
        HttpContext http,
        ModuleReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        if (await reading.FindAsync(ModuleId.From(id), cancellationToken) is not { } open)
        {
            return Problem.NotFound.Result();
        }

        var m = open.Module;
        return http.Versioned(
            m.Version,
            new ModuleJson(
                id,
                m.ProgrammeId.Value,
                m.Number,
                m.Title,
                m.CustomerAction,
                m.StrategyAction,
                m.BusinessDate,
                m.BusinessReason,
                m.WindowStart,
                m.WindowDays,
                [.. open.Roles.Select(r => new RoleHolderJson(r.Role, r.PersonId.Value, r.Name))],
                m.EditionId?.Value,
                For(viewer, open.Content),
                [
                    .. (await reading.MediaAsync(m.Id, cancellationToken))
                        .Where(media => viewer.MayDesignModules() || open.Content?.Blocks.Any(b => b.Media.Contains(media.Id)) == true)
                        .Select(MediaJson.Of),
                ],
                [
                    .. (await reading.EditionsAsync(m.Id, cancellationToken)).Select(e => new EditionJson(
                        e.Id.Value,
                        e.Number,
                        e.Note,
                        e.PublishedAt
                    )),
                ],
                m.Version
            )
        );
    }

    private static async Task<IResult> EditionAsync(
        Guid id,
        Guid edition,
        ModuleReading reading,
        Viewer viewer,
        CancellationToken cancellationToken
    ) =>
        await reading.FindAsync(ModuleId.From(id), cancellationToken) is not null
        && await reading.EditionAsync(ModuleId.From(id), ModuleEditionId.From(edition), cancellationToken) is { } found
            ? Results.Ok(For(viewer, found.Content))
            : Problem.NotFound.Result();

    // Who does not teach sees the hour as it is announced: its blocks without the leader's notes, no hard questions.
    private static ModuleContent? For(Viewer viewer, ModuleContent? content) =>
        content is null || viewer.MayReadGuides()
            ? content
            : content with
            {
                Blocks = [.. content.Blocks.Select(b => b with { Guide = LocalText.Empty })],
                Questions = [],
            };

    private static async Task<IResult> DescribeAsync(
        Guid id,
        ModuleBody body,
        HttpContext http,
        ProgrammeDesk desk,
        CancellationToken cancellationToken
    )
    {
        if (body.ToFacts() is not { } facts)
        {
            return InputProblem.Missing("windowStart");
        }

        return InputProblem.All(facts.Problems())
            ?? (
                http.Request.VersionMatched() is { } version
                    ? Problem.Answer(await desk.DescribeModuleAsync(ModuleId.From(id), version, facts, cancellationToken))
                    : Problem.IfMatchNeeded.Result()
            );
    }

    private static async Task<IResult> NameAsync(Guid id, RoleHolderBody body, ProgrammeDesk desk, CancellationToken cancellationToken) =>
        body.Role is not { } role ? InputProblem.Missing("role")
        : body.Person is not { } person ? InputProblem.Missing("person")
        : Problem.Answer(await desk.NameAsync(ModuleId.From(id), role, PersonId.From(person), cancellationToken));

    private static async Task<IResult> ReleaseAsync(
        Guid id,
        ModuleRole role,
        Guid person,
        ProgrammeDesk desk,
        CancellationToken cancellationToken
    ) => Problem.Answer(await desk.ReleaseAsync(ModuleId.From(id), role, PersonId.From(person), cancellationToken));
}
