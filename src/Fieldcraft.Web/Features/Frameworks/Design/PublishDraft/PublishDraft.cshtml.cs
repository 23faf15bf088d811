using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Frameworks.Design.PublishDraft;

/// <summary>What uses the framework, as far as it can be counted; then the draft is published, with a note.</summary>
public sealed class PublishDraftModel(FrameworkDesk desk, FrameworkReading reading, ImpactReading impact, Words words) : PageModel
{
    [BindProperty, MaxLength(FrameworkEdition.NoteLength)]
    public string? Note { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public Guid DraftId { get; set; }

    public OpenDraft Draft { get; private set; } = null!;

    public Catalogue Catalogue { get; private set; } = null!;

    public FrameworkComparison Comparison { get; private set; } = null!;

    public FrameworkImpact Impact { get; private set; } = null!;

    /// <summary>What changes for a capability that colleagues name in the open, most named first.</summary>
    public IEnumerable<(string Name, CapabilityUse Use, CapabilityDifference Difference)> Touched =>
        Comparison
            .Capabilities.Where(d => !d.Changes.Contains(CapabilityChange.Added))
            .Select(d => (Catalogue.NameOf(d.Id, words), Impact.Of(d.Id), d))
            .OrderByDescending(t => t.Item2.All)
            .ThenBy(t => t.Item1, StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        (DraftId, Version) = (Draft.Id.Value, Draft.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await LoadAsync(cancellationToken) ? this.Again() : NotFound();
        }

        var outcome = await desk.PublishAsync(FrameworkEditionId.From(DraftId), Version, Note, cancellationToken);
        if (outcome is not { } published)
        {
            return NotFound();
        }

        // Sent twice, it is published all the same.
        if (published.IsDone || published.Refusal!.Code == "framework-published")
        {
            return this.Onward(FrameworksLinks.InUse, "framework.flash.published");
        }

        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        ModelState.Remove(nameof(Version));
        Version = Draft.Version;
        return this.Refused(published.Refusal);
    }

    public string Count(PrivateCount count) => count.Number?.ToString("N0", words.Culture) ?? words["framework.impact.few"];

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await desk.DraftAsync(cancellationToken) is not { } draft)
        {
            return false;
        }

        var inUse = await reading.InUseAsync(cancellationToken);
        (Draft, Catalogue) = (draft, draft.ToCatalogue());
        Comparison = FrameworkComparison.Between(inUse.Content, draft.Content.Keeping(inUse.Content));
        Impact = await impact.ReadAsync(draft.Content, cancellationToken);
        return true;
    }
}
