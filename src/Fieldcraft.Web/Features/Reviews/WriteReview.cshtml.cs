using Fieldcraft.Domain.Reviews;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Reviews;

/// <summary>The sheet of a review: each answer is saved as it is given; closing it asks for all of them.</summary>
public sealed class WriteReviewModel(ReviewsReading reading, ReviewsActions reviews, Viewer viewer, Words words, TimeProvider clock)
    : PageModel
{
    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public OpenReview Review { get; private set; } = null!;

    /// <summary>What another tab saved meanwhile; the page shows both.</summary>
    public IReadOnlyList<string> Theirs { get; private set; } = [];

    public string Share => SharingLinks.New(SharedItemKind.Review, Review.Id.Value);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (Input, Version) = (ReviewInput.Of(Review.Answers), Review.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? close, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var (end, version, refusal) = await reviews.SaveAsync(
            viewer,
            Review.Id,
            Version,
            Input.Answers(),
            close is not null,
            cancellationToken
        );
        return end switch
        {
            SaveEnd.NotFound => NotFound(),
            SaveEnd.ChangedMeanwhile => await MeanwhileAsync(id, cancellationToken),
            SaveEnd.Refused => await RefusedAsync(refusal!, cancellationToken),
            _ when Request.IsAutosave() => this.Saved(clock.GetUtcNow(), version),
            _ => this.Onward(ReviewsLinks.Review(Review.Id), close is null ? "reviews.flash.saved" : "reviews.flash.closed"),
        };
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken cancellationToken) =>
        await reviews.RemoveAsync(viewer, ReviewId.From(id), cancellationToken)
            ? this.Onward(ReviewsLinks.List, "reviews.flash.removed")
            : NotFound();

    /// <summary>What is missing is said at its field; what was typed is kept all the same while the review is still open.</summary>
    private async Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken cancellationToken)
    {
        if (Review.ClosedAt is null)
        {
            (_, Version, _) = await reviews.SaveAsync(viewer, Review.Id, Version, Input.Answers(), close: false, cancellationToken);
        }

        ModelState.Clear();
        var message = words[$"refusal.{refusal.Code}"];
        if (Request.IsAutosave())
        {
            return new JsonResult(new { message }) { StatusCode = StatusCodes.Status400BadRequest };
        }

        ModelState.AddModelError(FieldOf(refusal.Code), message);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult> MeanwhileAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var theirs = ReviewInput.Fields(Review.Answers);
        if (Request.IsAutosave())
        {
            return new JsonResult(
                new
                {
                    theirs,
                    version = Review.Version,
                    savedAt = words.Clock(clock.GetUtcNow()),
                }
            )
            {
                StatusCode = StatusCodes.Status409Conflict,
            };
        }

        var mine = ReviewInput.Fields(Input.Answers());
        Theirs = [.. theirs.Where(t => t.Value.Length > 0 && t.Value != mine[t.Key]).Select(t => t.Value)];
        ModelState.Clear();
        Version = Review.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, ReviewId.From(id), cancellationToken) is not { } review)
        {
            return false;
        }

        Review = review;
        return true;
    }

    private string FieldOf(string code) =>
        code switch
        {
            "review-needs-what-happened" => "Input.WhatHappened",
            "review-needs-both-halves" => string.IsNullOrWhiteSpace(Input.GoodPart) ? "Input.GoodPart" : "Input.LessGoodPart",
            "review-needs-other-explanation" => "Input.OtherExplanation",
            "review-needs-outside-source" => "Input.OutsideSource",
            "review-needs-within-control" => "Input.WithinControl",
            "review-needs-if-then" => string.IsNullOrWhiteSpace(Input.NextIf) ? "Input.NextIf" : "Input.NextThen",
            _ => "Input.NextOn",
        };
}
