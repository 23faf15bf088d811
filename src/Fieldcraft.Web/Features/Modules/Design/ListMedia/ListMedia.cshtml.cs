using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Modules.Design.ListMedia;

/// <summary>What the form for a file or an address sends: one of the two.</summary>
public sealed record MediaInput
{
    [Required, MaxLength(ModuleMedia.TitleLength)]
    public string? Title { get; init; }

    [Required, MaxLength(LocalText.LanguageLength)]
    public string? Language { get; init; }

    public IFormFile? File { get; init; }

    [MaxLength(ModuleMedia.AddressLength)]
    public string? Address { get; init; }

    [MaxLength(ModuleMedia.CaptionsLength)]
    public string? Captions { get; init; }
}

/// <summary>What the module can show: films made here, files, addresses.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
public sealed class ListMediaModel(ModuleReading reading, MediaDesk desk, Words words) : PageModel
{
    // More than a file may have, so that one too large gets a sentence rather than an error page.
    private const int LargestRequest = 4 * ModuleMedia.FileAtMost;

    [BindProperty]
    public MediaInput Input { get; set; } = new();

    public OpenModule Open { get; private set; } = null!;

    public IReadOnlyList<ModuleMedia> Media { get; private set; } = [];

    public bool HasErrors => ModelState.ErrorCount > 0;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new MediaInput { Language = Open.Content?.Language ?? words.Language };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var address = Uri.TryCreate(Input.Address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri : null;
        if (!ModuleContent.IsLanguage(Input.Language))
        {
            ModelState.AddModelError("Input.Language", words["modules.problem.not-a-language"]);
        }

        if (!string.IsNullOrWhiteSpace(Input.Address) && address is null)
        {
            ModelState.AddModelError("Input.Address", words["modules.media.address.wrong"]);
        }
        else if (Input.File is null == address is null)
        {
            ModelState.AddModelError("Input.File", words["modules.media.file.one"]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (address is not null)
        {
            return await desk.LinkAsync(Open.Id, Input.Language!, Input.Title!, address, Input.Captions, cancellationToken) is null
                ? NotFound()
                : this.Onward(ModulesLinks.Media(Open.Id), "modules.flash.media");
        }

        using var bytes = new MemoryStream();
        await using (var stream = Input.File!.OpenReadStream())
        {
            await stream.CopyToAsync(bytes, cancellationToken);
        }

        var outcome = await desk.UploadAsync(
            Open.Id,
            Input.Language!,
            Input.Title!,
            Input.File.FileName,
            bytes.ToArray(),
            Input.Captions,
            cancellationToken
        );
        return outcome switch
        {
            null => NotFound(),
            { Refusal: { } refusal } => Again(refusal),
            _ => this.Onward(ModulesLinks.Media(Open.Id), "modules.flash.media"),
        };
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, Guid media, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var outcome = await desk.RemoveAsync(ModuleMediaId.From(media), cancellationToken);
        if (outcome is null || !await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return outcome.Value.Refusal is { } refusal
            ? this.Refused(refusal)
            : this.Onward(ModulesLinks.Media(Open.Id), "modules.flash.media_removed");
    }

    public string SizeOf(ModuleMedia media) => string.Create(words.Culture, $"{Math.Max(1, media.Size / 1024):N0} KB");

    // A file of the wrong kind or size is bad input, not a wrong moment.
    private PageResult Again(Refusal refusal)
    {
        ModelState.AddModelError("Input.File", words[$"refusal.{refusal.Code}", refusal.Arguments]);
        return this.Again();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(ModuleId.From(id), cancellationToken) is not { } open)
        {
            return false;
        }

        Open = open;
        Media = await reading.MediaAsync(open.Id, cancellationToken);
        return true;
    }
}
