using System.Net;
using Fieldcraft.Domain.Assignments;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Conditions;

public sealed class BesideTheInquiryTests
{
    private const string Said = "Two lines become one in May.";

    [Theory, OnEveryDatabase]
    public async Task A_leader_reads_what_the_organisation_says_beside_the_own_answer(Database database)
    {
        var (tree, _, browser, inquiry) = await BeginAsync(database);

        var page = await browser.GetAsync(inquiry);

        page.Document.QuerySelector("#s2 .beside-own")!.TextContent.ShouldContain(Said);
        page.Document.QuerySelector("#s2 .beside-own")!.TextContent.ShouldContain($"{tree.Facility.Name} says");
        page.Document.QuerySelector("#s1 .beside-own").ShouldBeNull();
        page.Document.QuerySelector("#s1 input[name='Answer.Stance']").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task It_is_taken_over_below_what_was_written_and_only_once(Database database)
    {
        var (_, _, browser, inquiry) = await BeginAsync(database);
        var page = await browser.GetAsync(inquiry);
        var use = page.Document.QuerySelector("#s2 button[name=use]")!.GetAttribute("value")!;

        (await page.SubmitAsync("#s2", ("Answer.Text", "My night team first."), ("use", use))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await (await browser.GetAsync(inquiry)).SubmitAsync("#s2", ("use", use))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await browser.GetAsync(inquiry))
            .Document.QuerySelector("#s2 textarea")!
            .TextContent.Trim()
            .ShouldBe($"My night team first.\n\n{Said}");
    }

    [Theory, OnEveryDatabase]
    public async Task Disagreeing_is_sealed_and_for_the_own_eyes(Database database)
    {
        var (tree, leader, browser, inquiry) = await BeginAsync(database);
        var page = await browser.GetAsync(inquiry);

        await page.SubmitAsync("#s2", ("Answer.Text", "It is three lines."), ("Answer.Stance", nameof(AnswerStance.Differs)));

        var own = await browser.GetAsync(inquiry);
        own.Document.QuerySelector("#s2 input[value=Differs]")!.HasAttribute("checked").ShouldBeTrue();
        var row = await tree.World.InDatabaseAsync(db => db.Answers.AsNoTracking().SingleAsync(a => a.OwnerId == leader.Id));
        System.Text.Encoding.UTF8.GetString(row.Stance!.ToBytes()).ShouldNotContain("Differs");
        (await (await tree.World.SignedInAsync(tree.Lead)).GetAsync(inquiry)).Status.ShouldBe(HttpStatusCode.NotFound);
        (
            await (await tree.World.SignedInAsync(tree.Designer)).GetAsync($"/units/{tree.Facility.Id.Value}/conditions")
        ).Text.ShouldNotContain("three lines");
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_text_that_is_newer_than_the_answer_says_so(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (tree, _, browser, inquiry) = await BeginAsync(await World.InAsync(app));
        await (await browser.GetAsync(inquiry)).SubmitAsync("#s2", ("Answer.Text", "Known."));
        (await browser.GetAsync(inquiry)).Document.QuerySelector("#s2 .due").ShouldBeNull();

        app.Clock.Advance(TimeSpan.FromHours(1));
        await tree.SayAsync(tree.Lead, tree.Facility, "s2", "Two lines become one in August.");

        (await browser.GetAsync(inquiry)).Document.QuerySelector("#s2 .due")!.TextContent.ShouldContain("newer");
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_inquiry_asks_the_database_at_most_six_times_with_texts_beside_it(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var (_, _, browser, inquiry) = await BeginAsync(await World.InAsync(app));
        await (await browser.GetAsync(inquiry)).SubmitAsync("#s2", ("Answer.Text", "Known."));

        (await Queries.OfAsync(app, browser, inquiry)).Count.ShouldBeLessThanOrEqualTo(6);
        (await Queries.OfAsync(app, browser, $"{inquiry}/s2")).Count.ShouldBeLessThanOrEqualTo(6);
    }

    private static async Task<(Tree, Person, Browser, string)> BeginAsync(Database database) =>
        await BeginAsync(await World.OnAsync(database));

    private static async Task<(Tree Tree, Person Leader, Browser Browser, string Inquiry)> BeginAsync(World world)
    {
        var tree = await Tree.GrowAsync(world);
        await tree.SayAsync(tree.Lead, tree.Facility, "s2", Said);
        var leader = await world.PersonAsync("Amira", unit: tree.Team);
        var browser = await world.SignedInAsync(leader);
        var (_, made, _) = await browser.ApiAsync(HttpMethod.Post, "/api/v1/assignments", new { title = "Bring two lines together" });
        return (tree, leader, browser, $"/assignments/{made.GetProperty("id").GetGuid()}/inquiry");
    }
}
