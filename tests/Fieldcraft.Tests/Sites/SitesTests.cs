using System.Net;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.TeachingSessions;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Sites;

public sealed class SitesTests
{
    [Theory, OnEveryDatabase]
    public async Task A_room_that_is_closed_shows_at_the_sessions_in_it(Database database)
    {
        var depot = await Depot.OpenAsync(await World.OnAsync(database));
        await depot.AddAsync(10, depot.People.Take(3));
        var api = $"/api/v1/rollouts/sites/{depot.Site.Id.Value}";

        var (status, closure, _) = await depot.Desk.ApiAsync(
            HttpMethod.Post,
            $"{api}/closures",
            new
            {
                room = depot.Room.Value,
                from = depot.Tomorrow.AddHours(9),
                until = depot.Tomorrow.AddHours(12),
            }
        );

        status.ShouldBe(HttpStatusCode.Created);
        (await depot.Desk.GetAsync(depot.Address)).Main.ShouldContain("The room is closed then");
        (await depot.Desk.ApiAsync(HttpMethod.Delete, $"{api}/closures/{closure.GetProperty("id").GetGuid()}")).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await depot.Desk.GetAsync(depot.Address)).Main.ShouldNotContain("The room is closed then");
    }

    [Theory, OnEveryDatabase]
    public async Task Rooms_cover_and_patterns_are_written_on_the_page_of_the_site(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world);
        var page = await depot.Desk.GetAsync($"/sites/{depot.Site.Id.Value}");
        page.Main.ShouldContain("Canteen");

        (await page.SubmitAsync("form[action$='handler=Room']", ("Room.Name", "Canteen"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await page.SubmitAsync("form[action$='handler=Room']", ("Room.Name", "Upstairs"), ("Room.Capacity", "0"))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await page.SubmitAsync("form[action$='handler=Room']", ("Room.Name", "Upstairs"), ("Room.Capacity", "9"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (
            await page.SubmitAsync("form[action$='handler=Cover']", ("Cover.ReleasePercent", "30"), ("Cover.FloorMinimum", ""))
        ).Status.ShouldBe(HttpStatusCode.Redirect);
        var wrong = await page.SubmitAsync(
            "form[action$='handler=Pattern']",
            ("Pattern.Name", "weekend"),
            ("Pattern.Anchor", "2026-11-28"),
            ("Pattern.Shifts", "9 06:00-14:00")
        );
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);

        var ground = await world.InDatabaseAsync(db => db.SiteGrounds.Include(g => g.Rooms).SingleAsync(g => g.Id == depot.Site.Id));
        ground.Rooms.Select(r => (r.Name, r.Capacity)).ShouldBe([("Canteen", 6), ("Upstairs", 9)], ignoreOrder: true);
        (ground.ReleaseShare, ground.FloorMinimum).ShouldBe((0.30m, null));
    }

    [Theory, OnEveryDatabase]
    public async Task Sites_that_join_lend_each_other_their_people(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world);
        var near = await world.UnitAsync("Near", UnitKind.Facility);
        var guest = await world.PersonAsync("Guest", depot.Leader, near, f => f with { ShiftPattern = "office" });
        var session = await depot.AddAsync(10, depot.People.Take(2).Append(guest));
        (await depot.Desk.GetAsync(depot.Address)).Main.ShouldContain("belongs to a site that does not join this one");

        (await depot.Desk.ApiAsync(HttpMethod.Put, $"/api/v1/rollouts/sites/{depot.Site.Id.Value}/joins/{near.Id.Value}")).Status.ShouldBe(
            HttpStatusCode.NoContent
        );

        var (_, read, _) = await depot.Desk.ApiAsync(HttpMethod.Get, $"/api/v1/sessions/{session}");
        read.GetProperty("broken").EnumerateArray().Select(b => b.GetProperty("code").GetString()).ShouldNotContain("Stranger");
    }

    [Theory, OnEveryDatabase]
    public async Task A_roster_file_is_looked_at_and_then_taken_in_or_refused_line_by_line(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world, people: 3);
        var (a, b) = (depot.People[0].EmployeeId, depot.People[1].EmployeeId);
        var csv = $"""
            employeeId;start;end
            {a};2026-12-01T06:00;2026-12-01T14:00
            {a};2026-12-03T06:00;2026-12-03T14:00
            {b};2026-12-01T06:00;2026-12-02T07:00
            999999;2026-12-01T06:00;2026-12-01T14:00
            {b};tomorrow;2026-12-01T14:00
            {b};2026-12-02T06:00;2026-12-02T14:00
            {b};2026-12-02T13:00;2026-12-02T15:00
            """;

        var report = await SendAsync(depot.Desk, csv, dryRun: true);

        (report.GetProperty("create").GetInt32(), report.GetProperty("refuse").GetInt32()).ShouldBe((3, 4));
        report
            .GetProperty("rows")
            .EnumerateArray()
            .Select(r => (r.GetProperty("line").GetInt32(), r.GetProperty("code").GetString()))
            .ShouldBe([(4, "shift-too-long"), (5, "person-unknown"), (6, "not-a-time"), (8, "shifts-overlap")]);
        (await world.InDatabaseAsync(db => db.RosterEntries.CountAsync(e => e.PersonId == depot.People[0].Id))).ShouldBe(0);

        var good = string.Join('\n', csv.Split('\n').Take(3));
        (await SendAsync(depot.Desk, good, dryRun: false)).GetProperty("create").GetInt32().ShouldBe(2);
        var entries = await world.InDatabaseAsync(db =>
            db.RosterEntries.Where(e => e.PersonId == depot.People[0].Id).OrderBy(e => e.Day).ToListAsync()
        );
        entries.Select(e => (e.Day.Day, e.Minutes)).ShouldBe([(1, 480), (2, 0), (3, 480)]);
        (await SendAsync(depot.Desk, good, dryRun: true)).GetProperty("create").GetInt32().ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_day_off_takes_the_shift_and_the_slot_with_it(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world);
        await depot.AddAsync(10, depot.People.Take(3));
        var day = $"{world.Today.AddDays(1):yyyy-MM-dd}";
        var address = $"/api/v1/rollouts/sites/rosters/{depot.People[0].Id.Value}/{day}";

        (await depot.Desk.ApiAsync(HttpMethod.Put, address, new { })).Status.ShouldBe(HttpStatusCode.NoContent);

        (await depot.Desk.GetAsync(depot.Address)).Main.ShouldContain("Person01 Test is not on shift at 10:00");
        (await depot.Desk.ApiAsync(HttpMethod.Put, address, new { from = $"{day}T06:00" })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await depot.Desk.ApiAsync(HttpMethod.Delete, address)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await depot.Desk.GetAsync(depot.Address)).Main.ShouldNotContain("is not on shift");
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_else_changes_a_site(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await Depot.OpenAsync(world);
        var elsewhere = await world.HolderOfAsync(Role.SiteScheduler, "Elsewhere", await world.UnitAsync("Other", UnitKind.Facility));
        foreach (var person in (Person[])[elsewhere, depot.Leader, depot.People[0]])
        {
            var browser = await world.SignedInAsync(person);
            var api = $"/api/v1/rollouts/sites/{depot.Site.Id.Value}";
            (await browser.GetAsync($"/sites/{depot.Site.Id.Value}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.GetAsync($"/sites/{depot.Site.Id.Value}/roster")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Post, $"{api}/rooms", new { name = "Mine", capacity = 4 })).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
            (await browser.ApiAsync(HttpMethod.Put, $"{api}/cover", new { releaseShare = 1 })).Status.ShouldBe(HttpStatusCode.NotFound);
            (
                await browser.ApiAsync(HttpMethod.Put, $"/api/v1/rollouts/sites/rosters/{depot.People[1].Id.Value}/2026-12-01", new { })
            ).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static async Task<System.Text.Json.JsonElement> SendAsync(Browser browser, string csv, bool dryRun)
    {
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        var response = await browser.Client.PostAsync(
            new Uri($"/api/v1/rollouts/sites/rosters?dryRun={dryRun}", UriKind.Relative),
            content
        );
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
