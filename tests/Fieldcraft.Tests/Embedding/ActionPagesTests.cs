using System.Net;
using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence.Rows;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Embedding;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Embedding;

public sealed class ActionPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task An_action_comes_back_after_four_weeks_with_one_notice_and_one_tap(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        var action = await AgreedAsync(floor, floor.Depot.Leader, weeksAgo: 4);
        await AskAsync(floor);
        await AskAsync(floor);

        var told = await floor.World.InDatabaseAsync(db => db.Notices.Where(n => n.PersonId == floor.Depot.Leader.Id).ToListAsync());
        told.ShouldHaveSingleItem().Kind.ShouldBe("embedding.notice.look");
        (await floor.Leader.GetAsync("/")).Main.ShouldContain("A team action comes back");
        (await floor.Leader.GetAsync("/team-actions")).Main.ShouldContain("4 weeks on: Greet every driver");
        var page = await floor.Leader.GetAsync($"/team-actions/{action.Value}/looks/4");
        (await page.SubmitAsync("main form", ("Input.Answer", "Changed"), ("Input.Text", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await page.SubmitAsync("main form", ("Input.Answer", "Done"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await floor.Leader.GetAsync("/team-actions")).Main.ShouldContain("After 4 weeks: Done");
        var early = await floor.Leader.ApiAsync(HttpMethod.Put, $"/api/v1/team-actions/{action.Value}/looks/12", new { answer = "done" });
        early.Body.GetProperty("code").GetString().ShouldBe("team-action-look-early");
    }

    [Theory, OnEveryDatabase]
    public async Task An_action_is_its_leaders_and_nobody_elses(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        var action = await AgreedAsync(floor, floor.Depot.Leader, weeksAgo: 5);
        var lead = await floor.World.SignedInAsync(floor.Depot.ProgrammeLead);

        foreach (var browser in new[] { floor.Employee, floor.Desk, lead })
        {
            (await browser.GetAsync($"/team-actions/{action.Value}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.GetAsync($"/team-actions/{action.Value}/looks/4")).Status.ShouldBe(HttpStatusCode.NotFound);
            (
                await browser.ApiAsync(HttpMethod.Put, $"/api/v1/team-actions/{action.Value}/looks/4", new { answer = "done" })
            ).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (
            await floor.Leader.ApiAsync(HttpMethod.Put, $"/api/v1/team-actions/{action.Value}/looks/5", new { answer = "done" })
        ).Status.ShouldBe(HttpStatusCode.NotFound);
        (
            await floor.Employee.ApiAsync(HttpMethod.Post, "/api/v1/team-actions", new { module = floor.Depot.Module.Value, what = "Mine" })
        ).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_who_reword_an_action_meet_each_other(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        var action = await AgreedAsync(floor, floor.Depot.Leader, weeksAgo: 1);
        var first = await floor.Leader.GetAsync($"/team-actions/{action.Value}");
        var second = await floor.Leader.GetAsync($"/team-actions/{action.Value}");

        (await first.SubmitAsync("main form", ("Input.What", "Greet at the gate"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var late = await second.SubmitAsync("main form", ("Input.What", "Wave"));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Text.ShouldContain("Wave");
    }

    [Theory, OnEveryDatabase]
    public async Task Counts_are_for_those_who_lead_programmes_and_small_sites_are_withheld(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        for (var i = 0; i < 6; i++)
        {
            var leader = await floor.World.PersonAsync($"Lead{i}", unit: floor.Depot.Site);
            await AgreedAsync(floor, leader, weeksAgo: 4);
        }

        var far = await floor.World.PersonAsync("Far", unit: floor.Other);
        await AgreedAsync(floor, far, weeksAgo: 4, site: floor.Other);
        await AskAsync(floor);
        var address = $"/api/v1/team-actions/counts?module={floor.Depot.Module.Value}&weeks=4";
        var lead = await floor.World.SignedInAsync(floor.Depot.ProgrammeLead);

        var (_, counts, _) = await lead.ApiAsync(HttpMethod.Get, address);

        counts.GetProperty("selfReported").GetBoolean().ShouldBeTrue();
        counts.GetProperty("total").GetProperty("asked").GetInt32().ShouldBe(7);
        foreach (var site in counts.GetProperty("sites").EnumerateArray())
        {
            // The small one alone would follow from the total, so the large one goes along.
            site.GetProperty("value").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
            site.GetProperty("withheld").GetProperty("minimum").GetInt32().ShouldBe(5);
        }

        (await floor.Desk.ApiAsync(HttpMethod.Get, address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lead.ApiAsync(HttpMethod.Get, address.Replace("weeks=4", "weeks=5", StringComparison.Ordinal))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Theory, OnEveryDatabase]
    public async Task A_colleague_is_named_chosen_asked_and_only_then_shown(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        await floor.KeepAsync("award");
        var (site, nominee) = (floor.Depot.Site.Id.Value, floor.Depot.People[3]);
        Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body, HttpResponseMessage Response)> NameAsync(Browser by) =>
            by.ApiAsync(
                HttpMethod.Post,
                "/api/v1/awards/nominations",
                new
                {
                    site,
                    person = nominee.Id.Value,
                    reason = "Stayed with the lost parcel",
                }
            );
        var own = await floor.World.SignedInAsync(nominee);
        (await NameAsync(own)).Body.GetProperty("code").GetString().ShouldBe("award-names-self");
        (await NameAsync(await floor.World.SignedInAsync(floor.Stranger))).Status.ShouldBe(HttpStatusCode.NotFound);
        await NameAsync(floor.Leader);
        var id = (await floor.World.InDatabaseAsync(db => db.Nominations.SingleAsync(n => n.PersonId == nominee.Id))).Id.Value;
        (await ChooseAsync(floor.Desk, id)).Body.GetProperty("code").GetString().ShouldBe("award-only-by-manager");
        (await NameAsync(floor.Employee)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await ChooseAsync(floor.Employee, id)).Status.ShouldBe(HttpStatusCode.NotFound);

        (await ChooseAsync(floor.Desk, id)).Status.ShouldBe(HttpStatusCode.NoContent);

        (await floor.Employee.GetAsync($"/awards/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await floor.Employee.GetAsync($"{floor.Address}/board")).Main.ShouldNotContain("Person04");
        var asked = await own.GetAsync($"/awards/{id}");
        asked.Main.ShouldContain("only if you agree");
        (await TipPagesTests.SendAsync(own, asked, "Accept")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await floor.Employee.GetAsync($"{floor.Address}/board")).Main.ShouldContain("Person04 Test");
        (await floor.Employee.GetAsync($"/awards/{id}")).Main.ShouldContain("Stayed with the lost parcel");
        (await own.ApiAsync(HttpMethod.Post, $"/api/v1/awards/{id}/refusal")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await floor.Employee.GetAsync($"{floor.Address}/board")).Main.ShouldNotContain("Person04");
    }

    [Theory, OnEveryDatabase]
    public async Task A_site_chooses_one_a_month(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        await floor.KeepAsync("award");
        var ids = new List<Guid>();
        foreach (var nominee in floor.Depot.People.Skip(2).Take(2))
        {
            await floor.Employee.ApiAsync(
                HttpMethod.Post,
                "/api/v1/awards/nominations",
                new
                {
                    site = floor.Depot.Site.Id.Value,
                    person = nominee.Id.Value,
                    reason = "Helped",
                }
            );
            ids.Add((await floor.World.InDatabaseAsync(db => db.Nominations.SingleAsync(n => n.PersonId == nominee.Id))).Id.Value);
        }

        (await ChooseAsync(floor.Desk, ids[0])).Status.ShouldBe(HttpStatusCode.NoContent);
        (await ChooseAsync(floor.Desk, ids[1])).Body.GetProperty("code").GetString().ShouldBe("award-already-chosen");
    }

    [Theory, OnEveryDatabase]
    public async Task Lessons_open_the_next_programme_and_name_only_who_wished_it(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        var programme = (await floor.World.InDatabaseAsync(db => db.Modules.SingleAsync(m => m.Id == floor.Depot.Module)))
            .ProgrammeId
            .Value;
        var page = await floor.Leader.GetAsync($"/programmes/{programme}/look-back");
        (await page.SubmitAsync("main form[method=post]")).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await page.SubmitAsync("main form[method=post]", ("Input.Change", "Never begin in the peak week"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );

        var lead = await floor.World.SignedInAsync(floor.Depot.ProgrammeLead);
        var lessons = await lead.GetAsync($"/programmes/{programme}/lessons");
        lessons.Main.ShouldContain("Never begin in the peak week");
        lessons.Main.ShouldNotContain("Amira");
        await floor.Leader.ApiAsync(
            HttpMethod.Put,
            $"/api/v1/programmes/{programme}/look-back",
            new { change = "Never begin in the peak week", named = true }
        );
        (await lead.GetAsync($"/programmes/{programme}/lessons")).Main.ShouldContain("Amira Test");
        (await lead.GetAsync("/programmes/new")).Main.ShouldContain("What the last one taught");
        (await floor.Employee.GetAsync($"/programmes/{programme}/lessons")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await floor.Employee.ApiAsync(HttpMethod.Put, $"/api/v1/programmes/{programme}/look-back", new { keep = "x" })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body, HttpResponseMessage Response)> ChooseAsync(
        Browser by,
        Guid id
    ) => by.ApiAsync(HttpMethod.Post, $"/api/v1/awards/{id}/choice", new { citation = "Stayed with the lost parcel" });

    private static async Task<TeamActionId> AgreedAsync(Floor floor, Person leader, int weeksAgo, Unit? site = null)
    {
        var at = floor.World.Now.AddDays(-7 * weeksAgo);
        var action = TeamAction.Agree(
            Id.New<TeamActionId>(at),
            new ActionSource(floor.Depot.Module, null, (site ?? floor.Depot.Site).Id, leader.Id),
            "Greet every driver",
            "we",
            null,
            leader.Id,
            DateOnly.FromDateTime(at.UtcDateTime),
            at
        );
        await floor.World.SaveAsync(action);
        return action.Id;
    }

    private static async Task AskAsync(Floor floor)
    {
        await floor.World.SaveAsync(
            new JobRow
            {
                Id = Guid.CreateVersion7(floor.World.Now),
                Kind = AskAboutTeamActions.JobKind,
                Key = Guid.NewGuid().ToString("n"),
                Payload = "",
                DueAt = floor.World.Now,
            }
        );
        await floor.World.App.Get<JobRunner>().RunDueAsync(TestContext.Current.CancellationToken);
    }
}
