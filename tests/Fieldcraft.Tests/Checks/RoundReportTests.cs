using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Tests.Shared;

namespace Fieldcraft.Tests.Checks;

/// <summary>Which figures a round leaves behind (DOMAIN 2.3, 9.4, 12.4).</summary>
public sealed class RoundReportTests
{
    [Fact]
    public void Groups_of_three_stand_alone_and_the_boss_always()
    {
        var views = Views([.. Of(RaterGroup.Boss, 6), .. Of(RaterGroup.Peers, 4, 5, 6), .. Of(RaterGroup.Reports, 3, 4, 5, 6)]);

        Shown(views).ShouldBe(["Boss 1 6.0", "Peers 3 5.0", "Reports 4 4.5"]);
        views.All!.Raters.ShouldBe(8);
        views.ButBosses!.Raters.ShouldBe(7);
        views.ButBosses.Spread.ShouldBe([0, 0, 1, 2, 2, 2, 0]);
    }

    [Fact]
    public void Smaller_groups_are_merged() =>
        Shown(Views([.. Of(RaterGroup.Peers, 4, 5), .. Of(RaterGroup.Reports, 3, 4, 5), .. Of(RaterGroup.Customers, 6)]))
            .ShouldBe(["Reports 3 4.0", "Peers+Customers 3 5.0"]);

    [Fact]
    public void A_rest_that_is_still_too_small_takes_the_smallest_group_along() =>
        Shown(Views([.. Of(RaterGroup.Peers, 4, 5, 6), .. Of(RaterGroup.Reports, 3, 4, 5, 6), .. Of(RaterGroup.Customers, 7)]))
            .ShouldBe(["Reports 4 4.5", "Peers+Customers 4 5.5"]);

    [Fact]
    public void Two_who_are_not_bosses_are_not_shown_and_everybody_together_neither()
    {
        var report = Report([.. Of(RaterGroup.Boss, 6), .. Of(RaterGroup.Peers, 3), .. Of(RaterGroup.Reports, 4)]);
        var views = report.Capabilities["delegation"];

        Shown(views).ShouldBe(["Boss 1 6.0"]);
        (views.All, views.ButBosses, report.Answered).ShouldBe((null, null, null));
    }

    [Fact]
    public void Not_observed_is_counted_nowhere()
    {
        var views = Views([.. Of(RaterGroup.Peers, 4, 5, 6), .. Of(RaterGroup.Reports, 3, 4, null, null)]);

        Shown(views).ShouldBe(["Peers+Reports 5 4.4"]);
    }

    [Fact]
    public void A_group_that_says_the_same_low_thing_is_merged_where_that_hides_it_and_is_a_band_where_it_does_not()
    {
        Shown(Views([.. Of(RaterGroup.Peers, 2, 2, 2), .. Of(RaterGroup.Reports, 3, 4, 5)])).ShouldBe(["Peers+Reports 6 3.0"]);

        var alike = Views([.. Of(RaterGroup.Boss, 5), .. Of(RaterGroup.Peers, 3, 3, 3)]);
        alike.Groups[1].IsBand.ShouldBeTrue();
        (alike.Groups[1].Mean, alike.Groups[1].Rwg, alike.Groups[1].Spread).ShouldBe((RoundReport.MiddleOfBand, null, null));
        alike.All!.IsBand.ShouldBeTrue();
        Views([.. Of(RaterGroup.Peers, 6, 6, 6)]).All!.Mean.ShouldBe(6);
    }

    [Fact]
    public void Agreement_is_exact_for_the_whole_only()
    {
        // DOMAIN 12.4: {5,6,6,7,5,6} on seven points has s² 0.5667 and rwg .8583.
        Views([.. Of(RaterGroup.Peers, 5, 6, 6), .. Of(RaterGroup.Reports, 7, 5, 6)]).ButBosses!.Rwg!.Value.ShouldBe(0.8583, 0.0001);
        Views([.. Of(RaterGroup.Peers, 5, 6, 6), .. Of(RaterGroup.Reports, 7, 5, 6)])
            .Groups.ShouldAllBe(g => g.Rwg == DocumentedRules.All.Agreement.ShowSpreadBelow);
        Views([.. Of(RaterGroup.Peers, 1, 7, 4, 1)]).All!.Rwg.ShouldBe(0);
        Views([.. Of(RaterGroup.Peers, 1, 7, 4, 1)]).All!.Spread.ShouldBeNull();
    }

