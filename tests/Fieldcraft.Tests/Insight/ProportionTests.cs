using Fieldcraft.Domain.Insight;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Shared;

namespace Fieldcraft.Tests.Insight;

/// <summary>The worked numbers of DOMAIN 12.5 and 8.8, and check 2 of 12.9.</summary>
public sealed class ProportionTests
{
    private static readonly PulseRules Rules = DocumentedRules.All.Pulses;

    [Theory]
    [InlineData(81, 263, .2553, .3662)]
    [InlineData(15, 148, .0624, .1605)]
    [InlineData(0, 20, .0000, .1611)]
    [InlineData(1, 29, .0061, .1718)]
    [InlineData(23, 60, .2709, .5098)]
    [InlineData(7, 7, .6457, 1.0000)]
    [InlineData(3, 5, .2307, .8824)]
    [InlineData(8, 10, .4902, .9433)]
    [InlineData(170, 200, .7939, .8929)]
    public void Wilson_intervals(int successes, int count, double lower, double upper)
    {
        var interval = Proportion.Wilson(new ProportionInput(successes, count));

        interval.Lower.ShouldPrintAs(lower, 4);
        interval.Upper.ShouldPrintAs(upper, 4);
    }

    [Fact]
    public void An_interval_never_leaves_the_scale()
    {
        for (var count = 1; count <= 60; count++)
        {
            Proportion.Wilson(new ProportionInput(0, count)).Lower.ShouldBe(0);
            Proportion.Wilson(new ProportionInput(count, count)).Upper.ShouldBe(1);
        }
    }

    [Fact]
    public void Listing_every_outcome_shows_why_the_simple_interval_is_not_used()
    {
        Coverage(Proportion.Wilson).ShouldPrintAs(.9298, 4);
        Coverage(Proportion.Simple).ShouldPrintAs(.6497, 4);

        static double Coverage(Func<ProportionInput, Interval> interval) =>
            Enumerable
                .Range(0, 11)
                .Where(successes => interval(new ProportionInput(successes, 10)).Contains(0.1))
                .Sum(successes => Multinomial.Probability([0.1, 0.9], [successes, 10 - successes]));
    }

    [Theory]
    [InlineData(-1, 10, "successes")]
    [InlineData(11, 10, "successes")]
    [InlineData(0, 0, "n")]
    public void More_than_all_or_less_than_none_is_refused(int successes, int count, string path)
    {
        var input = new ProportionInput(successes, count);

        input.Problems().ShouldBe([new InputProblem(path, InputProblems.OutOfRange)]);
        Should.Throw<ArgumentOutOfRangeException>(() => Proportion.Wilson(input));
    }

    [Theory]
    [InlineData(60, 120, 8.98, 2)]
    [InlineData(400, 8000, 4.78, 2)]
    [InlineData(5, 40, 41.5, 1)]
    [InlineData(30, 40, 9.06, 2)]
    [InlineData(40, 40, 0, 2)]
    [InlineData(1, 1, 0, 2)]
    public void Margins_of_a_finite_group(int answers, int population, double printed, int digits) =>
        MarginOfError.Measure(new MarginInput(population, answers), Rules).Margin.ShouldPrintAs(printed, digits);

    [Fact]
    public void Without_the_correction_the_margin_is_wider() =>
        MarginOfError.Measure(new MarginInput(120, 60), Rules).MarginOfInfinitePopulation.ShouldPrintAs(12.65, 2);

    [Theory]
    [InlineData(5, 40, 37)]
    [InlineData(5, 200, 132)]
    [InlineData(5, 1000, 278)]
    [InlineData(5, 8000, 367)]
    [InlineData(10, 40, 29)]
    [InlineData(10, 200, 66)]
    [InlineData(10, 1000, 88)]
    [InlineData(10, 8000, 95)]
    public void So_many_answers_are_needed(double margin, int population, int needed)
    {
        MarginOfError.AnswersNeeded(population, margin).ShouldBe(needed);
        // One fewer would not do.
        MarginOfError.Measure(new MarginInput(population, needed), Rules).Margin.ShouldBeLessThanOrEqualTo(margin);
        MarginOfError.Measure(new MarginInput(population, needed - 1), Rules).Margin.ShouldBeGreaterThan(margin);
    }

    [Fact]
    public void The_worst_case_lets_all_who_kept_silent_be_against_or_in_favour()
    {
        var result = MarginOfError.Measure(new MarginInput(200, 90, Favourable: 63), Rules);

        result.WorstCase!.Lower.ShouldPrintAs(31.5, 9);
        result.WorstCase.Upper.ShouldPrintAs(86.5, 9);
        // The share is that of the answers, 70 %.
        result.MarginOfInfinitePopulation.ShouldPrintAs(196 * Math.Sqrt(0.7 * 0.3 / 90), 9);
        MarginOfError.Measure(new MarginInput(200, 90), Rules).WorstCase.ShouldBeNull();
    }

    [Theory]
    [InlineData(20, 10, true)]
    [InlineData(21, 10, false)]
    [InlineData(9, 9, false)]
    public void Below_half_or_below_ten_answers_is_not_representative(int population, int answers, bool representative) =>
        MarginOfError.Measure(new MarginInput(population, answers), Rules).IsRepresentative.ShouldBe(representative);

    [Theory]
    [InlineData(10, 11, null, "n")]
    [InlineData(10, 0, null, "n")]
    [InlineData(0, 1, null, "population")]
    [InlineData(10, 5, 6, "favourable")]
    [InlineData(10, 5, -1, "favourable")]
    public void A_survey_that_cannot_be_is_refused(int population, int answers, int? favourable, string path)
    {
        var input = new MarginInput(population, answers, Favourable: favourable);

        input.Problems().ShouldBe([new InputProblem(path, InputProblems.OutOfRange)]);
        Should.Throw<ArgumentOutOfRangeException>(() => MarginOfError.Measure(input, Rules));
    }
}
