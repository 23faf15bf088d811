using Fieldcraft.Domain.Experience;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Reviews;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Experience.RetellExperience;

public sealed class RetellExperienceModel(
    MapReading reading,
    ExperienceDesk desk,
    Knowledge knowledge,
    Rules rules,
    Words words,
    Viewer viewer
) : PageModel
{
    [BindProperty]
    public ExperienceInput Told { get; set; } = new();

    /// <summary>As it is saved now.</summary>
    public OpenExperience? Now { get; private set; }

    /// <summary>Another tab saved meanwhile; the page shows both.</summary>
    public bool Changed { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } now)
        {
            return NotFound();
        }

        Told = ExperienceInput.Of(now);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } now)
        {
            return NotFound();
        }

        if (!this.TakesIn(Told, knowledge, rules, words))
        {
            return this.Again();
        }

        var saved = await desk.RetellAsync(viewer, now.Id, Told.Version, Told.ToContent(), cancellationToken);
        return saved.IsSaved ? this.Onward(ExperienceLinks.Map, "experience.flash.kept") : await MeanwhileAsync(id, cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        var removed = await desk.RemoveAsync(viewer, PastExperienceId.From(id), version, cancellationToken);
        if (removed.End == SaveEnd.ChangedMeanwhile && await LoadAsync(id, cancellationToken) is { } now)
        {
            Told = ExperienceInput.Of(now);
        }

        return removed.End switch
        {
            SaveEnd.Saved => this.Onward(ExperienceLinks.Map, "experience.flash.removed"),
            SaveEnd.NotFound => NotFound(),
            _ => await MeanwhileAsync(id, cancellationToken),
        };
    }

    private async Task<IActionResult> MeanwhileAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is not { } theirs)
        {
            return NotFound();
        }

        Told = Told with { Version = theirs.Version };
        Changed = true;
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<OpenExperience?> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        Now = await reading.FindAsync(viewer, PastExperienceId.From(id), cancellationToken);
}
