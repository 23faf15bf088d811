using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Growth.ReflectOnPull;

/// <summary>What the form of the reflection sends; each part may stay empty.</summary>
public sealed record PullInput
{
    [MaxLength(PullAnswers.TextLength)]
    public string? Career { get; init; }

    [MaxLength(PullAnswers.TextLength)]
    public string? Growth { get; init; }

    [MaxLength(PullAnswers.TextLength)]
    public string? LastMove { get; init; }

    [MaxLength(PullAnswers.TextLength)]
    public string? MoveBefore { get; init; }

    [MaxLength(PullAnswers.TextLength)]
    public string? Next { get; init; }

    public PullAnswers ToAnswers() =>
        new()
        {
            Career = Career,
            Growth = Growth,
            LastMove = LastMove,
            MoveBefore = MoveBefore,
            Next = Next,
        };
}

public sealed class ReflectOnPullModel(ReflectionReading reading, GrowthDesk desk, Viewer viewer, Words words) : PageModel
{
    [BindProperty]
    public PullInput Pull { get; set; } = new();

    /// <summary>Newest first.</summary>
    public IReadOnlyList<OpenReflection> Earlier { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Earlier = await reading.ListAsync(viewer, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && Pull.ToAnswers().Problems().Count > 0)
        {
            ModelState.AddModelError("Pull.Career", words["growth.pull.nothing"]);
        }

        if (!ModelState.IsValid)
        {
            Earlier = await reading.ListAsync(viewer, cancellationToken);
            return this.Again();
        }

        await desk.ReflectAsync(Pull.ToAnswers(), cancellationToken);
        return this.Onward(GrowthLinks.Pull, "growth.flash.reflected");
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid reflection, CancellationToken cancellationToken) =>
        await desk.RemoveReflectionAsync(PullReflectionId.From(reflection), cancellationToken)
            ? this.Onward(GrowthLinks.Pull, "growth.flash.removed")
            : NotFound();
}
