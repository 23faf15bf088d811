using System.Net;
using System.Text;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Embedding;

public sealed class TipPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task Tips_are_not_there_until_somebody_of_the_site_looks_after_them(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        (await floor.Employee.GetAsync($"{floor.Address}/tips")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await floor.Employee.ApiAsync(HttpMethod.Post, "/api/v1/tips", new { text = "A hint" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await floor.Desk.ApiAsync(HttpMethod.Put, $"{floor.Kit}/pieces/tips", new { on = true }))
            .Body.GetProperty("code")
            .GetString()
            .ShouldBe("kit-piece-needs-keeper");
        (await floor.Desk.ApiAsync(HttpMethod.Post, $"{floor.Kit}/pieces/tips/keeper", new { person = floor.Stranger.Id.Value }))
            .Body.GetProperty("code")
            .GetString()
            .ShouldBe("kit-keeper-elsewhere");

        await floor.KeepAsync("tips");

        (await floor.Employee.GetAsync($"{floor.Address}/tips")).Heading.ShouldBe("Tips");
        (await floor.Employee.GetAsync("/at-your-site")).Main.ShouldContain("What helped somebody at work");
    }

    [Theory, OnEveryDatabase]
    public async Task The_first_tip_of_a_person_waits_and_the_next_one_need_not(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        var keeper = await floor.KeepAsync("tips");
        var colleague = await floor.World.SignedInAsync(floor.Depot.People[2], Proof.Pin);
        var page = await floor.Employee.GetAsync($"{floor.Address}/tips");
        (await page.SubmitAsync("main form", ("Input.Text", "Load the heavy bins first"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await floor.Employee.GetAsync($"{floor.Address}/tips")).Main.ShouldContain("This is your first tip");
        (await colleague.GetAsync($"{floor.Address}/tips")).Main.ShouldNotContain("heavy bins");

        var waiting = await keeper.GetAsync($"{floor.Address}/tips/waiting");
        waiting.Main.ShouldContain("Load the heavy bins first");
        (await SendAsync(keeper, waiting, "Accept")).Status.ShouldBe(HttpStatusCode.Redirect);
        await floor.PostAsync(floor.Employee, "Ask before you stack");

        var feed = (await colleague.GetAsync($"{floor.Address}/tips")).Main;
        feed.ShouldContain("heavy bins");
        feed.IndexOf("Ask before", StringComparison.Ordinal).ShouldBeLessThan(feed.IndexOf("heavy bins", StringComparison.Ordinal));
        feed.ShouldNotContain("Person01");
        (await floor.World.InDatabaseAsync(db => db.Notices.CountAsync(n => n.Kind.StartsWith("embedding.notice.tip")))).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_taken_down_is_read_by_its_author_alone_with_the_word(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        var keeper = await floor.KeepAsync("tips");
        var tip = await floor.PostAsync(keeper, "Mrs Novak of number nine tips well");
        (await floor.Employee.ApiAsync(HttpMethod.Post, $"/api/v1/tips/{tip}/report")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await floor.Desk.GetAsync($"{floor.Address}/tips/waiting")).Main.ShouldContain("Somebody asked to have it looked at");
        (await floor.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/tips/{tip}/take-down", new { word = "" })).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );

        await floor.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/tips/{tip}/take-down", new { word = "It names a customer" });

        (await floor.Employee.GetAsync($"{floor.Address}/tips")).Main.ShouldNotContain("Novak");
        (await keeper.GetAsync($"{floor.Address}/tips")).Main.ShouldContain("It names a customer");
        (await floor.Desk.ApiAsync(HttpMethod.Post, $"/api/v1/tips/{tip}/accept"))
            .Body.GetProperty("code")
            .GetString()
            .ShouldBe("tip-taken-down");
    }

    [Theory, OnEveryDatabase]
    public async Task A_tip_goes_as_far_as_its_author_says(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        var keeper = await floor.KeepAsync("tips");
        await floor.PostAsync(keeper, "For us only");
        await floor.PostAsync(keeper, "For the network", "network");
        await floor.PostAsync(keeper, "For everybody", "everybody");
        var stranger = await floor.World.SignedInAsync(floor.Stranger);
        var kit = $"/api/v1/rollouts/sites/{floor.Other.Id.Value}/kit/pieces/tips";
        var lead = await floor.World.SignedInAsync(floor.Depot.ProgrammeLead);
        await lead.ApiAsync(HttpMethod.Post, $"{kit}/keeper", new { person = floor.Stranger.Id.Value });
        await stranger.ApiAsync(HttpMethod.Post, $"{kit}/agreement");

        var feed = (await stranger.GetAsync($"/at-your-site/{floor.Other.Id.Value}/tips")).Main;

        feed.ShouldContain("For everybody");
        feed.ShouldContain("For the network");
        feed.ShouldNotContain("For us only");
        (await stranger.GetAsync($"{floor.Address}/tips")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.ApiAsync(HttpMethod.Get, $"/api/v1/tips?site={floor.Depot.Site.Id.Value}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory, OnEveryDatabase]
    public async Task Only_those_who_look_after_the_tips_settle_them(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        await floor.KeepAsync("tips");
        var tip = await floor.PostAsync(floor.Employee, "A hint");
        var colleague = await floor.World.SignedInAsync(floor.Depot.People[2]);

        foreach (var what in (string[])["accept", "take-down"])
        {
            (await colleague.ApiAsync(HttpMethod.Post, $"/api/v1/tips/{tip}/{what}", new { word = "no" })).Status.ShouldBe(
                HttpStatusCode.NotFound,
                what
            );
        }

        (await colleague.GetAsync($"{floor.Address}/tips/waiting")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await colleague.ApiAsync(HttpMethod.Delete, $"/api/v1/tips/{tip}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await colleague.ApiAsync(HttpMethod.Post, $"/api/v1/tips/{tip}/report")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await floor.Employee.ApiAsync(HttpMethod.Delete, $"/api/v1/tips/{tip}")).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory, OnEveryDatabase]
    public async Task A_photo_is_cleaned_and_opens_only_for_those_whom_the_tip_reaches(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        var keeper = await floor.KeepAsync("tips");
        byte[] photo = [0xFF, 0xD8, 0xFF, 0xFE, 0x00, 0x0A, .. "CANARY-1"u8, 0xFF, 0xDA, 0x00, 0x08, 1, 1, 0, 0, 63, 0, 7, 0xFF, 0xD9];
        var (_, made, _) = await keeper.ApiAsync(HttpMethod.Post, "/api/v1/tips", new { text = "Like this", photo });
        var address = $"/tips/{made.GetProperty("id").GetGuid()}/photo";

        var seen = await floor.Employee.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Encoding.Latin1.GetString(seen).ShouldNotContain("CANARY");
        seen[^3..].ShouldBe([7, 0xFF, 0xD9]);
        (await (await floor.World.SignedInAsync(floor.Stranger)).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await keeper.ApiAsync(HttpMethod.Post, "/api/v1/tips", new { text = "Or so", photo = "<svg/>"u8.ToArray() }))
            .Body.GetProperty("code")
            .GetString()
            .ShouldBe("tip-photo-unknown");
    }

    [Theory, OnEveryDatabase]
    public async Task Too_long_a_tip_is_bad_input_and_stays_in_the_form(Database database)
    {
        var floor = await Floor.OpenAsync(await World.OnAsync(database));
        await floor.KeepAsync("tips");
        var page = await (await floor.Employee.GetAsync($"{floor.Address}/tips")).SubmitAsync(
            "main form",
            ("Input.Text", new string('y', 281))
        );

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain(new string('y', 281));
    }

    internal static Task<Page> SendAsync(Browser browser, Page page, string handler)
    {
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector($"form:has([formaction$='handler={handler}'])")!;
        return browser.PostAsync(
            page.Response.RequestMessage!.RequestUri!.PathAndQuery.Split('?')[0] + $"?handler={handler}",
            Page.FieldsOf(form)
        );
    }
}
