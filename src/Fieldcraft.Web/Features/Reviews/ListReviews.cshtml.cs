using Fieldcraft.Domain.Reviews;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Reviews;

public sealed class ListReviewsModel(ReviewsReading reading, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? After { get; set; }

    /// <summary>Events that have just been, and wait for a look back.</summary>
    public IReadOnlyList<OfferedReview> Offered { get; private set; } = [];

    public IReadOnlyList<OpenReview> Reviews { get; private set; } = [];

    public ReviewId? More { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var after = After is { } id ? ReviewId.From(id) : (ReviewId?)null;
        var reviews = await reading.ListAsync(viewer, after, ReviewsReading.PageSize + 1, cancellationToken);
        Reviews = [.. reviews.Take(ReviewsReading.PageSize)];
        More = reviews.Count > ReviewsReading.PageSize ? Reviews[^1].Id : null;
        if (after is null)
        {
            Offered =
            [
                .. Reviews.Where(reading.IsOffered).Select(r => new OfferedReview(r.Event, r.EventOn, ReviewsLinks.Review(r.Id))),
                .. await reading.OfferedAsync(viewer, cancellationToken),
            ];
        }
    }

    public static string StateOf(OpenReview review) =>
        review.ClosedAt is not null ? "reviews.state.closed"
        : review.IsBegun ? "reviews.state.begun"
        : "reviews.state.set_down";
}
