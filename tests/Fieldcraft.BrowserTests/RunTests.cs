using System.Diagnostics;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>A leader opens a session where there is a line, holds it where there is none, and what was said arrives once when the line is back.</summary>
public sealed class RunTests(SharedBrowser browser)
{
    private const string CrewPin = "7194";

    [Fact(Timeout = NewcomerTests.Patience)]
    public async Task A_session_is_held_from_opening_to_writing_down_while_the_server_is_away()
    {
        await using var app = await LiveApp.StartAsync(browser);
        var (cookie, session) = await app.InDatabaseAsync(db => SessionAsync(db));
        var page = await app.NewPageAsync(width: 360);
        await page.SignInAsync(app.Address, cookie);
        var found = new List<string>();
        await page.GotoAsync($"/sessions/{session.Value}/run");
        await Assertions.Expect(page.Locator("[data-run-line]")).ToContainTextAsync("goes on without a line");
        await page.LookAtAsync(found);

        await app.GoDownAsync();
        await page.ReloadAsync();
        await page.Locator("[data-run-go]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-turn=now] h2")).ToContainTextAsync("welcome");
        await page.Locator("[data-run-more]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-run-clock]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^9:5"));
        await page.GetByLabel("Ada Test").CheckAsync();
        await page.GetByLabel("Ben Test").CheckAsync();
        await page.GetByLabel("Ben Test").UncheckAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("Ada Test")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("Ben Test")).Not.ToBeCheckedAsync();
        var blocks = await page.Locator("[data-block]").CountAsync();
        for (var block = 1; block < blocks; block++)
        {
            await page.Locator("[data-run-go]").ClickAsync();
        }

        await page.Locator("[data-run-go]").ClickAsync();
        await page.GetByLabel("What we start this week").FillAsync("Greet by name");
        await page.GetByLabel("The idea we send on").FillAsync("A second printer");
        await page.Locator("form[data-run-log] .button").Last.ClickAsync();
        await Assertions.Expect(page.Locator("[data-run-line]")).ToContainTextAsync("Written down on this device");

        await app.ComeBackAsync();
        await Assertions.Expect(page.Locator("[data-run-line]")).ToContainTextAsync("Written down and sent", new() { Timeout = 30_000 });
        var held = await app.InDatabaseAsync(db => db.TeachingSessions.Include(s => s.Seats).SingleAsync(s => s.Id == session));
        held.IsHeld.ShouldBeTrue();
        held.Seats.Count(s => s.Attended == true).ShouldBe(1);
        var log = await app.InDatabaseAsync(db => db.SessionLogs.SingleAsync());
        log.ReadRan().Count.ShouldBe(blocks);
        (await app.InDatabaseAsync(db => db.TeamActions.Select(a => a.What).ToListAsync())).ShouldBe(["Greet by name"]);
        (await app.InDatabaseAsync(db => db.TeamIdeas.Select(i => i.Text).ToListAsync())).ShouldBe(["A second printer"]);
        found.ShouldBeEmpty();
    }

    [Theory(Timeout = NewcomerTests.Patience)]
    [InlineData(1280, ColorScheme.Light, true)]
    [InlineData(360, ColorScheme.Dark, true)]
    [InlineData(360, ColorScheme.Light, false)]
    public async Task Every_page_around_a_session_is_fit_to_be_used(int width, ColorScheme scheme, bool script)
    {
        await using var app = await LiveApp.StartAsync(browser);
        var (cookie, session) = await app.InDatabaseAsync(db => SessionAsync(db, door: "ABCDEFGH"));
        var page = await app.NewPageAsync(width, scheme, script: script);
        await page.SignInAsync(app.Address, cookie);
        var found = new List<string>();
        var at = $"/sessions/{session.Value}";

        foreach (
            var address in new[]
            {
                $"{at}/run",
                $"{at}/screen",
                $"{at}/list",
                $"{at}/held",
                "/here",
                "/here/ABCDEFGH",
                "/here/ABCDEFGH/tablet",
                "/pin",
                "/my-sessions",
            }
        )
        {
            await page.GotoAsync(address);
            await page.LookAtAsync(found, script);
        }

        found.ShouldBeEmpty();
    }

    [Fact(Timeout = NewcomerTests.Patience)]
    public async Task Forty_people_are_in_within_five_minutes_on_one_tablet()
    {
        await using var app = await LiveApp.StartAsync(browser);
        await app.InDatabaseAsync(db => SessionAsync(db, door: "ABCDEFGH"));
        var numbers = await app.WithServicesAsync(services => CrewAsync(services));
        var page = await app.NewPageAsync(width: 800);
        await page.GotoAsync("/here/ABCDEFGH/tablet");
        var began = Stopwatch.StartNew();
        var first = page.Locator("[data-tablet] input").First;
        foreach (var (number, before) in numbers.Select((n, i) => (n, i)))
        {
            await Assertions.Expect(first).ToBeFocusedAsync();
            await Assertions.Expect(first).ToHaveValueAsync("");
            await page.Keyboard.TypeAsync(number);
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.TypeAsync(CrewPin);
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("main p.quietly")).ToContainTextAsync(before == 0 ? "One person" : $"{before + 1} people");
        }

        // A person types ten digits in about four seconds; what the product adds must leave five minutes for forty.
        (began.Elapsed + (numbers.Count * TimeSpan.FromSeconds(4))).ShouldBeLessThan(TimeSpan.FromMinutes(5));
        TestContext.Current.TestOutputHelper?.WriteLine($"{began.Elapsed.TotalSeconds / numbers.Count:0.00} s a person besides typing.");
        (await app.InDatabaseAsync(db => db.SessionSeats.CountAsync(s => s.Attended == true))).ShouldBe(numbers.Count);
    }

    /// <summary>Forty people with a PIN; gives their numbers.</summary>
    private static async Task<IReadOnlyList<string>> CrewAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<FieldcraftDb>();
        var pins = services.GetRequiredService<Pins>();
        var now = TimeProvider.System.GetUtcNow();
        var numbers = Enumerable.Range(700_101, 40).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToList();
        foreach (var number in numbers)
        {
            var facts = new DirectoryFacts
            {
                FirstName = "Crew",
                LastName = number,
                EmployeeId = number,
                TimeZone = "UTC",
            };
            var person = Person.Join(Id.New<PersonId>(now), facts, now);
            db.Add(person);
            await pins.SetAsync(person.Id, CrewPin, null, CancellationToken.None);
        }

        await db.SaveChangesAsync();
        return numbers;
    }

    /// <summary>A leader with two people, and a session of theirs that began a few minutes ago.</summary>
    private static async Task<(string Cookie, TeachingSessionId Session)> SessionAsync(FieldcraftDb db, string? door = null)
    {
        var cookies = await Colleagues.MakeAsync(db, ["Amira", "Ada", "Ben"]);
        var now = TimeProvider.System.GetUtcNow();
        var unit = await db.Units.FirstAsync();
        var people = await db.People.ToDictionaryAsync(p => p.FirstName, StringComparer.Ordinal);
        var leader = people["Amira"];
        foreach (var name in new[] { "Ada", "Ben" })
        {
            people[name].ReportTo(leader.Id, DateOnly.FromDateTime(now.UtcDateTime), now);
        }

        var programme = Programme.Begin(
            Id.New<ProgrammeId>(now),
            leader.Id,
            new ProgrammeFacts("Everyday service", "Better mornings", unit.Id, null),
            now
        );
        var facts = new ModuleFacts("The first minute", null, null, null, null, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-3));
        var module = Module.Add(Id.New<ModuleId>(now), programme.Id, null, facts, leader.Id, now).Value!;
        db.AddRange(programme, module);
        await db.SaveChangesAsync();
        var skeleton = Skeleton.In("en", (block, part) => part == "title" ? block : $"{block} {part}");
        var edition = ModuleEdition.Start(Id.New<ModuleEditionId>(now), module.Id, 1, skeleton, leader.Id, now);
        db.Add(edition);
        await db.SaveChangesAsync();
        module.Use(edition.Id, leader.Id, now);
        var session = TeachingSession.Plan(
            Id.New<TeachingSessionId>(now),
            module.Id,
            new SessionPlace(unit.Id, null, leader.Id, now.UtcDateTime.AddMinutes(-5), "UTC", 60),
            SessionPart.Whole,
            [people["Ada"].Id, people["Ben"].Id],
            leader.Id,
            now
        );
        session.Publish(leader.Id, now);
        if (door is not null)
        {
            session.OpenDoor(door, leader.Id, now);
        }

        db.Add(session);
        await db.SaveChangesAsync();
        return (cookies[0], session.Id);
    }
}
