namespace Fieldcraft.Tests.Content;

/// <summary>The catalogues hold what DOMAIN.md says: written here a second time, so that a slip in either place is seen.</summary>
public sealed class ContentTests
{
    private static readonly List<Dimension> Dimensions = ContentFolder.Read<List<Dimension>>("dimensions.json");
    private static readonly List<CapabilityEntry> Capabilities = ContentFolder.Read<List<CapabilityEntry>>("capabilities.json");
    private static readonly List<Archetype> Archetypes = ContentFolder.Read<List<Archetype>>("archetypes.json");
    private static readonly List<Question> Questions = ContentFolder.Read<List<Question>>("questions.json");

    private static readonly Dictionary<string, Dictionary<string, int>> Matrix = ContentFolder.Read<
        Dictionary<string, Dictionary<string, int>>
    >("matrix.json");

    [Fact]
    public void There_are_eight_questions_on_the_organisation_and_fourteen_on_the_person()
    {
        Questions
            .Where(question => question.Scope == "system")
            .Select(question => question.Id)
            .ShouldBe(Enumerable.Range(1, 8).Select(number => $"s{number}"));
        Questions
            .Where(question => question.Scope == "personal")
            .Select(question => question.Id)
            .ShouldBe(Enumerable.Range(1, 14).Select(number => $"p{number}"));
        Questions.Count.ShouldBe(22);
    }

    /// <summary>DOMAIN.md 15.1.</summary>
    [Theory]
    [InlineData("s1", "assignment_context")]
    [InlineData("s2", "assignment_context")]
    [InlineData("s3", "why_it_matters")]
    [InlineData("s4", "assignment_context")]
    [InlineData("s5", "expectations")]
    [InlineData("s6", "expectations")]
    [InlineData("s7", "expectations")]
    [InlineData("s8", "expectations")]
    [InlineData("p1", "why_me")]
    [InlineData("p2", "why_me")]
    [InlineData("p3", "opportunities")]
    [InlineData("p4", "goals")]
    [InlineData("p5", "experiments")]
    [InlineData("p6", "feedback_sources")]
    [InlineData("p7", "focus_aid")]
    [InlineData("p8", "time_budget")]
    [InlineData("p9", "reflection_slot")]
    [InlineData("p10", "obstacles")]
    [InlineData("p11", "partners")]
    [InlineData("p12", "action_steps")]
    [InlineData("p13", "observation")]
    [InlineData("p14", "learning_sources")]
    public void Each_question_feeds_its_field_of_the_plan(string id, string field) =>
        Questions.Single(question => question.Id == id).Feeds.ShouldBe(field);

    /// <summary>DOMAIN.md 1.2: twelve tasks, then four obstacles; the guard and the archetypes count on this order.</summary>
    [Fact]
    public void Twelve_task_dimensions_come_before_four_obstacles_in_the_order_of_the_domain()
    {
        Dimensions.Select(dimension => dimension.Id).ShouldBe(MatrixRows.Keys);
        Dimensions.Take(12).ShouldAllBe(dimension => dimension.IsTask);
        Dimensions.Skip(12).ShouldAllBe(dimension => dimension.IsObstacle);
        Dimensions.Where(dimension => dimension.IsObstacle).ShouldAllBe(dimension => dimension.Cluster == "obstacle");
    }

    [Fact]
    public void Eighteen_capabilities_come_in_the_order_of_the_domain_and_each_can_be_seen_by_somebody()
    {
        Capabilities.Select(capability => capability.Id).ShouldBe(CapabilityOrder);
        string[] groups = ["boss", "peers", "reports", "customers"];
        foreach (var capability in Capabilities)
        {
            capability.BestSeenBy.ShouldNotBeEmpty(capability.Id);
            capability.BestSeenBy.ShouldBeSubsetOf(groups, capability.Id);
            capability.BestSeenBy.ShouldBeUnique(capability.Id);
        }
    }

    /// <summary>DOMAIN.md 1.4, number by number.</summary>
    [Fact]
    public void The_matrix_is_the_one_of_the_domain()
    {
        Matrix.Keys.ShouldBe(MatrixRows.Keys);
        foreach (var (dimension, weights) in MatrixRows)
        {
            Matrix[dimension].Keys.ShouldBeSubsetOf(CapabilityOrder, dimension);
            var row = CapabilityOrder.Select(capability => Matrix[dimension].GetValueOrDefault(capability));
            string.Concat(row).ShouldBe(weights, dimension);
        }
    }

    [Fact]
    public void Every_capability_is_built_by_a_task_with_weight_two_or_more()
    {
        var tasks = Dimensions.Where(dimension => dimension.IsTask).Select(dimension => Matrix[dimension.Id]).ToList();
        foreach (var capability in CapabilityOrder)
            tasks.Max(row => row.GetValueOrDefault(capability)).ShouldBeGreaterThanOrEqualTo(2, capability);
    }

    [Fact]
    public void No_obstacle_is_said_to_build_a_capability_strongly()
    {
        foreach (var obstacle in Dimensions.Where(dimension => dimension.IsObstacle))
            Matrix[obstacle.Id].Values.Max().ShouldBeLessThan(3, obstacle.Id);
    }

