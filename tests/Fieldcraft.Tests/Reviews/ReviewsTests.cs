using System.Net;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Reviews;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Reviews;

public sealed class ReviewsTests
{
    private const string Canary = "I cut Sunita off twice and the room went quiet";

    private static readonly (string Name, string Value)[] Whole =
    [
        ("Input.WhatHappened", Canary),
        ("Input.GoodPart", "I had sent the numbers before"),
        ("Input.LessGoodPart", "I answered for the crew"),
        ("Input.OtherExplanation", "It was the end of a double shift"),
        ("Input.OutsideSource", "Bilal, who took the notes"),
        ("Input.WithinControl", "When I speak"),
        ("Input.NextIf", "a question goes to the crew"),
        ("Input.NextThen", "count to ten before I speak"),
        ("Input.NextOn", "2026-12-01"),
    ];

    [Theory, OnEveryDatabase]
    public async Task Each_answer_is_saved_as_it_is_given(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var address = await SetDownAsync(browser);
        var sheet = await browser.GetAsync(address);
        var fields = Page.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)sheet.Document.QuerySelector("main form")!);
        fields.RemoveAll(f => f.Key == "Input.WhatHappened");
        fields.Add(new("Input.WhatHappened", Canary));

        var saved = await browser.PostAsync(address, fields, ("X-Fieldcraft-Autosave", "1"));

        saved.Status.ShouldBe(HttpStatusCode.OK);
        saved.Text.ShouldContain("\"version\":2");
        (await browser.GetAsync(address)).Document.QuerySelector("textarea")!.TextContent.ShouldContain(Canary);
    }

    [Theory, OnEveryDatabase]
    public async Task A_review_is_closed_when_every_question_has_an_answer(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var address = await SetDownAsync(browser);

        var answer = await (await browser.GetAsync(address)).SubmitAsync("main form", [.. Whole, ("close", "1")]);

        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Main);
        (await browser.GetAsync(address)).Main.ShouldContain("If a question goes to the crew, then I will count to ten before I speak.");
        (await browser.GetAsync("/reviews")).Main.ShouldContain("closed");
    }

    [Theory, OnEveryDatabase]
    public async Task One_half_of_the_second_question_is_not_enough_and_nothing_typed_is_lost(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var address = await SetDownAsync(browser);

        var answer = await (await browser.GetAsync(address)).SubmitAsync(
            "main form",
            [.. Whole.Where(f => f.Name != "Input.LessGoodPart"), ("close", "1")]
        );

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("both halves");
        answer.Document.QuerySelector(".error-summary a")!.GetAttribute("href").ShouldBe("#Input_LessGoodPart");
        (await browser.GetAsync(address)).Main.ShouldContain("Bilal, who took the notes");
        (await answer.SubmitAsync("main form", ("Input.LessGoodPart", "I answered for the crew"), ("close", "1"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
    }

    [Theory, OnEveryDatabase]
    public async Task Two_tabs_lose_neither_text(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var address = await SetDownAsync(browser);
        var (one, two) = (await browser.GetAsync(address), await browser.GetAsync(address));
        await one.SubmitAsync("main form", ("Input.GoodPart", "from tab one"));

        var answer = await two.SubmitAsync("main form", ("Input.GoodPart", "from tab two"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("from tab one");
        answer.Document.QuerySelector("textarea[name='Input.GoodPart']")!.TextContent.ShouldContain("from tab two");
        (await answer.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_review_set_down_for_a_day_to_come_is_offered_when_the_day_is_there(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        await SetDownAsync(await world.SignedInAsync(leader), "2026-11-26");

        (await (await world.SignedInAsync(leader)).GetAsync("/reviews")).Main.ShouldNotContain("Still fresh");
        app.Clock.Advance(TimeSpan.FromDays(3));
        (await (await world.SignedInAsync(leader)).GetAsync("/reviews")).Main.ShouldContain("Still fresh");
        app.Clock.Advance(TimeSpan.FromDays(2));
        (await (await world.SignedInAsync(leader)).GetAsync("/reviews")).Main.ShouldNotContain("Still fresh");
    }

    [Theory, OnEveryDatabase]
    public async Task A_partner_reads_a_shared_copy(Database database)
    {
        var world = await World.OnAsync(database);
        var (leader, partner) = (await world.LeaderAsync("Amira"), await world.ActivatedAsync(await world.PersonAsync("Dalia")));
        var browser = await world.SignedInAsync(leader);
        var address = await SetDownAsync(browser);
        await (await browser.GetAsync(address)).SubmitAsync("main form", Whole);
        var item = address.Split('/')[^1];

        var (status, shared, _) = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/shares",
            new
            {
                kind = "review",
                item,
                readers = new[] { partner.Id.Value },
            }
        );

        status.ShouldBe(HttpStatusCode.Created);
        var copy = await (await world.SignedInAsync(partner)).GetAsync($"/shared-with-me/{shared.GetProperty("id").GetGuid()}");
        copy.Main.ShouldContain(Canary);
        copy.Main.ShouldContain("Bilal, who took the notes");
        (await browser.GetAsync(address)).Main.ShouldContain("Shared with Dalia");
    }

    [Theory, OnEveryDatabase]
    public async Task A_manager_and_an_administrator_find_no_review(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var owner = await world.SignedInAsync(await world.PersonAsync("Amira", manager));
        var address = await SetDownAsync(owner);
        await (await owner.GetAsync(address)).SubmitAsync("main form", Whole);
        foreach (var stranger in new[] { manager, await world.HolderOfAsync(Role.Administrator) })
        {
            var browser = await world.SignedInAsync(stranger);
            (await browser.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.GetAsync($"/shares/new?kind=review&item={address.Split('/')[^1]}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Get, $"/api/v1{address}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Delete, $"/api/v1{address}", null, ("If-Match", "\"2\""))).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
            (await browser.ApiAsync(HttpMethod.Put, $"/api/v1{address}", new { }, ("If-Match", "\"2\""))).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }
    }

    [Theory, OnEveryDatabase]
    public async Task The_database_holds_no_readable_word_of_a_review(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var address = await SetDownAsync(browser);
        await (await browser.GetAsync(address)).SubmitAsync("main form", Whole);
        var id = ReviewId.From(Guid.Parse(address.Split('/')[^1]));

        var row = await world.InDatabaseAsync(db => db.Reviews.AsNoTracking().SingleAsync(r => r.Id == id));

        Encoding.UTF8.GetString(row.WhatHappened!.ToBytes()).ShouldNotContain("Sunita");
        Encoding.UTF8.GetString(row.Event.ToBytes()).ShouldNotContain("handover");
    }

    [Theory, OnEveryDatabase]
    public async Task The_api_writes_closes_and_refuses_by_name(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var (status, _, response) = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/reviews",
            new { @event = "The handover", on = "2026-11-24" }
        );
        var address = response.Headers.Location!.OriginalString;

        var written = await browser.ApiAsync(HttpMethod.Put, address, new { whatHappened = Canary }, ("If-Match", "\"1\""));
        var stale = await browser.ApiAsync(HttpMethod.Put, address, new { whatHappened = "late" }, ("If-Match", "\"1\""));
        var refused = await browser.ApiAsync(
            HttpMethod.Post,
            $"{address}/closing",
            new { whatHappened = Canary, goodPart = "one half" },
            ("If-Match", "\"2\"")
        );

        status.ShouldBe(HttpStatusCode.Created);
        written.Status.ShouldBe(HttpStatusCode.OK);
        stale.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        stale.Body.GetProperty("theirs").GetProperty("answers").GetProperty("whatHappened").GetString().ShouldBe(Canary);
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Body.GetProperty("code").GetString().ShouldBe("review-needs-both-halves");
        (await browser.ApiAsync(HttpMethod.Delete, address, null, ("If-Match", "\"2\""))).Status.ShouldBe(HttpStatusCode.NoContent);
        (await browser.ApiAsync(HttpMethod.Get, address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Every_page_of_the_room_needs_at_most_six_queries(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var browser = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var address = "";
        for (var i = 0; i < 5; i++)
        {
            address = await SetDownAsync(browser);
        }

        using var queries = Queries.Of(app);
        foreach (var one in new[] { "/reviews", "/reviews/new", address })
        {
            await browser.GetAsync(one);
            (await queries.InAsync(() => browser.GetAsync(one))).ShouldBeInRange(1, 6, one);
        }
    }

    private static async Task<string> SetDownAsync(Browser browser, string on = "2026-11-24")
    {
        var answer = await (await browser.GetAsync("/reviews/new")).SubmitAsync(
            "main form",
            ("Input.Event", "The handover on Tuesday"),
            ("Input.On", on),
            ("Input.Partner", "Dalia")
        );
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Main);
        return answer.RedirectsTo!;
    }
}
