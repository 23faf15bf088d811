using System.Net;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.OnTheFloor;

public sealed class RunTests
{
    [Theory, OnEveryDatabase]
    public async Task The_page_holds_every_block_in_order_and_who_is_expected(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);

        var page = await floor.Leader.GetAsync($"{floor.Address}/run");

        page.Document.QuerySelectorAll("[data-block]").Sum(b => int.Parse(b.GetAttribute("data-minutes")!)).ShouldBe(60);
        page.Document.QuerySelectorAll("input[name='Input.Present']").Length.ShouldBe(8);
        page.Document.QuerySelectorAll("input[name='Input.Present'][checked]").ShouldBeEmpty();
        page.Main.ShouldContain(floor.Door);
    }

    [Theory, OnEveryDatabase]
    public async Task The_screen_follows_and_shows_nobody(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var run = await floor.Leader.GetAsync($"{floor.Address}/run");
        var block = run.Document.QuerySelectorAll("[data-block]")[2].GetAttribute("data-block");

        (
            await floor.Leader.ApiAsync(
                HttpMethod.Put,
                $"{floor.Api}/run",
                new
                {
                    block,
                    ends = world.Now.AddMinutes(10),
                    at = world.Now,
                }
            )
        ).Status.ShouldBe(HttpStatusCode.NoContent);

        var screen = await floor.Leader.GetAsync($"{floor.Address}/screen");
        screen.Document.QuerySelectorAll("[data-block]:not([hidden])").Select(b => b.GetAttribute("data-block")).ShouldBe([block]);
        screen.Main.ShouldNotContain("Person01");
        var (_, place, _) = await floor.Leader.ApiAsync(HttpMethod.Get, $"{floor.Api}/run");
        place.GetProperty("block").GetString().ShouldBe(block);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_its_leader_and_the_sites_scheduler_hold_a_session(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var others = new[]
        {
            await world.SignedInAsync(floor.Depot.People[0]),
            await world.SignedInAsync(await world.LeaderAsync("Other")),
        };

        foreach (var other in others)
        {
            foreach (var page in new[] { "run", "screen", "list", "held" })
            {
                (await other.GetAsync($"{floor.Address}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
            }

            foreach (
                var (method, operation, body) in new (HttpMethod, string, object?)[]
                {
                    (HttpMethod.Post, "door", null),
                    (HttpMethod.Get, "run", null),
                    (HttpMethod.Put, "run", new { at = world.Now }),
                    (HttpMethod.Post, "held", new { present = Array.Empty<Guid>(), minutes = 60 }),
                    (HttpMethod.Put, "log", new { present = Array.Empty<Guid>(), minutes = 60 }),
                    (HttpMethod.Post, "not-held", null),
                    (
                        HttpMethod.Post,
                        "attendance",
                        new
                        {
                            marks = new[]
                            {
                                new
                                {
                                    id = Guid.CreateVersion7(),
                                    person = floor.Depot.People[0].Id.Value,
                                    here = true,
                                    at = world.Now,
                                },
                            },
                        }
                    ),
                }
            )
            {
                (await other.ApiAsync(method, $"{floor.Api}/{operation}", body)).Status.ShouldBe(HttpStatusCode.NotFound, operation);
            }
        }

        (await floor.Depot.Desk.GetAsync($"{floor.Address}/run")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnServersOfItsOwn]
    public async Task No_page_asks_the_database_more_than_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var floor = await Floor.OpenAsync(world, people: 40, seats: 15);
        var marks = floor.Depot.People.Select(p => new
        {
            id = Guid.CreateVersion7(),
            person = p.Id.Value,
            here = true,
            at = world.Now,
        });
        await floor.Leader.ApiAsync(HttpMethod.Post, $"{floor.Api}/attendance", new { marks });

        foreach (var address in new[] { "run", "screen", "list", "held" }.Select(p => $"{floor.Address}/{p}").Append($"/here/{floor.Door}"))
        {
            (await Queries.OfAsync(app, floor.Leader, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task On_a_device_that_others_use_nothing_is_kept_for_later(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var shared = await world.SignedInAsync(floor.Depot.Leader, Proof.Password, shared: true);

        (await shared.GetAsync($"{floor.Address}/run")).Document.QuerySelector("[data-run]")!.GetAttribute("data-keeps").ShouldBe("no");
        (await floor.Leader.GetAsync($"{floor.Address}/run"))
            .Document.QuerySelector("[data-run]")!
            .GetAttribute("data-keeps")
            .ShouldBe("yes");
    }
}
