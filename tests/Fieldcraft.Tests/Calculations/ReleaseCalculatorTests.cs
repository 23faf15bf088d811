using System.Net;
using System.Text.Json;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Calculations;

public sealed class ReleaseCalculatorTests
{
    [Theory, OnEveryDatabase]
    public async Task The_vendors_example_from_outside(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));
        var asked = new
        {
            groups = new object[] { new { path = new[] { "Sales" }, size = 4 }, new { path = new[] { "Technology" }, size = 9 } },
        };

        var (status, body, _) = await browser.ApiAsync(HttpMethod.Post, "/api/v1/calculations/release", asked);

        status.ShouldBe(HttpStatusCode.OK);
        var groups = body.GetProperty("groups").EnumerateArray().ToDictionary(g => g.GetProperty("path").GetString()!);
        groups[""].GetProperty("value").GetInt32().ShouldBe(13);
        groups["Sales"].GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        groups["Sales"].GetProperty("withheld").GetProperty("rule").GetString().ShouldBe("minimum");
        groups["Technology"].GetProperty("withheld").GetProperty("rule").GetString().ShouldBe("remainder");
    }
}
