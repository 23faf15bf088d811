using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Modules.PlayMedia;

/// <summary>One medium with what is said in it, to read as well as to hear.</summary>
public sealed class PlayMediaModel(FieldcraftDb db, MediaDesk desk, Viewer viewer) : PageModel
{
    [BindProperty, MaxLength(ModuleMedia.CaptionsLength)]
    public string? Captions { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public ModuleMedia Media { get; private set; } = null!;

    public string Module { get; private set; } = "";

    public bool MayCaption => viewer.MayDesignModules() && Media.Kind != MediaKind.Film;

    /// <summary>The captions without their times.</summary>
    public string? Transcript => WebVtt.TextOf(Media.Captions);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (Captions, Version) = (Media.Captions, Media.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken) || !MayCaption)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await desk.CaptionAsync(Media.Id, Version, Captions, cancellationToken);
        if (outcome?.Refusal is not { } refusal)
        {
            return outcome is null ? NotFound() : this.Onward(ModulesLinks.Play(Media.Id), "modules.flash.captioned");
        }

        ModelState.Remove(nameof(Version));
        Version = Media.Version;
        return this.Refused(refusal);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var media = ModuleMediaId.From(id);
        var found = await (
            from m in db.ModuleMedia.AsNoTracking().VisibleTo(db.Modules, viewer)
            where m.Id == media
            join module in db.Modules on m.ModuleId equals module.Id
            select new { Media = m, module.Title }
        ).FirstOrDefaultAsync(cancellationToken);
        (Media, Module) = (found?.Media!, found?.Title ?? "");
        return found is not null;
    }
}
