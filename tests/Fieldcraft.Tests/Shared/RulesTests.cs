using System.Text.Json.Nodes;
using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Shared;

public sealed class RulesTests
{
    private static readonly Rules Rules = DocumentedRules.All;

    [Fact]
    public void The_guard_has_the_numbers_of_its_first_version()
    {
        var guard = Rules.Guard;

        guard.LargestCounted.ShouldBe(5);
        guard.QuickParts.ShouldBe(3);
        guard.HindranceShare.ShouldBe(0.20m);
        (guard.LowerLimit, guard.UpperLimitWithoutSupport, guard.UpperLimitPerSupportPoint).ShouldBe((20, 45, 0.35m));
        (guard.LowEfficacyAtMost, guard.LowEfficacyReduction).ShouldBe((2, 10));
        guard.CloseCallWithin.ShouldBe(5);
        (guard.FeedbackFlagFromLoad, guard.FeedbackFlagAtMost).ShouldBe((40, 1));
        (guard.HotSpotStretch, guard.HotSpotTogetherStretch, guard.HotSpotTogetherCount).ShouldBe((4, 3, 3));
        (guard.DimensionsNeeded, guard.SupportAnswersNeeded, guard.OpinionsDifferFrom).ShouldBe((10, 4, 2));
        guard.CreditWithoutSupport.ShouldBe([0, 1.0m, 1.7m, 2.1m, 2.3m]);

        var weights = guard.SupportWeights;
        new[] { weights.Feedback, weights.Backing, weights.Partner, weights.Reflection, weights.Authority, weights.Safety }.ShouldBe([
            3,
            2,
            2,
            1,
            1,
            1,
        ]);
    }

    [Fact]
    public void The_assignment_loop_has_the_documented_numbers()
    {
        (Rules.Strain.PositiveFromMean, Rules.Strain.CheckInsRunning, Rules.Strain.EveryDays).ShouldBe((4, 2, 14));
        (Rules.Plans.BehavioursAtLeast, Rules.Plans.BehavioursAtMost, Rules.Plans.BehaviourLength).ShouldBe((1, 3, 140));
        (Rules.Plans.LittleTimeBelowMinutesAWeek, Rules.Plans.BehavioursInLittleTime).ShouldBe((30, 1));
        (Rules.Plans.LongestDays, Rules.Plans.ReviewEveryDays).ShouldBe((90, 30));
        (Rules.Experiments.ActiveAtMost, Rules.Experiments.RepetitionsToPractise).ShouldBe((2, 3));
        (Rules.Experiments.SuggestedAtLeast, Rules.Experiments.SuggestedAtMost).ShouldBe((2, 4));
        (Rules.Reviews.OfferedWithinHours, Rules.Reviews.AtLeastEveryDays).ShouldBe((48, 14));
        (Rules.Feedback.ExpiresAfterDays, Rules.Feedback.SameGiverEveryDays).ShouldBe((14, 7));
        (Rules.Nudges.AtMostAWeek, Rules.Nudges.PauseAfterDismissals).ShouldBe((3, 2));
    }

    [Fact]
    public void The_calculators_have_the_documented_numbers()
    {
        (Rules.Gaps.PooledDeviation, Rules.Gaps.OthersNeeded).ShouldBe((1.0, 3));
        (Rules.Gaps.SimilarViewBelow, Rules.Gaps.SimilarViewShareOfDeviation).ShouldBe((0.75, 0.5));
        (Rules.Gaps.FirstHintAbove, Rules.Gaps.FairlyClearBelow).ShouldBe((1.0, 0.7));
        Rules.Agreement.ShowSpreadBelow.ShouldBe(0.50);
        (Rules.Pulses.RepresentativeFromRate, Rules.Pulses.RepresentativeFromAnswers).ShouldBe((0.5, 10));
    }

    [Fact]
    public void The_minimum_sizes_are_those_of_the_one_table()
    {
        Rules.MinimumSizes.ShouldBe(
            new MinimumSizes
            {
                PulseAndCheckScores = 5,
                Comments = 10,
                CommentsInsideThreeSixty = 5,
                OnePersonalAttribute = 10,
                CrossedPersonalAttributes = 10,
                NamedRaterGroup = 3,
                ExecutiveCountsOfPrivateThings = 10,
                InitiativeSelfCheck = 5,
                VoluntaryLeaving = 10,
            }
        );
    }

    [Fact]
    public void Every_member_that_is_missing_is_refused()
    {
        foreach (var path in Leaves(JsonNode.Parse(DocumentedRules.Text)!.AsObject()))
        {
            var rules = JsonNode.Parse(DocumentedRules.Text)!;
            Parent(rules, path).Remove(path[^1]).ShouldBeTrue();

            Should.Throw<FormatException>(() => RulesFile.Parse(rules.ToJsonString()), string.Join('.', path));
        }
    }

    [Theory]
    [InlineData("guard", "lowerLimitt")]
    [InlineData("plans", "BehaviourLength")]
    [InlineData("minimumSizes", "pay")]
    public void A_member_nobody_knows_is_refused(string part, string name)
    {
        var rules = JsonNode.Parse(DocumentedRules.Text)!;
        rules[part]![name] = 5;

        Should.Throw<FormatException>(() => RulesFile.Parse(rules.ToJsonString())).Message.ShouldContain(name);
    }

    [Theory]
    [InlineData("guard", "lowerLimit", -1)]
    [InlineData("guard", "upperLimitPerSupportPoint", 0.56)]
    [InlineData("guard", "upperLimitPerSupportPoint", -0.1)]
    [InlineData("guard", "hindranceShare", -0.2)]
    [InlineData("guard", "dimensionsNeeded", 13)]
    [InlineData("guard", "largestCounted", 0)]
    [InlineData("strain", "positiveFromMean", 6)]
    [InlineData("plans", "behavioursAtMost", 0)]
    [InlineData("plans", "behaviourLength", 141)]
    [InlineData("gaps", "pooledDeviation", 0)]
    [InlineData("minimumSizes", "namedRaterGroup", 2)]
    public void A_number_that_breaks_a_promise_is_refused_by_name(string part, string name, double value)
    {
        var rules = JsonNode.Parse(DocumentedRules.Text)!;
        rules[part]![name] = JsonNode.Parse(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Should.Throw<FormatException>(() => RulesFile.Parse(rules.ToJsonString())).Message.ShouldContain($"{part}.{name}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"guard\": null}")]
    public void A_text_that_is_not_a_rules_file_is_refused(string text) => Should.Throw<FormatException>(() => RulesFile.Parse(text));

    private static IEnumerable<string[]> Leaves(JsonObject node, params string[] path) =>
        node.SelectMany(member =>
            member.Value is JsonObject inner
                ? Leaves(inner, [.. path, member.Key]).Append([.. path, member.Key])
                :
                [
                    [.. path, member.Key],
                ]
        );

    private static JsonObject Parent(JsonNode node, string[] path) => path[..^1].Aggregate(node, (at, name) => at[name]!).AsObject();
}
