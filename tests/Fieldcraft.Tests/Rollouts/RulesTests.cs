using System.Text.Json.Nodes;
using Fieldcraft.Rollout.Instances;
using Fieldcraft.Rollout.Timetables;

namespace Fieldcraft.Tests.Rollouts;

/// <summary>The seven rules, each kept once and broken once; the product's reading and the checker's, which share nothing, must agree.</summary>
public sealed class RulesTests
{
    [Fact]
    public void A_valid_timetable_breaks_no_rule()
    {
        Rules.Broken(SmallRollout.Read(SmallRollout.Json()), SmallRollout.Valid()).ShouldBeEmpty();
        RulesSaid(SmallRollout.Json(), SmallRollout.Valid()).ShouldBeEmpty();
    }

    public static TheoryData<string, Breach, int, string> Violations =>
        new()
        {
            { "half an hour", Breach.Length, 1, "has another length" },
            { "a half", Breach.Length, 1, "is a half" },
            { "before the window", Breach.OutsideWindow, 1, "leaves the window" },
            { "between slots", Breach.OffSlot, 1, "begins between slots" },
            { "blackout", Breach.Blackout, 1, "touches a blackout" },
            { "twice", Breach.Twice, 2, "p1 is in 2 sessions" },
            { "off shift", Breach.OffShift, 2, "is outside the shifts of p1" },
            { "edge", Breach.OffShift, 2, "is outside the shifts of p1" },
            { "nobody", Breach.Empty, 3, "has nobody in it" },
            { "too many for the room", Breach.TooManyPeople, 3, "has too many people" },
            { "too many for the format", Breach.TooManyPeople, 3, "has too many people" },
            { "room of another site", Breach.RoomElsewhere, 4, "is in a room of another site" },
            { "room taken", Breach.RoomTaken, 4, "shares its room" },
            { "leader taken", Breach.LeaderTaken, 4, "shares its leader" },
            { "not available", Breach.NotAvailable, 5, "lies outside what the leader offers" },
            { "not ready", Breach.NotReady, 5, "comes before the leader is ready" },
            { "day", Breach.LeaderDay, 5, "holds too many on a day" },
            { "week", Breach.LeaderWeek, 5, "holds too many in a week" },
            { "leader too far", Breach.LeaderTooFar, 6, "has a leader from too far away" },
            { "person too far", Breach.PersonTooFar, 6, "is too far away for p9" },
            { "language", Breach.Language, 6, "is in no language of p7" },
            { "cover", Breach.Cover, 7, "north lets 4 go" },
        };

