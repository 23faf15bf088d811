using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Fieldcraft.Domain.Conversations;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Tests.Conversations;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Conversations;
using Fieldcraft.Web.Language;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Strategy;

/// <summary>A working session of those who lead, from the Strategy page to the pieces that came of it.</summary>
public sealed class StrategySessionTests
{
    [Theory, OnEveryDatabase]
    public async Task Leaders_write_on_their_phones_and_what_they_showed_is_taken_over(Database database)
    {
        var world = await World.OnAsync(database);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        var amira = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var boris = await world.SignedInAsync(await world.LeaderAsync("Boris"));
        (await lead.GetAsync("/strategy")).Main.ShouldContain("Work on this together");
        var opening = await lead.GetAsync("/strategy/sessions");
        (await opening.SubmitAsync("form[data-open]", ("Name", ""))).Status.ShouldBe(HttpStatusCode.BadRequest);
        var address = (await opening.SubmitAsync("form[data-open]", ("Name", "Two hours"))).RedirectsTo!;
        var code = (await lead.GetAsync(address)).Document.QuerySelector(".join-code")!.TextContent;
        foreach (var phone in (Browser[])[amira, boris])
        {
            (await (await phone.GetAsync("/join")).SubmitAsync("main form", ("Input.Code", code))).RedirectsTo.ShouldBe(address);
        }

        await ActAsync(lead, address, "begin");
        await OnToAsync(lead, address, "What do we want?");
        await WriteAsync(amira, address, "Every parcel on time", shows: true);
        await WriteAsync(boris, address, "Quiet Mondays", shows: true);
        await ActAsync(lead, address, "on");
        var screen = await lead.GetAsync($"{address}/screen");
        screen.Main.ShouldContain("Every parcel on time");
        screen.Main.ShouldContain("Quiet Mondays");
        screen.Document.QuerySelector(".clock").ShouldNotBeNull();
        await OnToAsync(lead, address, "What do we have?");
        await WriteAsync(boris, address, "Fear of the call", shows: false);
        await OnToAsync(lead, address, "What shows what the challenge is?");
        await WriteAsync(amira, address, "One in nine is late", shows: true);
        await OnToAsync(lead, address, "What is the one thing that has to be solved?");
        await WriteAsync(boris, address, "Nobody may change a routine", shows: true);
        await OnToAsync(lead, address, "Which way do we choose?");
        await WriteAsync(amira, address, "Teams decide", shows: true);
        await WriteAsync(boris, address, "Learn at the belt", shows: true);
        await OnToAsync(lead, address, "So we will not …");
        await WriteAsync(amira, address, "ask upwards", shows: true);
        await OnToAsync(lead, address, "What do we try first?");
        await WriteAsync(boris, address, "Dock 3 re-plans", shows: true);
        await OnToAsync(lead, address, "Where do you stand, and why?");
        await WriteAsync(amira, address, "Along with it, but not on nights", shows: true);
        (await amira.GetAsync(address)).Main.ShouldContain("say on record where you stand");
        await ActAsync(lead, address, "on");
        (await lead.GetAsync($"{address}/screen")).Main.ShouldContain("Along with it, but not on nights");
        await ActAsync(lead, address, "end");

        (await amira.GetAsync(address)).Main.ShouldNotContain("Take over what was said");
        var way = (await lead.GetAsync(address)).Document.QuerySelector("main a[href^='/strategy/sessions/']")!.GetAttribute("href")!;
        var page = await lead.GetAsync(way);
        page.Main.ShouldNotContain("Fear of the call");
        page.Main.ShouldNotContain("Along with it");
        (await page.SubmitAsync("form[data-take-over]")).Status.ShouldBe(HttpStatusCode.BadRequest);
        var said = new[]
        {
            "Every parcel on time",
            "Quiet Mondays",
            "One in nine is late",
            "Nobody may change a routine",
            "Teams decide",
            "Learn at the belt",
            "Dock 3 re-plans",
        };
        var ticked = Ticked(page, said);
        var refused = await lead.PostAsync(way, ticked);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest, "A policy that rules nothing out is none.");
        (await lead.GetAsync("/strategy")).Main.ShouldNotContain("Teams decide");
        var empty = ticked.FindIndex(f => f.Key == $"WillNots[{ValueOf(page, "Learn at the belt")}]");
        ticked[empty] = new(ticked[empty].Key, "add courses");
        (await lead.PostAsync(way, ticked)).RedirectsTo.ShouldBe(way);

