using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Growth;
using Fieldcraft.Domain.Moves;
using Fieldcraft.Tests.Shared;
using Fieldcraft.Web.Content;

namespace Fieldcraft.Tests.Moves;

/// <summary>The value of DOMAIN 5.3 and the comparing of several options, without a database.</summary>
public sealed class DevelopmentalValueTests
{
    private static readonly Catalogue Standard = DefaultFramework.Read();
    private static readonly decimal?[] StretchesB = [2, 0, 2, 0, 0, 0, 1, 0, 0, 2, 0, 0];
    private static readonly decimal?[] NoObstacles = [1, 0, 0, 0];
    private static readonly Dictionary<string, decimal> GapsB = new() { ["lateral_influence"] = 2, ["upward_influence"] = 1 };

    [Fact]
    public void The_worked_value_of_case_b_is_576()
    {
        var value = Value(GapsB, StretchesB, NoObstacles, 70);

        (value.For("lateral_influence") / 2).ShouldBe(1.91m);
        value.For("upward_influence").ShouldBe(1.94m);
        value.Total.ShouldBe(5.76m);
        value.Parts.Sum(p => p.Value).ShouldBe(value.Total);
    }

    [Fact]
    public void More_stretch_and_more_support_never_lower_the_value()
    {
        for (var dimension = 0; dimension < ChallengeDimension.Task.Count; dimension++)
        {
            for (var support = 0m; support <= 100; support += 25)
            {
                var totals = Enumerable
                    .Range(0, 5)
                    .Select(s => Value(GapsB, With(StretchesB, dimension, s), NoObstacles, support).Total)
                    .ToList();

                totals.ShouldBe(totals.Order());
                Value(GapsB, StretchesB, NoObstacles, support)
                    .Total.ShouldBeLessThanOrEqualTo(Value(GapsB, StretchesB, NoObstacles, 100).Total);
            }
        }
    }

    [Fact]
    public void An_obstacle_earns_a_quarter_of_what_a_challenge_of_the_same_weight_earns()
    {
        var gaps = new Dictionary<string, decimal> { ["upward_influence"] = 3 };

        // A difficult boss and influence without authority both build it with weight 2.
        var boss = Value(gaps, new decimal?[12], [0, 0, 0, 3], 50).Total;
        var task = Value(gaps, With(new decimal?[12], 9, 3), [0, 0, 0, 0], 50).Total;

        boss.ShouldBe(task / 4);
    }

    [Fact]
    public void The_order_of_the_gaps_does_not_matter_and_the_unknown_earns_nothing()
    {
        var turned = GapsB.Reverse().ToDictionary(g => g.Key, g => g.Value);

        Value(turned, StretchesB, NoObstacles, 70).Total.ShouldBe(5.76m);
        Value(GapsB, new decimal?[12], new decimal?[4], 70).Total.ShouldBe(0);
        Value(new Dictionary<string, decimal> { ["lateral_influence"] = 0 }, StretchesB, NoObstacles, 70).Parts.ShouldBeEmpty();
    }

    [Fact]
    public void Interdependence_raises_three_capabilities_by_one_step_and_never_above_three()
    {
        foreach (var capability in Standard.Shown)
        {
            for (var printed = 0; printed <= 3; printed++)
            {
                var high = DevelopmentalValue.Weight(printed, capability.Id, Interdependence.High);

                high.ShouldBeInRange(printed, 3);
                high.ShouldBe(
                    printed > 0 && DevelopmentalValue.RaisedByInterdependence.Contains(capability.Id) ? Math.Min(3, printed + 1) : printed
                );
                DevelopmentalValue.Weight(printed, capability.Id, Interdependence.Some).ShouldBe(printed);
            }
        }
    }

