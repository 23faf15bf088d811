using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Fieldcraft.BrowserTests;

/// <summary>A partner outside, on a phone, adds an idea to a copy, and its owner takes it in.</summary>
public sealed class PartnerTests(SharedBrowser browser)
{
    private const int Patience = 300_000;
    private const string Idea = "Let Dalia run the Monday handover";

    [Fact(Timeout = Patience)]
    public async Task An_idea_comes_from_outside_and_becomes_a_step_of_the_plan()
    {
        await using var app = await LiveApp.StartAsync(browser);
        var owner = await app.NewPageAsync();
        await BringPlanAsync(owner);
        var plan = owner.Url.Split('?', '#')[0];
        await owner.GotoAsync($"/shares/new?kind=Plan&item={plan.Split('/')[^1]}");
        await owner.GetByRole(AriaRole.Link, new() { Name = "Make a link for somebody outside" }).ClickAsync();
        await owner.GetByLabel("For whom?").FillAsync("Ruth");
        await owner.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        var link = await owner.Locator("#link").InputValueAsync();

        var looking = await app.NewPageAsync(360);
        await looking.GotoAsync(new Uri(link).AbsolutePath);
        (await looking.RunAxe()).Violations.Select(v => v.Id).ShouldBeEmpty();
        (await looking.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);

        // The page says nothing to a script, so it is sent from a browser without one.
        var partner = await app.NewPageAsync(360, script: false);
        await partner.GotoAsync(new Uri(link).AbsolutePath);
        await partner.GetByLabel("Your idea").FillAsync(Idea);
        await partner.GetByRole(AriaRole.Button, new() { Name = "Send the idea" }).ClickAsync();
        await Assertions.Expect(partner.GetByRole(AriaRole.Status)).ToContainTextAsync("You can add another one");

        await owner.GotoAsync("/shared-ideas");
        await owner.GetByRole(AriaRole.Link, new() { Name = Idea }).ClickAsync();
        (await owner.RunAxe()).Violations.Select(v => v.Id).ShouldBeEmpty();
        await owner.GetByLabel("Into which plan?").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await owner.GetByRole(AriaRole.Button, new() { Name = "Make it a step" }).ClickAsync();
        await owner.GotoAsync(plan);
        await Assertions.Expect(owner.Locator("main")).ToContainTextAsync(Idea);
    }

    /// <summary>Starts alone and writes a plan.</summary>
    private static async Task BringPlanAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start with my work" }).ClickAsync();
        await page.GotoAsync("/plans/new");
        await page.GetByLabel("Title").FillAsync("Night dock");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start the plan" }).ClickAsync();
        await page.ArriveAsync("/plans/[0-9a-f-]{36}");
    }
}
