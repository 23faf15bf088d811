using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Strategy;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Strategy;

public sealed class StrategyPagesTests
{
    [Theory, OnServersOfItsOwn]
    public async Task A_strategy_grows_from_nothing_and_its_leaders_say_where_they_stand(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        var leader = await world.SignedInAsync(await world.LeaderAsync("Amira"));

        (await leader.GetAsync("/strategy")).Main.ShouldContain("Nothing is written yet");
        (await lead.GetAsync("/strategy")).Main.ShouldContain("Begin with three questions");
        var form = await lead.GetAsync("/strategy/new/diagnosis");
        (await form.SubmitAsync("form[data-write]", ("Boxes[crux]", new string('x', 241)))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await form.SubmitAsync("form[data-write]", ("Boxes[crux]", "Parcels have overtaken letters"))).RedirectsTo.ShouldBe("/strategy");
        var policy = await lead.GetAsync("/strategy/new/policy");
        (await policy.SubmitAsync("form[data-write]", ("Boxes[policy]", "Teams decide"))).Main.ShouldContain("So we will not");
        var made = await policy.SubmitAsync(
            "form[data-write]",
            ("Boxes[policy]", "Teams decide"),
            ("Boxes[willNot]", "ask upwards"),
            ("Boxes[answers]", "crux")
        );
        var address = made.RedirectsTo!;

        var page = await leader.GetAsync(address);
        (await page.SubmitAsync("form[data-stance]", ("Stance", "Dissent"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await page.SubmitAsync("form[data-stance]", ("Stance", "Dissent"), ("Reason", "Not on nights"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await lead.GetAsync(address)).Main.ShouldContain("Not on nights");
        (await page.SubmitAsync("form[data-stance]", ("Stance", "Reservation"), ("Reason", "Not alone on nights"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await lead.GetAsync(address)).Main.ShouldContain("Not alone on nights");

        // What was said belongs to the wording it was said to.
        (
            await (await lead.GetAsync($"{address}/change")).SubmitAsync("form[data-write]", ("Boxes[policy]", "Teams decide by day"))
        ).Status.ShouldBe(HttpStatusCode.Redirect);
        (await lead.GetAsync(address)).Main.ShouldContain("said to an earlier wording");
        (await lead.GetAsync($"{address}/wordings")).Main.ShouldContain("by day");

        var findings = await lead.GetAsync("/strategy/coherence");
        findings.Main.ShouldContain("Nothing is done about this policy");
        (await findings.SubmitAsync("form[data-because]", ("Because", "We begin in spring"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await lead.GetAsync("/strategy/coherence")).Main.ShouldContain("We begin in spring");
        (await findings.SubmitAsync("form[data-because]", ("Because", "We begin in autumn"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await lead.GetAsync("/strategy/coherence")).Main.ShouldContain("We begin in autumn");
        (await leader.GetAsync("/strategy/new/policy")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await world.SignedInAsync(await world.PersonAsync("Emil"))).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_request_is_led_to_the_gap_and_training_waits_for_what_is_stronger(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var team = await world.SignedInAsync(await world.HolderOfAsync(Role.LearningDesigner));
        var asker = await world.SignedInAsync(await world.PersonAsync("Emil"));
        var other = await world.SignedInAsync(await world.PersonAsync("Noor"));

        var asked = await (await asker.GetAsync("/requests/new")).SubmitAsync(
            "form[data-write]",
            ("Boxes[asked]", "A course"),
            ("Boxes[gap]", "Too many returns"),
            ("Boxes[processBroken]", "3"),
            ("Boxes[skillRusty]", "2")
        );
        var address = asked.RedirectsTo!;
        (await asker.GetAsync(address)).Main.ShouldContain("Mend the process");
        (await other.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);

        var desk = await team.GetAsync(address);
        (
            await desk.SubmitAsync("form[data-answer]", ("Answer", "Yes"), ("IsTraining", "true"), ("Text", "A course it is"))
        ).Status.ShouldBe(HttpStatusCode.Conflict);
        (await desk.SubmitAsync("form[data-answer]", ("Answer", "SomethingElse"), ("Text", "The form first"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await asker.GetAsync(address)).Main.ShouldContain("The form first");
        (await team.GetAsync("/strategy/function")).Main.ShouldContain("1, of them 1");
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_promise_is_seen_by_the_next_level_and_by_nobody_else(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var above = await world.PersonAsync("Ada");
        var person = await world.PersonAsync("Amira", above);
        await world.PersonAsync("Reporting", person);
        var silent = await world.PersonAsync("Silent", above);
        await world.PersonAsync("Other", silent);
        var leader = await world.SignedInAsync(person);
        var next = await world.SignedInAsync(above);
        var beside = await world.SignedInAsync(silent);
        var learning = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));

        var form = await leader.GetAsync("/promises");
        (
            await form.SubmitAsync(
                "form[data-write]",
                ("Boxes[promise]", "Lift our pulse score"),
                ("Boxes[feature]", "f5_support"),
                ("Boxes[verb]", "enable")
            )
        ).Status.ShouldBe(HttpStatusCode.Conflict);
        (
            await form.SubmitAsync(
                "form[data-write]",
                ("Boxes[promise]", "Keep Thursdays free"),
                ("Boxes[feature]", "f5_support"),
                ("Boxes[verb]", "enable")
            )
        ).Status.ShouldBe(HttpStatusCode.Redirect);
        var mine = await leader.GetAsync("/promises");
        var address = mine.Document.QuerySelector("ul.items a")!.GetAttribute("href")!;

        (await next.GetAsync("/promises")).Main.ShouldContain("Keep Thursdays free");
        (await next.GetAsync("/promises")).Main.ShouldContain("None made yet");
        (await next.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
        (await beside.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await learning.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await leader.GetAsync(address)).SubmitAsync("form[data-answer]", ("State", "NeedsHelp"))).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
        (await (await leader.GetAsync(address)).SubmitAsync("form[data-answer]", ("State", "Kept"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_vote_is_private_and_shown_together(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        (await (await lead.GetAsync("/strategy/consensus")).SubmitAsync("form[data-open]")).Status.ShouldBe(HttpStatusCode.Redirect);
        for (var i = 0; i < 5; i++)
        {
            var leader = await world.SignedInAsync(await world.LeaderAsync($"Leader{i}", 1));
            var page = await leader.GetAsync("/strategy/consensus");
            (await page.SubmitAsync("form[data-vote]", ("Value", i < 3 ? "2" : "5"))).Status.ShouldBe(HttpStatusCode.Redirect);
            (await page.SubmitAsync("form[data-vote]", ("Value", "1"))).Status.ShouldBe(HttpStatusCode.Conflict);
            if (i == 3)
            {
                (await (await lead.GetAsync("/strategy/consensus")).SubmitAsync("form[data-reveal]")).Status.ShouldBe(
                    HttpStatusCode.Conflict
                );
            }
        }

        (await (await lead.GetAsync("/strategy/consensus")).SubmitAsync("form[data-reveal]")).Status.ShouldBe(HttpStatusCode.Redirect);

        var (_, votes, _) = await lead.ApiAsync(HttpMethod.Get, "/api/v1/strategy/consensus-votes");
        votes.GetProperty("items")[0].GetProperty("counts").ToString().ShouldBe("[0,3,0,0,2]");
        (await app.InDatabaseAsync(db => Task.FromResult(db.ConsensusBallots.Count()))).ShouldBe(0);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Pages_ask_the_database_at_most_six_times(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var lead = await world.SignedInAsync(await world.HolderOfAsync(Role.ProgrammeLead));
        for (var i = 0; i < 12; i++)
        {
            await lead.ApiAsync(
                HttpMethod.Post,
                "/api/v1/strategy",
                new { kind = nameof(StrategyKind.Policy), boxes = new { policy = $"P{i}", willNot = "x" } }
            );
            await lead.ApiAsync(HttpMethod.Post, "/api/v1/processes", new { boxes = new { name = $"W{i}" } });
            await lead.ApiAsync(HttpMethod.Post, "/api/v1/performance-gaps", new { boxes = new { name = $"G{i}" } });
        }

        foreach (
            var address in new[]
            {
                "/strategy/work",
                "/strategy/gaps",
                "/strategy/page",
                "/requests",
                "/pulses",
                "/insight",
                "/strategy/places",
            }
        )
        {
            (await Queries.OfAsync(app, lead, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }
}
