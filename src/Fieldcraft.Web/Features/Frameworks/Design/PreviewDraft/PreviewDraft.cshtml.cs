using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Frameworks.Design.PreviewDraft;

/// <summary>The draft as it will be read, with what differs from the edition in use, and what may be odd about its matrix.</summary>
public sealed class PreviewDraftModel(FrameworkDesk desk, FrameworkReading reading, Words words) : PageModel
{
    public EditionView View { get; private set; } = null!;

    public int InUse { get; private set; }

    public FrameworkComparison Comparison { get; private set; } = null!;

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>What is offered now and would not be any more.</summary>
    public IReadOnlyList<string> NewlyHidden { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await desk.DraftAsync(cancellationToken) is not { } draft)
        {
            return NotFound();
        }

        var inUse = await reading.InUseAsync(cancellationToken);
        var catalogue = draft.ToCatalogue();
        View = new EditionView(catalogue, inUse, words);
        InUse = inUse.Number;
        Comparison = FrameworkComparison.Between(inUse.Content, draft.Content);
        NewlyHidden =
        [
            .. Comparison.Capabilities.Where(c => c.Changes.Contains(CapabilityChange.Hidden)).Select(c => catalogue.NameOf(c.Id, words)),
        ];
        Warnings = [.. draft.Content.MatrixWarnings().Select(w => Sentence(w, catalogue))];
        return Page();
    }

    private string Sentence(MatrixWarning warning, Catalogue catalogue)
    {
        var challenge = warning.Challenge is { } id ? catalogue.NameOf(ChallengeDimension.Find(id)!, words) : "";
        var capability = warning.Capability is { } named ? catalogue.NameOf(named, words) : "";
        return words[$"framework.warning.{warning.Concern}", challenge, capability];
    }
}