    [Fact]
    public void Every_row_of_the_matrix_has_three_to_seven_entries_from_one_to_three()
    {
        foreach (var (dimension, row) in Matrix)
        {
            row.Count.ShouldBeInRange(3, 7, dimension);
            row.Values.ShouldAllBe(weight => weight >= 1 && weight <= 3, dimension);
        }
    }

    /// <summary>DOMAIN.md 1.5, number by number: twelve tasks, then four obstacles.</summary>
    [Theory]
    [InlineData("start_up", "3 2 4 0 0 1 3 1 2 2 1 1 | 1 1 1 0")]
    [InlineData("turnaround", "2 2 3 4 2 3 3 2 2 1 0 1 | 2 1 1 0")]
    [InlineData("scope_increase", "1 2 1 1 0 2 3 4 1 1 0 2 | 0 0 1 0")]
    [InlineData("first_supervision", "4 3 1 1 0 3 1 2 0 1 0 1 | 0 0 1 0")]
    [InlineData("cross_functional_project", "2 2 2 0 0 0 2 1 1 4 1 2 | 0 1 0 0")]
    [InlineData("task_force", "2 2 2 2 0 0 4 0 2 3 0 1 | 1 0 0 0")]
    [InlineData("line_to_staff", "4 3 2 0 0 0 1 1 0 4 0 1 | 0 1 1 0")]
    [InlineData("horizontal_move", "4 3 1 1 0 1 1 1 1 2 0 1 | 0 0 1 0")]
    [InlineData("international_assignment", "3 3 2 1 0 1 2 2 2 2 4 3 | 1 0 3 0")]
    [InlineData("downsizing", "2 1 3 2 4 3 3 1 2 1 0 1 | 3 0 1 0")]
    [InlineData("integration", "2 2 4 2 2 3 3 2 1 3 2 3 | 1 1 1 0")]
    [InlineData("external_negotiation", "2 1 1 1 0 0 3 0 4 2 1 1 | 1 0 0 0")]
    [InlineData("acting_for_boss", "2 3 0 1 0 2 3 3 2 2 0 1 | 0 0 1 0")]
    [InlineData("facilitate_module", "2 2 1 0 0 1 1 0 0 1 0 2 | 0 0 0 0")]
    [InlineData("internal_service", "2 2 3 0 0 0 1 0 1 4 0 1 | 0 1 0 0")]
    [InlineData("develop_member", "1 0 0 2 0 4 1 0 0 0 0 1 | 0 0 0 0")]
    [InlineData("crisis_response", "2 2 2 2 1 2 4 2 4 2 0 1 | 3 0 1 0")]
    [InlineData("community_lead", "2 1 2 0 0 1 0 1 2 3 1 3 | 0 0 0 0")]
    public void Each_archetype_is_pre_filled_as_in_the_domain(string id, string numbers)
    {
        var archetype = Archetypes.Single(candidate => candidate.Id == id);
        var values = Dimensions.Select(dimension => archetype.Demands[dimension.Id]).ToList();
        $"{string.Join(' ', values.Take(12))} | {string.Join(' ', values.Skip(12))}".ShouldBe(numbers);
    }

    [Fact]
    public void There_are_eighteen_archetypes_each_with_a_demand_from_nought_to_four_for_every_dimension()
    {
        Archetypes.Count.ShouldBe(18);
        Archetypes.Select(archetype => archetype.Id).ShouldBeUnique();
        foreach (var archetype in Archetypes)
        {
            archetype.Demands.Keys.ShouldBe(Dimensions.Select(dimension => dimension.Id), archetype.Id);
            archetype.Demands.Values.ShouldAllBe(demand => demand >= 0 && demand <= 4, archetype.Id);
        }
    }

    private static readonly string[] CapabilityOrder =
    [
        "strategic_thinking",
        "decisiveness",
        "sensitivity",
        "delegation",
        "active_listening",
        "upward_influence",
        "lateral_influence",
        "developing_others",
        "team_purpose",
        "leading_change",
        "conflict_handling",
        "customer_business_insight",
        "networking",
        "communicating_direction",
        "composure",
        "learning_from_experience",
        "inclusion",
        "execution",
    ];

    /// <summary>One digit a capability in the order above; nought stands for an empty cell.</summary>
    private static readonly Dictionary<string, string> MatrixRows = new(StringComparer.Ordinal)
    {
        ["unfamiliar_responsibilities"] = "010220000001201300",
        ["proving_yourself"] = "000001000000212202",
        ["new_directions"] = "320000001302021000",
        ["inherited_problems"] = "120010000220002003",
        ["reduction_decisions"] = "033000000220022000",
        ["employee_problems"] = "002120030030001000",
        ["high_stakes"] = "130102000000003002",
        ["scope_and_scale"] = "200300022000020002",
        ["external_pressure"] = "100000100023222000",
        ["influence_without_authority"] = "001022301000300000",
        ["working_across_cultures"] = "102020000000010230",
        ["workgroup_diversity"] = "002010012010000030",
        ["adverse_conditions"] = "120000000101002000",
        ["lack_of_top_support"] = "000002200000201000",
        ["lack_of_personal_support"] = "000000000000201100",
        ["difficult_boss"] = "001002000020002000",
    };
}
