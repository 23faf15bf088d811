using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.People;

public sealed class GrantsTests
{
    [Theory, OnEveryDatabase]
    public async Task A_role_is_given_works_at_once_and_is_taken_back(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));
        var person = await world.PersonAsync("Deputy");
        var deputy = await world.SignedInAsync(person);
        var page = await browser.GetAsync("/administration/grants");

        var given = await page.SubmitAsync(
            "main section form",
            ("Input.Person", person.EmployeeId!),
            ("Input.Role", "Administrator"),
            ("Input.Unit", world.Organisation.Id.Value.ToString("D"))
        );

        given.Status.ShouldBe(HttpStatusCode.Redirect);
        (await deputy.GetAsync("/administration")).Status.ShouldBe(HttpStatusCode.OK);
        page = await browser.GetAsync("/administration/grants");
        var row = page.Document.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("Deputy", StringComparison.Ordinal));
        var grant = row.QuerySelector("input[name=grant]")!.GetAttribute("value")!;
        (await page.SubmitAsync("tbody form", ("grant", grant))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await deputy.GetAsync("/administration")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task The_last_administrator_of_an_organisation_stays(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));

        var answer = await (await browser.GetAsync("/administration/grants")).SubmitAsync("tbody form");

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("last administrator");
        (await browser.GetAsync("/administration")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task An_administrator_of_one_unit_gives_and_sees_roles_there_only(Database database)
    {
        var world = await World.OnAsync(database);
        var north = await world.UnitAsync("North", UnitKind.State);
        var south = await world.UnitAsync("South", UnitKind.State);
        await world.HolderOfAsync(Role.Sponsor, "Southerner", south);
        var browser = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator, over: north));
        var person = await world.PersonAsync("Somebody");

        (await browser.GetAsync("/administration/grants")).Text.ShouldNotContain("Southerner");
        var there = await browser.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/units/{south.Id.Value}/grants",
            new { person = person.EmployeeId, role = "sponsor" }
        );
        var here = await browser.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/units/{north.Id.Value}/grants",
            new { person = person.EmployeeId, role = "sponsor" }
        );
        var unknown = await browser.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/units/{north.Id.Value}/grants",
            new { person = "nobody", role = "sponsor" }
        );

        there.Status.ShouldBe(HttpStatusCode.NotFound);
        here.Status.ShouldBe(HttpStatusCode.Created);
        unknown.Status.ShouldBe(HttpStatusCode.BadRequest);
        var listed = (await browser.ApiAsync(HttpMethod.Get, "/api/v1/units/grants")).Body.GetProperty("items");
        listed.EnumerateArray().Select(g => g.GetProperty("unit").GetString()).Distinct().ShouldBe(["North"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_unit_is_opened_renamed_and_refused_a_name_that_is_taken(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));
        var under = world.Organisation.Id.Value;

        var opened = await browser.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/units/{under}/units",
            new { name = "Works council", kind = "department" }
        );
        var taken = await browser.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/units/{under}/units",
            new { name = "works COUNCIL", kind = "department" }
        );
        var address = opened.Response.Headers.Location!.OriginalString;
        var renamed = await browser.ApiAsync(HttpMethod.Put, address, new { name = "Council", kind = "department" }, ("If-Match", "\"1\""));
        var stale = await browser.ApiAsync(HttpMethod.Put, address, new { name = "Late", kind = "department" }, ("If-Match", "\"1\""));
        var slash = await browser.ApiAsync(HttpMethod.Post, $"/api/v1/units/{under}/units", new { name = "a / b", kind = "team" });

        opened.Status.ShouldBe(HttpStatusCode.Created);
        (taken.Status, taken.Body.GetProperty("code").GetString()).ShouldBe((HttpStatusCode.Conflict, "unit-name-taken"));
        renamed.Status.ShouldBe(HttpStatusCode.OK);
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        stale.Body.GetProperty("theirs").GetProperty("name").GetString().ShouldBe("Council");
        slash.Body.GetProperty("code").GetString().ShouldBe("unit-name-with-slash");
        var page = await browser.GetAsync($"/units/{address.Split('/')[^1]}");
        page.Heading.ShouldBe("Council");
    }
}
