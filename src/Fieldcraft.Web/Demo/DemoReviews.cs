using Fieldcraft.Domain.Reviews;

namespace Fieldcraft.Web.Demo;

/// <summary>Looks back at events; where a question stayed open, the review stayed open.</summary>
internal static class DemoReviews
{
    public static IReadOnlyDictionary<StoryReview, AfterEventReview> Tell(
        DemoAuthor author,
        DemoStory story,
        IReadOnlyList<ToldExperiment> experiments
    )
    {
        var reviews = new Dictionary<StoryReview, AfterEventReview>();
        foreach (var told in story.Reviews)
        {
            var calendar = author.Calendar;
            var about = experiments.FirstOrDefault(e => Math.Abs((e.Told.DoneDay ?? e.Told.Day) - told.Day) <= 1)?.Experiment;
            var at = calendar.On(told.Day, about?.DoneAt ?? default);
            var id = author.Id<ReviewId>(at, $"review/{told.Day}");
            var sealer = author.Document(id.Value, at).Sealer;
            var review = AfterEventReview.Of(id, author.Leader.Person.Id, about?.Id, told.Event, calendar.Day(told.Day), null, sealer, at);
            var (when, then) = DemoAuthor.Halves(told.IfThen);
            var answers = new ReviewAnswers
            {
                WhatHappened = told.Trying,
                GoodPart = told.ContributedGood,
                LessGoodPart = told.ContributedLess,
                OtherExplanation = told.OtherExplanation,
                OutsideSource = told.OutsideSource,
                WithinControl = told.Differently,
                NextIf = when,
                NextThen = then,
                NextOn = told.NextDay is { } next ? calendar.Day(next) : null,
            };
            var written = calendar.On(told.Day, at);
            if (AfterEventReview.Missing(answers) is null)
            {
                review.Close(answers, sealer, written);
            }
            else
            {
                review.Write(answers, sealer, written);
            }

            author.Rows.Reviews.Add(review);
            reviews[told] = review;
        }

        return reviews;
    }
}
