using System.Net;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.OnTheFloor;

public sealed class PinTests
{
    [Theory]
    [InlineData("123", "pin-digits")]
    [InlineData("123456789", "pin-digits")]
    [InlineData("12a4", "pin-digits")]
    [InlineData("1234", "pin-guessable")]
    [InlineData("9876", "pin-guessable")]
    [InlineData("7777", "pin-guessable")]
    [InlineData("0021", "pin-guessable")]
    [InlineData("4071", null)]
    [InlineData("13570246", null)]
    public void A_pin_is_digits_that_nobody_tries_first(string digits, string? objection) =>
        PersonPin.Objection(digits, "E-700218-0021").ShouldBe(objection);

    [Theory, OnEveryDatabase]
    public async Task A_first_pin_needs_a_printed_code_and_uses_it_up(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var person = floor.Depot.People[0];
        var (_, body, _) = await floor.Leader.ApiAsync(HttpMethod.Post, "/api/v1/people/slips", new { people = new[] { person.Id.Value } });
        var code = body.GetProperty("slips")[0].GetProperty("code").GetString()!;
        var phone = world.App.NewBrowser();
        var page = await phone.GetAsync($"/pin?return=/here/{floor.Door}");

        (await page.SubmitAsync("main form", ("Number", person.EmployeeId!), ("Code", "AAAAA-AAAAA"), ("Pin", "4071"))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        var set = await page.SubmitAsync("main form", ("Number", person.EmployeeId!), ("Code", code), ("Pin", "4071"));

        (set.Status, set.RedirectsTo).ShouldBe((HttpStatusCode.Redirect, $"/here/{floor.Door}"));
        (await page.SubmitAsync("main form", ("Number", person.EmployeeId!), ("Code", code), ("Pin", "4072"))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Theory, OnEveryDatabase]
    public async Task A_leader_resets_a_pin_without_ever_seeing_one(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var person = floor.Depot.People[0];
        await floor.PinAsync(person, "4071");
        await floor.PinAsync(person, "5082");
        var phone = world.App.NewBrowser();

        (await SignInAsync(phone, person.EmployeeId!, "4071")).ShouldBe(HttpStatusCode.Unauthorized);
        (await SignInAsync(phone, person.EmployeeId!, "5082")).ShouldBe(HttpStatusCode.OK);
        var id = person.Id;
        var hash = await world.InDatabaseAsync(db => db.PersonPins.Where(p => p.PersonId == id).Select(p => p.Hash).SingleAsync());
        hash.Length.ShouldBe(PersonPin.HashLength);
        var kinds = await world.InDatabaseAsync(db => db.SignInNotices.Where(n => n.PersonId == id).Select(n => n.Kind).ToListAsync());
        kinds.ShouldContain(SignInNoticeKind.PinSet);
    }

    [Theory, OnEveryDatabase]
    public async Task A_pin_opens_the_own_slot_and_nothing_private(Database database)
    {
        var world = await World.OnAsync(database);
        var floor = await Floor.OpenAsync(world);
        var person = floor.Depot.People[0];
        await floor.PinAsync(person, "4071");
        var phone = world.App.NewBrowser();
        await SignInAsync(phone, person.EmployeeId!, "4071");

        (await phone.GetAsync("/my-slot")).Main.ShouldContain("The first minute");
        (await phone.GetAsync("/journal")).Status.ShouldNotBe(HttpStatusCode.OK);
        var (status, _, _) = await phone.ApiAsync(HttpMethod.Get, "/api/v1/journal");
        status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task<HttpStatusCode> SignInAsync(Browser phone, string username, string password) =>
        (await phone.ApiAsync(HttpMethod.Post, "/api/v1/sign-in", new { username, password })).Status;
}
