using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Modules.Design.MakeFilm;

/// <summary>A film of a few slides, each with what is said; the narration is the caption and gives the time.</summary>
public sealed class MakeFilmModel(ModuleReading reading, MediaDesk desk, Words words) : PageModel
{
    [BindProperty]
    public FilmInput Input { get; set; } = new();

    public OpenModule Open { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new FilmInput { Language = Open.Content?.Language ?? words.Language }.WithSpare();
        return Page();
    }

    public async Task<IActionResult> OnPostMoreAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input = Input.WithSpare();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModuleContent.IsLanguage(Input.Language))
        {
            ModelState.AddModelError("Input.Language", words["modules.problem.not-a-language"]);
        }

        var slides = this.Slides(Input, words);
        return !ModelState.IsValid ? this.Again()
            : await desk.MakeFilmAsync(Open.Id, Input.Language!, Input.Title!, slides, cancellationToken) is { } film
                ? this.Onward(ModulesLinks.Film(film), "modules.flash.film")
            : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Open = (await reading.FindAsync(ModuleId.From(id), cancellationToken))!;
        return Open is not null;
    }
}

internal static class FilmForms
{
    /// <summary>The slides of the form, with what is wrong said at each field.</summary>
    public static IReadOnlyList<FilmSlide> Slides(this PageModel page, FilmInput input, Words words)
    {
        if (input.Slides.All(s => s.IsEmpty))
        {
            page.ModelState.AddModelError("Input.Slides[0].Title", words["modules.film.no_slides"]);
        }

        foreach (var (slide, i) in input.Slides.Select((s, i) => (s, i)).Where(p => !p.s.IsEmpty))
        {
            if (string.IsNullOrWhiteSpace(slide.Title))
            {
                page.ModelState.AddModelError($"Input.Slides[{i}].Title", words["modules.slide.title.missing"]);
            }

            if (string.IsNullOrWhiteSpace(slide.Narration))
            {
                page.ModelState.AddModelError($"Input.Slides[{i}].Narration", words["modules.slide.narration.missing"]);
            }
        }

        return page.ModelState.IsValid ? input.ToSlides() : [];
    }
}
