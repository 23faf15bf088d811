using Fieldcraft.Domain.Frameworks.Importing;
using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Features.Frameworks.Files;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Frameworks.Design.ImportFramework;

/// <summary>A file, what it would do, and the confirmation; nothing changes before that.</summary>
[RequestSizeLimit(LargestRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestRequest, ValueLengthLimit = LargestRequest)]
public sealed class ImportFrameworkModel(FrameworkImports imports, Words words) : PageModel
{
    // Far more than a framework, so that a file too large still gets a sentence rather than an error page.
    private const int LargestRequest = 24 * 1024 * 1024;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The file as it was looked at, for the confirmation.</summary>
    [BindProperty]
    public string? Looked { get; set; }

    [BindProperty]
    public string? Basis { get; set; }

    public FrameworkDryRun? DryRun { get; private set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), words["framework.file.none"]);
            return this.Again();
        }

        using var bytes = new MemoryStream();
        await using (var stream = Upload.OpenReadStream())
        {
            await stream.CopyToAsync(bytes, cancellationToken);
        }

        return Read(bytes.ToArray()) is { } read ? await LookAsync(read, cancellationToken) : this.Again();
    }

    public async Task<IActionResult> OnPostTakeInAsync(CancellationToken cancellationToken)
    {
        var bytes = new byte[(Looked?.Length ?? 0) + 1];
        if (!Convert.TryFromBase64String(Looked ?? "", bytes, out var length) || Read(bytes[..length]) is not { } read)
        {
            return this.Again();
        }

        var outcome = await imports.TakeInAsync(read, Basis, cancellationToken);
        if (outcome.IsDone)
        {
            return this.Onward(FrameworksLinks.Preview, "framework.flash.taken_in");
        }

        await LookAsync(read, cancellationToken);
        return this.Refused(outcome.Refusal!);
    }

    public IEnumerable<IGrouping<TakeInOutcome, TakeInLine>> Groups =>
        DryRun!.TakeIn.Lines.GroupBy(l => l.Outcome).OrderByDescending(g => g.Key == TakeInOutcome.Refuse).ThenBy(g => g.Key);

    public int CountOf(TakeInOutcome outcome) =>
        DryRun!
            .TakeIn.Lines.Where(l => l.Outcome == outcome)
            .Select(l => (l.Capability, l.Capability is null ? l.Place : ""))
            .Distinct()
            .Count();

    private FrameworkFile? Read(byte[] bytes)
    {
        try
        {
            var read = FrameworkFiles.Read(bytes);
            Looked = Convert.ToBase64String(bytes);
            return read;
        }
        catch (UnreadableFileException unreadable)
        {
            ModelState.AddModelError(nameof(Upload), words[$"framework.file.{unreadable.Code}", [.. unreadable.Arguments]]);
            return null;
        }
    }

    private async Task<PageResult> LookAsync(FrameworkFile read, CancellationToken cancellationToken)
    {
        DryRun = await imports.PlanAsync(read, cancellationToken);
        ModelState.Clear();
        Basis = DryRun.Basis;
        return Page();
    }
}
