using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Assignments;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Alongside;

/// <summary>Offers, visits and what a guest writes afterwards, over HTTP.</summary>
public sealed class VisitTests
{
    private const string Canary = "canary-reflection-nobody-else-reads";

    [Theory, OnServersOfItsOwn]
    public async Task After_its_last_day_only_its_maker_sees_an_offer_and_a_new_day_brings_it_back(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var (hosts, guests) = (
            await world.SignedInAsync(await world.PersonAsync("Ines")),
            await world.SignedInAsync(await world.PersonAsync("Tomas"))
        );
        var offer = await OfferAsync(hosts, "The handover at ten at night");
        var change = await hosts.GetAsync($"/alongside/{offer}/change");
        (await change.SubmitAsync("main form", ("Offer.UntilOn", $"{world.Today.AddDays(3):yyyy-MM-dd}"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await guests.GetAsync("/alongside")).Main.ShouldContain("The handover at ten");

        app.Clock.Advance(TimeSpan.FromDays(5));

        (await guests.GetAsync("/alongside")).Main.ShouldNotContain("The handover at ten");
        (await guests.GetAsync($"/alongside/{offer}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await hosts.GetAsync("/alongside")).Document.QuerySelector("main .items .state")!.TextContent.ShouldBe("over");
        (await hosts.GetAsync($"/alongside/{offer}")).Main.ShouldContain("only you still see it");
        change = await hosts.GetAsync($"/alongside/{offer}/change");
        await change.SubmitAsync("main form", ("Offer.UntilOn", $"{world.Today.AddDays(30):yyyy-MM-dd}"));
        (await guests.GetAsync("/alongside")).Main.ShouldContain("The handover at ten");
    }

    [Theory, OnEveryDatabase]
    public async Task A_guest_asks_the_host_agrees_and_it_stands_in_both_calendars(Database database)
    {
        var world = await World.OnAsync(database);
        var (host, guest) = (await world.PersonAsync("Ines"), await world.PersonAsync("Tomas"));
        var (hosts, guests) = (await world.SignedInAsync(host), await world.SignedInAsync(guest));
        var offer = await OfferAsync(hosts, "The handover at ten at night");

        var asked = await (await guests.GetAsync($"/alongside/{offer}")).SubmitAsync("main form.fields", ("Wish", "How you begin it"));
        asked.Status.ShouldBe(HttpStatusCode.Redirect, asked.Main);
        var visits = await hosts.GetAsync("/alongside/visits");
        visits.Main.ShouldContain("Tomas Test comes to you");
        var visit = await hosts.GetAsync(visits.Document.QuerySelector("main .items a")!.GetAttribute("href")!);
        visit.Main.ShouldContain("How you begin it");
        var day = world.Today.AddDays(5);
        var agreed = await visit.SubmitAsync(
            "main form.fields",
            ("Agreement.On", $"{day:yyyy-MM-dd}"),
            ("Agreement.At", "21:30"),
            ("Agreement.Minutes", "45")
        );
        agreed.Status.ShouldBe(HttpStatusCode.Redirect, agreed.Main);

        var (first, second) = (host.Id, guest.Id);
        var appointments = await world.InDatabaseAsync(db =>
            db.Appointments.AsNoTracking().Where(a => a.PersonId == first || a.PersonId == second).ToListAsync()
        );
        appointments.Count.ShouldBe(2);
        appointments.ShouldAllBe(a => a.On == day && a.Time == new TimeOnly(21, 30) && a.Takes == TimeSpan.FromMinutes(45));
        appointments.Single(a => a.PersonId == first).AskedById.ShouldBe(second);
        (await NoticesAsync(world, host)).ShouldBe(["alongside.notice.asked"]);
        (await NoticesAsync(world, guest)).ShouldBe(["alongside.notice.agreed"]);
        (await guests.GetAsync("/alongside/visits")).Main.ShouldContain("agreed for");

        var off = await (await guests.GetAsync(agreed.RedirectsTo!)).SubmitAsync("main form[action$='handler=CallOff']");
        off.Status.ShouldBe(HttpStatusCode.Redirect, off.Main);
        (
            await world.InDatabaseAsync(db =>
                db.Appointments.CountAsync(a => (a.PersonId == first || a.PersonId == second) && a.CancelledAt == null)
            )
        ).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task An_offer_that_is_taken_back_vanishes_and_who_waits_is_told(Database database)
    {
        var world = await World.OnAsync(database);
        var (host, guest) = (await world.PersonAsync("Ines"), await world.PersonAsync("Tomas"));
        var (hosts, guests) = (await world.SignedInAsync(host), await world.SignedInAsync(guest));
        var word = $"handover{Guid.NewGuid():n}";
        var offer = await OfferAsync(hosts, word, archetype: "crisis_response");
        var desk = await Desk.WithAssignmentAsync(world, archetype: "crisis_response");
        (await desk.OpenAsync("/zone")).Main.ShouldContain(word);
        (await guests.GetAsync($"/alongside?search={word}")).Document.QuerySelectorAll("main .items a").Length.ShouldBe(1);
        await AskAsync(guests, offer);

        (await hosts.ApiAsync(HttpMethod.Post, $"/api/v1/observations/{offer}/taking-back")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await desk.OpenAsync("/zone")).Main.ShouldNotContain(word);
        (await guests.GetAsync($"/alongside?search={word}")).Document.QuerySelectorAll("main .items a").Length.ShouldBe(0);
        (await guests.GetAsync($"/alongside/{offer}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await guests.ApiAsync(HttpMethod.Get, $"/api/v1/observations/{offer}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await NoticesAsync(world, guest)).ShouldBe(["alongside.notice.declined"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_full_offer_takes_nobody_more_and_nobody_asks_twice_or_themselves(Database database)
    {
        var world = await World.OnAsync(database);
        var hosts = await world.SignedInAsync(await world.PersonAsync("Ines"));
        var guests = await world.SignedInAsync(await world.PersonAsync("Tomas"));
        var others = await world.SignedInAsync(await world.PersonAsync("Bea"));
        var offer = await OfferAsync(hosts, "The Monday round", guests: 1);

        (await RefusalAsync(hosts, offer)).ShouldBe("offer-is-own");
        var visit = await AskAsync(guests, offer);
        (await RefusalAsync(guests, offer)).ShouldBe("offer-asked-already");
        var second = await AskAsync(others, offer);
        (await AgreeAsync(hosts, visit, world.Today)).ShouldBe(HttpStatusCode.NoContent);
        (await AgreeAsync(hosts, second, world.Today)).ShouldBe(HttpStatusCode.Conflict);
        var late = await world.SignedInAsync(await world.PersonAsync("Cem"));
        (await RefusalAsync(late, offer)).ShouldBe("offer-full");
        (await late.GetAsync($"/alongside/{offer}")).Main.ShouldContain("no room left");
        (await AgreeAsync(guests, second, world.Today)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task What_a_guest_writes_afterwards_is_read_by_nobody_else(Database database)
    {
        var world = await World.OnAsync(database);
        var (host, guest) = (await world.PersonAsync("Ines"), await world.PersonAsync("Tomas"));
        var (hosts, guests) = (await world.SignedInAsync(host), await world.SignedInAsync(guest));
        var administrator = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));
        var offer = await OfferAsync(hosts, "The morning call");
        var visit = await AskAsync(guests, offer);
        await AgreeAsync(hosts, visit, world.Today.AddDays(1));
        (await LookBackAsync(guests, visit)).ShouldBe(HttpStatusCode.Conflict, "The day has not come.");
        await AgreeAsync(hosts, visit, world.Today);

        (await LookBackAsync(hosts, visit)).ShouldBe(HttpStatusCode.NotFound);
        (await LookBackAsync(guests, visit)).ShouldBe(HttpStatusCode.NoContent);

        (await guests.GetAsync($"/alongside/visits/{visit}")).Text.ShouldContain(Canary);
        foreach (var browser in new[] { hosts, administrator })
        {
            foreach (var address in new[] { $"/alongside/visits/{visit}", "/alongside/visits", $"/api/v1/observations/visits/{visit}" })
            {
                (await browser.GetAsync(address)).Text.ShouldNotContain(Canary);
            }
        }

        (await administrator.GetAsync($"/alongside/visits/{visit}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var person = guest.Id;
        (await world.InDatabaseAsync(db => db.VisitReflections.CountAsync(r => r.OwnerId == person))).ShouldBe(1);
        (await guests.ApiAsync(HttpMethod.Delete, $"/api/v1/observations/visits/{visit}/reflection")).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await guests.GetAsync($"/alongside/visits/{visit}")).Text.ShouldNotContain(Canary);
    }

    [Theory, OnServersOfItsOwn]
    public async Task No_page_of_the_room_asks_more_than_six_times_with_one_row_or_many(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var hosts = await world.SignedInAsync(await world.PersonAsync("Ines"));
        var guests = await world.SignedInAsync(await world.PersonAsync("Tomas"));
        var offer = await OfferAsync(hosts, "The morning call");
        var visit = await AskAsync(guests, offer);
        await AgreeAsync(hosts, visit, world.Today);
        await LookBackAsync(guests, visit);
        using var queries = Queries.Of(app);
        string[] addresses = ["/alongside", $"/alongside/{offer}", "/alongside/new", "/alongside/visits", $"/alongside/visits/{visit}"];
        var first = await CountAsync();
        for (var i = 0; i < 4; i++)
        {
            await AskAsync(guests, await OfferAsync(hosts, $"Another {i}"));
        }

        (await CountAsync()).ShouldBe(first);
        first.ShouldAllBe(c => c >= 1 && c <= 6);

        async Task<List<int>> CountAsync()
        {
            var counts = new List<int>();
            foreach (var address in addresses)
            {
                await guests.GetAsync(address);
                counts.Add(await queries.InAsync(async () => (await guests.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK, address)));
            }

            return counts;
        }
    }

    private static async Task<Guid> OfferAsync(Browser host, string what, int guests = 2, string? archetype = null)
    {
        var (status, body, _) = await host.ApiAsync(
            HttpMethod.Post,
            "/api/v1/observations",
            new
            {
                kind = "Watch",
                what,
                guests,
                archetype,
                capabilities = new[] { "composure" },
            }
        );
        status.ShouldBe(HttpStatusCode.Created);
        return body.GetProperty("id").GetGuid();
    }

    private static async Task<Guid> AskAsync(Browser guest, Guid offer)
    {
        var (status, body, _) = await guest.ApiAsync(HttpMethod.Post, $"/api/v1/observations/{offer}/visits", new { wish = "To see it" });
        status.ShouldBe(HttpStatusCode.Created);
        return body.GetProperty("id").GetGuid();
    }

    private static async Task<string?> RefusalAsync(Browser guest, Guid offer)
    {
        var (status, body, _) = await guest.ApiAsync(HttpMethod.Post, $"/api/v1/observations/{offer}/visits", new { });
        status.ShouldBe(HttpStatusCode.Conflict);
        return body.GetProperty("code").GetString();
    }

    private static async Task<HttpStatusCode> AgreeAsync(Browser host, Guid visit, DateOnly on) =>
        (await host.ApiAsync(HttpMethod.Post, $"/api/v1/observations/visits/{visit}/agreement", new { on, minutes = 30 })).Status;

    private static async Task<HttpStatusCode> LookBackAsync(Browser guest, Guid visit) =>
        (
            await guest.ApiAsync(
                HttpMethod.Put,
                $"/api/v1/observations/visits/{visit}/reflection",
                new { saw = Canary, willTry = "Ask first" }
            )
        ).Status;

    private static Task<List<string>> NoticesAsync(World world, Person person)
    {
        var id = person.Id;
        return world.InDatabaseAsync(db =>
            db.Notices.AsNoTracking().Where(n => n.PersonId == id).OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync()
        );
    }
}
