using System.Net;
using Fieldcraft.Domain.Workshops;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Workshops;

/// <summary>What nobody else learns: who takes part, why anybody is invited, what anybody wrote.</summary>
public sealed class WorkshopSecrecyTests
{
    [Theory, OnEveryDatabase]
    public async Task The_list_of_those_invited_has_no_column_for_a_reason(Database database)
    {
        var world = await World.OnAsync(database);

        var columns = await world.InDatabaseAsync(db =>
            Task.FromResult(
                db.Model.FindEntityType(typeof(WorkshopInvitation))!.GetProperties().Select(p => p.GetColumnName()).Order().ToList()
            )
        );

        columns.ShouldBe(["Id", "Name", "PersonId", "WorkshopId"]);
        var events = typeof(WorkshopInvited).GetProperties().Select(p => p.Name).Order().ToList();
        events.ShouldBe(["At", "Invitation", "Owner", "Person", "Workshop"], "The event names the one who invites, not whom or why.");
    }

    [Theory, OnEveryDatabase]
    public async Task The_own_manager_and_other_people_learn_nothing_of_who_takes_part(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.PersonAsync("Manager");
        var gathering = await Gathering.OfAsync(world, 3, manager: manager);
        await gathering.Lead.ApiAsync(HttpMethod.Post, $"{gathering.Api}/groups", new { });
        await gathering.Lead.ApiAsync(HttpMethod.Post, $"{gathering.Api}/live-session");
        await gathering
            .Browsers[0]
            .ApiAsync(
                HttpMethod.Put,
                $"{gathering.Api}/note",
                new { stopDoing = "CANARY-STOP", fromManager = "CANARY-NEED" },
                ("If-Match", "\"0\"")
            );
        var invited = await world.PersonAsync("Invited");
        await gathering.Lead.ApiAsync(HttpMethod.Post, $"{gathering.Api}/invitations", new { person = invited.Id.Value });
        var managers = await world.SignedInAsync(manager);
        var asked = await world.SignedInAsync(invited);

        foreach (
            var address in new[]
            {
                "/workshops",
                gathering.Address,
                gathering.Address + "/agenda",
                gathering.Address + "/briefing/managers",
                "/",
                "/team",
                "/initiative",
            }
        )
        {
            foreach (var browser in new[] { managers, asked })
            {
                var page = await browser.GetAsync(address);
                (page.Main.Contains("Participant", StringComparison.Ordinal) && address is not ("/team" or "/")).ShouldBeFalse(address);
                page.Text.ShouldNotContain("CANARY");
            }
        }

        foreach (var browser in new[] { managers, asked })
        {
            var read = await gathering.ReadAsync(browser);
            read.GetProperty("people").GetArrayLength().ShouldBe(0);
            read.GetProperty("invited").GetArrayLength().ShouldBe(0);
            read.GetProperty("liveSession").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
            (await browser.ApiAsync(HttpMethod.Get, $"{gathering.Api}/slots")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Get, $"{gathering.Api}/note")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Get, $"{gathering.Api}/results")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        var noticed = await world.InDatabaseAsync(db => db.Notices.CountAsync(n => n.PersonId == manager.Id));
        noticed.ShouldBe(0);
        (await gathering.ReadAsync(gathering.Browsers[1])).GetProperty("people").GetArrayLength().ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task The_note_reaches_the_manager_only_as_a_shared_copy(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.ActivatedAsync(await world.PersonAsync("Manager"));
        var gathering = await Gathering.OfAsync(world, 1, manager: manager);
        var page = await gathering.Browsers[0].GetAsync(gathering.Address + "/note");
        (
            await page.SubmitAsync("main form", ("Input.StopDoing", "CANARY-STOP"), ("Input.FromManager", "CANARY-NEED"))
        ).RedirectsTo.ShouldNotBeNull();
        var kept = await gathering.Browsers[0].GetAsync(gathering.Address + "/note");
        kept.Text.ShouldContain("CANARY-STOP");
        (await gathering.Lead.GetAsync(gathering.Address + "/note")).Status.ShouldBe(HttpStatusCode.NotFound);
        kept.Document.QuerySelector("a[href*='kind=workshopnote']").ShouldNotBeNull();

        var share = await gathering
            .Browsers[0]
            .ApiAsync(
                HttpMethod.Post,
                "/api/v1/shares",
                new
                {
                    kind = "workshopNote",
                    item = gathering.Id,
                    readers = new[] { manager.Id.Value },
                }
            );

        share.Status.ShouldBe(HttpStatusCode.Created);
        var managers = await world.SignedInAsync(manager);
        var id = share.Body.GetProperty("id").GetGuid();
        (await managers.GetAsync($"/shared-with-me/{id}")).Text.ShouldContain("CANARY-NEED");
        (await page.SubmitAsync("main form", ("Input.StopDoing", "Older tab"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }
}
