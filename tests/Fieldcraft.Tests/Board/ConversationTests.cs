using System.Net;
using Fieldcraft.Domain.Board;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Board;

/// <summary>Interest is the start of a conversation of two, and nothing of it reaches anybody else.</summary>
public sealed class ConversationTests
{
    private const string Canary = "canary-interest-of-two";

    [Theory, OnEveryDatabase]
    public async Task Two_people_talk_and_the_poster_goes_on_with_one_of_them(Database database)
    {
        var world = await World.OnAsync(database);
        var (poster, tomas, bea) = (await world.PersonAsync("Ines"), await world.PersonAsync("Tomas"), await world.PersonAsync("Bea"));
        var (posters, asks, also) = (await world.SignedInAsync(poster), await world.SignedInAsync(tomas), await world.SignedInAsync(bea));
        var posting = await posters.PostAsync(world);

        var form = await asks.GetAsync($"/board/ask?posting={posting}");
        (await form.SubmitAsync("main form.fields")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var sent = await form.SubmitAsync("main form.fields", ("Message", "How does it show at night?"), ("Newness", "DoneBefore"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect, sent.Main);
        (await form.SubmitAsync("main form.fields", ("Message", "Again"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await asks.GetAsync($"/board/ask?posting={posting}")).Status.ShouldBe(HttpStatusCode.Redirect);
        var second = await also.AskAboutAsync(posting);

        (await posters.GetAsync($"/board/{posting}")).Main.ShouldContain("Tomas Test");
        var talk = await posters.GetAsync(sent.RedirectsTo!);
        talk.Main.ShouldContain("How does it show at night?");
        talk.Text.ShouldNotContain("DoneBefore");
        talk.Main.ShouldNotContain("Done before");
        (await posters.ReadAsync($"/postings/interests/{sent.RedirectsTo!.Split('/')[^1]}")).ToString().ShouldNotContain("DoneBefore");
        (await talk.SubmitAsync("main form.fields", ("Text", "Come by on Tuesday"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await asks.GetAsync(sent.RedirectsTo!)).Main.ShouldContain("Come by on Tuesday");
        (await also.GetAsync(sent.RedirectsTo!)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await asks.DoAsync($"/postings/interests/{sent.RedirectsTo!.Split('/')[^1]}/taking-up")).ShouldBe(HttpStatusCode.NotFound);

        (await (await posters.GetAsync(sent.RedirectsTo!)).SubmitAsync("main form[action$='handler=TakeUp']")).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await asks.GetAsync(sent.RedirectsTo!)).Text.ShouldContain($"/board/trials/new?posting={posting}");
        (await also.GetAsync($"/board/conversations/{second}")).Main.ShouldContain("closed before anything came of it");
        (await also.DoAsync($"/postings/interests/{second}/lines", new { text = "Hello" })).ShouldBe(HttpStatusCode.Conflict);
        (await (await world.SignedInAsync(await world.PersonAsync("Cem"))).GetAsync($"/board/{posting}")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await world.NoticesOfAsync(tomas)).ShouldBe(["board.notice.written", "board.notice.taken_up"]);
        (await world.NoticesOfAsync(bea)).ShouldBe(["board.notice.posting_closed"]);
        (await world.NoticesOfAsync(poster)).ShouldBe(["board.notice.asked", "board.notice.asked"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Either_ends_it_and_the_answer_about_newness_can_be_changed(Database database)
    {
        var world = await World.OnAsync(database);
        var (posters, asks) = (
            await world.SignedInAsync(await world.PersonAsync("Ines")),
            await world.SignedInAsync(await world.PersonAsync("Tomas"))
        );
        var first = await asks.AskAboutAsync(await posters.PostAsync(world));
        var second = await asks.AskAboutAsync(await posters.PostAsync(world));

        var page = await asks.GetAsync($"/board/conversations/{first}");
        (await page.SubmitAsync("main form[action$='handler=Newness']", ("Newness", "Partly"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var id = InterestId.From(first);
        (await world.InDatabaseAsync(db => db.Interests.Where(i => i.Id == id).Select(i => i.Newness).FirstAsync())).ShouldBe(
            WorkNewness.Partly
        );
        (await posters.ApiAsync(HttpMethod.Put, $"/api/v1/postings/interests/{first}/newness", new { newness = "New" })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await page.SubmitAsync("main form[action$='handler=End']")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await posters.DoAsync($"/postings/interests/{second}/end")).ShouldBe(HttpStatusCode.NoContent);
        (await asks.DoAsync($"/postings/interests/{second}/end")).ShouldBe(HttpStatusCode.Conflict);
        (await asks.GetAsync($"/board/conversations/{second}")).Main.ShouldContain("This conversation has ended");
    }

    /// <summary>The own manager, an administrator and everybody else look through every address, and in the database, for what only two may know.</summary>
    [Theory, OnServersOfItsOwn]
    public async Task Nobody_else_learns_that_somebody_asked(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var manager = await world.PersonAsync("Noor");
        var poster = await world.PersonAsync("Ines");
        var person = await world.PersonAsync("Zoraida", manager);
        await world.PersonAsync("Other", manager);
        var (posters, asks) = (await world.SignedInAsync(poster), await world.SignedInAsync(person));
        var posting = await posters.PostAsync(world, "A posting to look for");
        var browsers = new Dictionary<string, Browser>(StringComparer.Ordinal)
        {
            ["manager"] = await world.SignedInAsync(manager),
            ["administrator"] = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator)),
            ["sponsor"] = await world.SignedInAsync(await world.HolderOfAsync(Role.Sponsor)),
        };
        var addresses = Addresses(app, posting, person.Id.Value).ToList();
        foreach (var browser in browsers.Values)
        {
            await browser.GetAsync("/");
        }

        var before = await SeenAsync();
        var interest = await asks.AskAboutAsync(posting, Canary, "DoneBefore");
        (await posters.DoAsync($"/postings/interests/{interest}/lines", new { text = $"{Canary} answered" })).ShouldBe(
            HttpStatusCode.NoContent
        );

        (await posters.GetAsync($"/board/conversations/{interest}")).Text.ShouldContain(Canary);
        (await asks.GetAsync($"/board/conversations/{interest}")).Text.ShouldContain($"{Canary} answered");
        var after = await SeenAsync();
        foreach (var (key, text) in after)
        {
            text.ShouldNotContain(Canary, Case.Insensitive, key);
            text.ShouldNotContain(interest.ToString(), Case.Insensitive, key);
            // What these people see is the same to the letter, whether somebody asked or not: no list, no count, no mark.
            var at = text.Zip(before[key]).TakeWhile(p => p.First == p.Second).Count();
            text.ShouldBe(before[key], $"{key}: {text[Math.Max(0, at - 80)..Math.Min(text.Length, at + 80)]}");
        }

        foreach (var browser in browsers.Values)
        {
            (await browser.GetAsync($"/board/conversations/{interest}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Get, $"/api/v1/postings/interests/{interest}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.GetAsync("/search?q=canary")).Text.ShouldNotContain(Canary);
        }

        (await world.NoticesOfAsync(manager)).ShouldBeEmpty();
        var letters = await world.InDatabaseAsync(db => db.Jobs.AsNoTracking().Select(j => j.Payload).ToListAsync());
        letters.ShouldAllBe(l => l == null || !l.Contains(Canary));
        var events = await world.InDatabaseAsync(db => db.Events.AsNoTracking().ToListAsync());
        events.Where(e => e.OwnerId == manager.Id.Value).ShouldAllBe(e => !e.Name.Contains("Interest"));

        async Task<Dictionary<string, string>> SeenAsync()
        {
            var seen = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (who, browser) in browsers)
            {
                foreach (var address in addresses)
                {
                    seen[$"{who} at {address}"] = Stripped((await browser.GetAsync(address)).Text);
                }
            }

            return seen;
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_manager_who_posted_reads_the_conversation_as_its_poster(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var (managers, asks) = (await world.SignedInAsync(manager), await world.SignedInAsync(await world.PersonAsync("Amira", manager)));

        var interest = await asks.AskAboutAsync(await managers.PostAsync(world));

        (await managers.GetAsync($"/board/conversations/{interest}")).Main.ShouldContain("How does it show?");
    }

    private static IEnumerable<string> Addresses(TestApp app, Guid posting, Guid person) =>
        app.Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(a => a.Count(c => c == '{') <= 1 && !a.Contains("stream") && !a.Contains('*') && !a.Contains("sign-out"))
            .Where(a =>
                a.Contains("board")
                || a.Contains("postings")
                || a.Contains("people")
                || a is "/"
                || a.Contains("trial")
                || a.Contains("units")
            )
            .SelectMany(a =>
                a.Contains('{')
                    ? new[] { posting, person }.Select(id => System.Text.RegularExpressions.Regex.Replace(a, @"\{[^}]*\}", id.ToString()))
                    : [a]
            )
            .Distinct();

    /// <summary>Without what differs on every request: keys of forms and scripts, and the number of the request.</summary>
    private static string Stripped(string text) =>
        System.Text.RegularExpressions.Regex.Replace(
            text,
            "(name=\"_form\"[^>]*>)|(nonce=\"[^\"]*\")|(requestId\":\"[^\"]*\")|(traceId\":\"[^\"]*\")",
            ""
        );
}
