using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>A leader tells a story, decides what it may be used for, meets it beside an assignment like it, and takes it back.</summary>
public sealed class StoryTests(SharedBrowser browser)
{
    private const int Patience = 300_000;
    private const string Story = "The depot nobody would take";

    [Theory(Timeout = Patience)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task From_the_interview_to_the_library_and_back_out_of_it(int width, ColorScheme scheme)
    {
        await using var app = await LiveApp.StartAsync(browser);
        var page = await app.NewPageAsync(width, scheme);
        var found = new List<string>();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start with my work" }).ClickAsync();
        await page.Locator("main form input:not([type=hidden])").First.FillAsync("Taking over the river depot");
        await page.Locator("main select").First.SelectOptionAsync("turnaround");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Taking over the river depot");
        var assignment = page.Url.Split('?')[0];

        await page.GotoAsync("/stories/kit");
        await page.LookAtAsync(found);
        await page.GetByRole(AriaRole.Link, new() { Name = "Write a story down" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go to the sheet" }).ClickAsync();
        await page.Locator("[name='Input.Title']").FillAsync(Story);
        await page.Locator("[name='Input.WhatHappened']").FillAsync("Parcels stood in the rain.");
        await Assertions.Expect(page.Locator("[data-saved]").Filter(new() { HasText = "Saved" }).First).ToBeVisibleAsync();
        await page.Locator("[name='Input.Archetype']").SelectOptionAsync("turnaround");
        await page.LookAtAsync(found);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save, and decide about it" }).ClickAsync();
        await page.GetByText("With my name").ClickAsync();
        await page.LookAtAsync(found);
        await page.GetByRole(AriaRole.Button, new() { Name = "Allow this use" }).ClickAsync();

        foreach (
            var address in new[]
            {
                "/stories",
                "/stories/map",
                "/stories/session",
                "/stories/mine",
                "/alongside",
                "/alongside/new",
                "/staffing",
            }
        )
        {
            await page.GotoAsync(address);
            await page.LookAtAsync(found);
        }

        await page.GotoAsync("/stories?search=rain");
        await Assertions.Expect(page.Locator("main .items").First).ToContainTextAsync(Story);
        await page.GotoAsync(assignment);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Story);
        await page.GetByRole(AriaRole.Link, new() { Name = Story }).ClickAsync();
        await page.LookAtAsync(found);

        await page.GotoAsync("/stories/mine");
        await page.GetByRole(AriaRole.Link, new() { Name = Story }).ClickAsync();
        await page.GetByText("Take the story back").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Taken back");
        await page.GotoAsync(assignment);
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(Story);
        found.ShouldBeEmpty();
    }
}
