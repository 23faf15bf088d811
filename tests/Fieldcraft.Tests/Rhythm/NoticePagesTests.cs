using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Rhythm;

public sealed class NoticePagesTests
{
    [Theory, OnEveryDatabase]
    public async Task What_a_person_is_told_stands_on_their_home_and_goes_when_it_is_opened(Database database)
    {
        var world = await World.OnAsync(database);
        var (person, friend) = (await world.PersonAsync("Amira"), await world.PersonAsync("Dalia"));
        await world.ToldAsync(person, "/shared-with-me", friend);
        var browser = await world.SignedInAsync(person);

        var home = await browser.GetAsync("/");
        home.Main.ShouldContain("Dalia Test has shared a copy with you.");
        var opened = await home.SubmitAsync(".notices li form");

        opened.RedirectsTo.ShouldBe("/shared-with-me");
        (await browser.GetAsync("/")).Main.ShouldNotContain("Dalia Test has shared");
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_told_twice_is_one_line_and_one_click_puts_both_away(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.PersonAsync("Amira");
        await world.ToldAsync(person, "/shared-with-me", await world.PersonAsync("Dalia"));
        await world.ToldAsync(person, "/shared-with-me", await world.PersonAsync("Farid"));
        await world.ToldAsync(person, "/journal", await world.PersonAsync("Dalia"));
        var browser = await world.SignedInAsync(person);

        var page = await browser.GetAsync("/notices");
        page.Document.QuerySelectorAll(".notices li").Length.ShouldBe(2);
        page.Main.ShouldContain("One other person says the same.");
        (await page.SubmitAsync(".notices li:last-child form.about")).RedirectsTo.ShouldBe("/notices");

        (await browser.GetAsync("/notices"))
            .Document.QuerySelectorAll(".notices li")
            .ShouldHaveSingleItem()
            .TextContent.ShouldContain("Dalia");
        (await world.InDatabaseAsync(db => db.Notices.CountAsync(n => n.PersonId == person.Id && n.SeenAt == null))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Everything_can_be_put_away_at_once_and_then_the_page_says_so(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.PersonAsync("Amira");
        await world.ToldAsync(person, "/journal");
        await world.ToldAsync(person, "/plans");
        var browser = await world.SignedInAsync(person);

        await (await browser.GetAsync("/notices")).SubmitAsync("main > form");

        (await browser.GetAsync("/notices")).Main.ShouldContain("Nothing waits for you here.");
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_sees_or_puts_away_what_another_person_is_told(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.PersonAsync("Amira");
        var notice = await world.ToldAsync(person, "/journal");
        var other = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));

        (await other.GetAsync("/notices")).Main.ShouldContain("Nothing waits for you here.");
        (await other.ApiAsync(HttpMethod.Post, $"/api/v1/notices/{notice.Value}/seen")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.InDatabaseAsync(db => db.Notices.AnyAsync(n => n.Id == notice && n.SeenAt == null))).ShouldBeTrue();
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_reads_notices_and_puts_them_away(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.PersonAsync("Amira");
        var notice = await world.ToldAsync(person, "/journal", await world.PersonAsync("Dalia"));
        var browser = await world.SignedInAsync(person);

        var (_, list, _) = await browser.ApiAsync(HttpMethod.Get, "/api/v1/notices");
        list.GetProperty("items")[0].GetProperty("text").GetString().ShouldBe("Dalia Test has shared a copy with you.");
        (await browser.ApiAsync(HttpMethod.Post, $"/api/v1/notices/{notice.Value}/seen")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await browser.ApiAsync(HttpMethod.Get, "/api/v1/notices")).Body.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task What_comes_up_in_the_next_seven_days_stands_on_home_and_what_was_called_off_does_not(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.PersonAsync("Amira");
        await world.AppointedAsync(person, world.Today.AddDays(2), "/journal/two");
        await world.AppointedAsync(person, world.Today.AddDays(8), "/journal/eight");
        var off = await world.AppointedAsync(person, world.Today.AddDays(3), "/journal/off");
        await world.App.InDatabaseAsync(async db =>
        {
            (await db.Appointments.FirstAsync(a => a.Id == off.Id)).Cancel(world.Now);
            await db.SaveChangesAsync();
        });

        var home = await (await world.SignedInAsync(person)).GetAsync("/");

        home.Document.QuerySelectorAll(".log a").Select(a => a.GetAttribute("href")).ShouldBe(["/journal/two"]);
        home.Main.ShouldContain("14:30");
    }
}
