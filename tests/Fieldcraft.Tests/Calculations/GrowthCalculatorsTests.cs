using System.Net;
using System.Text.Json;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Calculations;

/// <summary>The calculators of growth over HTTP: lag and the value of a move.</summary>
public sealed class GrowthCalculatorsTests
{
    private static readonly int[] DemandB = [3, 2, 3, 0, 0, 2, 3, 2, 1, 3, 0, 1];
    private static readonly int[] ReadinessB = [1, 2, 1, 2, 0, 2, 2, 2, 1, 1, 0, 1];
    private static readonly int[] ObstaclesB = [1, 0, 0, 0];
    private static readonly int[] SupportB = [3, 3, 3, 2, 2, 3];

    [Fact]
    public async Task The_lag_shows_its_numbers_its_word_and_its_active_months()
    {
        var (status, answer) = await AskAsync(
            "lag",
            new
            {
                capabilities = new[]
                {
                    new
                    {
                        requiredNow = 3m,
                        requiredThen = 2m,
                        levelNow = 2.2m,
                        levelThen = 2.0m,
                    },
                    new
                    {
                        requiredNow = 3m,
                        requiredThen = 2m,
                        levelNow = 2.5m,
                        levelThen = 2.1m,
                    },
                    new
                    {
                        requiredNow = 2m,
                        requiredThen = 1m,
                        levelNow = 2.4m,
                        levelThen = 2.2m,
                    },
                },
                window = new { end = "2026-11-26", pauses = new[] { new { from = "2024-03-01", until = "2024-12-31" } } },
            }
        );

        status.ShouldBe(HttpStatusCode.OK);
        answer.GetProperty("shortfall").GetDecimal().ShouldBe(0.4333m, 0.0001m);
        answer.GetProperty("roleMovement").GetDecimal().ShouldBe(1);
        answer.GetProperty("growth").GetDecimal().ShouldBe(0.2667m, 0.0001m);
        answer.GetProperty("lag").GetDecimal().ShouldBe(0.7333m, 0.0001m);
        answer.GetProperty("reading").GetString().ShouldBe("tendsToCareerAhead");
        answer.GetProperty("window").GetProperty("activeMonths").GetInt32().ShouldBe(36);
        answer.GetProperty("window").GetProperty("start").GetString().ShouldBe("2023-01-01");
    }

    [Fact]
    public async Task The_lag_says_every_place_that_is_wrong()
    {
        var (status, answer) = await AskAsync(
            "lag",
            new
            {
                capabilities = new object[]
                {
                    new
                    {
                        requiredNow = 5,
                        requiredThen = 2,
                        levelNow = 2,
                        levelThen = 2,
                        raters = -1,
                    },
                },
                window = new { end = "2026-11-26", months = 3 },
            }
        );

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Paths(answer).ShouldBe(["capabilities[0].requiredNow", "capabilities[0].raters", "window.months"]);
    }

    [Fact]
    public async Task The_move_value_of_the_worked_case_is_576_with_its_zone_beside_it()
    {
        var (status, answer) = await AskAsync(
            "move-value",
            new
            {
                readiness = ReadinessB,
                gaps = new[] { new { capability = "lateral_influence", gap = 2 }, new { capability = "upward_influence", gap = 1 } },
                moves = new object[]
                {
                    new
                    {
                        name = "b",
                        demand = DemandB,
                        obstacles = ObstaclesB,
                        support = SupportB,
                    },
                    new { name = "unknown", demand = new { high_stakes = (int?)null } },
                },
            }
        );

        status.ShouldBe(HttpStatusCode.OK);
        var moves = answer.GetProperty("moves");
        moves[0].GetProperty("value").GetDecimal().ShouldBe(5.76m);
        moves[0].GetProperty("scaled").GetDecimal().ShouldBe(100);
        moves[0].GetProperty("zone").GetString().ShouldBe("stretch");
        moves[0].GetProperty("effectiveLoad").GetDecimal().ShouldBe(36.25m);
        moves[1].GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("tooCloseToCall").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task The_move_value_says_every_place_that_is_wrong()
    {
        var (status, answer) = await AskAsync(
            "move-value",
            new
            {
                readiness = ReadinessB,
                gaps = new object[]
                {
                    new
                    {
                        capability = "charm",
                        gap = 4,
                        importance = 5,
                    },
                },
                moves = new object[]
                {
                    new
                    {
                        name = "b",
                        demand = new[] { 3, 2, 9, 0, 0, 2, 3, 2, 1, 3, 0, 1 },
                        support = new { feedback = -1 },
                    },
                },
            }
        );

        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Paths(answer)
            .ShouldBe(
                ["gaps[0].capability", "gaps[0].gap", "gaps[0].importance", "moves[0].demand[2]", "moves[0].support.feedback"],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task An_unknown_member_or_a_missing_one_is_refused()
    {
        (
            await AskAsync(
                "move-value",
                new
                {
                    gaps = Array.Empty<object>(),
                    moves = Array.Empty<object>(),
                    rank = 1,
                }
            )
        ).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await AskAsync("lag", new { })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static IEnumerable<string?> Paths(JsonElement answer) =>
        answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("path").GetString());

    private static async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string calculator, object body)
    {
        var world = await World.OnAsync(Harness.Database.Sqlite);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var (status, answer, _) = await browser.ApiAsync(HttpMethod.Post, $"/api/v1/calculations/{calculator}", body);
        return (status, answer);
    }
}
