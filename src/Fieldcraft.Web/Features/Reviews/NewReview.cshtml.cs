using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Reviews;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Reviews;

/// <summary>The event a review is set down for.</summary>
public sealed record EventInput
{
    [Required, MaxLength(AfterEventReview.EventLength)]
    public string Event { get; init; } = "";

    [Required]
    public DateOnly? On { get; init; }

    [MaxLength(AfterEventReview.PartnerLength)]
    public string? Partner { get; init; }
}

/// <summary>Sets a review down: of an event that was, or of one to come, to be offered when it is over.</summary>
public sealed class NewReviewModel(FieldcraftDb db, Vault vault, ReviewsActions reviews, Viewer viewer, Words words, TimeProvider clock)
    : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Experiment { get; set; }

    [BindProperty]
    public EventInput Input { get; set; } = new();

    private DateOnly Today => words.Today(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new EventInput { On = Today };
        if (Experiment is not { } wanted)
        {
            return Page();
        }

        var (id, me) = (ExperimentId.From(wanted), viewer.PersonId);
        if (
            await db.Experiments.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id && e.OwnerId == me, cancellationToken)
            is not { } experiment
        )
        {
            return NotFound();
        }

        var unlocked = await vault.UnlockAsync(viewer, [experiment.What], cancellationToken);
        var what = experiment.Situation is null
            ? unlocked.Open(experiment.What)
            : $"{unlocked.Open(experiment.What)} – {unlocked.Open(experiment.Situation)}";
        Input = new EventInput
        {
            Event = what.Length > AfterEventReview.EventLength ? what[..AfterEventReview.EventLength] : what,
            On = experiment.On,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var experiment = Experiment is { } id ? ExperimentId.From(id) : (ExperimentId?)null;
        if (
            await reviews.SetDownAsync(viewer, experiment, Input.Event, Input.On!.Value, Input.Partner, cancellationToken) is not { } review
        )
        {
            return NotFound();
        }

        return review.EventOn > Today
            ? this.Onward(ReviewsLinks.List, "reviews.flash.set_down")
            : this.Onward(ReviewsLinks.Review(review.Id));
    }
}
