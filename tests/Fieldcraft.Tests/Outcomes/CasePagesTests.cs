using System.Net;
using Fieldcraft.Domain.Outcomes;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Outcomes;

public sealed class CasePagesTests
{
    [Theory, OnEveryDatabase]
    public async Task From_one_tap_to_a_story_that_goes_when_its_leader_takes_it_back(Database database)
    {
        var world = await World.OnAsync(database);
        var results = await Results.OpenAsync(world);
        var module = results.Module.Id.Value;
        await SayAsync(results);
        var draw = await results.Desk.GetAsync($"/modules/{module}/cases");
        draw.Main.ShouldContain("We have used it with an effect");

        (await draw.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);

        var drawn = await results.Desk.GetAsync($"/modules/{module}/cases");
        results.Leaders.ShouldAllBe(l => !drawn.Main.Contains(l.FirstName, StringComparison.Ordinal));
        (await results.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/outcomes/modules/{module}/draw"))
            .Body.GetProperty("code")
            .GetString()
            .ShouldBe("case-draw-done");
        var (id, leader) = await AskedAsync(results);
        var theirs = await world.SignedInAsync(leader);
        (await theirs.GetAsync("/outcomes")).Main.ShouldContain("May somebody talk with you about The promise?");
        (await results.Desk.GetAsync($"/outcomes/cases/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await results.Desk.GetAsync($"/outcomes/cases/{id}/write")).Status.ShouldBe(HttpStatusCode.NotFound);
        var ask = await theirs.GetAsync($"/outcomes/cases/{id}");
        (await ask.SubmitAsync("form[action$='handler=Agree']")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await results.Desk.GetAsync($"/modules/{module}/cases")).Main.ShouldContain(leader.FirstName);
        var write = await results.Desk.GetAsync($"/outcomes/cases/{id}/write");
        (await write.SubmitAsync("main form.fields", ("Input.Title", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var told = await write.SubmitAsync("main form.fields", ("Input.Title", "The late counter"), ("Input.Story", "They looked up."));
        told.Status.ShouldBe(HttpStatusCode.Redirect);
        var sponsor = await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor));
        (await sponsor.GetAsync($"/outcomes/cases/{id}/story")).Status.ShouldBe(HttpStatusCode.NotFound);
        var mine = await theirs.GetAsync($"/outcomes/cases/{id}");
        mine.Main.ShouldContain("They looked up.");
        var stale = await write.SubmitAsync("main form.fields", ("Input.Title", "Stale"), ("Input.Story", "Stale"));
        stale.Status.ShouldBe(HttpStatusCode.Conflict);
        (await mine.SubmitAsync("form[action$='handler=Approve']", ("version", "1"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await mine.SubmitAsync("form[action$='handler=Approve']")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await sponsor.GetAsync($"/outcomes/cases/{id}/story")).Main.ShouldContain("They looked up.");

        (await mine.SubmitAsync("form[action$='handler=Withdraw']")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await sponsor.GetAsync($"/outcomes/cases/{id}/story")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await results.Desk.GetAsync($"/outcomes/cases/{id}/write")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.InDatabaseAsync(db => db.SuccessCases.SingleAsync(c => c.Id == SuccessCaseId.From(id)))).Story.ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Who_would_rather_not_is_known_to_nobody_and_the_next_of_the_lot_is_asked(Database database)
    {
        var world = await World.OnAsync(database);
        var results = await Results.OpenAsync(world);
        await SayAsync(results, high: 8);
        await results.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/outcomes/modules/{results.Module.Id.Value}/draw");
        var (id, leader) = await AskedAsync(results);
        var theirs = await world.SignedInAsync(leader);

        (await theirs.ApiAsync(HttpMethod.Post, $"/api/v1/outcomes/cases/{id}/refusal")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await theirs.ApiAsync(HttpMethod.Post, $"/api/v1/outcomes/cases/{id}/agreement")).Status.ShouldBe(HttpStatusCode.Conflict);
        var states = await world.InDatabaseAsync(db =>
            db.SuccessCases.Where(c => c.ModuleId == results.Module.Id).OrderBy(c => c.Place).Select(c => c.State).ToListAsync()
        );
        states.Count(s => s == CaseState.Asked).ShouldBe(6);
        states.Count(s => s == CaseState.Waiting).ShouldBe(1);
        var page = await results.Desk.GetAsync($"/modules/{results.Module.Id.Value}/cases");
        results.Leaders.ShouldAllBe(l => !page.Main.Contains(l.FirstName, StringComparison.Ordinal));
    }

    [Theory, OnEveryDatabase]
    public async Task Signs_are_counts_of_teams_and_few_are_withheld(Database database)
    {
        var world = await World.OnAsync(database);
        var results = await Results.OpenAsync(world);
        var address = $"/modules/{results.Module.Id.Value}/signs";
        var leader = await world.SignedInAsync(results.Leaders[0]);
        var form = await leader.GetAsync(address);
        (await form.SubmitAsync("main form", ("Input.First", "1"), ("Input.Third", "1"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await leader.GetAsync(address)).Main.ShouldContain("Fewer than five teams");
        var several = new
        {
            week = results.ThisWeek,
            teams = 4,
            first = 3,
        };
        var api = $"/api/v1/outcomes{address}";
        (await leader.ApiAsync(HttpMethod.Put, api, several)).Body.GetProperty("code").GetString().ShouldBe("signs-own-team");
        var other = new
        {
            week = results.ThisWeek,
            teams = 1,
            site = results.Sites[1].Id.Value,
        };
        (await leader.ApiAsync(HttpMethod.Put, api, other)).Status.ShouldBe(HttpStatusCode.NotFound);
        (
            await leader.ApiAsync(
                HttpMethod.Put,
                api,
                new
                {
                    week = results.ThisWeek,
                    teams = 1,
                    first = 2,
                }
            )
        ).Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var another in results.Leaders.Skip(1).Take(4))
        {
            var browser = await world.SignedInAsync(another);
            (
                await browser.ApiAsync(
                    HttpMethod.Put,
                    api,
                    new
                    {
                        week = results.ThisWeek,
                        teams = 1,
                        first = 1,
                    }
                )
            ).Status.ShouldBe(HttpStatusCode.NoContent);
        }

        (await leader.GetAsync(address)).Main.ShouldContain("seen in 5 of 5");
        (await results.Desk.GetAsync(address)).Main.ShouldContain("too few to show");
        var employee = await world.SignedInAsync(await world.PersonAsync("Emil", unit: results.Sites[0]));
        (await employee.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await employee.ApiAsync(HttpMethod.Put, api, new { week = results.ThisWeek, teams = 1 })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await employee.GetAsync($"/modules/{results.Module.Id.Value}/used")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task All_measures_by_level_and_the_sponsors_page_say_what_cannot_be_said(Database database)
    {
        var world = await World.OnAsync(database);
        var results = await Results.OpenAsync(world);
        await results.MeasureAsync();
        await SayAsync(results);
        var sponsor = await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor));
        var outcome = $"/programmes/{results.Programme.Value}/outcome";

        var levels = await sponsor.GetAsync($"{outcome}/levels");
        levels.Main.ShouldContain("0 of 48 people");
        levels.Main.ShouldContain("8 of 8 teams");
        levels.Main.ShouldContain("Nothing is known here yet.");
        var sheet = await sponsor.GetAsync($"{outcome}/sheet");
        sheet.Main.ShouldContain("supported by the comparison with later sites");
        sheet.Main.ShouldContain("what is seen at work; fewer than five teams were looked at");
        var employee = await world.SignedInAsync(results.Leaders[0]);
        (await employee.GetAsync($"{outcome}/levels")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await employee.GetAsync($"{outcome}/sheet")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await employee.GetAsync($"/modules/{results.Module.Id.Value}/cases")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await employee.GetAsync($"/modules/{results.Module.Id.Value}/cases/guide")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await results.Desk.GetAsync($"/modules/{results.Module.Id.Value}/cases/guide")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task SayAsync(Results results, int high = 8)
    {
        foreach (var (leader, i) in results.Leaders.Select((l, i) => (l, i)))
        {
            var browser = await results.World.SignedInAsync(leader);
            var page = await browser.GetAsync($"/modules/{results.Module.Id.Value}/used");
            var answer = i < high ? UseAnswer.UsedWithEffect : UseAnswer.NotUsed;
            (await page.SubmitAsync("main form", ("answer", $"{answer}"))).Status.ShouldBe(HttpStatusCode.Redirect);
            (await page.SubmitAsync("main form", ("answer", "perhaps"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    private static async Task<(Guid Id, Person Leader)> AskedAsync(Results results)
    {
        var asked = await results.World.InDatabaseAsync(db =>
            db.SuccessCases.Where(c => c.ModuleId == results.Module.Id && c.State == CaseState.Asked).OrderBy(c => c.Place).FirstAsync()
        );
        return (asked.Id.Value, results.Leaders.Single(l => l.Id == asked.LeaderId));
    }
}
