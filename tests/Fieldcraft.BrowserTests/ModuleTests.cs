using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>Somebody begins a programme, writes its first module, makes a film from slides and publishes; every page of it is looked at.</summary>
public sealed class ModuleTests(SharedBrowser browser)
{
    [Theory(Timeout = NewcomerTests.Patience)]
    [InlineData(1280, ColorScheme.Light, true)]
    [InlineData(360, ColorScheme.Dark, true)]
    [InlineData(1280, ColorScheme.Light, false)]
    public async Task From_a_name_to_a_published_module_with_a_film(int width, ColorScheme scheme, bool script)
    {
        await using var app = await LiveApp.StartAsync(browser);
        var cookie = await app.InDatabaseAsync(ProgrammeLeadAsync);
        var page = await app.NewPageAsync(width, scheme, script: script);
        await page.SignInAsync(app.Address, cookie);
        var found = new List<string>();

        await page.GotoAsync("/team-learning");
        await page.LookAtAsync(found, script);
        await page.Locator(".empty .button").ClickAsync();
        await page.GetByLabel("Name").FillAsync("Everyday service");
        await page.LookAtAsync(found, script);
        await SendAsync(page);
        await page.GetByLabel("Title").FillAsync("The promise we can keep");
        await page.LookAtAsync(found, script);
        await SendAsync(page);
        await page.LookAtAsync(found, script);
        var module = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{module}/draft");
        await SendAsync(page);
        await page.LookAtAsync(found, script);

        await page.GotoAsync($"{module}/films/new");
        await page.GetByLabel("Title of the film").FillAsync("What people hear");
        await page.GetByLabel("On the slide, large").Nth(0).FillAsync("At noon");
        await page.GetByLabel("What is said").Nth(0).FillAsync("She hears noon.");
        await page.GetByLabel("On the slide, large").Nth(1).FillAsync("7 in 10");
        await page.GetByLabel("What is said").Nth(1).FillAsync("Most complaints are about a time we named.");
        await page.LookAtAsync(found, script);
        await SendAsync(page);
        await page.LookAtAsync(found, script);
        var slides = page.Locator("[data-seconds]");
        if (script)
        {
            // It plays by itself to the next slide, and stops when asked to.
            await Assertions.Expect(slides.Nth(1)).ToBeHiddenAsync();
            await page.Locator("[data-film-play]").ClickAsync();
            await Assertions.Expect(slides.Nth(1)).ToBeVisibleAsync();
            await page.Locator("[data-film-back]").ClickAsync();
            await Assertions.Expect(slides.Nth(0)).ToBeVisibleAsync();
        }
        else
        {
            await Assertions.Expect(slides.Nth(1)).ToBeVisibleAsync();
        }

        await page.GotoAsync($"{module}/draft/blocks/film-1");
        await page.Locator("details.more > summary").First.ClickAsync();
        await page.GetByLabel("What people hear").CheckAsync();
        await page.LookAtAsync(found, script);
        await SendAsync(page);
        await page.GotoAsync($"{module}/draft/frame");
        await page.Locator("[name='Input.Aims']").FillAsync("Name the promises");
        await page.Locator("[name='Input.Signs']").FillAsync("A call before the van leaves\nOne time at the counter\nLate ones said aloud");
        await page.LookAtAsync(found, script);
        await SendAsync(page);
        await page.GotoAsync($"{module}/draft/pilots");
        await page.Locator("[name='Input.Team']").FillAsync("Night crew");
        await page.Locator("[name='Input.Minutes']").FillAsync("58");
        await page.LookAtAsync(found, script);
        await SendAsync(page);
        await page.GotoAsync($"{module}/draft/publish");
        await page.LookAtAsync(found, script);
        await SendAsync(page);

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Edition 1");
        await page.LookAtAsync(found, script);
        foreach (var address in new[] { "guide", "guide?halves=true", "handout", "huddle", "roles", "describe", "media", "draft" })
        {
            await page.GotoAsync($"{module}/{address}");
            await page.LookAtAsync(found, script);
        }

        await page.GotoAsync("/routines");
        await page.LookAtAsync(found, script);
        found.ShouldBeEmpty();
    }

    /// <summary>An organisation with one person who leads programmes.</summary>
    private static async Task<string> ProgrammeLeadAsync(FieldcraftDb db)
    {
        var cookies = await Colleagues.MakeAsync(db, ["Pavel"]);
        var now = TimeProvider.System.GetUtcNow();
        var (person, unit) = (await db.People.FirstAsync(), await db.Units.FirstAsync());
        db.Add(Grant.Give(Id.New<GrantId>(now), person.Id, Role.ProgrammeLead, unit.Id, null, now));
        await db.SaveChangesAsync();
        return cookies[0];
    }

    private static Task SendAsync(IPage page) => page.Locator("main form .button:not(.quiet):not(.plain)").First.ClickAsync();
}
