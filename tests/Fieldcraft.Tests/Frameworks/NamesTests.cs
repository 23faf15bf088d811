using System.Net;
using Fieldcraft.Domain.Alongside;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.Partners;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Wall;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Frameworks;

/// <summary>What the organisation calls a capability holds in every room; and what uses the framework is told without looking behind the wall.</summary>
public sealed class NamesTests
{
    [Theory, OnServersOfItsOwn]
    public async Task A_hidden_capability_stays_where_it_was_chosen_and_is_offered_to_nobody_new(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        var (world, now) = (framework.World, framework.World.Now);
        var host = await world.PersonAsync("Amira");
        var offer = LearningOffer.Make(
            Id.New<OfferId>(now),
            host.Id,
            new OfferWording
            {
                What = "The morning call",
                Guests = 2,
                Capabilities = ["networking", "composure"],
            },
            now
        );
        await world.SaveAsync(offer);
        await PublishAsync(framework);
        var browser = await world.SignedInAsync(host);

        var read = await framework.Reader.GetAsync($"/alongside/{offer.Id.Value}");
        read.Main.ShouldContain("Networking and partnering, Calm in the peak");
        var own = await browser.GetAsync($"/alongside/{offer.Id.Value}/change");
        own.Document.QuerySelector("input[value=networking]").ShouldNotBeNull();
        var fresh = await browser.GetAsync("/alongside/new");
        fresh.Document.QuerySelector("input[value=networking]").ShouldBeNull();
        fresh.Main.ShouldContain("Calm in the peak");
        (await browser.GetAsync("/partners/offer")).Document.QuerySelector("input[value=networking]").ShouldBeNull();
        (await browser.GetAsync("/plans/examples")).Status.ShouldBe(HttpStatusCode.OK);
        (await own.SubmitAsync("main form", ("Offer.What", "The evening call"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var (refused, _, _) = await framework.Reader.ApiAsync(
            HttpMethod.Post,
            "/api/v1/observations",
            new { what = "A call", capabilities = new[] { "networking" } }
        );
        refused.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Another_node_believes_the_old_edition_for_a_minute_at_most(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        var second = await TestApp.SecondNodeAsync(framework.World.App);
        var there = second.NewBrowser();
        there.Carry("fieldcraft", framework.Reader.Cookie("fieldcraft"));
        (await there.GetAsync("/framework")).Main.ShouldContain("Composure and stamina");
        await PublishAsync(framework);

        framework.World.App.Clock.Advance(TimeSpan.FromMinutes(1));

        (await there.GetAsync("/framework")).Main.ShouldContain("Calm in the peak");
        (await there.GetAsync("/partners/offer")).Main.ShouldContain("Calm in the peak");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Few_private_things_are_not_counted_exactly_and_what_stands_in_the_open_is(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        var world = framework.World;
        for (var i = 0; i < 5; i++)
        {
            await CheckAsync(world, await world.PersonAsync($"Rated {i}"), FrameworkEditionId.Default);
        }

        await world.SaveAsync(
            PartnerOffer.Make(
                Id.New<PartnerOfferId>(world.Now),
                (await world.PersonAsync("Noor")).Id,
                new OfferFacts([new(OfferArea.Kind, "Mentor"), new(OfferArea.Capability, "composure")], null, 2),
                world.Now
            )
        );
        await PublishAsync(framework);
        var (_, before, _) = await framework.Designer.ApiAsync(HttpMethod.Get, "/api/v1/frameworks/impact");
        await framework.StartAsync();
        await framework.RewriteAsync("composure", ("Input.Name", "Calm"));

        var page = await framework.Designer.GetAsync("/framework/draft/publish");

        var rows = page
            .Document.QuerySelectorAll("table")[0]
            .QuerySelectorAll("tbody tr")
            .Select(r => r.QuerySelectorAll("td").Select(c => c.TextContent).ToList())
            .ToList();
        rows.ShouldBe([
            ["fewer than five", "fewer than five"],
            ["5", "fewer than five"],
        ]);
        page.Document.QuerySelector(".facts dd")!.TextContent.ShouldBe("fewer than five");
        page.Document.QuerySelectorAll("table")[1].QuerySelectorAll("tbody td").Select(c => c.TextContent).ShouldBe(["name", "1", "0"]);
        before.GetProperty("plansNaming").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await Queries.OfAsync(world.App, framework.Designer, "/framework/draft/publish")).Count.ShouldBeLessThanOrEqualTo(6);
    }

    private static async Task PublishAsync(FrameworkWorld framework)
    {
        await framework.StartAsync();
        await framework.RewriteAsync("composure", ("Input.Name", "Calm in the peak"));
        await framework.PressAsync("Hide", "networking");
        (await framework.PublishAsync()).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private static async Task CheckAsync(World world, Person owner, FrameworkEditionId edition)
    {
        await using var scope = world.App.Application.Services.CreateAsyncScope();
        var id = Id.New<LeadershipCheckId>(world.Now);
        var sealer = await scope.ServiceProvider.GetRequiredService<Vault>().SealerAsync(owner.Id, id.Value, default);
        await world.SaveAsync(
            LeadershipCheck.RateSelf(
                id,
                owner.Id,
                edition,
                CheckForm.Fast,
                new CapabilityRatings { Ratings = new Dictionary<string, int?> { ["composure"] = 4 } },
                sealer,
                world.Now
            )
        );
    }
}