    [Fact]
    public void The_best_of_a_set_is_100_and_an_option_without_a_word_has_no_value()
    {
        var result = Compare([
            Move("b", 3, 2, 3, 0, 0, 2, 3, 2, 1, 3, 0, 1),
            Move("little", 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0),
            Blank("blank"),
        ]);

        result.Moves[0].Scaled.ShouldBe(100);
        result.Moves[1].Scaled.ShouldNotBeNull().ShouldBeInRange(1, 60);
        result.Moves[2].Value.ShouldBeNull();
        result.Moves[2].Scaled.ShouldBeNull();
        result.Moves[2].Guard.Zone.ShouldBe(Zone.Incomplete);
    }

    [Fact]
    public void Where_uncertain_gaps_can_turn_the_order_it_is_too_close_to_call()
    {
        // One option builds conflict handling, the other delegation; the gaps are alike and not known exactly.
        ComparedMove[] moves = [Move("people", 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0), Move("scale", 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0)];
        GapWeight[] sure = [new("conflict_handling", 1.5m), new("delegation", 1.0m)];
        GapWeight[] unsure = [new("conflict_handling", 1.5m, 1, 0.6m), new("delegation", 1.0m, 1, 0.6m)];

        Compare(moves, sure).TooCloseToCall.ShouldBeFalse();
        Compare(moves, unsure).TooCloseToCall.ShouldBeTrue();
        Compare(moves, unsure).Moves.ShouldAllBe(m => m.Leads);
        Compare([.. moves.Reverse()], unsure).TooCloseToCall.ShouldBeTrue();
    }

    [Fact]
    public void A_clear_lead_stays_clear_and_nothing_leads_with_nothing()
    {
        ComparedMove[] moves = [Move("much", 0, 0, 0, 0, 0, 4, 0, 0, 0, 4, 0, 0), Move("little", 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0)];

        Compare(moves, [new("lateral_influence", 2, 3, 0.5m), new("conflict_handling", 1, 1, 0.5m)]).TooCloseToCall.ShouldBeFalse();
        Compare(moves, [new("strategic_thinking", 2)]).Moves.ShouldAllBe(m => !m.Leads && m.Scaled == 0);
    }

    [Fact]
    public void The_zone_stands_beside_the_value_and_strain_overrules_it()
    {
        var input = Input([Move("b", 3, 2, 3, 0, 0, 2, 3, 2, 1, 3, 0, 1)], [new("lateral_influence", 2)]) with { StrainIsPositive = true };

        var move = MoveComparing.Compare(input, Standard, DocumentedRules.All.Guard, DocumentedRules.All.Value).Moves[0];

        move.Guard.Zone.ShouldBe(Zone.Overstretch);
        move.Scaled.ShouldBe(100);
    }

    private static ValueResult Value(
        IReadOnlyDictionary<string, decimal> gaps,
        IReadOnlyList<decimal?> stretches,
        IReadOnlyList<decimal?> obstacles,
        decimal support
    ) =>
        DevelopmentalValue.Of(
            gaps,
            stretches,
            obstacles,
            support,
            Interdependence.Some,
            Standard,
            DocumentedRules.All.Guard,
            DocumentedRules.All.Value
        );

    private static decimal?[] With(IReadOnlyList<decimal?> stretches, int dimension, decimal stretch) =>
        [.. stretches.Select((s, i) => i == dimension ? stretch : s)];

    private static ComparedMove Move(string id, params int?[] demand) => new(id, demand, [0, 0, 0, 0], [3, 3, 3, 2, 2, 3]);

    private static ComparedMove Blank(string id) => new(id, new int?[12], new int?[4], new int?[6]);

    private static ComparingInput Input(IReadOnlyList<ComparedMove> moves, IReadOnlyList<GapWeight> gaps) =>
        new()
        {
            Moves = moves,
            Gaps = gaps,
            Readiness = [1, 2, 1, 2, 0, 0, 2, 0, 1, 1, 0, 1],
        };

    private static ComparingResult Compare(IReadOnlyList<ComparedMove> moves, params GapWeight[] gaps) =>
        MoveComparing.Compare(
            Input(moves, gaps.Length > 0 ? gaps : [new("lateral_influence", 2), new("upward_influence", 1)]),
            Standard,
            DocumentedRules.All.Guard,
            DocumentedRules.All.Value
        );
}
