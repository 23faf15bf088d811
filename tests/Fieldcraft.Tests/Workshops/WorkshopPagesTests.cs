using System.Net;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Workshops;

/// <summary>The pages of a workshop, for everybody who meets them.</summary>
public sealed class WorkshopPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task Somebody_with_none_plans_one_and_finds_it_with_its_agenda(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));
        var empty = await browser.GetAsync("/workshops");
        empty.Document.QuerySelector(".empty a[href='/workshops/new']").ShouldNotBeNull();

        var form = await browser.GetAsync("/workshops/new");
        var missing = await form.SubmitAsync("main form", ("Input.Title", ""), ("Input.Place", "Room 1"), ("Input.Seats", "9"));
        missing.Status.ShouldBe(HttpStatusCode.BadRequest);
        missing.Main.ShouldContain("10 to 16 seats");
        var planned = await form.SubmitAsync("main form", ("Input.Title", "A day at Tilbury"), ("Input.Place", "Room 1"));

        planned.RedirectsTo.ShouldStartWith("/workshops/");
        var page = await browser.GetAsync(planned.RedirectsTo!);
        page.Heading.ShouldBe("A day at Tilbury");
        var agenda = await browser.GetAsync(planned.RedirectsTo + "/agenda");
        agenda.Main.ShouldContain("10:15 to 10:30");
        (await browser.GetAsync("/workshops")).Main.ShouldContain("A day at Tilbury");
    }

    [Theory, OnEveryDatabase]
    public async Task The_agenda_is_changed_on_its_page_and_says_what_no_longer_fits(Database database)
    {
        var world = await World.OnAsync(database);
        var gathering = await Gathering.OfAsync(world);
        var agenda = await gathering.Lead.GetAsync(gathering.Address + "/agenda");

        var longer = await agenda.SubmitAsync("#block-6 form[action*='Change']", ("Input.Minutes", "70"));

        longer.RedirectsTo.ShouldBe(gathering.Address + "/agenda");
        var after = await gathering.Lead.GetAsync(gathering.Address + "/agenda");
        after.Main.ShouldContain("This is to begin at 12:15. What comes before it is too long by 20 minutes.");
        (await gathering.Lead.GetAsync(gathering.Address)).Main.ShouldContain("The agenda does not fit into the day.");
        var wrong = await after.SubmitAsync("#block-6 form[action*='Change']", ("Input.Minutes", "121"));
        wrong.Status.ShouldBe(HttpStatusCode.Conflict);
        wrong.Main.ShouldContain("A block takes 5 to 120 minutes.");
        var added = await after.SubmitAsync("form[action*='Add']", ("Input.Key", "pause"), ("Input.After", "1"), ("Input.Minutes", "5"));
        added.RedirectsTo.ShouldNotBeNull();
        (await gathering.Lead.GetAsync(gathering.Address + "/agenda")).Main.ShouldContain("A break");
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_enrols_waits_moves_up_and_leaves(Database database)
    {
        var world = await World.OnAsync(database);
        var gathering = await (await Gathering.OfAsync(world, seats: 10)).WithAsync(10);
        var late = await world.SignedInAsync(await world.PersonAsync("Late"));
        var page = await late.GetAsync(gathering.Address);
        page.Main.ShouldContain("Every seat is taken");

        (await page.SubmitAsync("form[action*='Enrol']")).RedirectsTo.ShouldBe(gathering.Address);
        (await late.GetAsync(gathering.Address)).Main.ShouldContain("You are on the waiting list");
        await (await gathering.Browsers[0].GetAsync(gathering.Address)).SubmitAsync("form[action*='Leave']");

        (await late.GetAsync(gathering.Address)).Main.ShouldContain("You have a seat");
        (await gathering.ReadAsync()).GetProperty("taken").GetInt32().ShouldBe(10);
    }

    [Theory, OnEveryDatabase]
    public async Task A_whole_group_that_answers_at_once_is_seated_and_nobody_twice(Database database)
    {
        var world = await World.OnAsync(database);
        var gathering = await Gathering.OfAsync(world, seats: 10);
        var browsers = new List<Browser>();
        for (var i = 0; i < 14; i++)
        {
            browsers.Add(await world.SignedInAsync(await world.PersonAsync($"Quick{i}")));
        }

        var answers = await Task.WhenAll(browsers.Select(b => b.ApiAsync(HttpMethod.Post, $"{gathering.Api}/seat")));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.NoContent);
        var read = await gathering.ReadAsync();
        (read.GetProperty("taken").GetInt32(), read.GetProperty("waiting").GetInt32()).ShouldBe((10, 4));
    }

    [Theory, OnEveryDatabase]
    public async Task People_are_invited_from_the_directory_and_by_name_and_the_invitations_are_printed(Database database)
    {
        var world = await World.OnAsync(database);
        var gathering = await Gathering.OfAsync(world, door: "ByInvitation");
        var asked = await world.PersonAsync("Zelda");
        var found = await gathering.Lead.GetAsync(gathering.Address + "/people?name=Zelda");

        await gathering.Lead.ApiAsync(HttpMethod.Post, $"{gathering.Api}/invitations", new { person = asked.Id.Value });
        await found.SubmitAsync("form[action*='handler=Name']", ("freeName", "Jo from the docks"));

        var people = await gathering.Lead.GetAsync(gathering.Address + "/people");
        people.Main.ShouldContain("Jo from the docks");
        people.Main.ShouldContain("Zelda Test");
        var print = await gathering.Lead.GetAsync(gathering.Address + "/invitations");
        print.Document.QuerySelectorAll(".slips > li").Length.ShouldBe(2);
        print.Document.QuerySelectorAll(".slips svg.qr").Length.ShouldBe(2);
        var browser = await world.SignedInAsync(asked);
        (await browser.GetAsync("/workshops")).Main.ShouldContain("waits for your answer");
        var declined = await (await browser.GetAsync(gathering.Address)).SubmitAsync("form[action*='Enrol']");
        declined.RedirectsTo.ShouldBe(gathering.Address);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_is_not_meant_finds_nothing(Database database)
    {
        var world = await World.OnAsync(database);
        var hidden = await (await Gathering.OfAsync(world, door: "ByInvitation")).WithAsync(0);
        var open = await Gathering.OfAsync(world, 2);
        var stranger = await world.SignedInAsync(await world.PersonAsync("Stranger"));

        foreach (
            var part in new[]
            {
                "",
                "/agenda",
                "/people",
                "/groups",
                "/pack",
                "/run",
                "/screen",
                "/results",
                "/describe",
                "/briefing/managers",
                "/trio",
                "/coaching",
                "/note",
                "/invitations",
            }
        )
        {
            (await stranger.GetAsync(hidden.Address + part)).Status.ShouldBe(HttpStatusCode.NotFound, part);
        }

        foreach (
            var part in new[]
            {
                "/people",
                "/groups",
                "/pack",
                "/run",
                "/screen",
                "/results",
                "/describe",
                "/trio",
                "/coaching",
                "/note",
                "/invitations",
            }
        )
        {
            (await stranger.GetAsync(open.Address + part)).Status.ShouldBe(HttpStatusCode.NotFound, part);
            if (part is not ("/trio" or "/coaching" or "/note"))
            {
                (await open.Browsers[0].GetAsync(open.Address + part)).Status.ShouldBe(HttpStatusCode.NotFound, part);
            }
        }

        (await stranger.ApiAsync(HttpMethod.Post, $"{open.Api}/groups", new { })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.ApiAsync(HttpMethod.Post, $"{open.Api}/live-session")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.ApiAsync(HttpMethod.Delete, $"{open.Api}/agenda/blocks/1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.ApiAsync(HttpMethod.Post, $"{hidden.Api}/seat")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Groups_are_drawn_and_the_pack_and_the_briefings_name_nobody(Database database)
    {
        var world = await World.OnAsync(database);
        var gathering = await Gathering.OfAsync(world, 10);

        var drawn = await (await gathering.Lead.GetAsync(gathering.Address + "/groups")).SubmitAsync("main form");

        drawn.RedirectsTo.ShouldBe(gathering.Address + "/groups");
        var groups = await gathering.Lead.GetAsync(gathering.Address + "/groups");
        groups.Main.ShouldContain("Trio 3");
        groups.Main.ShouldContain("Participant7 Test");
        foreach (var part in new[] { "/pack", "/briefing/managers", "/briefing/guests" })
        {
            var page = await gathering.Lead.GetAsync(gathering.Address + part);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Main.ShouldNotContain("Participant");
        }

        var pack = await gathering.Lead.GetAsync(gathering.Address + "/pack");
        pack.Main.ShouldContain("Which needs did the guests state, in their own words?");
        pack.Main.ShouldContain("No veto by silence");
        var trio = await gathering.Browsers[0].GetAsync(gathering.Address + "/trio");
        trio.Document.QuerySelectorAll("main .items > li").Length.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_page_asks_the_database_at_most_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var gathering = await Gathering.OfAsync(world, 10);
        await gathering.Lead.ApiAsync(HttpMethod.Post, $"{gathering.Api}/groups", new { });
        await gathering.Lead.ApiAsync(HttpMethod.Post, $"{gathering.Api}/live-session");

        foreach (var part in new[] { "", "/agenda", "/people", "/groups", "/pack", "/coaching", "/results", "/briefing/guests" })
        {
            (await Queries.OfAsync(world.App, gathering.Lead, gathering.Address + part)).Count.ShouldBeLessThanOrEqualTo(6, part);
        }

        foreach (
            var address in new[]
            {
                "/workshops",
                "/initiative",
                gathering.Address,
                gathering.Address + "/trio",
                gathering.Address + "/note",
            }
        )
        {
            (await Queries.OfAsync(world.App, gathering.Browsers[0], address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_half_hour_is_offered_booked_once_and_given_back(Database database)
    {
        var world = await World.OnAsync(database);
        var gathering = await Gathering.OfAsync(world, 2);
        var offered = await (await gathering.Lead.GetAsync(gathering.Address + "/coaching")).SubmitAsync(
            "form[action*='Offer']",
            ("Input.On", world.Today.AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
            ("Input.At", "10:00")
        );
        offered.RedirectsTo.ShouldBe(gathering.Address + "/coaching");

        var booked = await (await gathering.Browsers[0].GetAsync(gathering.Address + "/coaching")).SubmitAsync("form[action*='Book']");

        booked.RedirectsTo.ShouldNotBeNull();
        var other = await gathering.Browsers[1].GetAsync(gathering.Address + "/coaching");
        other.Main.ShouldContain("taken");
        other.Main.ShouldNotContain("Participant1");
        (await gathering.Lead.GetAsync(gathering.Address + "/coaching")).Main.ShouldContain("Participant1 Test comes");
        var slot = (await gathering.Browsers[1].ApiAsync(HttpMethod.Get, $"{gathering.Api}/slots")).Body.GetProperty("items")[0];
        var id = slot.GetProperty("id").GetGuid();
        (await gathering.Browsers[1].ApiAsync(HttpMethod.Post, $"{gathering.Api}/slots/{id}/booking")).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
        (await gathering.Browsers[0].ApiAsync(HttpMethod.Delete, $"{gathering.Api}/slots/{id}/booking")).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await gathering.Lead.ApiAsync(HttpMethod.Delete, $"{gathering.Api}/slots/{id}")).Status.ShouldBe(HttpStatusCode.NoContent);
    }
}
