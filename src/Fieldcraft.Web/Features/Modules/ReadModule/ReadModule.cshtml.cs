using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Modules.ReadModule;

/// <summary>One module as whoever comes may see it: what it is for, when, what it shows; for those who teach, the hour and its papers.</summary>
public sealed class ReadModuleModel(ModuleReading reading, Viewer viewer) : PageModel
{
    public OpenModule Open { get; private set; } = null!;

    public IReadOnlyList<EditionLine> Editions { get; private set; } = [];

    /// <summary>What the edition in use shows, in the order of its blocks.</summary>
    public IReadOnlyList<ModuleMedia> Shown { get; private set; } = [];

    public string Language => viewer.Language;

    /// <summary>Has a team to teach.</summary>
    public bool Leads => viewer.HasReports;

    public bool MayTeach => viewer.MayReadGuides();

    public bool MayLead => viewer.MayLeadProgrammes();

    public bool MayDesign => viewer.MayDesignModules();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(ModuleId.From(id), cancellationToken) is not { } open)
        {
            return NotFound();
        }

        Open = open;
        if (open.Content is { } content)
        {
            var media = (await reading.MediaAsync(open.Id, cancellationToken)).ToDictionary(m => m.Id);
            Shown = [.. content.Blocks.SelectMany(b => b.Media).Distinct().Where(media.ContainsKey).Select(m => media[m])];
            Editions = MayTeach ? await reading.EditionsAsync(open.Id, cancellationToken) : [];
        }

        return Page();
    }

    public string Say(LocalText text) => text.In(viewer.Language, Open.Content!.Language);

    public string NameOfLanguage(string tag) => LanguageNames.Of(tag);
}
