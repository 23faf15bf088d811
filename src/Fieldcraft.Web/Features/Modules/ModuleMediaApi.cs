using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Api;
using InputProblem = Fieldcraft.Web.Api.InputProblem;

namespace Fieldcraft.Web.Features.Modules;

/// <summary>
/// A medium as it is taken in: slides for a film, an address for a link, or a file as base64 with its name. A slide that names no seconds stands as
/// long as its narration takes.
/// </summary>
public sealed record MediaBody(
    string? Title,
    string? Language,
    IReadOnlyList<SlideBody>? Slides = null,
    string? Address = null,
    string? FileName = null,
    byte[]? File = null,
    string? Captions = null
);

/// <summary>One slide of a film.</summary>
public sealed record SlideBody(string? Title, string? Text, string? Narration, int? Seconds = null)
{
    public FilmSlide ToSlide() => new(Title ?? "", Text ?? "", Narration ?? "", Seconds ?? FilmSlide.SecondsFor(Narration ?? ""));
}

/// <summary>Captions as WebVTT, or a transcript.</summary>
public sealed record CaptionsBody(string? Captions);

/// <summary>The slides of a film, told anew.</summary>
public sealed record FilmBody(string? Title, IReadOnlyList<SlideBody>? Slides);

/// <summary>A recorded voice, as base64.</summary>
public sealed record VoiceBody(byte[]? File);

/// <summary>What a module shows.</summary>
internal static class ModuleMediaApi
{
    public static void Map(RouteGroupBuilder modules)
    {
        modules
            .MapPost("/{id:guid}/media", AddAsync)
            .WithName("AddModuleMedia")
            .WithSummary("Adds a film, an address or a file to what the module can show.")
            .WithoutVersion("A medium is added; nothing is replaced.")
            .Produces<Made>(201);
        modules
            .MapPut("/media/{media:guid}/film", RetellAsync)
            .WithName("RetellFilm")
            .WithSummary("Writes the slides of a film anew, unless a published edition shows it.")
            .Produces(204);
        modules
            .MapPut("/media/{media:guid}/captions", CaptionAsync)
            .WithName("CaptionMedia")
            .WithSummary("Captions or a transcript; also for what is published already.")
            .Produces(204);
        modules
            .MapPut("/media/{media:guid}/voice", VoiceAsync)
            .WithName("VoiceFilm")
            .WithSummary("A recorded voice for a film.")
            .WithoutVersion("A recording is a whole; the last one that was kept is the one.")
            .Produces(204);
        modules
            .MapDelete("/media/{media:guid}", RemoveAsync)
            .WithName("RemoveModuleMedia")
            .WithSummary("Removes what no edition shows.")
            .WithoutVersion("What is shown nowhere is removed as a whole.")
            .Produces(204);
    }

    private static async Task<IResult> AddAsync(Guid id, MediaBody body, MediaDesk desk, CancellationToken cancellationToken)
    {
        var module = ModuleId.From(id);
        if (InputProblem.All([.. Problems(body)]) is { } bad)
        {
            return bad;
        }

        if (body.Slides is { } slides)
        {
            return Answer(
                await desk.MakeFilmAsync(module, body.Language!, body.Title!, [.. slides.Select(s => s.ToSlide())], cancellationToken)
            );
        }

        if (body.Address is { } address)
        {
            return Answer(await desk.LinkAsync(module, body.Language!, body.Title!, new Uri(address), body.Captions, cancellationToken));
        }

        var uploaded = await desk.UploadAsync(
            module,
            body.Language!,
            body.Title!,
            body.FileName ?? "file",
            body.File!,
            body.Captions,
            cancellationToken
        );
        return uploaded switch
        {
            null => Problem.NotFound.Result(),
            { Refusal: { } refusal } => Problem.Refused(refusal),
            { Value: var media } => Answer(media),
        };
    }

    private static IEnumerable<Domain.Shared.InputProblem> Problems(MediaBody body)
    {
        if (string.IsNullOrWhiteSpace(body.Title))
        {
            yield return new("title", InputProblems.Missing);
        }

        if (!ModuleContent.IsLanguage(body.Language))
        {
            yield return new("language", "not-a-language");
        }

        foreach (
            var (path, text, most) in new[]
            {
                ("title", body.Title, ModuleMedia.TitleLength),
                ("captions", body.Captions, ModuleMedia.CaptionsLength),
                ("address", body.Address, ModuleMedia.AddressLength),
            }
        )
        {
            if (text?.Length > most)
            {
                yield return new(path, "too-long");
            }
        }

        if (new object?[] { body.Slides, body.Address, body.File }.Count(o => o is not null) != 1)
        {
            yield return new("file", InputProblems.WrongCount);
        }

        if (body.Address is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"))
        {
            yield return new("address", "not-an-address");
        }

        foreach (var problem in SlideProblems(body.Slides))
        {
            yield return problem;
        }
    }

    private static IEnumerable<Domain.Shared.InputProblem> SlideProblems(IReadOnlyList<SlideBody>? slides) =>
        slides is null ? []
        : slides.Count is 0 or > ModuleMedia.SlidesAtMost ? [new Domain.Shared.InputProblem("slides", InputProblems.WrongCount)]
        : slides.SelectMany(
            (s, i) =>
                s is null ? [new Domain.Shared.InputProblem($"slides[{i}]", InputProblems.Missing)] : s.ToSlide().Problems($"slides[{i}]")
        );

    private static async Task<IResult> RetellAsync(
        Guid media,
        FilmBody body,
        HttpContext http,
        MediaDesk desk,
        CancellationToken cancellationToken
    ) =>
        string.IsNullOrWhiteSpace(body.Title) || body.Title.Length > ModuleMedia.TitleLength ? InputProblem.Missing("title")
        : body.Slides is null ? InputProblem.Missing("slides")
        : InputProblem.All([.. SlideProblems(body.Slides)])
            ?? (
                http.Request.VersionMatched() is { } version
                    ? Problem.Answer(
                        await desk.RetellAsync(
                            ModuleMediaId.From(media),
                            version,
                            body.Title,
                            [.. body.Slides.Select(s => s.ToSlide())],
                            cancellationToken
                        )
                    )
                    : Problem.IfMatchNeeded.Result()
            );

    private static async Task<IResult> CaptionAsync(
        Guid media,
        CaptionsBody body,
        HttpContext http,
        MediaDesk desk,
        CancellationToken cancellationToken
    ) =>
        body.Captions?.Length > ModuleMedia.CaptionsLength ? InputProblem.TooLong("captions", ModuleMedia.CaptionsLength)
        : http.Request.VersionMatched() is not { } version ? Problem.IfMatchNeeded.Result()
        : Problem.Answer(await desk.CaptionAsync(ModuleMediaId.From(media), version, body.Captions, cancellationToken));

    private static async Task<IResult> VoiceAsync(Guid media, VoiceBody body, MediaDesk desk, CancellationToken cancellationToken) =>
        body.File is not { } file
            ? InputProblem.Missing("file")
            : Problem.Answer(await desk.VoiceAsync(ModuleMediaId.From(media), file, cancellationToken));

    private static async Task<IResult> RemoveAsync(Guid media, MediaDesk desk, CancellationToken cancellationToken) =>
        Problem.Answer(await desk.RemoveAsync(ModuleMediaId.From(media), cancellationToken));

    private static IResult Answer(ModuleMediaId? made) =>
        made is { } id ? Results.Created($"/media/{id.Value}", new Made(id.Value)) : Problem.NotFound.Result();
}
