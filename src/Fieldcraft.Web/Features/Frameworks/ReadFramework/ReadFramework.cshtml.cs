using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Frameworks.ReadFramework;

/// <summary>The edition in use, or an earlier one by its address.</summary>
public sealed class ReadFrameworkModel(FrameworkReading reading, Viewer viewer, Words words) : PageModel
{
    public EditionView View { get; private set; } = null!;

    public EditionLine Edition { get; private set; } = null!;

    public IReadOnlyList<EditionLine> Editions { get; private set; } = [];

    public bool IsInUse => Editions[0].Id == Edition.Id;

    public bool MayDesign => viewer.MayDesignFramework();

    /// <summary>The edition before this one; null for the default.</summary>
    public EditionLine? Before => Editions.SkipWhile(e => e.Id != Edition.Id).Skip(1).FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        var catalogue = id is { } known
            ? await reading.FindAsync(FrameworkEditionId.From(known), cancellationToken)
            : await reading.InUseAsync(cancellationToken);
        if (catalogue is null)
        {
            return NotFound();
        }

        Editions = await reading.EditionsAsync(withDraft: false, cancellationToken);
        Edition = Editions.First(e => e.Id == catalogue.Id);
        View = new EditionView(catalogue, null, words);
        return Page();
    }
}
