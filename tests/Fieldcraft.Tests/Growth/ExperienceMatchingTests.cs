using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Tests.Shared;
using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Growth;
using static Fieldcraft.Tests.Growth.Situations;

namespace Fieldcraft.Tests.Growth;

/// <summary>From a gap to experiences (DOMAIN 5.3, 15.2), without a database.</summary>
public sealed class ExperienceMatchingTests
{
    private static readonly IReadOnlyList<Archetype> Archetypes = ContentFiles.Read<Archetype>("archetypes.json");
    private static readonly IReadOnlyList<ExperienceOption> Options = [.. Archetypes.Select(ExperienceReading.Option)];

    [Fact]
    public void Closing_and_shrinking_is_suggested_for_no_capability_whatever_the_person_has_done()
    {
        foreach (var capability in Standard.Shown)
        {
            foreach (var readiness in Enumerable.Range(0, 5))
            {
                Order(capability.Id, Ready(readiness)).ShouldNotContain(m => m.Option.Key == "downsizing");
            }
        }
    }

    [Fact]
    public void Reductions_and_obstacles_are_never_among_the_reasons()
    {
        foreach (var capability in Standard.Shown)
        {
            foreach (var part in Order(capability.Id, Ready(1)).SelectMany(m => m.Value.Parts))
            {
                part.Dimension.Group.ShouldBe(DimensionGroup.Task);
                part.Dimension.Id.ShouldNotBe(ExperienceMatching.Reductions);
            }
        }
    }

    [Fact]
    public void Work_whose_main_demand_is_an_obstacle_is_left_out()
    {
        var boss = Option("boss", ("difficult_boss", 4), ("influence_without_authority", 3));
        var reach = Option("reach", ("influence_without_authority", 4), ("difficult_boss", 3));

        ExperienceMatching.IsWrongMeans(boss).ShouldBeTrue();
        ExperienceMatching.IsWrongMeans(reach).ShouldBeFalse();
        ExperienceMatching.IsWrongMeans(Option("cuts", ("reduction_decisions", 3), ("high_stakes", 3))).ShouldBeTrue();
        ExperienceMatching.IsWrongMeans(Option("nothing")).ShouldBeFalse();
    }

    [Fact]
    public void The_zone_comes_first_and_the_value_second()
    {
        var matches = Order("leading_change", Ready(1, support: 1));

        matches.Select(m => m.Fit).ShouldBe(matches.Select(m => m.Fit).Order());
        foreach (var fit in matches.GroupBy(m => m.Fit))
        {
            fit.Select(m => m.Value.Total).ShouldBe(fit.Select(m => m.Value.Total).OrderDescending());
        }

        matches.ShouldContain(m => m.Fit == ExperienceFit.Fits);
        matches.ShouldContain(m => m.Fit == ExperienceFit.WouldHaveToChange);
    }

    [Fact]
    public void Whose_readiness_is_not_known_is_shown_what_the_work_contains_and_no_zone()
    {
        var matches = Order("lateral_influence", new PersonStanding { Readiness = new int?[12], Support = new int?[6] });

        matches.ShouldNotBeEmpty();
        matches.ShouldAllBe(m => m.Fit == ExperienceFit.NotEnoughKnown && m.Value.Total == 0);
        matches.Select(m => m.Contains).ShouldBe(matches.Select(m => m.Contains).OrderDescending());
    }

    [Fact]
    public void A_strained_person_is_offered_nothing_that_fits() =>
        Order("delegation", Ready(2) with { IsStrained = true }).ShouldAllBe(m => m.Fit == ExperienceFit.WouldHaveToChange);

    [Fact]
    public void What_somebody_could_teach_builds_nothing_for_them() => Order("delegation", Ready(4)).ShouldBeEmpty();

    [Fact]
    public void Wishes_narrow_the_choice_and_never_widen_it()
    {
        var all = Order("networking", Ready(1)).Select(m => m.Option).ToList();
        ExperienceWishes[] wishes =
        [
            new() { WeeksAtMost = 12 },
            new() { OnlyBesideTheJob = true },
            new() { FarthestPlace = WorkPlace.Here },
            new() { Avoid = ["lack_of_personal_support"] },
        ];
        foreach (var wish in wishes)
        {
            var left = Order("networking", Ready(1), wish).Select(m => m.Option).ToList();
            left.ShouldBeSubsetOf(all);
            left.Count.ShouldBeLessThan(all.Count);
            left.ShouldAllBe(o => wish.Admits(o));
        }
    }

    [Fact]
    public void High_interdependence_lifts_what_depends_on_others_and_nothing_else()
    {
        var low = Option("low", ("employee_problems", 3)) with { Interdependence = Interdependence.Low };
        var high = low with { Key = "high", Interdependence = Interdependence.High };

        Value(high, "sensitivity").ShouldBe(Value(low, "sensitivity") * 3 / 2);
        Value(high, "developing_others").ShouldBe(Value(low, "developing_others"));
        Value(high, "lateral_influence").ShouldBe(0);

        decimal Value(ExperienceOption option, string capability) =>
            ExperienceMatching
                .Order([option], new Dictionary<string, decimal> { [capability] = 1 }, Ready(0), new(), Standard, DocumentedRules.All)
                .Sum(m => m.Value.Total);
    }

    [Fact]
    public void The_same_question_has_the_same_answer_in_whatever_order_the_work_comes()
    {
        var gaps = new Dictionary<string, decimal> { ["composure"] = 2, ["decisiveness"] = 1 };
        var turned = ExperienceMatching.Order(Options.Reverse(), gaps, Ready(1), new(), Standard, DocumentedRules.All);

        turned
            .Select(m => m.Option.Key)
            .ShouldBe(ExperienceMatching.Order(Options, gaps, Ready(1), new(), Standard, DocumentedRules.All).Select(m => m.Option.Key));
    }

    private static IReadOnlyList<MatchedExperience> Order(string capability, PersonStanding standing, ExperienceWishes? wishes = null) =>
        ExperienceMatching.Order(
            Options,
            new Dictionary<string, decimal> { [capability] = 2 },
            standing,
            wishes ?? new(),
            Standard,
            DocumentedRules.All
        );

    private static PersonStanding Ready(int readiness, int support = 3) =>
        new() { Readiness = [.. Enumerable.Repeat((int?)readiness, 12)], Support = [.. Enumerable.Repeat((int?)support, 6)] };

    private static ExperienceOption Option(string key, params (string Dimension, int Demand)[] demands) =>
        new()
        {
            Key = key,
            Demand = [.. ChallengeDimension.Task.Select(d => (int?)demands.FirstOrDefault(x => x.Dimension == d.Id).Demand)],
            Obstacles = [.. ChallengeDimension.Obstacles.Select(d => (int?)demands.FirstOrDefault(x => x.Dimension == d.Id).Demand)],
        };
}
