using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Pulses;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Pulses;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Pulses;

/// <summary>A device in the break room that many answer at, and the one reminder at half time.</summary>
public sealed class PulseKioskTests
{
    private const int People = 6;

    [Theory, OnServersOfItsOwn]
    public async Task At_a_shared_device_one_answers_after_the_other_and_nothing_of_the_one_before_is_left(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (world, lead, team) = await BeginAsync(app);
        var pulse = await OpenAsync(lead, team);
        var codes = await CodesAsync(lead, pulse, team);
        var page = await lead.GetAsync($"/pulses/{pulse}");
        var kiosk = page.Document.QuerySelector("main a[href*=kiosk]")!.GetAttribute("href")!;
        var device = app.NewBrowser();

        foreach (var code in new[] { codes[0], codes[1] })
        {
            var enter = await device.GetAsync(kiosk);
            enter.Document.QuerySelector("form[data-code]")!.GetAttribute("autocomplete").ShouldBe("off");
            (await enter.SubmitAsync("form[data-code]", ("Code", "12"))).Status.ShouldBe(HttpStatusCode.BadRequest);
            var entered = await enter.SubmitAsync("form[data-code]", ("Code", code));
            entered.RedirectsTo.ShouldNotBeNull().ShouldEndWith("?kiosk=true");
            var form = await device.GetAsync(entered.RedirectsTo!);
            form.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
            form.Document.QuerySelector("form[data-pulse]")!.GetAttribute("autocomplete").ShouldBe("off");
            form.Document.QuerySelectorAll("form[data-pulse] input[checked]").Length.ShouldBe(0);
            form.Document.QuerySelector("[data-kiosk]")!.GetAttribute("data-kiosk").ShouldBe(kiosk);
            (await form.SubmitAsync("form[data-pulse]")).Main.ShouldContain("Leave without sending");

            var sent = await form.SubmitAsync("form[data-pulse]", ("Said[asking_is_normal]", "6"));
            var thanks = await device.GetAsync(sent.RedirectsTo!);
            thanks.Response.Headers.GetValues("Refresh").Single().ShouldEndWith($"url={kiosk}");
            thanks.Document.QuerySelector("main .actions a")!.GetAttribute("href").ShouldBe(kiosk);

            // The way back shows nothing, and leads on to the next.
            var before = await device.GetAsync(entered.RedirectsTo!);
            before.Status.ShouldBe(HttpStatusCode.NotFound);
            before.Document.QuerySelector("form[data-pulse]").ShouldBeNull();
            before.Document.QuerySelector("main .actions a")!.GetAttribute("href").ShouldBe(kiosk);
        }

        (await lead.ApiAsync(HttpMethod.Post, $"/api/v1/pulses/{pulse}/close")).Status.ShouldBe(HttpStatusCode.NoContent);
        var late = await (await device.GetAsync(kiosk)).SubmitAsync("form[data-code]", ("Code", codes[2]));
        (await device.GetAsync(late.RedirectsTo!)).Status.ShouldBe(HttpStatusCode.NotFound);

        // On an own phone nothing goes back by itself.
        (await device.GetAsync("/p/thanks"))
            .Response.Headers.Contains("Refresh")
            .ShouldBeFalse();
    }

    [Theory, OnServersOfItsOwn]
    public async Task At_half_time_those_who_have_not_answered_are_reminded_once_and_nothing_tells_who_that_was(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (world, lead, team) = await BeginAsync(app);
        var pulse = await OpenAsync(lead, team);
        var codes = await CodesAsync(lead, pulse, team);
        (
            await app.NewBrowser()
                .ApiAsync(HttpMethod.Post, "/api/v1/pulse-answers", new { code = codes[0], said = new { asking_is_normal = 3 } })
        ).Status.ShouldBe(HttpStatusCode.NoContent);
        var half = await app.InDatabaseAsync(async db => (await db.Pulses.AsNoTracking().SingleAsync()).HalfTime);

        app.Clock.Advance(half - world.Now - TimeSpan.FromMinutes(1));
        (await LettersAsync(world)).ShouldBe(Enumerable.Repeat(1, People));
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        (await LettersAsync(world)).ShouldBe([1, .. Enumerable.Repeat(2, People - 1)]);
        (await world.LettersToAsync("p1@example.test"))
            .Count(l => l.Text.Contains("You are reminded once", StringComparison.Ordinal))
            .ShouldBe(1);

        // Run again, as after a crash, it sends nothing.
        await using (var scope = app.Application.Services.CreateAsyncScope())
        {
            var row = await app.InDatabaseAsync(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Kind == RemindOfPulse.JobKind));
            row.Payload = pulse.ToString();
            await scope.ServiceProvider.GetServices<IJob>().OfType<RemindOfPulse>().Single().RunAsync(row, CancellationToken.None);
        }

