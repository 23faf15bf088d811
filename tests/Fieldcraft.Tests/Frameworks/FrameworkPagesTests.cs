using System.Net;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Frameworks;

public sealed class FrameworkPagesTests
{
    private static readonly string Default = FrameworkWorld.Edition(FrameworkEditionId.Default);

    [Theory, OnServersOfItsOwn]
    public async Task Everybody_reads_the_default_before_the_first_edition(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);

        var page = await framework.Reader.GetAsync("/framework");
        var matrix = await framework.Reader.GetAsync($"{Default}/matrix");

        page.Document.QuerySelectorAll("section.capability").Length.ShouldBe(18);
        page.Main.ShouldContain("Edition 1");
        page.Main.ShouldContain("New directions, much");
        page.Main.ShouldNotContain("Work on the framework");
        matrix.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(18);
        matrix.Document.QuerySelectorAll("thead th").Length.ShouldBe(17);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_new_name_is_read_by_nobody_before_it_is_published_and_by_everybody_after(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        await framework.StartAsync();
        (
            await framework.RewriteAsync(
                "composure",
                ("Input.Name", "Calm in the peak"),
                ("Input.Examples", "The Black Friday night\nThe flood of 2025")
            )
        ).Status.ShouldBe(HttpStatusCode.Redirect);

        (await framework.Reader.GetAsync("/framework")).Main.ShouldNotContain("Calm in the peak");
        var preview = await framework.Designer.GetAsync("/framework/draft/preview");
        preview.Document.QuerySelector("#composure ins")!.TextContent.ShouldContain("Calm in the peak");
        (await framework.PublishAsync("Our own words for peak season.")).RedirectsTo.ShouldBe("/framework");
        var read = await framework.Reader.GetAsync("/framework");

        read.Main.ShouldContain("Calm in the peak");
        read.Main.ShouldContain("The flood of 2025");
        read.Main.ShouldContain("Our own words for peak season.");
        read.Main.ShouldContain("Edition 2");
        (await framework.Reader.GetAsync(Default)).Main.ShouldContain("Composure and stamina");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Two_editions_stand_side_by_side_with_what_differs(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        await framework.StartAsync();
        await framework.RewriteAsync("composure", ("Input.Name", "Calm in the peak"));
        await framework.PressAsync("Hide", "networking");
        await framework.PublishAsync();
        var second = await framework.World.InDatabaseAsync(db => db.FrameworkEditions.Select(e => e.Id).SingleAsync());

        var page = await framework.Reader.GetAsync($"/framework/compare?from={FrameworkEditionId.Default.Value}&to={second.Value}");

        page.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        page.Document.QuerySelector("tbody del")!.TextContent.ShouldContain("Composure and stamina");
        page.Main.ShouldContain("not offered any more");
        (await framework.Reader.GetAsync($"/framework/compare?from={Guid.NewGuid()}&to={second.Value}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await framework.Reader.GetAsync("/framework")).Main.ShouldContain("Not offered any more");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Only_designers_of_learning_and_administrators_open_the_draft(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        await framework.StartAsync();
        var draft = await framework.World.InDatabaseAsync(db => db.FrameworkEditions.Select(e => e.Id).SingleAsync());
        string[] pages =
        [
            "",
            "/new",
            "/challenges",
            "/preview",
            "/publish",
            "/discard",
            "/capabilities/composure",
            "/capabilities/composure/weights",
        ];
        foreach (var role in Enum.GetValues<Role>())
        {
            var browser = await framework.World.SignedInAsync(await framework.World.HolderOfAsync(role, role.ToString()));
            var expected = role is Role.LearningDesigner or Role.Administrator ? HttpStatusCode.OK : HttpStatusCode.NotFound;
            foreach (var address in pages.Select(p => $"/framework/draft{p}").Append("/framework/import"))
            {
                (await browser.GetAsync(address)).Status.ShouldBe(expected, $"{role} {address}");
            }
        }

        (await framework.Reader.GetAsync(FrameworkWorld.Edition(draft))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await framework.Reader.GetAsync($"{FrameworkWorld.Edition(draft)}/framework.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await framework.Designer.GetAsync($"{FrameworkWorld.Edition(draft)}/framework.csv")).Status.ShouldBe(HttpStatusCode.OK);
        (await framework.Reader.ApiAsync(HttpMethod.Get, $"/api/v1/frameworks/{draft.Value}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await framework.Reader.ApiAsync(HttpMethod.Post, "/api/v1/frameworks")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_page_of_the_framework_asks_at_most_six_times(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        await framework.StartAsync();
        await framework.RewriteAsync("composure", ("Input.Name", "Calm in the peak"));
        await framework.PublishAsync();
        await framework.StartAsync();
        var app = framework.World.App;
        string[] pages =
        [
            "/framework",
            Default,
            $"{Default}/matrix",
            $"/framework/compare?from={FrameworkEditionId.Default.Value}&to={FrameworkEditionId.Default.Value}",
            "/framework/draft",
            "/framework/draft/preview",
            "/framework/draft/capabilities/composure",
            "/framework/import",
        ];
        foreach (var address in pages)
        {
            (await Queries.OfAsync(app, framework.Designer, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_script_in_a_name_is_a_text_like_any_other(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        await framework.StartAsync();
        await framework.RewriteAsync("composure", ("Input.Name", "<script>alert(1)</script>"));
        await framework.PublishAsync();

        var page = await framework.Reader.GetAsync("/framework");

        page.Text.ShouldNotContain("<script>alert");
        page.Main.ShouldContain("<script>alert(1)</script>");
    }
}
