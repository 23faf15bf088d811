using Fieldcraft.Domain.Reviews;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Reviews;

/// <summary>DOMAIN 4.4: the five questions, and when a review is offered.</summary>
public sealed class AfterEventReviewTests
{
    private static readonly ReviewRules Rules = new() { OfferedWithinHours = 48, AtLeastEveryDays = 14 };

    private static readonly ReviewAnswers Whole = new()
    {
        WhatHappened = "a",
        GoodPart = "b",
        LessGoodPart = "c",
        OtherExplanation = "d",
        OutsideSource = "e",
        WithinControl = "f",
        NextIf = "g",
        NextThen = "h",
        NextOn = new DateOnly(2026, 12, 1),
    };

    [Fact]
    public void A_whole_review_lacks_nothing() => AfterEventReview.Missing(Whole).ShouldBeNull();

    [Fact]
    public void Each_question_is_needed_both_halves_of_the_second_and_both_parts_of_the_third()
    {
        AfterEventReview.Missing(Whole with { WhatHappened = " " }).ShouldBe("review-needs-what-happened");
        AfterEventReview.Missing(Whole with { GoodPart = null }).ShouldBe("review-needs-both-halves");
        AfterEventReview.Missing(Whole with { LessGoodPart = null }).ShouldBe("review-needs-both-halves");
        AfterEventReview.Missing(Whole with { OtherExplanation = null }).ShouldBe("review-needs-other-explanation");
        AfterEventReview.Missing(Whole with { OutsideSource = null }).ShouldBe("review-needs-outside-source");
        AfterEventReview.Missing(Whole with { WithinControl = null }).ShouldBe("review-needs-within-control");
        AfterEventReview.Missing(Whole with { NextIf = null }).ShouldBe("review-needs-if-then");
        AfterEventReview.Missing(Whole with { NextThen = null }).ShouldBe("review-needs-if-then");
        AfterEventReview.Missing(Whole with { NextOn = null }).ShouldBe("review-needs-next-date");
    }

    [Theory]
    [InlineData("2026-11-25", false)]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-21", false)]
    public void A_review_is_offered_on_the_day_and_for_forty_eight_hours_after(string eventOn, bool offered) =>
        AfterEventReview
            .IsOfferedOn(DateOnly.Parse(eventOn, System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2026, 11, 24), Rules)
            .ShouldBe(offered);

    [Fact]
    public void A_review_has_no_place_for_a_grade() =>
        typeof(AfterEventReview)
            .GetProperties()
            .Where(p =>
                p.Name != nameof(AfterEventReview.Version)
                && (p.PropertyType == typeof(int) || p.PropertyType == typeof(double) || p.PropertyType.IsEnum)
            )
            .ShouldBeEmpty();
}