        (await LettersAsync(world)).ShouldBe([1, .. Enumerable.Repeat(2, People - 1)]);

        // Those who were reminded and the one who was not look alike in every table.
        var told = await app.InDatabaseAsync(db =>
            db.Events.Where(e => e.Name.Contains("Told") || e.Name.Contains("Mailed")).Select(e => e.OwnerId).ToListAsync()
        );
        told.GroupBy(t => t).Select(g => g.Count()).Distinct().Count().ShouldBe(1);
        (await app.InDatabaseAsync(db => db.Notices.CountAsync(n => n.Address.Contains("/pulses/")))).ShouldBe(People);
        (await app.InDatabaseAsync(db => db.Jobs.AnyAsync(j => j.Payload != null && j.DoneAt != null))).ShouldBeFalse();
    }

    [Theory, OnServersOfItsOwn]
    public async Task Nobody_is_reminded_of_a_pulse_that_closed_before(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (world, lead, team) = await BeginAsync(app);
        var pulse = await OpenAsync(lead, team);
        (await LettersAsync(world)).ShouldBe(Enumerable.Repeat(1, People));
        (await lead.ApiAsync(HttpMethod.Post, $"/api/v1/pulses/{pulse}/close")).Status.ShouldBe(HttpStatusCode.NoContent);

        app.Clock.Advance(TimeSpan.FromDays(9));

        (await LettersAsync(world)).ShouldBe(Enumerable.Repeat(1, People));
    }

    [Fact]
    public void Half_time_lies_half_way_to_the_end_of_the_last_day()
    {
        var opened = new DateTimeOffset(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var pulse = Pulse.Open(
            PulseId.From(Guid.NewGuid()),
            UnitId.From(Guid.NewGuid()),
            default,
            Guid.NewGuid(),
            9,
            9,
            new DateOnly(2027, 3, 14),
            null,
            opened
        );

        pulse.HalfTime.ShouldBe(new DateTimeOffset(2027, 3, 8, 6, 0, 0, TimeSpan.Zero));
    }

    private static async Task<(World World, Browser Lead, Unit Team)> BeginAsync(TestApp app)
    {
        var world = await World.InAsync(app);
        var team = await world.UnitAsync("Dock", UnitKind.Team);
        for (var i = 0; i < People; i++)
        {
            await world.PersonAsync($"P{i}", unit: team, facts: f => f with { Email = $"p{i}@example.test" });
        }

        return (world, await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead)), team);
    }

    private static async Task<Guid> OpenAsync(Browser lead, Unit team)
    {
        var (status, body, _) = await lead.ApiAsync(HttpMethod.Post, "/api/v1/pulses", new { unit = team.Id.Value });
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        return body.GetProperty("id").GetGuid();
    }

    /// <summary>By name: of P0 first.</summary>
    private static async Task<IReadOnlyList<string>> CodesAsync(Browser lead, Guid pulse, Unit team)
    {
        var (_, body, _) = await lead.ApiAsync(HttpMethod.Get, $"/api/v1/pulses/{pulse}/codes?unit={team.Id.Value}");
        return [.. body.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("code").GetString()!)];
    }

    /// <summary>How many letters each has.</summary>
    private static async Task<IReadOnlyList<int>> LettersAsync(World world)
    {
        var counts = new List<int>();
        for (var i = 0; i < People; i++)
        {
            counts.Add((await world.LettersToAsync($"p{i}@example.test")).Count);
        }

        return counts;
    }
}
