using System.Text.Json;
using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Tests.Shared;

namespace Fieldcraft.Tests.Demo;

/// <summary>What the stories must show together, so that a visitor of the demo meets every kind of assignment and every zone.</summary>
public sealed class StoryLibraryTests
{
    [Fact]
    public void Every_archetype_has_a_story() =>
        Stories
            .All.Select(story => story.Root.Word("archetype")!)
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(Stories.Archetypes, ignoreOrder: true);

    [Fact]
    public void Most_stories_are_for_team_leaders_and_every_level_has_three()
    {
        var levels = Stories.All.CountBy(story => story.Level).ToDictionary();

        levels.Keys.ShouldBe(Stories.Placeholders.Keys, ignoreOrder: true);
        levels.Values.ShouldAllBe(count => count >= 3);
        levels["team"].ShouldBeGreaterThan(Stories.All.Count / 2);
    }

    [Fact]
    public void Two_stories_in_five_were_thought_through_a_second_time()
    {
        var second = Stories.All.Count(story => story.Root.Each("answers").Any(answer => answer.Number("round") == 2));

        (second / (double)Stories.All.Count).ShouldBeInRange(0.35, 0.5);
    }

    [Fact]
    public void About_one_profile_in_five_is_overstretched_by_the_guard_itself_and_every_zone_appears()
    {
        var zones = Stories
            .All.Where(story => story.Root.TryGetProperty("profile", out _))
            .CountBy(story => OverstretchGuard.Look(Profile(story.Root), DocumentedRules.All.Guard).Zone)
            .ToDictionary();

        zones.Keys.ShouldBe(Enum.GetValues<Zone>(), ignoreOrder: true);
        zones[Zone.Overstretch].ShouldBeInRange(5, 8);
        zones[Zone.Incomplete].ShouldBeInRange(5, 8);
    }

    [Fact]
    public void A_quick_look_gives_a_zone()
    {
        var quick = Stories.All.Where(story => story.Root.TryGetProperty("quickLook", out _)).ToList();

        quick.Count.ShouldBeGreaterThan(4);
        quick.ShouldAllBe(story =>
            OverstretchGuard.QuickLook(Quick(story.Root.GetProperty("quickLook")), DocumentedRules.All.Guard).Zone != Zone.Incomplete
        );
    }

    [Fact]
    public void Some_things_are_unfinished_some_dropped_and_some_long_over()
    {
        var states = Stories.All.SelectMany(story => story.Experiments).CountBy(experiment => experiment.Word("state")!).ToDictionary();

        states.Keys.ShouldBe(["planned", "done", "reviewed", "dropped"], ignoreOrder: true);
        states.Values.ShouldAllBe(count => count >= 5);
        Stories.All.Count(story => story.Root.Tick("ended")).ShouldBeInRange(5, Stories.All.Count / 2);
        Stories
            .All.SelectMany(story => story.Experiments)
            .SelectMany(experiment => experiment.Each("feedback"))
            .Count(request => request.Tick("declined"))
            .ShouldBeGreaterThan(2);
    }

    private static GuardInput Profile(JsonElement story)
    {
        var profile = story.GetProperty("profile");
        return new GuardInput
        {
            Demand = InOrder(profile, "demand", Stories.TaskDimensions),
            Readiness = InOrder(profile, "readiness", Stories.TaskDimensions),
            Obstacles = InOrder(profile, "obstacles", Stories.Obstacles),
            Support = InOrder(profile, "support", Stories.Support),
            Efficacy = profile.Number("efficacy"),
        };
    }

    private static QuickInput Quick(JsonElement quick) =>
        new()
        {
            Parts = [.. quick.Each("parts").Select(part => part.Number("stretch"))],
            Support = InOrder(quick, "support", Stories.Support),
        };

    private static int?[] InOrder(JsonElement parent, string group, string[] ids) =>
        [.. ids.Select(id => parent.TryGetProperty(group, out var ratings) ? ratings.Number(id) : null)];
}
