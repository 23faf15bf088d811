using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Board;

/// <summary>Telling the own manager and being told, over HTTP.</summary>
public sealed class TrialPagesTests
{
    private const string Canary = "canary-trial-of-two";

    [Theory, OnEveryDatabase]
    public async Task The_manager_raises_a_concern_the_person_changes_it_and_the_manager_agrees(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.PersonAsync("Noor");
        var person = await world.PersonAsync("Amira", manager);
        var (managers, mine) = (await world.SignedInAsync(manager), await world.SignedInAsync(person));
        var (_, begun, _) = await mine.ApiAsync(
            HttpMethod.Post,
            "/api/v1/propositions",
            new { kind = "taskCrafting", title = "A shared dock plan" }
        );
        var origin = begun.GetProperty("id").GetGuid();
        (await mine.GetAsync($"/board/trials/new?origin={Guid.CreateVersion7(world.Now)}")).Status.ShouldBe(HttpStatusCode.NotFound);

        var form = await mine.GetAsync($"/board/trials/new?origin={origin}");
        (await form.SubmitAsync("main form.fields", ("Trial.What", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var told = await form.SubmitAsync(
            "main form.fields",
            ("Trial.What", "A shared dock plan"),
            ("Trial.HoursAWeek", "4"),
            ("Trial.FromOn", $"{world.Today.AddDays(14):yyyy-MM-dd}"),
            ("Trial.UntilOn", $"{world.Today.AddDays(42):yyyy-MM-dd}"),
            ("Trial.OffThePlate", "The Thursday report")
        );
        told.Status.ShouldBe(HttpStatusCode.Redirect, told.Main);
        var address = told.RedirectsTo!;
        (await mine.GetAsync($"/board/trials/new?origin={origin}")).RedirectsTo.ShouldBe(address);
        (await mine.ReadAsync($"/trial-notices?origin={origin}")).GetProperty("items").GetArrayLength().ShouldBe(1);

        var read = await managers.GetAsync(address);
        read.Main.ShouldContain("The Thursday report");
        (await read.SubmitAsync("main form[action$='handler=Concern']")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var concern = await read.SubmitAsync(
            "main form[action$='handler=Concern']",
            ("Concern.Load", "true"),
            ("Concern.Reason", "Stocktake is in those weeks")
        );
        concern.Status.ShouldBe(HttpStatusCode.Redirect, concern.Main);
        var answered = await mine.GetAsync(address);
        answered.Main.ShouldContain("Stocktake is in those weeks");
        answered.Main.ShouldContain("It is no veto");

        var change = await mine.GetAsync($"{address}/change");
        (await change.SubmitAsync("main form.fields", ("Trial.FromOn", $"{world.Today.AddDays(15):yyyy-MM-dd}"))).Status.ShouldBe(
            HttpStatusCode.Conflict,
            "The concern is about the load."
        );
        (await change.SubmitAsync("main form.fields", ("Trial.HoursAWeek", "2"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await managers.GetAsync(address)).SubmitAsync("main form[action$='handler=Agree']")).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await mine.GetAsync(address)).Main.ShouldContain("It is agreed. The trial can begin.");
        (await world.NoticesOfAsync(manager)).ShouldBe(["board.notice.trial_told", "board.notice.trial_changed"]);
        (await world.NoticesOfAsync(person)).ShouldBe(["board.notice.trial_concern", "board.notice.trial_agreed"]);
        (await managers.GetAsync("/board/trials")).Main.ShouldContain("Amira Test told you");
    }

    [Theory, OnEveryDatabase]
    public async Task Talked_and_settled_it_is_agreed_and_taken_back_it_is_not(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.PersonAsync("Noor");
        var (managers, mine) = (await world.SignedInAsync(manager), await world.SignedInAsync(await world.PersonAsync("Amira", manager)));
        var trial = await TellAsync(mine, world);
        (await managers.DoAsync($"/trial-notices/{trial}/concern", new { dates = true, reason = "Peak" })).ShouldBe(
            HttpStatusCode.NoContent
        );

        var settled = await (await mine.GetAsync($"/board/trials/{trial}")).SubmitAsync(
            "main form[action$='handler=Settle']",
            ("Settlement", "It begins after the peak")
        );
        settled.Status.ShouldBe(HttpStatusCode.Redirect, settled.Main);
        var page = await managers.GetAsync($"/board/trials/{trial}");
        page.Main.ShouldContain("It begins after the peak");
        page.Main.ShouldContain("You two settled the concern");
        (await managers.DoAsync($"/trial-notices/{trial}/settlement", new { settlement = "No" })).ShouldBe(HttpStatusCode.NotFound);

        (await (await mine.GetAsync($"/board/trials/{trial}")).SubmitAsync("main form[action$='handler=Withdraw']")).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await managers.GetAsync($"/board/trials/{trial}")).Main.ShouldContain("took it back");
        (await managers.DoAsync($"/trial-notices/{trial}/agreement")).ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, OnEveryDatabase]
    public async Task Without_a_manager_it_is_agreed_at_once_and_says_so(Database database)
    {
        var world = await World.OnAsync(database);
        var mine = await world.SignedInAsync(await world.PersonAsync("Amira"));

        var trial = await TellAsync(mine, world);

        (await mine.GetAsync($"/board/trials/{trial}")).Main.ShouldContain("Nobody is entered as your manager");
        (await mine.ReadAsync($"/trial-notices/{trial}")).GetProperty("agreedBy").GetString().ShouldBe("noManager");
    }

    [Theory, OnEveryDatabase]
    public async Task A_trial_is_read_by_the_two_and_by_nobody_else(Database database)
    {
        var world = await World.OnAsync(database);
        var above = await world.PersonAsync("Olu");
        var manager = await world.PersonAsync("Noor", above);
        var (managers, mine) = (await world.SignedInAsync(manager), await world.SignedInAsync(await world.PersonAsync("Amira", manager)));
        var trial = await TellAsync(mine, world, Canary);

        (await managers.GetAsync($"/board/trials/{trial}")).Text.ShouldContain(Canary);
        foreach (
            var other in new[]
            {
                await world.SignedInAsync(above),
                await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator)),
            }
        )
        {
            (await other.GetAsync($"/board/trials/{trial}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.GetAsync($"/board/trials/{trial}/change")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.ApiAsync(HttpMethod.Get, $"/api/v1/trial-notices/{trial}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await other.DoAsync($"/trial-notices/{trial}/agreement")).ShouldBe(HttpStatusCode.NotFound);
            (await other.GetAsync("/board/trials")).Text.ShouldNotContain(Canary);
        }

        (await managers.GetAsync($"/board/trials/{trial}/change")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await managers.DoAsync($"/trial-notices/{trial}/withdrawal")).ShouldBe(HttpStatusCode.NotFound);
        (await mine.DoAsync($"/trial-notices/{trial}/agreement")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Holidays_are_kept_by_administrators_and_hold_for_the_units_below(Database database)
    {
        var world = await World.OnAsync(database);
        var depot = await world.UnitAsync("Harbour depot", UnitKind.Facility);
        var team = await world.UnitAsync("Late line", UnitKind.Team, depot);
        var hill = await world.UnitAsync("Hill depot", UnitKind.Facility);
        var administrator = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));
        var below = await world.PersonAsync("Noor", unit: team);
        var beside = await world.PersonAsync("Olu", unit: hill);
        var somebody = await world.SignedInAsync(await world.PersonAsync("Amira", below));
        (await somebody.GetAsync("/administration/holidays")).Status.ShouldBe(HttpStatusCode.NotFound);
        var day = world.Today;
        do
        {
            day = day.AddDays(1);
        } while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

        var page = await administrator.GetAsync("/administration/holidays");
        var entered = await page.SubmitAsync(
            "main form.fields",
            ("Input.On", $"{day:yyyy-MM-dd}"),
            ("Input.Name", "Harbour day"),
            ("Input.Unit", depot.Id.Value.ToString())
        );
        entered.Status.ShouldBe(HttpStatusCode.Redirect, entered.Main);
        (
            await page.SubmitAsync(
                "main form.fields",
                ("Input.On", $"{day:yyyy-MM-dd}"),
                ("Input.Name", "Again"),
                ("Input.Unit", depot.Id.Value.ToString())
            )
        ).Status.ShouldBe(HttpStatusCode.Conflict);

        var (held, free) = (await RunsUntilAsync(below), await RunsUntilAsync(beside));
        held.ShouldBeGreaterThan(free);
        var list = await administrator.GetAsync("/administration/holidays");
        list.Main.ShouldContain("Harbour day");
        (await list.SubmitAsync("main form[action$='handler=TakeOut']")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await RunsUntilAsync(below)).ShouldBe(free);
        (
            await somebody.ApiAsync(
                HttpMethod.Post,
                "/api/v1/holidays",
                new
                {
                    on = day,
                    name = "x",
                    unit = depot.Id.Value,
                }
            )
        ).Status.ShouldBe(HttpStatusCode.NotFound);

        async Task<DateOnly> RunsUntilAsync(Person manager)
        {
            var mine = await world.SignedInAsync(await world.PersonAsync("Amira", manager));
            var trial = await TellAsync(mine, world);
            return DateOnly.Parse(
                (await mine.ReadAsync($"/trial-notices/{trial}")).GetProperty("runsUntil").GetString()!,
                System.Globalization.CultureInfo.InvariantCulture
            );
        }
    }

    internal static async Task<Guid> TellAsync(Browser browser, World world, string what = "A shared dock plan")
    {
        var (status, body, _) = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/trial-notices",
            new
            {
                what,
                hoursAWeek = 4,
                fromOn = world.Today.AddDays(14),
                untilOn = world.Today.AddDays(42),
                offThePlate = "The Thursday report",
            }
        );
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        return body.GetProperty("id").GetGuid();
    }
}
