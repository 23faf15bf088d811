using System.Text.Json.Nodes;
using Fieldcraft.Rollout.Advice;
using Fieldcraft.Rollout.Timetables;

namespace Fieldcraft.Tests.Rollouts;

/// <summary>Why somebody is in no session, and what would change that.</summary>
public sealed class LimitsTests
{
    public static TheoryData<string, string, bool> Reasons =>
        new()
        {
            { "no shifts", "shift", true },
            { "another language", "language", true },
            { "a floor that needs everybody", "cover", true },
            { "no rooms", "room", true },
            { "no session a week", "leader-load", true },
            { "nobody available", "leader-availability", true },
            { "never ready", "leader-availability", true },
            { "blackout all along", "blackout", true },
            { "seats for the others", "room", false },
            { "one session a week", "leader-load", false },
            { "one may go", "cover", false },
        };

    [Theory, MemberData(nameof(Reasons))]
    public void The_limit_that_binds_is_named(string case_, string limit, bool isUnreachable)
    {
        var made = SmallRollout.Solved(SmallRollout.With(j => Bind(j, case_)));

        var uncovered = made.Uncovered.Where(u => u.IsUnreachable == isUnreachable).ToList();
        uncovered.ShouldNotBeEmpty();
        uncovered.ShouldAllBe(u => u.Limits.Count == 1 && u.Limits[0] == limit);
        uncovered.ShouldAllBe(u => u.Hint.Length > 20);
    }

    [Fact]
    public void Two_limits_are_named_in_their_order()
    {
        var json = SmallRollout.With(j =>
        {
            j["people"]![8]!["language"] = "fr";
            foreach (var site in j["sites"]!.AsArray())
            {
                site!["rooms"] = new JsonArray();
            }
        });

        SmallRollout.Solved(json).Uncovered[8].Limits.ShouldBe(["language", "room"]);
    }

    [Fact]
    public void Unreachable_people_cost_nothing()
    {
        var json = SmallRollout.With(j => Bind(j, "nobody available"));

        var made = SmallRollout.Solved(json);

        (made.Cost, made.Status, made.Uncovered.Count).ShouldBe((0, TimetableStatus.Optimal, 9));
    }

    [Theory]
    [InlineData("seats for the others", Lever.Room)]
    [InlineData("one session a week", Lever.LeaderWeek)]
    [InlineData("one may go", Lever.FloorMinimum)]
    [InlineData("a small share", Lever.ReleaseShare)]
    [InlineData("nobody available", Lever.LeaderShifts)]
    public void What_would_help_is_tried_and_what_is_enough_comes_first(string case_, Lever lever)
    {
        var json = SmallRollout.With(j => Bind(j, case_));
        var made = SmallRollout.Solved(json);

        var changes = WhatWouldHelp.For(SmallRollout.Read(json), made, "north");

        changes.ShouldContain(c => c.Lever == lever);
        changes.SkipWhile(c => c.IsEnough).ShouldAllBe(c => !c.IsEnough);
        var enough = changes.TakeWhile(c => c.IsEnough).Select(c => c.Cost).ToList();
        enough.ShouldBe(enough.Order());
    }

    [Fact]
    public void Nothing_need_change_where_nobody_is_left_out()
    {
        var json = SmallRollout.Json();

        WhatWouldHelp.For(SmallRollout.Read(json), SmallRollout.Solved(json), "north").ShouldBeEmpty();
    }

    private static void Bind(JsonObject json, string case_)
    {
        var (sites, leaders, people) = (json["sites"]!.AsArray(), json["leaders"]!.AsArray(), json["people"]!.AsArray());
        switch (case_)
        {
            case "no shifts":
                people[0]!["shifts"] = new JsonArray();
                break;
            case "another language":
                people[0]!["language"] = "fr";
                break;
            case "a floor that needs everybody":
                sites[0]!["floorMinimum"] = 6;
                break;
            case "no rooms":
                Each(sites, s => s["rooms"] = new JsonArray());
                break;
            case "no session a week":
                Each(leaders, l => l["maxPerWeek"] = 0);
                break;
            case "nobody available":
                Each(leaders, l => l["available"] = new JsonArray());
                break;
            case "never ready":
                Each(leaders, l => l["readyFrom"] = "2027-03-01");
                break;
            case "blackout all along":
                Each(sites, s => s["blackouts"] = new JsonArray(new JsonArray("2027-01-01T00:00", "2028-01-01T00:00")));
                break;
            case "seats for the others":
                OneShift(people);
                Each(sites, s => s["rooms"] = new JsonArray());
                sites[0]!["rooms"] = new JsonArray(new JsonObject { ["id"] = "n", ["capacity"] = 1 });
                (sites[0]!["releaseShare"], sites[0]!["floorMinimum"]) = (1, 0);
                // Nobody else: two leaders could be at work at once.
                people.RemoveRange(6, 3);
                break;
            case "one session a week":
                json["session"]!["maxSize"] = 1;
                Each(leaders, l => l["maxPerWeek"] = 1);
                break;
            case "one may go":
                people.RemoveRange(6, 3);
                OneShift(people);
                sites[0]!["floorMinimum"] = 5;
                Each(leaders, l => (l["maxPerDay"], l["maxPerWeek"]) = (9, 9));
                break;
            case "a small share":
                sites[0]!["releaseShare"] = 0.1;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(case_));
        }
    }

    /// <summary>Everybody is there for two hours on the second day, and never again.</summary>
    private static void OneShift(JsonArray people) =>
        Each(people, p => p["shifts"] = new JsonArray(new JsonArray(SmallRollout.At(1, 6), SmallRollout.At(1, 7))));

    private static void Each(JsonArray list, Action<JsonNode> change)
    {
        foreach (var element in list)
        {
            change(element!);
        }
    }
}
