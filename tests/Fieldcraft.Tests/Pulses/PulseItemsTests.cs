using Fieldcraft.Domain.Pulses;

namespace Fieldcraft.Tests.Pulses;

/// <summary>Scores of DOMAIN 8.6.</summary>
public sealed class PulseItemsTests
{
    [Fact]
    public void Sixteen_statements_in_six_features_and_safety()
    {
        PulseItems.All.Count.ShouldBe(16);
        PulseItems.SixFeatures.Count.ShouldBe(6);
        PulseItems.Of("f2_problem_solving").Count.ShouldBe(3);
        PulseItems.Of("f4_autonomy").Count.ShouldBe(3);
        PulseItems.All.Count(i => i.IsReversed).ShouldBe(4);
    }

    [Fact]
    public void A_reversed_statement_is_turned_round_and_half_must_be_answered()
    {
        Score("f1_culture", ("learned_from_work", 6), ("mostly_courses", 2)).ShouldBe(6);
        Score("f1_culture", ("mostly_courses", 1)).ShouldBe(7);
        Score("f2_problem_solving", ("useful_feedback", 3)).ShouldBeNull();
        Score("f2_problem_solving", ("useful_feedback", 3), ("causes_before_blame", 6)).ShouldBe(4.5);
        Score("f5_support").ShouldBeNull();
    }

    [Fact]
    public void What_is_no_answer_is_not_taken_in()
    {
        PulseItems.AreValid(new Dictionary<string, int> { ["asking_is_normal"] = 8 }).ShouldBeFalse();
        PulseItems.AreValid(new Dictionary<string, int> { ["salary"] = 3 }).ShouldBeFalse();
        PulseItems.AreValid(new Dictionary<string, int> { ["asking_is_normal"] = 7 }).ShouldBeTrue();
    }

    private static double? Score(string feature, params (string Id, int Value)[] said) =>
        PulseItems.Score(said.ToDictionary(s => s.Id, s => s.Value), feature);
}
