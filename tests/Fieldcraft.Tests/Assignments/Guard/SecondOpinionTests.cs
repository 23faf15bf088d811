using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Tests.Shared;
using static Fieldcraft.Tests.Assignments.Guard.GuardCases;

namespace Fieldcraft.Tests.Assignments.Guard;

public sealed class SecondOpinionTests
{
    private static readonly GuardRules Rules = DocumentedRules.All.Guard;

    [Fact]
    public void The_mean_of_two_raters_makes_the_load()
    {
        // Unfamiliar responsibilities: demand 4 and 2, readiness 1 and 2: stretch 1.5 instead of 3.
        var result = OverstretchGuard.Look(D with { SecondOpinion = Other("2 - - - - - - - - - - -", "2 - - - - - - - - - - -") }, Rules);

        result.Parts[0].ShouldBe(new StretchPart(ChallengeDimension.Task[0], 3, 1.5m, 1.5m, IsCounted: true));
        result.ChallengeLoad.ShouldBe(52.5m);
    }

    [Fact]
    public void A_hot_spot_is_what_the_person_sees_and_not_a_mean()
    {
        var hot = Flat with { Demand = Numbers("4 2 2 2 2 2 2 2 2 2 2 2"), Readiness = Numbers("0 2 2 2 2 2 2 2 2 2 2 2") };
        var result = OverstretchGuard.Look(hot with { SecondOpinion = new SecondOpinion(Flat.Demand, Flat.Readiness) }, Rules);

        result.Parts[0].Stretch.ShouldBe(2);
        result.HotSpotFlag.ShouldBeTrue();
    }

    [Fact]
    public void What_only_the_other_knows_is_used_and_what_neither_knows_is_missing()
    {
        var input = D with
        {
            Demand = Numbers("- 2 4 3 0 2 4 3 1 3 0 -"),
            SecondOpinion = Other("4 - - - - - - - - - - -", "- - - - - - - - - - - -"),
        };
        var result = OverstretchGuard.Look(input, Rules);

        result.Parts[0].Stretch.ShouldBe(3);
        result.Missing.Dimensions.Select(d => d.Id).ShouldBe(["workgroup_diversity"]);
    }

    [Fact]
    public void Differences_of_two_or_more_are_listed_and_smaller_ones_are_not()
    {
        var result = OverstretchGuard.Look(D with { SecondOpinion = Other("2 2 3 3 0 2 4 3 4 3 - 1", "3 2 1 1 0 2 2 1 1 1 0 -") }, Rules);

        result.Differences.ShouldBe([
            new OpinionDifference(ChallengeDimension.Task[0], RatedAspect.Demand, 4, 2),
            new OpinionDifference(ChallengeDimension.Task[0], RatedAspect.Readiness, 1, 3),
            new OpinionDifference(ChallengeDimension.Task[8], RatedAspect.Demand, 1, 4),
        ]);
    }

    [Fact]
    public void Without_a_second_opinion_nothing_differs() => OverstretchGuard.Look(D, Rules).Differences.ShouldBeEmpty();

    private static SecondOpinion Other(string demand, string readiness) => new(Numbers(demand), Numbers(readiness));
}
