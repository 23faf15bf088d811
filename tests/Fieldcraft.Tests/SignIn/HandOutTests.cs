using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.SignIn;

public sealed class HandOutTests
{
    [Theory, OnEveryDatabase]
    public async Task A_manager_makes_slips_for_own_reports_only(Database database)
    {
        var world = await World.OnAsync(database);
        var (manager, other) = (await world.LeaderAsync("Noor", 2), await world.LeaderAsync("Jonas", 1));
        var browser = await world.SignedInAsync(manager);

        var page = await browser.GetAsync("/administration/slips");
        var slips = await page.SubmitAsync("main form[method=post]");

        slips.Document.QuerySelectorAll(".slips > li").Length.ShouldBe(2);
        (await browser.GetAsync($"/people/{other.Id.Value}/way-in")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/people/{manager.Id.Value}/way-in")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/people/slips", new { people = new[] { other.Id.Value } })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory, OnEveryDatabase]
    public async Task The_lead_of_a_unit_makes_slips_for_the_unit_and_what_is_below(Database database)
    {
        var world = await World.OnAsync(database);
        var lead = await world.PersonAsync("Noor");
        var facility = await world.UnitAsync("Tilbury", UnitKind.Facility, ledBy: lead);
        var team = await world.UnitAsync("Night dock", UnitKind.Team, facility);
        var inside = await world.PersonAsync("Bilal", unit: team);
        var outside = await world.PersonAsync("Jonas");
        var browser = await world.SignedInAsync(lead);

        (await browser.GetAsync($"/administration/slips?unit={team.Id.Value}")).Main.ShouldContain("Bilal");
        (await browser.GetAsync($"/administration/slips?unit={world.Organisation.Id.Value}")).Main.ShouldNotContain("Jonas");
        (await browser.GetAsync($"/people/{inside.Id.Value}/way-in")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync($"/people/{outside.Id.Value}/way-in")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task A_reset_is_no_way_up_to_an_administrator(Database database)
    {
        var world = await World.OnAsync(database);
        var lead = await world.PersonAsync("Noor");
        var facility = await world.UnitAsync("Tilbury", UnitKind.Facility, ledBy: lead);
        var local = await world.PersonAsync("Robin", unit: facility);
        await world.SaveAsync(
            Grant.Give(Domain.Shared.Id.New<GrantId>(world.Now), local.Id, Role.Administrator, world.Organisation.Id, null, world.Now)
        );
        var below = await world.HolderOfAsync(Role.Administrator, "Kim", over: facility);
        var top = await world.HolderOfAsync(Role.Administrator, "Sam");

        (await (await world.SignedInAsync(lead)).GetAsync($"/people/{local.Id.Value}/way-in")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await world.SignedInAsync(below)).GetAsync($"/people/{local.Id.Value}/way-in")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await world.SignedInAsync(top)).GetAsync($"/people/{local.Id.Value}/way-in")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task An_employee_a_kiosk_and_a_token_without_administration_hand_out_nothing(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var employee = await world.PersonAsync("Bilal", manager);

        (await (await world.SignedInAsync(employee)).GetAsync("/administration/slips")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await world.SignedInAsync(manager, Proof.Kiosk)).GetAsync("/administration/slips")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await world.App.NewBrowser().GetAsync("/administration/slips")).RedirectsTo.ShouldNotBeNull().ShouldStartWith("/sign-in");
        var secret = Web.Security.Secrets.New();
        await world.SaveAsync(
            ApiToken.Make(
                Domain.Shared.Id.New<ApiTokenId>(world.Now),
                manager.Id,
                Web.Security.Secrets.Hash(secret),
                "t",
                TokenScopes.Read | TokenScopes.Write,
                false,
                world.Now.AddDays(1),
                world.Now
            )
        );
        var program = AccountTests.Program(world, "fc_" + Web.Security.Secrets.Text(secret));
        (await program.ApiAsync(HttpMethod.Post, "/api/v1/people/slips", new { people = new[] { employee.Id.Value } })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await world.InDatabaseAsync(db => db.OneTimeCodes.AnyAsync(c => c.PersonId == employee.Id))).ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task The_list_of_people_asks_the_database_as_often_for_many_as_for_one(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Noor", 40));

        var page = await browser.GetAsync("/administration/slips");

        page.Document.QuerySelectorAll("input[name=People]").Length.ShouldBe(40);
        page.Document.QuerySelectorAll("input[name=People][checked]").Length.ShouldBe(40);
    }
}
