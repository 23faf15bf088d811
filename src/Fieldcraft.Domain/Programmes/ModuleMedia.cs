using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Programmes;

public enum MediaKind
{
    /// <summary>Slides with a narration, made here; the narration is the caption.</summary>
    Film,

    /// <summary>A file that was brought along; played from here, without a line to anywhere else.</summary>
    Upload,

    /// <summary>An address elsewhere; cannot be played without a line, so the transcript stands in.</summary>
    Link,
}

/// <summary>One picture of a film: what stands on it and what is said meanwhile.</summary>
/// <param name="Seconds">How long it stands, 2 to 60.</param>
public sealed record FilmSlide(string Title, string Text, string Narration, int Seconds)
{
    public const int TitleLength = 80;
    public const int TextLength = 240;
    public const int NarrationLength = 400;
    public const int SecondsAtLeast = 2;
    public const int SecondsAtMost = 60;
    private const double WordsASecond = 2.3;

    /// <summary>How long it takes to say or to read something, with a breath at the end.</summary>
    public static int SecondsFor(string narration) =>
        Math.Clamp(
            (int)Math.Ceiling(narration.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length / WordsASecond) + 1,
            SecondsAtLeast,
            SecondsAtMost
        );

    public IReadOnlyList<InputProblem> Problems(string path) =>
        [
            .. string.IsNullOrWhiteSpace(Title) ? [new InputProblem($"{path}.title", InputProblems.Missing)] : Array.Empty<InputProblem>(),
            .. string.IsNullOrWhiteSpace(Narration)
                ? [new InputProblem($"{path}.narration", InputProblems.Missing)]
                : Array.Empty<InputProblem>(),
            .. Title?.Length > TitleLength ? [new InputProblem($"{path}.title", "too-long")] : Array.Empty<InputProblem>(),
            .. Text?.Length > TextLength ? [new InputProblem($"{path}.text", "too-long")] : Array.Empty<InputProblem>(),
            .. Narration?.Length > NarrationLength ? [new InputProblem($"{path}.narration", "too-long")] : Array.Empty<InputProblem>(),
            .. InputProblems.Outside($"{path}.seconds", Seconds, SecondsAtLeast, SecondsAtMost),
        ];
}

/// <summary>
/// Something that a block shows or plays, in one language. Once shown in a published edition it stays as it is; a change makes another one.
/// </summary>
public sealed class ModuleMedia : Aggregate<ModuleMediaId>
{
    public const int TitleLength = 120;
    public const int AddressLength = 500;
    public const int FileNameLength = 120;
    public const int ContentTypeLength = 60;
    public const int CaptionsLength = 20_000;
    public const int SlidesAtMost = 20;

    /// <summary>In bytes: what a weak line can bear once, before the shift.</summary>
    public const int FileAtMost = 8 * 1024 * 1024;

    private ModuleMedia(ModuleMediaId id)
        : base(id) { }

    public ModuleId ModuleId { get; private set; }
    public MediaKind Kind { get; private set; }
    public string Language { get; private set; } = "en";
    public string Title { get; private set; } = "";
    public string? Address { get; private set; }
    public string? FileName { get; private set; }
    public string? ContentType { get; private set; }

    /// <summary>In bytes; of a film its recorded narration, nought without one.</summary>
    public int Size { get; private set; }

    /// <summary>WebVTT of an upload, plain text of a link.</summary>
    public string? Captions { get; private set; }

