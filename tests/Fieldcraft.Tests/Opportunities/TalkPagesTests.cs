using System.Net;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Opportunities;

public sealed class TalkPagesTests
{
    [Theory, OnEveryDatabase]
    public async Task Questions_are_chosen_put_in_order_and_carried_on_a_card(Database database)
    {
        var browser = await SignedInAsync(database);
        var page = await browser.GetAsync("/opportunities/questions");
        page.Document.QuerySelectorAll("main input[name=q]").Length.ShouldBe(58);

        var card = await browser.GetAsync("/opportunities/card?q=g1&q=o3&q=nonsense&q=o3&q=u2");
        card.Document.QuerySelectorAll("main ol.counted > li > p")
            .Select(p => p.TextContent)
            .ShouldBe([
                "What has to have gone well for you by the end of this year?",
                "Which of these is a nuisance and which costs real money or customers?",
                "What have I not asked that matters?",
            ]);
        card.Main.ShouldContain("there is room for more");
        var earlier = card.Document.QuerySelectorAll("main ol.counted a")[1].GetAttribute("href")!;
        (await browser.GetAsync(earlier))
            .Document.QuerySelectorAll("main ol.counted > li > p")[1]
            .TextContent.ShouldBe("What have I not asked that matters?");
        (await browser.GetAsync("/opportunities/questions?q=g1")).Document.QuerySelectorAll("main input[checked]").Length.ShouldBe(1);
        (await browser.GetAsync("/opportunities/card")).Main.ShouldContain("Choose at least one question");
    }

    [Theory, OnEveryDatabase]
    public async Task A_sentence_that_closes_the_talk_gets_another_way_of_asking_and_is_not_kept(Database database)
    {
        var browser = await SignedInAsync(database);
        var page = await browser.GetAsync("/opportunities/questions");

        var offered = await page.SubmitAsync("#try form", ("Sentence", "Why do you still do this by hand?"));
        offered.Main.ShouldContain("There was a reason for how it is");
        offered.Main.ShouldContain("What have you tried already, and what came of it?");
        (await page.SubmitAsync("#try form", ("Sentence", "What worries you most?"))).Main.ShouldContain(
            "Nothing here asks to be said another way"
        );
        (await page.SubmitAsync("#try form", ("Sentence", new string('a', 401)))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync("/opportunities/questions")).Main.ShouldNotContain("by hand");

        // What was chosen before stays chosen beside it.
        var tried = await (await browser.GetAsync("/opportunities/questions?q=g1&q=o3")).SubmitAsync(
            "#try form",
            ("Sentence", "What worries you most?")
        );
        tried.Document.QuerySelectorAll("main input[checked]").Length.ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_reads_the_questions_and_looks_at_a_sentence(Database database)
    {
        var browser = await SignedInAsync(database);

        var questions = await browser.ApiAsync(HttpMethod.Get, "/api/v1/opportunities/questions");
        questions.Body.GetProperty("items").GetArrayLength().ShouldBe(58);
        var offer = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/opportunities/reframing",
            new { sentence = "Nobody ever tells us anything." }
        );
        offer.Body.GetProperty("offer").GetProperty("kind").GetString().ShouldBe("complaint");
        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/opportunities/reframing", new { })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<Browser> SignedInAsync(Database database)
    {
        var world = await World.OnAsync(database);
        return await world.SignedInAsync(await world.LeaderAsync("Amira"));
    }
}
