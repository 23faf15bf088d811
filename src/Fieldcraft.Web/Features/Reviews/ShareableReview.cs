using Fieldcraft.Domain.Reviews;
using Fieldcraft.Domain.Sharing;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Reviews;

/// <summary>A copy of a review for a partner: the questions with what was answered.</summary>
internal sealed class ShareableReview(ReviewsReading reading, Words words) : IShareable
{
    public SharedItemKind Kind => SharedItemKind.Review;

    public string AddressOf(Guid item) => ReviewsLinks.Review(ReviewId.From(item));

    public async Task<SharedCopy?> CopyAsync(Viewer viewer, Guid item, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(viewer, ReviewId.From(item), cancellationToken) is not { } review)
        {
            return null;
        }

        var (a, next) = (review.Answers, review.Answers.NextOn);
        var sections = new[]
        {
            new SharedSection(words["reviews.on.label"], words.Day(review.EventOn)),
            new SharedSection(words["aer.q1.text"], a.WhatHappened ?? ""),
            new SharedSection(words["aer.q2.good"], a.GoodPart ?? ""),
            new SharedSection(words["aer.q2.less"], a.LessGoodPart ?? ""),
            new SharedSection(words["aer.q3.other"], a.OtherExplanation ?? ""),
            new SharedSection(words["aer.q3.source"], a.OutsideSource ?? ""),
            new SharedSection(words["aer.q4.text"], a.WithinControl ?? ""),
            new SharedSection(
                words["aer.q5.text"],
                string.IsNullOrWhiteSpace(a.NextIf) ? "" : words["reviews.next.sentence", a.NextIf, a.NextThen]
            ),
            new SharedSection(words["reviews.next_on.label"], next is { } day ? words.Day(day) : ""),
        };
        return new SharedCopy(review.Event, [.. sections.Where(s => s.Text.Length > 0)]);
    }
}
