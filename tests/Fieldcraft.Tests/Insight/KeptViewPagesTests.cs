using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Insight;

public sealed class KeptViewPagesTests
{
    private const string Views = "/api/v1/insight/views";

    [Theory, OnEveryDatabase]
    public async Task What_is_chosen_is_kept_under_a_name_opened_renamed_and_removed(Database database)
    {
        var (world, depots) = await CountedAsync(database);
        var sponsor = await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor));
        var address = $"/insight/challenge?unit={depots.North.Id.Value}&by=Work";

        var page = await sponsor.GetAsync(address);
        page.Main.ShouldContain("Fieldcraft knows no mail address of yours");
        page.Document.QuerySelector("[name='Keep.Mailing']").ShouldBeNull();
        (await page.SubmitAsync("main form[method=post]", ("Keep.Name", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync("main form[method=post]", ("Keep.Name", "Northern leaders"))).RedirectsTo.ShouldBe(address);
        var twice = await page.SubmitAsync("main form[method=post]", ("Keep.Name", "northern leaders"));
        twice.Status.ShouldBe(HttpStatusCode.Conflict);
        twice.Main.ShouldContain("another view under this name");

        var overview = await sponsor.GetAsync("/insight");
        overview.Document.QuerySelectorAll("main section .items a")[0].GetAttribute("href").ShouldBe(address);
        var change = overview.Document.QuerySelectorAll("main .items .state a")[0].GetAttribute("href")!;
        (await (await sponsor.GetAsync(change)).SubmitAsync("form[data-change]", ("Keep.Name", "Leaders up north"))).RedirectsTo.ShouldBe(
            "/insight"
        );
        (await sponsor.GetAsync("/insight")).Main.ShouldContain("Leaders up north");

        (await (await sponsor.GetAsync(change)).SubmitAsync("form[data-remove]")).RedirectsTo.ShouldBe("/insight");
        (await sponsor.GetAsync(change)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sponsor.GetAsync("/insight")).Main.ShouldNotContain("Leaders up north");
    }

    [Theory, OnEveryDatabase]
    public async Task All_measures_are_kept_as_well_and_a_quarter_only_where_it_is_chosen(Database database)
    {
        var (world, _) = await CountedAsync(database);
        var quarter = Quarter.Of(world.Today).Before.Name;
        var reader = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));

        (await (await reader.GetAsync("/insight")).SubmitAsync("main form[method=post]", ("Keep.Name", "Everything"))).RedirectsTo.ShouldBe(
            "/insight"
        );
        var fixedOne = await reader.GetAsync($"/insight?quarter={quarter}");
        fixedOne.Main.ShouldContain("shows one quarter");
        await fixedOne.SubmitAsync("main form[method=post]", ("Keep.Name", "That quarter"));

        var kept = (await reader.ApiAsync(HttpMethod.Get, Views)).Body.GetProperty("items");
        kept[0].GetProperty("name").GetString().ShouldBe("Everything");
        kept[0].GetProperty("quarter").GetString().ShouldBeNull();
        kept[1].GetProperty("quarter").GetString().ShouldBe(quarter);
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_keeps_changes_and_removes_a_view_and_another_person_meets_none_of_it(Database database)
    {
        var (world, depots) = await CountedAsync(database);
        var owner = await world.SignedInAsync(await WithMailAsync(world, Role.Sponsor));
        var other = await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor));

        var (status, made, _) = await owner.ApiAsync(
            HttpMethod.Post,
            Views,
            new
            {
                name = "South",
                measure = "challenge",
                unit = depots.South.Id.Value,
                by = "tenure",
                mailing = "newQuarter",
            }
        );
        status.ShouldBe(HttpStatusCode.Created);
        var one = $"{Views}/{made.GetProperty("id").GetGuid()}";
        var read = await owner.ApiAsync(HttpMethod.Get, one);
        read.Body.GetProperty("by").GetString().ShouldBe("tenure");
        read.Body.GetProperty("mailing").GetString().ShouldBe("newQuarter");
        var tag = read.Response.Headers.ETag!.Tag;

        (await other.ApiAsync(HttpMethod.Get, one)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.ApiAsync(HttpMethod.Delete, one, null, ("If-Match", tag))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.ApiAsync(HttpMethod.Put, one, new { name = "Mine", mailing = "never" }, ("If-Match", tag))).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await other.ApiAsync(HttpMethod.Get, Views)).Body.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await other.GetAsync($"/insight/views/{made.GetProperty("id").GetGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync("/insight")).Main.ShouldNotContain("What you keep");

        var changed = await owner.ApiAsync(HttpMethod.Put, one, new { name = "South, again", mailing = "everyMonth" }, ("If-Match", tag));
        changed.Status.ShouldBe(HttpStatusCode.OK);
        (await owner.ApiAsync(HttpMethod.Delete, one, null, ("If-Match", tag))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        var now = (await owner.ApiAsync(HttpMethod.Get, one)).Response.Headers.ETag!.Tag;
        (await owner.ApiAsync(HttpMethod.Delete, one, null, ("If-Match", now))).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_not_there_is_not_kept(Database database)
    {
        var (world, _) = await CountedAsync(database);
        var reader = await world.SignedInAsync(await world.HolderOfAsync(Role.SeniorLeader));
        async Task<string?> RefusedAsync(object body)
        {
            var answer = await reader.ApiAsync(HttpMethod.Post, Views, body);
            answer.Status.ShouldBe(HttpStatusCode.Conflict);
            return answer.Body.GetProperty("code").GetString();
        }

        (await RefusedAsync(new { name = "A", measure = "salary" })).ShouldBe("kept-view-not-counted");
        (await RefusedAsync(new { name = "A", unit = Guid.CreateVersion7() })).ShouldBe("kept-view-not-counted");
        (await RefusedAsync(new { name = "A", tenure = "forever" })).ShouldBe("kept-view-not-counted");
        (await RefusedAsync(new { name = "A", quarter = "1999-Q1" })).ShouldBe("kept-view-not-counted");
        (await RefusedAsync(new { name = "A", mailing = "newQuarter" })).ShouldBe("kept-view-without-address");
        (await reader.ApiAsync(HttpMethod.Post, Views, new { name = "A", quarter = "soon" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await reader.ApiAsync(HttpMethod.Post, Views, new { name = " " })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_may_not_read_Insight_keeps_nothing_of_it(Database database)
    {
        var (world, _) = await CountedAsync(database);
        var leader = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        (await leader.ApiAsync(HttpMethod.Post, Views, new { name = "A" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await leader.PostAsync("/insight", [new("Keep.Name", "A")])).Status.ShouldNotBe(HttpStatusCode.Redirect);
        (await leader.ApiAsync(HttpMethod.Get, Views)).Body.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_pages_ask_at_most_six_times_however_much_is_kept(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var depots = await Depots.InAsync(world);
        await depots.CountAsync(world, Quarter.Of(world.Today).Before);
        var reader = await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor));
        for (var n = 1; n <= 12; n++)
        {
            (await reader.ApiAsync(HttpMethod.Post, Views, new { name = $"View {n}" })).Status.ShouldBe(HttpStatusCode.Created);
        }

        (await Queries.OfAsync(app, reader, "/insight")).Count.ShouldBeLessThanOrEqualTo(6);
        (await Queries.OfAsync(app, reader, "/insight/challenge")).Count.ShouldBeLessThanOrEqualTo(6);
    }

    private static async Task<(World World, Depots Depots)> CountedAsync(Database database)
    {
        var world = await World.OnAsync(database);
        var depots = await Depots.InAsync(world);
        await depots.CountAsync(world, Quarter.Of(world.Today).Before);
        return (world, depots);
    }

    private static async Task<Person> WithMailAsync(World world, Role role)
    {
        var person = await world.HolderOfAsync(role);
        await world.App.InDatabaseAsync(async db =>
        {
            var found = await db.People.FindAsync(person.Id);
            db.Entry(found!).Property(p => p.Email).CurrentValue = $"{person.Id.Value:n}@meridian.example";
            await db.SaveChangesAsync();
        });
        return person;
    }
}