        var strategy = await amira.GetAsync("/strategy");
        foreach (var text in (string[])[.. said, "ask upwards", "add courses"])
        {
            strategy.Main.ShouldContain(text);
        }

        strategy.Main.ShouldNotContain("Boris");
        var again = await lead.GetAsync(way);
        again.Document.QuerySelectorAll("input[name=Take]").ShouldBeEmpty();
        again.Main.ShouldContain("stands in the strategy");
        (await lead.PostAsync(way, ticked)).Status.ShouldBe(HttpStatusCode.Redirect);
        var unit = world.Organisation.Id;
        var entries = await world.InDatabaseAsync(db => db.StrategyEntries.AsNoTracking().Where(e => e.UnitId == unit).ToListAsync());
        entries.Count(e => e.Kind == StrategyKind.Policy).ShouldBe(2);
        entries
            .Single(e => e.Kind == StrategyKind.Opening)
            .Sheet["want"]
            .Split('\n')
            .ShouldBe(["Every parcel on time", "Quiet Mondays"], ignoreOrder: true);
        // Whoever has the data alone does not learn whose answer a piece was.
        var answers = await world.InDatabaseAsync(db => db.SessionAnswers.AsNoTracking().Select(a => a.Id.Value).ToListAsync());
        entries.Select(e => e.Id.Value).Intersect(answers).ShouldBeEmpty();
        entries.Single(e => e.Kind == StrategyKind.Evidence).Sheet["source"].ShouldBe("Two hours");
        entries.ShouldAllBe(e => e.WordingNumber == 1);
    }

    [Theory, OnEveryDatabase]
    public async Task Only_who_leads_the_session_and_writes_the_strategy_takes_anything_over(Database database)
    {
        var world = await World.OnAsync(database);
        var organiser = await world.HolderOfAsync(Role.ProgrammeLead);
        var leader = await world.LeaderAsync("Amira");
        var readers = await world.SignedInAsync(leader);
        (await readers.GetAsync("/strategy")).Main.ShouldNotContain("Work on this together");
        foreach (var person in (Person[])[leader, await world.PersonAsync("Emil"), await world.HolderOfAsync(Role.Sponsor)])
        {
            var browser = await world.SignedInAsync(person);
            (await browser.GetAsync("/strategy/sessions")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Get, "/api/v1/strategy/sessions")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Post, "/api/v1/strategy/sessions", new { name = "Mine" })).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
        }

        var room = await Room.OpenOnStrategyAsync(world, organiser);
        var (way, api) = ($"/strategy/sessions/{room.Id}", $"/api/v1/strategy/sessions/{room.Id}");
        var phone = await room.JoinedAsync(leader);
        var colleague = await room.JoinedAsync(await world.HolderOfAsync(Role.LearningDesigner, "Lia"));
        await room.GoToAsync(StageOf(room, "want"));
        await room.WriteAsync(phone, StageOf(room, "want"), "Every parcel on time", shows: true);
        await room.LeadAsync("next-stage");
        (await room.Lead.GetAsync(way)).Status.ShouldBe(HttpStatusCode.NotFound, "The session is not over.");
        var member = (await room.SeenByAsync(room.Lead))
            .GetProperty("members")
            .EnumerateArray()
            .Single(m => m.GetProperty("person").GetGuid() == leader.Id.Value);
        await room.Lead.ApiAsync(HttpMethod.Put, $"{room.Api}/members/{member.GetProperty("id").GetGuid()}/leading", new { leads = true });
        await room.LeadAsync("end");

        var outside = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead, "Robert"));
        var answer = (await SaidAsync(room.Lead, api))[0].GetProperty("answer").GetGuid();
        foreach (
            var (browser, who) in new[]
            {
                (phone, "leads, and may not write"),
                (colleague, "writes, and does not lead"),
                (outside, "was not there"),
            }
        )
        {
            (await browser.GetAsync(way)).Status.ShouldBe(HttpStatusCode.NotFound, who);
            (await browser.ApiAsync(HttpMethod.Get, $"{api}/said")).Status.ShouldBe(HttpStatusCode.NotFound, who);
            (await TakeAsync(browser, api, new { answer })).Status.ShouldBe(HttpStatusCode.NotFound, who);
        }

        (await TakeAsync(room.Lead, api, new { answer })).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_takes_over_in_other_words_and_nothing_that_was_hidden_or_taken_back(Database database)
    {
        var world = await World.OnAsync(database);
        var room = await Room.OpenOnStrategyAsync(world, await world.HolderOfAsync(Role.ProgrammeLead));
        var api = $"/api/v1/strategy/sessions/{room.Id}";
        var phones = new List<Browser>();
        foreach (var name in (string[])["Amira", "Boris", "Carla"])
        {
            phones.Add(await room.JoinedAsync(await world.LeaderAsync(name)));
        }

        var crux = StageOf(room, "crux");
        await room.GoToAsync(crux);
        await room.WriteAsync(phones[0], crux, new string('x', 241), shows: true);
        await room.WriteAsync(phones[1], crux, "kept off the screens", shows: true);
        await room.WriteAsync(phones[2], crux, "taken back later", shows: true);
        await room.LeadAsync("next-stage");
        var hidden = (await room.SeenByAsync(room.Lead))
            .GetProperty("shown")
            .EnumerateArray()
            .Single(a => a.GetProperty("text").GetString() == "kept off the screens");
        await room.Lead.ApiAsync(HttpMethod.Put, $"{room.Api}/shown/{hidden.GetProperty("id").GetGuid()}/hiding", new { hidden = true });
        await room.LeadAsync("end");
        (await (await phones[2].GetAsync(room.Address)).SubmitAsync("form[action*=TakeBack]")).Status.ShouldBe(HttpStatusCode.Redirect);

        var said = await SaidAsync(room.Lead, api);
        said.Count.ShouldBe(1);
        var answer = said[0].GetProperty("answer").GetGuid();
        (await TakeAsync(room.Lead, api, new { answer = world.Organisation.Id.Value })).Status.ShouldBe(HttpStatusCode.BadRequest);
        var (status, problem, _) = await TakeAsync(room.Lead, api, new { answer });
        (status, problem.GetProperty("errors")[0].GetProperty("path").GetString()).ShouldBe((HttpStatusCode.BadRequest, "items[0].text"));
        (await TakeAsync(room.Lead, api, new { answer, text = " " })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await TakeAsync(room.Lead, api, new { answer, text = "Nobody may change a routine" })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await TakeAsync(room.Lead, api, new { answer, text = "Nobody may change a routine in time" })).Status.ShouldBe(
            HttpStatusCode.NoContent
        );

        var (_, pieces, _) = await room.Lead.ApiAsync(HttpMethod.Get, "/api/v1/strategy");
        var diagnosis = pieces.GetProperty("items").EnumerateArray().Single();
        diagnosis.GetProperty("boxes").GetProperty("crux").GetString().ShouldBe("Nobody may change a routine in time");
        var (_, wordings, _) = await room.Lead.ApiAsync(
            HttpMethod.Get,
            $"/api/v1/strategy/{diagnosis.GetProperty("id").GetGuid()}/wordings"
        );
        wordings.GetProperty("items").GetArrayLength().ShouldBe(2, "The crux before stays among the wordings.");
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_pages_of_a_working_session_ask_at_most_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var room = await Room.OpenOnStrategyAsync(world, await world.HolderOfAsync(Role.ProgrammeLead));
        var policy = StageOf(room, "policy");
        await room.GoToAsync(policy);
        for (var i = 0; i < 6; i++)
        {
            await room.WriteAsync(await room.JoinedAsync(await world.LeaderAsync($"Leader {i}", 1)), policy, $"Way {i}", shows: true);
        }

        await room.LeadAsync("next-stage");
        await room.LeadAsync("end");
        var answer = (await SaidAsync(room.Lead, $"/api/v1/strategy/sessions/{room.Id}"))[0].GetProperty("answer").GetGuid();
        await TakeAsync(room.Lead, $"/api/v1/strategy/sessions/{room.Id}", new { answer, willNot = "x" });

        foreach (var address in new[] { "/strategy/sessions", $"/strategy/sessions/{room.Id}", room.Address })
        {
            (await Queries.OfAsync(app, room.Lead, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }

    [Fact]
    public async Task The_script_has_every_part_that_can_be_taken_over_and_all_its_words()
    {
        var app = await TestApp.SharedAsync(Database.Sqlite);
        var script = app.Get<Scripts>()[StrategySession.Script];
        var words = app.Get<WordCatalogue>()[WordCatalogue.Source];

        foreach (var stage in StrategySession.Parts.Select(p => p.Stage).Append(StrategySession.WillNot))
        {
            script.Stages.ShouldContain(s => s.Id == stage && s.Kind == StageKind.Answer);
            script.Stages.ShouldContain(s => s.Of == stage && s.Kind == StageKind.Reveal);
        }

        foreach (var stage in script.Stages)
        {
            words.Keys.ShouldContain($"script.strategy.{stage.Id}.title");
            words.Keys.ShouldContain($"script.strategy.{stage.Id}.text");
            words.ContainsKey($"script.strategy.{stage.Id}.ask").ShouldBe(stage.Kind == StageKind.Answer, stage.Id);
        }
    }

    private static int StageOf(Room room, string key) =>
        room.World.App.Get<Scripts>()[StrategySession.Script].Stages.Select(s => s.Id).ToList().IndexOf(key);

    private static async Task<List<JsonElement>> SaidAsync(Browser browser, string api)
    {
        var (status, said, _) = await browser.ApiAsync(HttpMethod.Get, $"{api}/said");
        status.ShouldBe(HttpStatusCode.OK);
        return [.. said.GetProperty("items").EnumerateArray()];
    }

    private static Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Response)> TakeAsync(
        Browser browser,
        string api,
        object item
    ) => browser.ApiAsync(HttpMethod.Post, $"{api}/taken-over", new { items = new[] { item } });

    private static string ValueOf(Page page, string said) =>
        (
            (IHtmlInputElement)
                page
                    .Document.QuerySelectorAll("ul.said > li")
                    .Single(li => li.QuerySelector(".own-words")?.TextContent == said)
                    .QuerySelector("input")!
        ).Value;

    /// <summary>The form with these texts ticked, or chosen.</summary>
    private static List<KeyValuePair<string, string>> Ticked(Page page, IEnumerable<string> said)
    {
        var fields = Page.FieldsOf((IHtmlFormElement)page.Document.QuerySelector("form[data-take-over]")!);
        fields.RemoveAll(f => f.Key == "Crux");
        foreach (var text in said)
        {
            var value = ValueOf(page, text);
            var input = page.Document.QuerySelector($"input[value='{value}']")!;
            fields.Add(new(input.GetAttribute("name")!, value));
        }

        return fields;
    }

    private static async Task WriteAsync(Browser browser, string address, string text, bool shows)
    {
        List<(string, string)> said = [("Input.Text", text)];
        if (shows)
        {
            said.Add(("Input.Shows", "true"));
        }

        var answer = await (await browser.GetAsync(address)).SubmitAsync("form.ask", [.. said]);
        answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Main);
    }

    private static async Task ActAsync(Browser browser, string address, string act)
    {
        var answer = await (await browser.GetAsync(address)).SubmitAsync("section.leading form", ("act", act));
        answer.Status.ShouldBe(HttpStatusCode.Redirect, $"{act}: {answer.Main}");
    }

    /// <summary>Moves on until the group is asked this.</summary>
    private static async Task OnToAsync(Browser lead, string address, string asked)
    {
        for (var i = 0; i < 4; i++)
        {
            await ActAsync(lead, address, "on");
            if ((await lead.GetAsync(address)).Document.QuerySelector("label.asked")?.TextContent == asked)
            {
                return;
            }
        }

        throw new InvalidOperationException($"The session does not ask “{asked}”.");
    }
}
