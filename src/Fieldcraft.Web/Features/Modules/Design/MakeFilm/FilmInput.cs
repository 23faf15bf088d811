using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Web.Features.Modules.Design.MakeFilm;

/// <summary>One slide in the form; an empty one is left out.</summary>
public sealed record SlideInput
{
    [MaxLength(FilmSlide.TitleLength)]
    public string? Title { get; init; }

    [MaxLength(FilmSlide.TextLength)]
    public string? Text { get; init; }

    [MaxLength(FilmSlide.NarrationLength)]
    public string? Narration { get; init; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Narration);
}

/// <summary>What the form of a film sends. How long a slide stands follows from what is said on it.</summary>
public sealed record FilmInput
{
    /// <summary>How many empty slides stand ready.</summary>
    private const int Spare = 2;

    [Required, MaxLength(ModuleMedia.TitleLength)]
    public string? Title { get; init; }

    [Required, MaxLength(LocalText.LanguageLength)]
    public string? Language { get; init; }
    public List<SlideInput> Slides { get; init; } = [];
    public int Version { get; init; }

    public IReadOnlyList<FilmSlide> ToSlides() =>
        [
            .. Slides
                .Where(s => !s.IsEmpty)
                .Select(s => new FilmSlide(
                    s.Title?.Trim() ?? "",
                    s.Text?.Trim() ?? "",
                    s.Narration?.Trim() ?? "",
                    FilmSlide.SecondsFor(s.Narration ?? "")
                )),
        ];

    /// <summary>The same with empty slides at the end, as far as there may be more.</summary>
    public FilmInput WithSpare() =>
        this with
        {
            Slides = [.. Slides.Where(s => !s.IsEmpty).Concat(Enumerable.Repeat(new SlideInput(), Spare)).Take(ModuleMedia.SlidesAtMost)],
        };

    public static FilmInput Of(ModuleMedia film) =>
        new FilmInput
        {
            Title = film.Title,
            Language = film.Language,
            Slides =
            [
                .. film.Film()
                    .Select(s => new SlideInput
                    {
                        Title = s.Title,
                        Text = s.Text,
                        Narration = s.Narration,
                    }),
            ],
            Version = film.Version,
        }.WithSpare();
}
