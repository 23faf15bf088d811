using System.Text;
using System.Text.Json.Nodes;
using Fieldcraft.Rollout;
using Fieldcraft.Rollout.Instances;
using Fieldcraft.RolloutChecker;

namespace Fieldcraft.Tests.Rollouts;

/// <summary>What an instance must have, and where it says so when it has not.</summary>
public sealed class InstanceReaderTests
{
    [Fact]
    public void A_whole_instance_is_read()
    {
        var instance = SmallRollout.Read(SmallRollout.Json());

        instance.People.Count.ShouldBe(9);
        instance.Sites[0].ReleaseShare.ShouldBe(0.6m);
        instance.Leaders[1].Deputy.ShouldBeNull();
        instance.Sites[2].Blackouts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("$.window")]
    [InlineData("$.window.start")]
    [InlineData("$.window.days")]
    [InlineData("$.slotMinutes")]
    [InlineData("$.session")]
    [InlineData("$.session.minutes")]
    [InlineData("$.session.maxSize")]
    [InlineData("$.sites")]
    [InlineData("$.sites[1].id")]
    [InlineData("$.sites[1].rooms")]
    [InlineData("$.sites[1].rooms[0].id")]
    [InlineData("$.sites[1].rooms[0].capacity")]
    [InlineData("$.sites[1].releaseShare")]
    [InlineData("$.sites[1].floorMinimum")]
    [InlineData("$.leaders")]
    [InlineData("$.leaders[1].id")]
    [InlineData("$.leaders[1].site")]
    [InlineData("$.leaders[1].readyFrom")]
    [InlineData("$.leaders[1].languages")]
    [InlineData("$.leaders[1].maxPerDay")]
    [InlineData("$.leaders[1].maxPerWeek")]
    [InlineData("$.leaders[1].available")]
    [InlineData("$.people")]
    [InlineData("$.people[8].id")]
    [InlineData("$.people[8].site")]
    [InlineData("$.people[8].leader")]
    [InlineData("$.people[8].language")]
    [InlineData("$.people[8].shifts")]
    public void What_is_missing_or_of_another_kind_is_named(string path)
    {
        Problems(SmallRollout.With(j => Set(j, path, null))).ShouldContain($"{path}: it is missing.");
        Problems(SmallRollout.With(j => Set(j, path, true))).ShouldContain(p => p.StartsWith($"{path}: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$.window.days", 0)]
    [InlineData("$.slotMinutes", 7)]
    [InlineData("$.slotMinutes", 0)]
    [InlineData("$.session.minutes", 45)]
    [InlineData("$.session.edgeMinutes", 10)]
    [InlineData("$.session.maxSize", 0)]
    [InlineData("$.session.maxSize", 1.5)]
    [InlineData("$.sites[0].releaseShare", 1.01)]
    [InlineData("$.sites[0].releaseShare", -0.1)]
    [InlineData("$.sites[0].floorMinimum", -1)]
    [InlineData("$.sites[0].rooms[0].capacity", -1)]
    [InlineData("$.sites[0].timeZone", "Europe/Nowhere")]
    [InlineData("$.sites[0].joins[0]", "nowhere")]
    [InlineData("$.leaders[0].site", "nowhere")]
    [InlineData("$.leaders[0].deputy", "nobody")]
    [InlineData("$.leaders[0].maxPerDay", -1)]
    [InlineData("$.leaders[0].readyFrom", "2027-02-30")]
    [InlineData("$.people[0].site", "nowhere")]
    [InlineData("$.people[0].leader", "nobody")]
    [InlineData("$.people[0].shifts[0]", "always")]
    [InlineData("$.now", "soon")]
    [InlineData("$.covered[0]", "nobody")]
    public void What_cannot_be_is_named(string path, object value)
    {
        var json = SmallRollout.With(j =>
        {
            j["sites"]![0]!["joins"] = new JsonArray("south");
            j["covered"] = new JsonArray("p1");
            Set(j, path, value);
        });

        Problems(json).ShouldContain(p => p.StartsWith($"{path}: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("$.sites[2].id", "north")]
    [InlineData("$.sites[1].rooms[0].id", "n1")]
    [InlineData("$.leaders[1].id", "ada")]
    [InlineData("$.people[3].id", "p1")]
    public void An_id_is_given_once_for_its_kind(string path, string id) =>
        Problems(SmallRollout.With(j => Set(j, path, id))).ShouldContain($"{path}: this id was given before.");

    [Fact]
    public void Shifts_that_overlap_are_too_long_or_end_first_are_refused()
    {
        Problems(Shifts((0, 6, 0, 14), (0, 13, 0, 15))).ShouldBe(["$.people[0].shifts[1]: it overlaps another shift of this person."]);
        Problems(Shifts((0, 6, 0, 22.5))).ShouldBe(["$.people[0].shifts[0]: a shift is no longer than sixteen hours."]);
        Problems(Shifts((0, 14, 0, 6))).ShouldBe(["$.people[0].shifts[0]: it ends before it begins."]);
        Problems(Shifts((0, 6, 0, 6))).ShouldNotBeEmpty();
        Problems(Shifts((0, 6, 0, 14), (0, 14, 0, 22), (-1, 22, 0, 6), (13, 22, 14, 6))).ShouldBeEmpty();
    }

    [Fact]
    public void Unknown_members_are_passed_over_and_optional_ones_may_be_absent()
    {
        var json = SmallRollout.With(j =>
        {
            j["colour"] = "blue";
            j["people"]![0]!["shoe"] = 43;
            foreach (var (owner, name) in new[] { ("session", "edgeMinutes"), ("session", "splitAllowed") })
            {
                j[owner]!.AsObject().Remove(name);
            }

            foreach (var site in j["sites"]!.AsArray())
            {
                site!.AsObject().Remove("blackouts");
                site.AsObject().Remove("joins");
            }
        });

        Problems(json).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_locked_must_break_no_rule_by_itself()
    {
        var json = SmallRollout.With(j => j["locked"] = new JsonArray(SmallRollout.Node(SmallRollout.Valid()[0])));
        Problems(json).ShouldBeEmpty();

        json["locked"]![0]!["start"] = SmallRollout.At(2, 8);
        Problems(json).ShouldBe(["$.locked[0]: Session t1: it touches a blackout of its site."]);
        json["locked"]![0]!["room"] = "s1";
        Problems(json).ShouldBe(["$.locked[0].room: the site has no such room."]);
        json["locked"]![0]!["leader"] = "nobody";
        Problems(json).ShouldContain("$.locked[0].leader: there is nothing of this id.");
    }

    [Theory]
    [InlineData("Europe/Berlin", "2027-03-28T02:30", false)]
    [InlineData("Europe/Berlin", "2027-03-28T03:00", true)]
    [InlineData("Europe/Berlin", "2027-10-31T02:30", true)]
    [InlineData(null, "2027-03-28T02:30", true)]
    public void A_time_that_the_clocks_leave_out_is_refused_and_one_that_comes_twice_is_not(string? zone, string end, bool isRead)
    {
        var json = SmallRollout.With(j =>
        {
            j["window"]!["start"] = "2027-03-22";
            if (zone is not null)
            {
                j["sites"]![0]!["timeZone"] = zone;
            }

            var begin = end[..11] + "01:00";
            j["people"]![0]!["shifts"] = new JsonArray(new JsonArray(begin, end));
            j["leaders"]![0]!["available"] = new JsonArray(new JsonArray(begin, end));
            j["sites"]![0]!["blackouts"] = new JsonArray(new JsonArray(begin, end));
        });

        Problems(json)
            .ShouldBe(
                isRead
                    ? []
                    :
                    [
                        "$.sites[0].blackouts[0][1]: the clocks leave this time out.",
                        "$.leaders[0].available[0][1]: the clocks leave this time out.",
                        "$.people[0].shifts[0][1]: the clocks leave this time out.",
                    ]
            );
    }

    [Fact]
    public async Task Text_that_is_no_json_is_a_problem_like_any_other()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("""{"window": """));

        var read = await InstanceReader.ReadAsync(stream);

        read.Instance.ShouldBeNull();
        read.Problems.ShouldHaveSingleItem().Path.ShouldBe("$");
    }

    [Fact]
    public void An_instance_built_in_code_is_checked_alike()
    {
        var built = SmallRollout.Read(SmallRollout.Json());
        var wrong = built with { SlotMinutes = 7, People = [.. built.People, built.People[0]] };

        InstanceChecks.Of(built).ShouldBeEmpty();
        InstanceChecks.Of(wrong).Select(p => p.Path).ShouldBe(["$.slotMinutes", "$.session.minutes", "$.people[9].id"], ignoreOrder: true);
        Should.Throw<InstanceRefusedException>(() => Solver.Solve(wrong)).Problems.Count.ShouldBe(3);
    }

    private static List<string> Problems(JsonNode json) =>
        [.. InstanceReader.Read(RolloutMaker.Element(json)).Problems.Select(p => p.ToString())];

    private static JsonObject Shifts(params (int Day, double Hour, int Day2, double Hour2)[] shifts) =>
        SmallRollout.With(j =>
            j["people"]![0]!["shifts"] = new JsonArray([
                .. shifts.Select(s => new JsonArray(SmallRollout.At(s.Day, s.Hour), SmallRollout.At(s.Day2, s.Hour2))),
            ])
        );

    /// <summary>Sets what a path names, or takes it out.</summary>
    private static void Set(JsonObject json, string path, object? value)
    {
        var steps = path[2..].Replace("[", ".[", StringComparison.Ordinal).Split('.');
        JsonNode at = json;
        foreach (var step in steps[..^1])
        {
            at = step[0] == '[' ? at[step[1] - '0']! : at[step]!;
        }

        var node = value is null ? null : JsonValue.Create(value);
        if (steps[^1][0] == '[')
        {
            at[steps[^1][1] - '0'] = node;
        }
        else if (value is null)
        {
            at.AsObject().Remove(steps[^1]);
        }
        else
        {
            at[steps[^1]] = node;
        }
    }
}