    [Theory, MemberData(nameof(Violations))]
    public void Each_rule_is_found_broken_by_both(string case_, Breach breach, int rule, string said)
    {
        var (json, sessions) = Broken(case_);

        var found = Rules.Broken(SmallRollout.Read(json), sessions);

        found.Where(b => b.Breach == breach).ShouldNotBeEmpty(string.Join('\n', found));
        found.First(b => b.Breach == breach).Rule.ShouldBe(rule);
        RulesSaid(json, sessions).ShouldContain(b => b.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Cover_is_named_with_its_numbers_wherever_people_sit()
    {
        var (json, sessions) = Broken("cover");

        var cover = Rules.Broken(SmallRollout.Read(json), sessions).First(b => b.Breach == Breach.Cover);

        (cover.Site, cover.Count, cover.Allowed, cover.At).ShouldBe(("north", 4, 3, SmallRollout.Time(1, 9)));
        cover.Sentence.ShouldBe("Session t9: cover of north at 2027-02-02T09:00: 4 released, 3 allowed.");
    }

    [Fact]
    public void A_leader_and_a_person_may_be_two_hops_apart()
    {
        List<PlannedSession> sessions = [SmallRollout.Session("t1", "south", "s1", "ada", 0, 8, "p9")];

        Rules.Broken(SmallRollout.Read(SmallRollout.Json()), sessions).ShouldBeEmpty();
        RulesSaid(SmallRollout.Json(), sessions).ShouldBeEmpty();
    }

    [Fact]
    public void Available_times_that_touch_are_one_and_shifts_are_not()
    {
        List<PlannedSession> sessions = [SmallRollout.Session("t1", "north", "n1", "ada", 0, 9.5, "p1")];
        var twoShifts = SmallRollout.With(j =>
            j["people"]![0]!["shifts"] = new JsonArray(
                new JsonArray(SmallRollout.At(0, 6), SmallRollout.At(0, 10)),
                new JsonArray(SmallRollout.At(0, 10), SmallRollout.At(0, 14))
            )
        );

        Rules.Broken(SmallRollout.Read(SmallRollout.Json()), sessions).ShouldBeEmpty();
        Rules.Broken(SmallRollout.Read(twoShifts), sessions).ShouldContain(b => b.Breach == Breach.OffShift && b.Person == "p1");
        RulesSaid(twoShifts, sessions).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(0, 8, 0, 9, true)]
    [InlineData(0, 8, 0, 8.5, true)]
    [InlineData(0, 8.5, 0, 8, false)]
    [InlineData(0, 8, 7, 7.5, true)]
    [InlineData(0, 8, 7, 8, false)]
    public void The_second_half_comes_after_the_first_and_less_than_a_week_after_it_began(
        int day,
        double hour,
        int day2,
        double hour2,
        bool isValid
    )
    {
        var json = SmallRollout.With(j => j["session"]!["splitAllowed"] = true);
        var first = SmallRollout.Session("a", "north", "n1", "ada", day, hour, "p1") with { Minutes = 30, Part = SessionPart.First };
        var second = SmallRollout.Session("b", "south", "s1", "ben", day2, hour2, "p1") with { Minutes = 30, Part = SessionPart.Second };
        json["leaders"]![1]!["readyFrom"] = "2027-02-01";

        Rules.Broken(SmallRollout.Read(json), [first, second]).Any(b => b.Breach == Breach.Twice).ShouldBe(!isValid);
        RulesSaid(json, [first, second]).Any(b => b.Contains("sessions", StringComparison.Ordinal)).ShouldBe(!isValid);
    }

    private static IEnumerable<string> RulesSaid(JsonObject json, List<PlannedSession> sessions) =>
        SmallRollout
            .Checked(json, sessions)
            .Where(b => !b.StartsWith("the ", StringComparison.Ordinal) && !b.Contains("possible", StringComparison.Ordinal));

    private static (JsonObject Json, List<PlannedSession> Sessions) Broken(string case_)
    {
        var (json, sessions) = (SmallRollout.Json(), SmallRollout.Valid());
        var first = sessions[0];
        switch (case_)
        {
            case "half an hour":
                sessions[0] = first with { Minutes = 30 };
                break;
            case "a half":
                sessions[0] = first with { Minutes = 30, Part = SessionPart.First };
                break;
            case "before the window":
                sessions[0] = first with { Start = SmallRollout.Time(-1, 8) };
                break;
            case "between slots":
                sessions[0] = first with { Start = SmallRollout.Time(0, 8.25) };
                break;
            case "blackout":
                sessions[0] = first with { Start = SmallRollout.Time(2, 8) };
                break;
            case "twice":
                sessions.Add(SmallRollout.Session("t9", "north", "n1", "ada", 3, 8, "p1"));
                break;
            case "off shift":
                sessions[0] = first with { Start = SmallRollout.Time(0, 13.5) };
                break;
            case "edge":
                json["session"]!["edgeMinutes"] = 60;
                sessions[0] = first with { Start = SmallRollout.Time(0, 6.5) };
                break;
            case "nobody":
                sessions[0] = first with { People = [] };
                break;
            case "too many for the room":
                sessions[2] = sessions[2] with { People = ["p4", "p5", "p8"] };
                sessions[3] = sessions[3] with { People = ["p6"] };
                break;
            case "too many for the format":
                json["sites"]![0]!["releaseShare"] = 1;
                sessions[0] = first with { People = ["p1", "p2", "p3", "p6"] };
                break;
            case "room of another site":
                sessions[0] = first with { Room = "s1", People = ["p1", "p2"] };
                break;
            case "room taken":
                json["sites"]![1]!["rooms"]!.AsArray().Add(new JsonObject { ["id"] = "s2", ["capacity"] = 2 });
                sessions.Add(SmallRollout.Session("t9", "south", "s1", "ada", 1, 9.5, "p8"));
                sessions[3] = sessions[3] with { People = ["p6"] };
                break;
            case "leader taken":
                sessions[2] = sessions[2] with { Site = "west", Room = "w1", Start = SmallRollout.Time(1, 9.5) };
                break;
            case "not available":
                sessions[0] = first with { Start = SmallRollout.Time(4, 8) };
                break;
            case "not ready":
                sessions[1] = sessions[1] with { Start = SmallRollout.Time(0, 9) };
                break;
            case "day":
                sessions.Add(SmallRollout.Session("t9", "north", "n1", "ada", 0, 10, "p8"));
                break;
            case "week":
                sessions.Add(SmallRollout.Session("t9", "south", "s1", "ben", 3, 9, "p8"));
                break;
            case "leader too far":
                sessions[0] = first with { Site = "west", Room = "w1", People = ["p9"] };
                break;
            case "person too far":
                sessions[0] = first with { People = ["p9"] };
                break;
            case "language":
                json["people"]![6]!["language"] = "de";
                break;
            case "cover":
                sessions[0] = first with { Start = SmallRollout.Time(1, 9) };
                sessions[1] = sessions[1] with { People = ["p7"] };
                sessions.Add(SmallRollout.Session("t9", "west", "w1", "ben", 1, 9, "p9"));
                sessions[4] = SmallRollout.Session("t9", "north", "n2", "ben", 1, 9, "p4");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(case_));
        }

        return (json, sessions);
    }
}
