using System.Globalization;
using Fieldcraft.Domain.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>A whole workshop day, from planning it to its close, in a few minutes: the clock is moved from block to block.</summary>
public sealed class WorkshopDayTests(SharedBrowser browser)
{
    private const int Patience = 600_000;
    private const int Participants = 5;
    private const float Soon = 30_000;

    [Fact(Timeout = Patience)]
    public async Task A_day_is_planned_peopled_run_on_phones_and_closed_while_one_of_them_comes_back()
    {
        var clock = new DayClock();
        await using var app = await LiveApp.StartAsync(browser, clock: clock);
        var names = new[] { "Dana" }.Concat(Enumerable.Range(1, Participants).Select(i => $"P{i}")).ToList();
        var cookies = await app.InDatabaseAsync(db => Colleagues.MakeAsync(db, names));
        var lead = await app.NewPageAsync();
        await lead.SignInAsync(app.Address, cookies[0]);

        var address = await PlanAsync(lead, clock);
        var people = await Task.WhenAll(Enumerable.Range(1, Participants).Select(i => EnrolAsync(app, cookies[i], address)));
        await lead.GotoAsync(address + "/groups");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Draw groups" }).ClickAsync();
        await Assertions.Expect(lead.Locator("main")).ToContainTextAsync("Trio 1");

        // The day is opened from the desk; the big screen and the phones are there.
        await lead.GotoAsync(address + "/run");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Open the day" }).ClickAsync();
        var screen = await lead.Context.NewPageAsync();
        await screen.GotoAsync(address + "/screen");
        await Task.WhenAll(people.Select(p => GoInAsync(p, address)));
        await Assertions.Expect(screen.Locator(".way-in")).ToContainTextAsync("6 people are here", new() { Timeout = Soon });
        await LookAsync(lead, screen, people[0]);

        await ActAsync(lead, "begin");
        await Assertions.Expect(lead.Locator("#next-title + ul")).ToContainTextAsync("From employee to provider");
        var session = LiveSessionId.From(Guid.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture));
        var stages = (await app.InDatabaseAsync(db => db.LiveSessions.AsNoTracking().SingleAsync(s => s.Id == session))).Stages;
        stages.Sum(s => s.Minutes).ShouldBe(480);
        for (var stage = 0; stage < stages.Count; stage++)
        {
            if (stages[stage].IsWritten)
            {
                await WriteTheStageAsync(people, stage, stages[stage].Key);
            }

            if (stages[stage].Key == "break" && stage > 0)
            {
                await PauseAndGiveMinutesAsync(lead, people[0]);
            }

            if (stages[stage].Key == "insights")
            {
                // A phone is closed in the middle of the day and comes back to the same place with its text.
                await people[2].CloseAsync();
                people[2] = await PhoneAsync(app, cookies[3]);
                await people[2].GotoAsync($"/conversations/sessions/{session.Value}");
                await Assertions
                    .Expect(people[2].Locator("form.ask textarea"))
                    .ToHaveValueAsync("P3 on insights", new() { Timeout = Soon });
            }

            if (stages[stage].Key == "insights-shown")
            {
                await Assertions.Expect(screen.Locator(".voices > li")).ToHaveCountAsync(Participants - 1, new() { Timeout = Soon });
                (await screen.ContentAsync()).ShouldNotContain("P1 on customers");
                await LookAsync(lead, screen, people[1]);
            }

            clock.Advance(TimeSpan.FromMinutes(stages[stage].Minutes));
            await ActAsync(lead, stage == stages.Count - 1 ? "end" : "on");
        }