    /// <summary>The slides of a film as JSON.</summary>
    public string? Slides { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Whether somebody who hears nothing gets it all the same. A picture or a paper needs none.</summary>
    public bool IsCaptioned =>
        Kind == MediaKind.Film || !string.IsNullOrWhiteSpace(Captions) || (Kind == MediaKind.Upload && !IsSpoken(ContentType));

    public IReadOnlyList<FilmSlide> Film() =>
        Slides is null ? [] : JsonSerializer.Deserialize<List<FilmSlide>>(Slides, ModuleContent.Json)!;

    public static ModuleMedia MakeFilm(
        ModuleMediaId id,
        ModuleId module,
        string language,
        string title,
        IReadOnlyList<FilmSlide> slides,
        PersonId by,
        DateTimeOffset now
    )
    {
        var media = Add(id, module, MediaKind.Film, language, title, by, now);
        media.Take(slides);
        return media;
    }

    public static ModuleMedia Link(
        ModuleMediaId id,
        ModuleId module,
        string language,
        string title,
        Uri address,
        string? transcript,
        PersonId by,
        DateTimeOffset now
    )
    {
        var media = Add(id, module, MediaKind.Link, language, title, by, now);
        media.Address = Short(address.AbsoluteUri, AddressLength);
        media.Captions = Blank(transcript, CaptionsLength);
        return media;
    }

    /// <param name="size">In bytes, of the file that is kept beside this row.</param>
    public static ModuleMedia Upload(
        ModuleMediaId id,
        ModuleId module,
        string language,
        string title,
        string fileName,
        string contentType,
        int size,
        string? captions,
        PersonId by,
        DateTimeOffset now
    )
    {
        var media = Add(id, module, MediaKind.Upload, language, title, by, now);
        media.FileName = Short(fileName, FileNameLength);
        media.ContentType = Short(contentType, ContentTypeLength);
        media.Size = size;
        media.Captions = Blank(captions, CaptionsLength);
        return media;
    }

    /// <summary>Writes the slides anew. Refused: <c>media-in-use</c> once a published edition shows it.</summary>
    public Outcome Retell(string title, IReadOnlyList<FilmSlide> slides, bool isPublished, PersonId by, DateTimeOffset now)
    {
        if (isPublished)
        {
            return new Refusal("media-in-use");
        }

        Title = Short(title, TitleLength);
        Take(slides);
        ChangedAt = now;
        Happened(new ModuleMediaChanged(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Captions or a transcript, also for what is published already: they add, they change nothing.</summary>
    public void Caption(string? captions, PersonId by, DateTimeOffset now)
    {
        (Captions, ChangedAt) = (Blank(captions, CaptionsLength), now);
        Happened(new ModuleMediaChanged(by.Value, Id.Value, now));
    }

    /// <summary>A recorded voice for a film; its bytes are kept beside this row. Refused: <c>media-in-use</c>.</summary>
    public Outcome Voice(string contentType, int size, bool isPublished, PersonId by, DateTimeOffset now)
    {
        if (isPublished)
        {
            return new Refusal("media-in-use");
        }

        (ContentType, Size, ChangedAt) = (Short(contentType, ContentTypeLength), size, now);
        Happened(new ModuleMediaChanged(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    /// <summary>Tells that it is going; its row is then removed. Refused: <c>media-in-use</c>.</summary>
    public Outcome Remove(bool isPublished, PersonId by, DateTimeOffset now)
    {
        if (isPublished)
        {
            return new Refusal("media-in-use");
        }

        Happened(new ModuleMediaRemoved(by.Value, Id.Value, now));
        return Outcome.Done;
    }

    public static bool IsSpoken(string? contentType) =>
        contentType is { } type
        && (type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal));

    private static ModuleMedia Add(
        ModuleMediaId id,
        ModuleId module,
        MediaKind kind,
        string language,
        string title,
        PersonId by,
        DateTimeOffset now
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        var media = new ModuleMedia(id)
        {
            ModuleId = module,
            Kind = kind,
            Language = language,
            Title = Short(title, TitleLength),
            AddedAt = now,
            ChangedAt = now,
        };
        media.Happened(new ModuleMediaAdded(by.Value, module.Value, id.Value, kind, now));
        return media;
    }

    private void Take(IReadOnlyList<FilmSlide> slides)
    {
        ArgumentOutOfRangeException.ThrowIfZero(slides.Count, nameof(slides));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(slides.Count, SlidesAtMost, nameof(slides));
        if (slides.SelectMany((s, i) => s.Problems($"slides[{i}]")).FirstOrDefault() is { } problem)
        {
            throw new ArgumentException($"{problem.Path}: {problem.Code}", nameof(slides));
        }

        Slides = JsonSerializer.Serialize(slides, ModuleContent.Json);
    }

    private static string Short(string text, int most)
    {
        var trimmed = text.Trim();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(trimmed.Length, most, nameof(text));
        return trimmed;
    }

    private static string? Blank(string? text, int most) => string.IsNullOrWhiteSpace(text) ? null : Short(text, most);
}
