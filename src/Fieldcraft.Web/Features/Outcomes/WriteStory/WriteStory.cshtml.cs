using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Web.Features.Outcomes.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Outcomes.WriteStory;

/// <summary>The one-page story after the talk; its leader then reads it and decides.</summary>
public sealed class WriteStoryModel(CaseReading reading, CaseDesk desk) : PageModel
{
    [BindProperty]
    public StoryInput Input { get; set; } = new();

    public OpenCase Case { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new StoryInput
        {
            Title = Case.Title,
            Story = Case.Story,
            Version = Case.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var outcome = await desk.WriteAsync(Case.Id, Input.Version, Input.Title!, Input.Story!, cancellationToken);
        if (outcome?.Refusal is not { } refusal)
        {
            return outcome is null ? NotFound() : this.Onward(OutcomesLinks.Cases(Case.Module), "outcomes.flash.written");
        }

        ModelState.Remove("Input.Version");
        Input = Input with { Version = Case.Version };
        return this.Refused(refusal);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        Case = (await reading.ToWriteAsync(SuccessCaseId.From(id), cancellationToken))!;
        return Case is not null;
    }
}

/// <summary>What the form of a story sends.</summary>
public sealed record StoryInput
{
    [Required, MaxLength(SuccessCase.TitleLength)]
    public string? Title { get; init; }

    [Required, MaxLength(SuccessCase.StoryLength)]
    public string? Story { get; init; }

    public int Version { get; init; }
}
