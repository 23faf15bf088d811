using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Modules.Design.MakeFilm;

/// <summary>A film that is there: looked at, given a voice, told anew.</summary>
[RequestSizeLimit(2 * ModuleMedia.FileAtMost)]
public sealed class WriteFilmModel(FieldcraftDb db, MediaDesk desk, Words words) : PageModel
{
    [BindProperty]
    public FilmInput Input { get; set; } = new();

    public ModuleMedia Media { get; private set; } = null!;

    public IReadOnlyList<FilmSlide> Slides { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        AllowMicrophone();
        Input = FilmInput.Of(Media);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        AllowMicrophone();
        var slides = this.Slides(Input, words);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await desk.RetellAsync(Media.Id, Input.Version, Input.Title!, slides, cancellationToken);
        if (outcome?.Refusal is not { } refusal)
        {
            return outcome is null ? NotFound() : this.Onward(ModulesLinks.Film(Media.Id), "modules.flash.film");
        }

        ModelState.Remove("Input.Version");
        Input = Input with { Version = Media.Version };
        return this.Refused(refusal);
    }

    /// <summary>A recorded voice, sent by the page's script as the body itself.</summary>
    public async Task<IActionResult> OnPostVoiceAsync(Guid id, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        await Request.Body.CopyToAsync(bytes, cancellationToken);
        return await desk.VoiceAsync(ModuleMediaId.From(id), bytes.ToArray(), cancellationToken) switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => new JsonResult(new { says = words[$"refusal.{refusal.Code}", refusal.Arguments] })
            {
                StatusCode = StatusCodes.Status409Conflict,
            },
            _ => new JsonResult(new { }),
        };
    }

    // The one page on which a voice is recorded; everywhere else the browser is told not to listen.
    private void AllowMicrophone() => Response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(self)";

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var media = ModuleMediaId.From(id);
        Media = (
            await db.ModuleMedia.AsNoTracking().FirstOrDefaultAsync(m => m.Id == media && m.Kind == MediaKind.Film, cancellationToken)
        )!;
        Slides = Media?.Film() ?? [];
        return Media is not null;
    }
}
