using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Assignments;
using Fieldcraft.Web.Features.Frameworks;
using Fieldcraft.Web.Features.Plans;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Growth.ShowExperiences;

public sealed class ShowExperiencesModel(ExperienceReading reading, TakingOn takingOn, Knowledge knowledge, Words words, Viewer viewer)
    : PageModel
{
    /// <summary>How many ways of each kind stand open; the rest folds away.</summary>
    public const int ShownAtOnce = 4;

    [BindProperty]
    public int? Weeks { get; set; }

    [BindProperty]
    public WorkPlace? Place { get; set; }

    [BindProperty]
    public bool Beside { get; set; }

    [BindProperty]
    public List<string> Avoid { get; set; } = [];

    public GapExperiences Now { get; private set; } = null!;

    public string Name => Now.Catalogue.NameOf(Now.Gap.Capability, words);

    public static IReadOnlyList<int> WeeksToChoose { get; } = [6, 12, 26, 52];

    public Task<IActionResult> OnGetAsync(string capability, CancellationToken cancellationToken) =>
        ShowAsync(capability, cancellationToken);

    /// <summary>Narrows down. Sent, not asked for: what somebody wants to avoid stands in no address and no log.</summary>
    public Task<IActionResult> OnPostRefineAsync(string capability, CancellationToken cancellationToken) =>
        ShowAsync(capability, cancellationToken);

    public async Task<IActionResult> OnPostBringAsync(string capability, string? option, CancellationToken cancellationToken)
    {
        if (await FoundAsync(capability, cancellationToken) is not { } now || knowledge.Archetype(option) is not { } archetype)
        {
            return NotFound();
        }

        var id = await takingOn.BringAsync(now, archetype, cancellationToken);
        return this.Onward(AssignmentsLinks.One(id), "experiences.flash.brought");
    }

    public async Task<IActionResult> OnPostPractiseAsync(string capability, string? option, CancellationToken cancellationToken)
    {
        if (await FoundAsync(capability, cancellationToken) is not { } now)
        {
            return NotFound();
        }

        var outcome = await takingOn.PractiseAsync(now, knowledge.Archetype(option), cancellationToken);
        if (outcome.Refusal is { } refusal)
        {
            return this.Refused(refusal);
        }

        return this.Onward(PlansLinks.Plan(outcome.Value), "experiences.flash.practise");
    }

    private async Task<IActionResult> ShowAsync(string capability, CancellationToken cancellationToken)
    {
        if (await FoundAsync(capability, cancellationToken) is null)
        {
            return NotFound();
        }

        return ModelState.IsValid ? Page() : this.Again();
    }

    private async Task<GapExperiences?> FoundAsync(string capability, CancellationToken cancellationToken)
    {
        var wishes = new ExperienceWishes
        {
            WeeksAtMost = Weeks,
            OnlyBesideTheJob = Beside,
            FarthestPlace = Place,
            Avoid = [.. Avoid.Where(id => ChallengeDimension.Find(id)?.Group == DimensionGroup.Obstacle)],
        };
        var found = await reading.FindAsync(viewer, capability, wishes, cancellationToken);
        if (found is not null)
        {
            Now = found;
        }

        return found;
    }
}