    [Fact]
    public void In_the_full_form_a_voice_is_the_mean_of_its_statements_and_agreement_goes_over_all_of_them()
    {
        AnswerContent Voice(params int?[] said) =>
            new(
                RaterGroup.Peers,
                CapabilityRatings.OfStatements(
                    new Dictionary<string, IReadOnlyList<int?>>(StringComparer.Ordinal) { ["delegation"] = said }
                ),
                null
            );

        var views = Views([Voice(4, 5, 4), Voice(4, 4, 5), Voice(5, 5, 4), Voice(4, 4, 4), Voice(3, 4, 4)]);

        views.All!.Mean.ShouldBe((13 + 13 + 14 + 12 + 11) / 15d, 1e-12);
        // s̄² 1/3 against 4 on seven points: 3·(1 − 1/12) ÷ (3·(1 − 1/12) + 1/12).
        views.All.Rwg!.Value.ShouldBe(2.75 / (2.75 + (1 / 12d)), 1e-9);
        Views([Voice(4, null, 6), Voice(5, 5, 5), Voice(null, null, null), Voice(6, 6, 6)]).All!.Raters.ShouldBe(3);
    }

    [Fact]
    public void Comments_are_shown_from_five_on_in_no_order_of_answering()
    {
        var four = Report([.. Enumerable.Range(1, 4).Select(i => Saying($"{i} waits"))]);
        (four.Comments.Count, four.CommentsWithheld).ShouldBe((0, true));

        string[] said = ["e", "c", "a", "d", "b"];
        var five = Report([.. said.Select(Saying)]);
        (five.Comments.Count, five.CommentsWithheld).ShouldBe((5, false));
        five.Comments.ShouldBe(Report([.. said.Reverse().Select(Saying)]).Comments);
        Report([.. Of(RaterGroup.Peers, 4, 5, 6)]).CommentsWithheld.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Asks first,\nthen decides", "Asks first, then decides")]
    [InlineData("Good talk. 24.11.2026", "Good talk.")]
    [InlineData("Good talk – 2026-11-24, 14:30", "Good talk")]
    [InlineData("Good talk (24 November 2026)", "Good talk")]
    [InlineData("Grew the team to 3.5", "Grew the team to 3.5")]
    [InlineData("Gate 12 opened at 24 docks", "Gate 12 opened at 24 docks")]
    [InlineData("  ", "")]
    public void A_comment_loses_what_dates_and_signs_it(string written, string shown) => RoundReport.Unsigned(written).ShouldBe(shown);

    private static CapabilityViews Views(AnswerContent[] answers) => Report(answers).Capabilities["delegation"];

    private static CheckReport Report(AnswerContent[] answers) =>
        CheckReport.FromJson(RoundReport.Of(answers, ["delegation"], new RoundSizes(3, 5, 5), DocumentedRules.All.Agreement).ToJson());

    private static AnswerContent Saying(string comment) => Of(RaterGroup.Peers, 4).Single() with { Comment = comment };

    private static IEnumerable<AnswerContent> Of(RaterGroup group, params int?[] ratings) =>
        ratings.Select(r => new AnswerContent(
            group,
            new CapabilityRatings { Ratings = new Dictionary<string, int?>(StringComparer.Ordinal) { ["delegation"] = r } },
            null
        ));

    private static string[] Shown(CapabilityViews views) =>
        [.. views.Groups.Select(g => FormattableString.Invariant($"{string.Join('+', g.Of)} {g.Raters} {g.Mean:0.0}"))];
}
