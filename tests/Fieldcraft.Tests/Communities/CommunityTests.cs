using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Communities;

public sealed class CommunityTests
{
    [Theory, OnEveryDatabase]
    public async Task Anybody_founds_one_and_is_its_steward(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));

        var made = await (await browser.GetAsync("/communities/new")).SubmitAsync(
            "main form",
            ("Input.Topic", "Handover between shifts"),
            ("Input.Purpose", "What makes a handover hold.")
        );

        made.Status.ShouldBe(HttpStatusCode.Redirect);
        var page = await browser.GetAsync(made.RedirectsTo!);
        page.Main.ShouldContain("steward: Amira Test");
        page.Main.ShouldContain("1 member");
    }

    [Theory, OnEveryDatabase]
    public async Task Joining_and_leaving_is_free_and_the_meetings_follow_into_the_calendar(Database database)
    {
        var (world, id, steward) = await FoundAsync(database);
        (await ArrangeAsync(steward, id, world.Today.AddDays(7))).Status.ShouldBe(HttpStatusCode.Created);
        var person = await world.PersonAsync("Noor");
        var browser = await world.SignedInAsync(person, Proof.Pin);

        (await (await browser.GetAsync($"/communities/{id}")).SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await browser.ApiAsync(HttpMethod.Post, $"/api/v1/communities/{id}/membership")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await browser.GetAsync($"/communities/{id}")).Main.ShouldContain("2 members");
        var appointment = await world.InDatabaseAsync(db => db.Appointments.SingleAsync(a => a.PersonId == person.Id));
        (appointment.On, appointment.CancelledAt).ShouldBe((world.Today.AddDays(7), null));
        (await browser.ApiAsync(HttpMethod.Delete, $"/api/v1/communities/{id}/membership")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await world.InDatabaseAsync(db => db.Appointments.SingleAsync(a => a.PersonId == person.Id))).CancelledAt.ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Members_write_down_what_was_found_out_and_everybody_reads_it(Database database)
    {
        var (world, id, _) = await FoundAsync(database);
        var member = await world.SignedInAsync(await world.PersonAsync("Noor"));
        await member.ApiAsync(HttpMethod.Post, $"/api/v1/communities/{id}/membership");
        var stranger = await world.SignedInAsync(await world.PersonAsync("Eli"));

        (
            await (await member.GetAsync($"/communities/{id}")).SubmitAsync(
                "form[data-draft]",
                ("Input.Text", "Two minutes at the wall are enough.")
            )
        ).Status.ShouldBe(HttpStatusCode.Redirect);

        var page = await stranger.GetAsync($"/communities/{id}");
        page.Main.ShouldContain("Two minutes at the wall are enough.");
        page.Main.ShouldContain("Noor Test");
        page.Document.QuerySelector("form[data-draft]").ShouldBeNull();
        (await stranger.ApiAsync(HttpMethod.Post, $"/api/v1/communities/{id}/memory", new { text = "Mine" })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory, OnEveryDatabase]
    public async Task A_finding_is_corrected_by_its_writer_and_taken_out_by_them_or_the_steward(Database database)
    {
        var (world, id, steward) = await FoundAsync(database);
        var member = await world.SignedInAsync(await world.PersonAsync("Noor"));
        await member.ApiAsync(HttpMethod.Post, $"/api/v1/communities/{id}/membership");
        var (_, made, _) = await member.ApiAsync(HttpMethod.Post, $"/api/v1/communities/{id}/memory", new { text = "First" });
        var finding = $"/api/v1/communities/memory/{made.GetProperty("id").GetGuid()}";
        var stranger = await world.SignedInAsync(await world.PersonAsync("Eli"));

        (await steward.ApiAsync(HttpMethod.Put, finding, new { text = "Other" }, ("If-Match", "\"1\""))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await member.ApiAsync(HttpMethod.Put, finding, new { text = "Second" }, ("If-Match", "\"1\""))).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await member.ApiAsync(HttpMethod.Put, finding, new { text = "Late" }, ("If-Match", "\"1\""))).Status.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
        (await stranger.ApiAsync(HttpMethod.Delete, finding)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await steward.ApiAsync(HttpMethod.Delete, finding)).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory, OnEveryDatabase]
    public async Task A_steward_hands_it_on_and_one_who_leaves_leaves_it_to_the_longest_member(Database database)
    {
        var (world, id, steward) = await FoundAsync(database);
        var (first, second) = (await world.PersonAsync("First"), await world.PersonAsync("Second"));
        var browsers = new List<Browser>();
        foreach (var person in (Person[])[first, second])
        {
            browsers.Add(await world.SignedInAsync(person));
            await browsers[^1].ApiAsync(HttpMethod.Post, $"/api/v1/communities/{id}/membership");
        }

        (await browsers[0].GetAsync($"/communities/{id}/keep")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await steward.ApiAsync(HttpMethod.Put, $"/api/v1/communities/{id}/steward", new { person = second.Id.Value })).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await steward.GetAsync($"/communities/{id}/keep")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browsers[1].GetAsync($"/communities/{id}/keep")).Status.ShouldBe(HttpStatusCode.OK);
        await steward.ApiAsync(HttpMethod.Delete, $"/api/v1/communities/{id}/membership");
        await browsers[1].ApiAsync(HttpMethod.Delete, $"/api/v1/communities/{id}/membership");
        (await browsers[0].GetAsync($"/communities/{id}")).Main.ShouldContain("steward: First Test");
    }

    [Theory, OnEveryDatabase]
    public async Task Closing_it_says_what_stays_calls_meetings_off_and_keeps_the_memory(Database database)
    {
        var (world, id, steward) = await FoundAsync(database);
        await ArrangeAsync(steward, id, world.Today.AddDays(3));
        await steward.ApiAsync(HttpMethod.Post, $"/api/v1/communities/{id}/memory", new { text = "Kept for good" });
        var keep = await steward.GetAsync($"/communities/{id}/keep");

        (await keep.SubmitAsync("form[action$='handler=Close']")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await keep.SubmitAsync("form[action$='handler=Close']", ("Farewell", "It lives on in the shift guide."))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );

        var page = await (await world.SignedInAsync(await world.PersonAsync("Eli"))).GetAsync($"/communities/{id}");
        page.Main.ShouldContain("It lives on in the shift guide.");
        page.Main.ShouldContain("Kept for good");
        (await ArrangeAsync(steward, id, world.Today.AddDays(4))).Body.GetProperty("code").GetString().ShouldBe("community-closed");
        (
            await world.InDatabaseAsync(db =>
                db.CommunityMeetings.SingleAsync(m => m.CommunityId == Domain.Communities.CommunityId.From(id))
            )
        ).CancelledAt.ShouldNotBeNull();
    }

    [Theory, OnServersOfItsOwn]
    public async Task Every_page_asks_at_most_six_times_with_many_members_and_findings(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var (id, steward) = await FoundAsync(world);
        for (var i = 0; i < 12; i++)
        {
            var member = await world.SignedInAsync(await world.PersonAsync($"Member{i}"));
            await member.ApiAsync(HttpMethod.Post, $"/api/v1/communities/{id}/membership");
            await member.ApiAsync(HttpMethod.Post, $"/api/v1/communities/{id}/memory", new { text = $"Found {i}" });
        }

        await ArrangeAsync(steward, id, world.Today.AddDays(3));
        foreach (
            var address in (string[])["/communities", $"/communities/{id}", $"/communities/{id}/keep", $"/communities/{id}/meetings/new"]
        )
        {
            (await Queries.OfAsync(app, steward, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }

    private static async Task<(World World, Guid Id, Browser Steward)> FoundAsync(Database database)
    {
        var world = await World.OnAsync(database);
        var (id, steward) = await FoundAsync(world);
        return (world, id, steward);
    }

    private static async Task<(Guid Id, Browser Steward)> FoundAsync(World world)
    {
        var steward = await world.SignedInAsync(await world.PersonAsync("Steward"));
        var (_, made, _) = await steward.ApiAsync(
            HttpMethod.Post,
            "/api/v1/communities",
            new { topic = "Handover between shifts", purpose = "What makes a handover hold." }
        );
        return (made.GetProperty("id").GetGuid(), steward);
    }

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body, HttpResponseMessage Response)> ArrangeAsync(
        Browser browser,
        Guid id,
        DateOnly on
    ) =>
        browser.ApiAsync(
            HttpMethod.Post,
            $"/api/v1/communities/{id}/meetings",
            new
            {
                title = "Walls that work",
                on,
                at = "14:00:00",
                minutes = 45,
            }
        );
}
