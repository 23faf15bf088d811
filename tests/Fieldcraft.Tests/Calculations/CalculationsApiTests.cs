using System.Net;
using System.Text.Json;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Insight;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Calculations;

/// <summary>The calculators over HTTP: worked numbers in the shapes an outside program uses. They keep nothing, so one database is enough.</summary>
public sealed class CalculationsApiTests
{
    private static readonly int[] DemandD = [4, 2, 4, 3, 0, 2, 4, 3, 1, 3, 0, 1];
    private static readonly int[] ReadinessD = [1, 2, 1, 1, 0, 2, 2, 2, 1, 1, 0, 1];

    [Fact]
    public async Task The_guard_takes_lists_and_shows_its_arithmetic()
    {
        var answer = await AskAsync(
            "guard",
            new
            {
                demand = DemandD,
                readiness = ReadinessD,
                obstacles = new[] { 1, 0, 0, 0 },
                support = new[] { 0, 2, 1, 1, 2, 2 },
                efficacy = 3,
                strain = false,
            }
        );

        answer.GetProperty("zone").GetString().ShouldBe("overstretch");
        answer.GetProperty("challengeLoad").GetDecimal().ShouldBe(60);
        answer.GetProperty("hindrance").GetDecimal().ShouldBe(6.25m);
        answer.GetProperty("effectiveLoad").GetDecimal().ShouldBe(61.25m);
        answer.GetProperty("supportIndex").GetDecimal().ShouldBe(27.5m);
        answer.GetProperty("lowerLimit").GetDecimal().ShouldBe(20);
        answer.GetProperty("upperLimit").GetDecimal().ShouldBe(54.625m);
        answer.GetProperty("feedbackFlag").GetBoolean().ShouldBeTrue();
        answer.GetProperty("hotSpotFlag").GetBoolean().ShouldBeFalse();
        answer.GetProperty("closeCall").GetBoolean().ShouldBeFalse();
        answer.GetProperty("quickLook").GetBoolean().ShouldBeFalse();
        answer.GetProperty("stretches")[0].GetProperty("stretch").GetDecimal().ShouldBe(3);
        answer.GetProperty("nextSteps")[0].GetString().ShouldBe("removeAnObstacle");
    }

