using System.Net;
using System.Text.Json;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.TeachingSessions;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Embedding;

/// <summary>A depot in whose second week of a module things go on, and a second one of the same network.</summary>
internal sealed record Floor(Depot Depot, Unit Other, Person Stranger, Browser Employee, Browser Leader, Browser Desk)
{
    public World World => Depot.World;

    public string Address => $"/at-your-site/{Depot.Site.Id.Value}";

    public string Kit => $"/api/v1/rollouts/sites/{Depot.Site.Id.Value}/kit";

    public static async Task<Floor> OpenAsync(World world)
    {
        var depot = await Depot.OpenAsync(world);
        var other = await world.UnitAsync("Dover depot", UnitKind.Facility);
        var stranger = await world.PersonAsync("Stranger", unit: other);
        return new Floor(
            depot,
            other,
            stranger,
            await world.SignedInAsync(depot.People[0]),
            await world.SignedInAsync(depot.Leader),
            depot.Desk
        );
    }

    /// <summary>Somebody of the site is asked to look after a piece, and agrees.</summary>
    public async Task<Browser> KeepAsync(string piece, Person? keeper = null)
    {
        var person = keeper ?? Depot.People[1];
        (await Desk.ApiAsync(HttpMethod.Post, $"{Kit}/pieces/{piece}/keeper", new { person = person.Id.Value })).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        var browser = await World.SignedInAsync(person);
        (await browser.ApiAsync(HttpMethod.Post, $"{Kit}/pieces/{piece}/agreement")).Status.ShouldBe(HttpStatusCode.NoContent);
        return browser;
    }

    public async Task<Guid> PostAsync(Browser browser, string text, string reach = "site")
    {
        var (status, body, _) = await browser.ApiAsync(HttpMethod.Post, "/api/v1/tips", new { text, reach });
        status.ShouldBe(HttpStatusCode.Created);
        return body.GetProperty("id").GetGuid();
    }

    public Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Response)> AgreeActionAsync(Browser leader, string what) =>
        leader.ApiAsync(
            HttpMethod.Post,
            "/api/v1/team-actions",
            new
            {
                module = Depot.Module.Value,
                what,
                who = "we",
            }
        );
}
