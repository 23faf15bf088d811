using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.People;

public sealed class PeoplePagesTests
{
    [Theory, OnEveryDatabase]
    public async Task A_colleague_is_found_by_the_beginning_of_either_name_without_accents(Database database)
    {
        var world = await World.OnAsync(database);
        var mark = Mark(world);
        await world.PersonAsync("Tomás", facts: f => f with { LastName = $"Đặng{mark}", JobTitle = "Counter lead" });
        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));

        (await browser.GetAsync($"/people?search=DANG{mark}")).Main.ShouldContain("Counter lead");
        (await browser.GetAsync($"/people?search=tomas%20dang{mark}")).Main.ShouldContain("Counter lead");
        (await browser.GetAsync("/people?search=nobody-of-this-name")).Main.ShouldContain("Nobody is found");
    }

    [Theory, OnEveryDatabase]
    public async Task Number_address_and_status_are_for_the_line_up_the_units_leads_and_administrators(Database database)
    {
        var world = await World.OnAsync(database);
        var mark = Mark(world);
        var top = await world.PersonAsync("Top");
        var middle = await world.PersonAsync("Middle", top);
        var lead = await world.PersonAsync("Lead");
        var facility = await world.UnitAsync($"Facility {mark}", UnitKind.Facility, ledBy: lead);
        var team = await world.UnitAsync("Team 1", UnitKind.Team, facility);
        var person = await world.PersonAsync(
            "Bilal",
            middle,
            team,
            f => f with { EmployeeId = $"N{mark}", Email = $"{mark}@meridian-post.example" }
        );
        var address = $"/people/{person.Id.Value}";

        foreach (var allowed in (Person[])[person, middle, top, lead, await world.HolderOfAsync(Role.Administrator)])
        {
            var browser = await world.SignedInAsync(allowed);
            (await browser.GetAsync(address)).Main.ShouldContain($"N{mark}", customMessage: allowed.FirstName);
            (await browser.GetAsync($"/people?search=N{mark}")).Main.ShouldContain("Bilal", customMessage: allowed.FirstName);
        }

        var others = new List<Person> { await world.PersonAsync("Peer", middle), await world.LeaderAsync("Elsewhere") };
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Administrator))
        {
            others.Add(await world.HolderOfAsync(role));
        }

        foreach (var refused in others)
        {
            var browser = await world.SignedInAsync(refused);
            var page = await browser.GetAsync(address);
            page.Heading.ShouldContain("Bilal");
            page.Text.ShouldNotContain($"N{mark}", customMessage: refused.FirstName);
            page.Text.ShouldNotContain($"{mark}@meridian-post.example");
            (await browser.GetAsync($"/people?search=N{mark}")).Main.ShouldNotContain("Bilal");
            var (_, json, _) = await browser.ApiAsync(HttpMethod.Get, $"/api/v1{address}");
            json.GetProperty("details").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_who_left_is_no_longer_found_by_colleagues_and_loses_access_at_once(Database database)
    {
        var world = await World.OnAsync(database);
        var leaver = await world.PersonAsync("Leaver");
        var session = await world.SignedInAsync(leaver);
        var colleague = await world.SignedInAsync(await world.PersonAsync("Colleague"));
        var administrator = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));
        (await session.GetAsync("/people")).Status.ShouldBe(HttpStatusCode.OK);

        (await (await administrator.GetAsync($"/people/{leaver.Id.Value}/end")).SubmitAsync("main form")).Status.ShouldBe(
            HttpStatusCode.Redirect
        );

        (await session.GetAsync("/people")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await colleague.GetAsync($"/people/{leaver.Id.Value}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await administrator.GetAsync($"/people/{leaver.Id.Value}")).Main.ShouldContain("left");
    }

    [Theory, OnEveryDatabase]
    public async Task An_administrator_adds_corrects_and_moves_a_person_by_the_rules_of_a_file(Database database)
    {
        var world = await World.OnAsync(database);
        var mark = Mark(world);
        var team = await world.UnitAsync($"Team {mark}", UnitKind.Team);
        var administrator = await world.HolderOfAsync(Role.Administrator);
        var browser = await world.SignedInAsync(administrator);
        var form = await browser.GetAsync("/people/new");
        var unit = $"Meridian Post / Team {mark}";

        var wrong = await form.SubmitAsync(
            "main form",
            ("Form.FirstName", "Noor"),
            ("Form.EmployeeId", $"N{mark}"),
            ("Form.Email", "not-an-address"),
            ("Form.Unit", unit)
        );
        var added = await wrong.SubmitAsync(
            "main form",
            ("Form.Email", $"{mark}@x.example"),
            ("Form.SupervisorId", administrator.EmployeeId!)
        );
        var again = await form.SubmitAsync("main form", ("Form.FirstName", "Noor"), ("Form.EmployeeId", $"N{mark}"), ("Form.Unit", unit));
        var page = await browser.GetAsync(added.RedirectsTo!);
        var correct = await browser.GetAsync($"{added.RedirectsTo}/correct");
        var corrected = await correct.SubmitAsync("main form", ("Form.JobTitle", "Dock coordinator"), ("Form.Unit", "Meridian Post"));

        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Main.ShouldContain("is not an e-mail address");
        added.Status.ShouldBe(HttpStatusCode.Redirect);
        again.Main.ShouldContain("Somebody else has this number");
        page.Main.ShouldContain($"Team {mark}");
        corrected.Status.ShouldBe(HttpStatusCode.Redirect);
        var now = await world.InDatabaseAsync(db =>
            db.People.AsNoTracking().Include(p => p.Placements).SingleAsync(p => p.EmployeeId == $"N{mark}")
        );
        (now.JobTitle, now.UnitId, now.ManagerId).ShouldBe(
            ("Dock coordinator", (UnitId?)world.Organisation.Id, (PersonId?)administrator.Id)
        );
        now.Placements.Count.ShouldBe(2);
        (await browser.GetAsync($"/people/{now.Id.Value}")).Main.ShouldContain($"placed in Team {mark}, until");
        (await correct.SubmitAsync("main form", ("Form.JobTitle", "Late"))).Status.ShouldBe(HttpStatusCode.Conflict);
        team.Name.ShouldEndWith(mark);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_but_an_administrator_of_the_unit_changes_people_or_units(Database database)
    {
        var world = await World.OnAsync(database);
        var unit = await world.UnitAsync($"Unit {Mark(world)}", UnitKind.Facility);
        var elsewhere = await world.UnitAsync($"Elsewhere {Mark(world)}", UnitKind.Facility);
        var person = await world.PersonAsync("Bilal", unit: unit);
        string[] addresses =
        [
            $"/people/{person.Id.Value}/correct",
            $"/people/{person.Id.Value}/end",
            $"/units/{unit.Id.Value}/correct",
            $"/units/{unit.Id.Value}/open",
        ];
        List<Person> refused = [person, await world.LeaderAsync("Leader"), await world.HolderOfAsync(Role.Administrator, over: elsewhere)];
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Administrator))
        {
            refused.Add(await world.HolderOfAsync(role));
        }

        foreach (var somebody in refused)
        {
            var browser = await world.SignedInAsync(somebody);
            foreach (var address in addresses)
            {
                (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, $"{somebody.FirstName} {address}");
            }

            (
                await browser.ApiAsync(HttpMethod.Patch, $"/api/v1/people/{person.Id.Value}", new { jobTitle = "x" }, ("If-Match", "\"3\""))
            ).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Post, $"/api/v1/people/{person.Id.Value}/end", null, ("If-Match", "\"3\""))).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }

        var own = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator, over: unit));
        foreach (var address in addresses)
        {
            (await own.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, address);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_list_goes_on_after_its_last_person_and_ends(Database database)
    {
        var world = await World.OnAsync(database);
        var unit = await world.UnitAsync($"Big {Mark(world)}", UnitKind.Team);
        for (var i = 0; i < 5; i++)
        {
            await world.PersonAsync($"Same {i % 2}", unit: unit);
        }

        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));
        var seen = new List<string>();
        for (string? next = ""; next is not null; )
        {
            var (_, json, _) = await browser.ApiAsync(
                HttpMethod.Get,
                $"/api/v1/people?unit={unit.Id.Value}&limit=2{(next.Length > 0 ? $"&after={next}" : "")}"
            );
            seen.AddRange(json.GetProperty("items").EnumerateArray().Select(p => p.GetProperty("id").GetString()!));
            next = json.GetProperty("next").GetString();
        }

        seen.Distinct().Count().ShouldBe(5);
        seen.Count.ShouldBe(5);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_page_sends_as_many_statements_with_one_person_as_with_many(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var small = await world.UnitAsync($"Small {Mark(world)}", UnitKind.Team);
        var big = await world.UnitAsync($"Big {Mark(world)}", UnitKind.Team);
        var manager = await world.PersonAsync("Manager", unit: small);
        await world.App.InDatabaseAsync(async db =>
        {
            for (var i = 0; i < 500; i++)
            {
                var person = Person.Join(Domain.Shared.Id.New<PersonId>(world.Now), new DirectoryFacts { FirstName = $"P{i}" }, world.Now);
                person.PlaceIn(big.Id, world.Today, world.Now);
                person.ReportTo(manager.Id, world.Today, world.Now);
                db.Add(person);
            }

            await db.SaveChangesAsync();
        });
        var browser = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));
        world.App.Application.GetTestServer().PreserveExecutionContext = true;

        (await Queries.OfAsync(world.App, browser, $"/units/{big.Id.Value}")).Count.ShouldBe(
            (await Queries.OfAsync(world.App, browser, $"/units/{small.Id.Value}")).Count
        );
        foreach (
            var address in (string[])
                ["/people", "/people?search=p", $"/people/{manager.Id.Value}", $"/units/{big.Id.Value}", "/units", "/administration/grants"]
        )
        {
            (await Queries.OfAsync(world.App, browser, address)).Count.ShouldBeInRange(1, 6, address);
        }
    }

    private static string Mark(World world) => world.Organisation.Id.Value.ToString("n")[20..];
}
