using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Frameworks.Compare;

/// <summary>One thing that differs, as it stands in either edition; empty where an edition has nothing of the kind.</summary>
public sealed record ComparedLine(string What, CapabilityChange? Change, string Before, string After);

/// <summary>Two editions side by side, with what differs.</summary>
public sealed class CompareModel(FrameworkReading reading, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid From { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid To { get; set; }

    public Catalogue Before { get; private set; } = null!;

    public Catalogue After { get; private set; } = null!;

    public FrameworkComparison Comparison { get; private set; } = null!;

    public IReadOnlyList<EditionLine> Editions { get; private set; } = [];

    public IReadOnlyList<ComparedLine> Lines =>
        [
            .. Comparison.Capabilities.SelectMany(d =>
                d.Changes.Select(c => new ComparedLine(NameOf(d.Id), c, Text(Before, d.Id, c), Text(After, d.Id, c)))
            ),
            .. Comparison
                .ChallengesRenamed.Select(ChallengeDimension.Find)
                .OfType<ChallengeDimension>()
                .Select(d => new ComparedLine(words["framework.compare.challenge"], null, Before.NameOf(d, words), After.NameOf(d, words))),
        ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Editions = await reading.EditionsAsync(withDraft: false, cancellationToken);
        if (
            await reading.FindAsync(FrameworkEditionId.From(From), cancellationToken) is not { } before
            || await reading.FindAsync(FrameworkEditionId.From(To), cancellationToken) is not { } after
        )
        {
            return NotFound();
        }

        (Before, After) = (before, after);
        Comparison = FrameworkComparison.Between(before.Content, after.Content);
        return Page();
    }

    private string NameOf(string capability) => (After.Find(capability) is null ? Before : After).NameOf(capability, words);

    private string Text(Catalogue catalogue, string id, CapabilityChange change)
    {
        if (catalogue.Find(id) is not { } capability)
        {
            return "";
        }

        return change switch
        {
            CapabilityChange.Levels => string.Join(
                '\n',
                Enumerable.Range(1, Capability.Levels).Select(l => catalogue.LevelOf(id, l, words))
            ),
            CapabilityChange.SeenBy => string.Join(", ", capability.BestSeenBy.Select(g => words[$"framework.seen_by.{g}"])),
            CapabilityChange.Examples => string.Join('\n', capability.Examples),
            CapabilityChange.Statements => string.Join('\n', capability.Statements),
            CapabilityChange.Weights => string.Join(
                '\n',
                ChallengeDimension
                    .All.Where(d => catalogue.Weight(d, id) > 0)
                    .Select(d => $"{catalogue.NameOf(d, words)}: {catalogue.Weight(d, id).ToString(words.Culture)}")
            ),
            CapabilityChange.Hidden or CapabilityChange.Shown => words[
                capability.IsHidden ? "framework.compare.hidden" : "framework.compare.shown"
            ],
            _ => catalogue.NameOf(id, words),
        };
    }
}