        // It is over: what was written is there to take along, and in the note for the talk with the manager.
        await Assertions.Expect(people[0].Locator("#stage-title")).ToHaveTextAsync("The session is over", new() { Timeout = Soon });
        await people[0].GetByRole(AriaRole.Link, new() { Name = "Take something along" }).ClickAsync();
        await Assertions.Expect(people[0].Locator("main")).ToContainTextAsync("P1 on feedback");
        await people[0].GotoAsync(address + "/note");
        await Assertions.Expect(people[0].Locator("textarea").First).ToHaveValueAsync("P1 on stop-doing");
        await people[0].GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await people[0].GotoAsync(address + "/trio");
        await Assertions.Expect(people[0].Locator("main .items").First).ToContainTextAsync("Test");
        await LookAsync(people[0]);
    }

    private static async Task<string> PlanAsync(IPage lead, DayClock clock)
    {
        await lead.GotoAsync("/workshops/new");
        await lead.Locator("main input[name='Input.Title']").FillAsync("Harbour, from waiting to initiative");
        await lead.Locator("main input[name='Input.On']").FillAsync(clock.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await lead.Locator("main input[name='Input.Place']").FillAsync("Harbour office, room 2");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Plan it" }).ClickAsync();
        await Assertions.Expect(lead.Locator("h1")).ToHaveTextAsync("Harbour, from waiting to initiative");
        return new Uri(lead.Url).AbsolutePath;
    }

    private static async Task<IPage> PhoneAsync(LiveApp app, string cookie)
    {
        var page = await app.NewPageAsync(width: 360);
        await page.SignInAsync(app.Address, cookie);
        return page;
    }

    private static async Task<IPage> EnrolAsync(LiveApp app, string cookie, string address)
    {
        var page = await PhoneAsync(app, cookie);
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take a seat" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("You have a seat", new() { Timeout = Soon });
        return page;
    }

    private static async Task GoInAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Link, new() { Name = "Go in" }).ClickAsync();
        await page.Locator("form[action*='Come'] button").ClickAsync();
        await Assertions.Expect(page.Locator("#stage-title")).ToBeVisibleAsync(new() { Timeout = Soon });
    }

    /// <summary>Everybody writes; all but the first let the others see it.</summary>
    private static Task WriteTheStageAsync(IPage[] people, int stage, string key) =>
        Task.WhenAll(
            people.Select(
                async (page, i) =>
                {
                    var form = page.Locator($"form.ask#stage-{stage}");
                    await form.Locator("textarea").FillAsync($"P{i + 1} on {key}", new() { Timeout = Soon });
                    if (i > 0)
                    {
                        await form.Locator("input[type=checkbox]").CheckAsync();
                    }

                    await page.EvaluateAsync("document.activeElement?.blur()");
                    await Assertions.Expect(form.Locator("[data-saved]")).ToContainTextAsync("Saved", new() { Timeout = Soon });
                }
            )
        );

    private static async Task PauseAndGiveMinutesAsync(IPage lead, IPage phone)
    {
        await ActAsync(lead, "pause");
        await Assertions.Expect(phone.Locator(".clock")).ToContainTextAsync("Paused", new() { Timeout = Soon });
        await ActAsync(lead, "resume");
        await ActAsync(lead, "more-5");
    }

    /// <summary>Presses a button of the desk, and waits until the page has it.</summary>
    private static async Task ActAsync(IPage lead, string act)
    {
        var before = await lead.EvaluateAsync<string>(Standing);
        await lead.Locator($".leading button[value={act}]").ClickAsync();
        await lead.WaitForFunctionAsync($"before => ({Standing})() !== before", before, new() { Timeout = Soon });
    }

    private const string Standing =
        "() => { const where = document.querySelector('[data-live=where]'); const clock = where?.querySelector('.clock');"
        + " return where?.dataset.say + (clock?.dataset.ends ?? clock?.textContent); }";

    private static async Task LookAsync(params IPage[] pages)
    {
        var found = new List<string>();
        foreach (var page in pages)
        {
            await page.LookAtAsync(found);
        }

        found.ShouldBeEmpty();
    }

    /// <summary>Runs with real time from nine in the morning, and is moved from block to block.</summary>
    private sealed class DayClock : TimeProvider
    {
        private readonly TimeSpan _toNine;
        private long _moved;

        public DayClock()
        {
            var now = System.GetUtcNow();
            _toNine = new DateTimeOffset(now.Date.AddDays(1).AddHours(9), TimeSpan.Zero) - now;
        }

        public DateOnly Today => DateOnly.FromDateTime(GetUtcNow().UtcDateTime);

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _toNine + new TimeSpan(Interlocked.Read(ref _moved));

        public void Advance(TimeSpan by) => Interlocked.Add(ref _moved, by.Ticks);
    }
}
