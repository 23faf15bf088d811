using System.Net;
using Fieldcraft.Domain.Insight.Figures;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Documents;
using Fieldcraft.Web.Features.Insight;
using Fieldcraft.Web.Language;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Insight;

public sealed class SharesTests
{
    private static readonly Words English = new(
        new WordCatalogue(Path.Combine(AppContext.BaseDirectory, "content"), false),
        "en",
        "UTC",
        true
    );

    [Theory]
    [InlineData(8000, 12, "under 1 %")]
    [InlineData(300, 1, "under 1 % (up to 2)")]
    [InlineData(8000, 7988, "over 99 %")]
    [InlineData(300, 299, "over 99 % (at least 98)")]
    [InlineData(40, 10, "25 % (14 to 40)")]
    [InlineData(2_000_000, 840_000, "42 % (give or take less than a point)")]
    [InlineData(8000, 0, "0 % (give or take less than a point)")]
    public void A_share_is_said_so_that_some_are_not_none_and_an_interval_is_one(int people, int ones, string said) =>
        InsightWords.ShareOf(English, new GroupValue(people, ones, ones, null)).ShouldBe(said);

    [Theory, OnEveryDatabase]
    public async Task The_picture_shows_each_group_on_one_scale_and_says_why_one_is_not_drawn(Database database)
    {
        var world = await World.OnAsync(database);
        var depots = await Depots.InAsync(world);
        await depots.CountAsync(world, Quarter.Of(world.Today).Before);
        var reader = await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor));

        var page = await reader.GetAsync("/insight/challenge");

        var picture = page.Document.QuerySelector("figure.shares")!;
        picture.QuerySelector("[role=img]")!.GetAttribute("aria-label")!.ShouldContain("Have work that stretches");
        var rows = picture.QuerySelectorAll(".shares-row:not(.shares-scale)");
        rows.Select(r => r.QuerySelector("bdi")!.TextContent).ShouldBe(["East depot", "North depot", "South depot", "West depot"]);
        rows[1].QuerySelector("circle")!.GetAttribute("cx").ShouldBe("25%");
        rows[1].QuerySelector(".interval-whisker")!.GetAttribute("x1").ShouldBe("14%");
        rows[1].QuerySelector(".interval-whisker")!.GetAttribute("x2").ShouldBe("40%");
        // 26 of 78 together.
        rows[1].QuerySelector(".interval-target")!.GetAttribute("x1").ShouldBe("33%");
        rows[3].QuerySelector("circle").ShouldBeNull();
        rows[3].TextContent.ShouldContain("Withheld: fewer than 10 people.");
        page.Document.QuerySelectorAll("table tbody tr").Length.ShouldBe(5);

        // Where not one group can be drawn there is no empty picture, and the table says why.
        var none = await reader.GetAsync("/insight/challenge?by=Tenure");
        none.Document.QuerySelectorAll("table tbody tr").Length.ShouldBeGreaterThan(0);
        (await reader.GetAsync("/insight/partner")).Document.QuerySelector("figure.shares").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Every_table_is_taken_as_a_file_with_numbers_and_notes(Database database)
    {
        var world = await World.OnAsync(database);
        var depots = await Depots.InAsync(world);
        await depots.CountAsync(world, Quarter.Of(world.Today).Before);
        var reader = await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor));

        (await reader.GetAsync("/insight/challenge/csv")).Text.ShouldContain("North depot,25,14,40,40,");
        var all = await reader.GetAsync("/insight/csv");
        all.Text.ShouldContain("Have work that stretches,33,");
        all.Text.ShouldContain("Have a partner,,,,,Withheld");
        (await reader.GetAsync("/insight/xlsx")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_newest_quarter_is_open_before_anybody_asks(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var depots = await Depots.InAsync(world);
        var newest = Quarter.Of(world.Today).Before;
        await depots.CountAsync(world, newest.Before, ofNorth: 30);
        await depots.CountAsync(world, newest);
        var reader = await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor));

        await app.Get<QuartersKeptOpen>().OpenAsync(TestContext.Current.CancellationToken);
        await app.InDatabaseAsync(db => db.ReleaseFigures.ExecuteDeleteAsync());

        (await reader.GetAsync("/insight/challenge/csv")).Text.ShouldContain("North depot,25,14,40,40,");
        (await reader.GetAsync($"/insight/challenge/csv?quarter={newest.Before.Name}")).Text.ShouldContain("North depot,,,,,Withheld");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Without_a_printer_the_table_is_shown_again_and_says_so(Database database)
    {
        await using var app = await TestApp.StartAsync(database, also: builder => builder.Services.AddSingleton<IPdfPrinter, NoPrinter>());
        var world = await World.InAsync(app);
        var depots = await Depots.InAsync(world);
        await depots.CountAsync(world, Quarter.Of(world.Today).Before);
        var reader = await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor));

        var refused = await reader.GetAsync("/insight/challenge/pdf?by=Work");

        refused.RedirectsTo.ShouldBe("/insight/challenge?by=Work");
        (await reader.GetAsync(refused.RedirectsTo!)).Text.ShouldContain("Print it with your browser instead");
    }
}