    [Fact]
    public async Task The_guard_takes_objects_by_id_and_what_is_absent_is_not_known()
    {
        var answer = await AskAsync(
            "guard",
            new
            {
                demand = new { unfamiliar_responsibilities = 4, high_stakes = 3 },
                readiness = new { unfamiliar_responsibilities = 0, high_stakes = 1 },
                support = new
                {
                    feedback = 4,
                    backing = 4,
                    partner = 4,
                    reflection = (int?)null,
                },
            }
        );

        answer.GetProperty("zone").GetString().ShouldBe("incomplete");
        answer.GetProperty("challengeLoad").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("loadAtLeast").GetDecimal().ShouldBe(30);
        answer.GetProperty("supportIndex").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("missing").GetProperty("dimensions").GetArrayLength().ShouldBe(10);
        answer.GetProperty("missing").GetProperty("efficacy").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_second_opinion_brings_its_mean_and_its_differences()
    {
        var answer = await AskAsync(
            "guard",
            new
            {
                demand = DemandD,
                readiness = ReadinessD,
                secondOpinion = new { demand = new { unfamiliar_responsibilities = 2 } },
            }
        );

        answer.GetProperty("challengeLoad").GetDecimal().ShouldBe(55);
        answer.GetProperty("differences")[0].GetProperty("dimension").GetString().ShouldBe("unfamiliar_responsibilities");
        answer.GetProperty("differences")[0].GetProperty("aspect").GetString().ShouldBe("demand");
    }

    [Fact]
    public async Task The_quick_look_is_labelled()
    {
        var answer = await AskAsync("guard", new { quick = new { parts = new[] { 3, 2, 1 }, support = new[] { 4, 3, 4, 3, 3, 3 } } });

        answer.GetProperty("quickLook").GetBoolean().ShouldBeTrue();
        answer.GetProperty("challengeLoad").GetDecimal().ShouldBe(50);
        answer.GetProperty("zone").GetString().ShouldBe("stretch");
    }

    [Fact]
    public async Task Every_other_calculator_gives_its_worked_numbers()
    {
        var gap = await AskAsync(
            "gap",
            new
            {
                target = 6.5,
                self = 5.5,
                others = new[] { 4, 5, 5, 6 },
                prior = new { mu = 4.8, tau = 0.6 },
            }
        );
        gap.GetProperty("developmentGap").GetDouble().ShouldPrintAs(1.5, 9);
        gap.GetProperty("halfWidth").GetDouble().ShouldPrintAs(0.98, 2);
        gap.GetProperty("clarity").GetString().ShouldBe("roughPicture");
        gap.GetProperty("selfOtherDifference").GetDouble().ShouldPrintAs(0.5, 9);
        gap.GetProperty("shrinkage").GetProperty("estimate").GetDouble().ShouldPrintAs(4.918, 3);

        var oneItem = await AskAsync("agreement", new { ratings = new[] { 1, 2, 3, 4, 5 }, scalePoints = 5 });
        oneItem.GetProperty("rwg").GetDouble().ShouldBe(0);
        oneItem.GetProperty("raw").GetDouble().ShouldPrintAs(-0.25, 9);
        int[][] table =
        [
            [4, 5, 4],
            [4, 4, 5],
            [5, 5, 4],
            [4, 4, 4],
            [3, 4, 4],
        ];
        (await AskAsync("agreement", new { ratings = table, scalePoints = 5 })).GetProperty("rwgJ").GetDouble().ShouldPrintAs(.9375, 4);

        var change = await AskAsync(
            "reliable-change",
            new
            {
                change = 0.5,
                sd = 0.7,
                reliability = 0.64,
            }
        );
        change.GetProperty("reliableChangeIndex").GetDouble().ShouldPrintAs(0.842, 3);
        change.GetProperty("smallestReliableChange").GetDouble().ShouldPrintAs(1.164, 3);

        var score = await AskAsync(
            "nps",
            new
            {
                promoters = 10,
                passives = 0,
                detractors = 0,
            }
        );
        score.GetProperty("netPromoterScore").GetDouble().ShouldBe(100);
        score.GetProperty("interval").ValueKind.ShouldBe(JsonValueKind.Null);
        score.GetProperty("adjusted").GetProperty("interval").GetProperty("lower").GetDouble().ShouldPrintAs(47.50, 2);
        score.GetProperty("adjusted").GetProperty("clipped").GetBoolean().ShouldBeTrue();

        var move = await AskAsync(
            "nps-change",
            new
            {
                before = new
                {
                    promoters = 500,
                    passives = 300,
                    detractors = 200,
                },
                after = new
                {
                    promoters = 520,
                    passives = 300,
                    detractors = 180,
                },
                detect = 2,
            }
        );
        move.GetProperty("change").GetDouble().ShouldPrintAs(4, 9);
        move.GetProperty("clear").GetBoolean().ShouldBeFalse();
        move.GetProperty("neededPerPeriod").GetInt64().ShouldBe(23_940);

        var wilson = await AskAsync("wilson", new { successes = 81, n = 263 });
        wilson.GetProperty("lower").GetDouble().ShouldPrintAs(.2553, 4);
        wilson.GetProperty("upper").GetDouble().ShouldPrintAs(.3662, 4);

        var margin = await AskAsync(
            "margin-of-error",
            new
            {
                population = 200,
                n = 90,
                favourable = 63,
                margin = 5,
            }
        );
        margin.GetProperty("worstCase").GetProperty("upper").GetDouble().ShouldPrintAs(86.5, 9);
        margin.GetProperty("neededForMargin").GetInt32().ShouldBe(132);
    }

    [Theory]
    [InlineData(
        "guard",
        """{"demand":[4,2,4,3,0,2,5,3,1,3,0,1],"readiness":[1,2,1,1,0,2,2,2,1,1,0,-1]}""",
        "demand[6] out-of-range, readiness[11] out-of-range"
    )]
    [InlineData("guard", """{"demand":{"high_stakes":5},"readiness":{}}""", "demand.high_stakes out-of-range")]
    [InlineData("guard", """{"demand":[1,2],"readiness":{"courage":1}}""", "demand wrong-count, readiness.courage unknown")]
    [InlineData(
        "guard",
        """{"demand":[4,2,4,3,0,2,"4",3,1,3,0,2.5],"readiness":7}""",
        "demand[6] wrong-kind, demand[11] wrong-kind, readiness wrong-kind"
    )]
    [InlineData("guard", """{"obstacles":[0,0,0,0]}""", "demand missing, readiness missing")]
    [InlineData("guard", """{"demand":{},"readiness":{},"efficacy":6}""", "efficacy out-of-range")]
    [InlineData("guard", """{"demand":{},"readiness":{},"efficacy":"low"}""", "efficacy wrong-kind")]
    [InlineData("guard", """{"demand":{},"readiness":{},"mood":3}""", "mood unknown")]
    [InlineData(
        "guard",
        """{"quick":{"parts":[0,5,1],"support":[9,0,0,0,0,0]}}""",
        "quick.parts[0] out-of-range, quick.parts[1] out-of-range, quick.support[0] out-of-range"
    )]
    [InlineData("guard", """{"quick":{"parts":[1,2]}}""", "quick.parts wrong-count")]
    [InlineData("guard", """{"quick":{}}""", "quick.parts missing")]
    [InlineData("guard", """{"demand":{},"readiness":{},"quick":{"parts":[1,2,3]}}""", "quick not-with-a-full-profile")]
    [InlineData("gap", """{"target":8,"self":4,"others":[4,9]}""", "target out-of-range, others[1] out-of-range")]
    [InlineData("gap", """{"target":6,"others":null}""", "others missing")]
    [InlineData("gap", """{"target":6,"others":[4]}""", "self missing")]
    [InlineData("agreement", """{"ratings":[1,6],"scalePoints":5}""", "ratings[1] out-of-range")]
    [InlineData("agreement", """{"ratings":[[1,2],[3]],"scalePoints":5}""", "ratings[1] wrong-count")]
    [InlineData("agreement", """{"ratings":["x",2],"scalePoints":5}""", "ratings[0] out-of-range")]
    [InlineData("reliable-change", """{"change":0.5,"sd":0,"reliability":1}""", "sd out-of-range, reliability out-of-range")]
    [InlineData("nps", """{"promoters":-1,"passives":2}""", "detractors missing")]
    [InlineData("nps", """{"promoters":-1,"passives":2,"detractors":0}""", "promoters out-of-range")]
    [InlineData(
        "nps-change",
        """{"before":{"promoters":0,"passives":0,"detractors":0},"after":{"promoters":1,"passives":0,"detractors":0}}""",
        "before.promoters missing"
    )]
    [InlineData(
        "nps-change",
        """{"before":{"promoters":1},"after":3}""",
        "before.passives missing, before.detractors missing, after wrong-kind"
    )]
    [InlineData("wilson", """{"successes":11,"n":10}""", "successes out-of-range")]
    [InlineData("release", """{"groups":[{"path":["a"],"size":0}]}""", "groups[0].size out-of-range")]
    [InlineData("release", """{"groups":[]}""", "groups wrong-count")]
    [InlineData("margin-of-error", """{"population":10,"n":11}""", "n out-of-range")]
    [InlineData("margin-of-error", """{"population":10,"n":1e99}""", "n wrong-kind")]
    [InlineData("wilson", "[]", " wrong-kind")]
    [InlineData("wilson", "null", " wrong-kind")]
    [InlineData("wilson", "{", " not-json")]
    [InlineData("wilson", "", " not-json")]
    public async Task Bad_input_is_answered_with_every_place_that_is_wrong(string calculator, string body, string errors)
    {
        var (status, answer) = await PostAsync(await SignedInAsync(), calculator, body);

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.GetProperty("code").GetString().ShouldBe("bad-numbers");
        string.Join(
                ", ",
                answer
                    .GetProperty("errors")
                    .EnumerateArray()
                    .Select(e => $"{e.GetProperty("path").GetString()} {e.GetProperty("code").GetString()}")
            )
            .ShouldBe(errors);
    }

    [Fact]
    public async Task Nobody_calculates_without_signing_in()
    {
        var world = await World.OnAsync(Database.Sqlite);

        var (status, answer) = await PostAsync(world.App.NewBrowser(), "wilson", """{"successes":1,"n":10}""");

        status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.GetProperty("code").GetString().ShouldBe("sign-in-needed");
    }

    private static async Task<JsonElement> AskAsync(string calculator, object body)
    {
        var (status, answer) = await PostAsync(await SignedInAsync(), calculator, JsonSerializer.Serialize(body));
        status.ShouldBe(HttpStatusCode.OK, answer.ToString());
        return answer;
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(Browser browser, string calculator, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await browser.Client.PostAsync(new Uri($"/api/v1/calculations/{calculator}", UriKind.Relative), content);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private static async Task<Browser> SignedInAsync()
    {
        var world = await World.OnAsync(Database.Sqlite);
        return await world.SignedInAsync(await world.PersonAsync("Amira"));
    }
}
