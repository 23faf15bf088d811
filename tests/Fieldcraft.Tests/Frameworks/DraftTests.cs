using System.Net;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Frameworks;

public sealed class DraftTests
{
    [Theory, OnServersOfItsOwn]
    public async Task There_is_one_draft_at_a_time(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        await framework.StartAsync();
        await framework.Designer.ApiAsync(HttpMethod.Post, "/api/v1/frameworks");

        var (status, problem, _) = await framework.Designer.ApiAsync(HttpMethod.Post, "/api/v1/frameworks");

        status.ShouldBe(HttpStatusCode.Conflict);
        problem.GetProperty("code").GetString().ShouldBe("framework-draft-exists");
        (await framework.World.InDatabaseAsync(db => db.FrameworkEditions.CountAsync())).ShouldBe(1);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Two_tabs_on_one_capability_lose_neither_text(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        await framework.StartAsync();
        const string Address = "/framework/draft/capabilities/composure";
        var (one, two, other) = (
            await framework.Designer.GetAsync(Address),
            await framework.Designer.GetAsync(Address),
            await framework.Designer.GetAsync("/framework/draft/capabilities/delegation")
        );
        (await one.SubmitAsync("main form", ("Input.Name", "From tab one"))).Status.ShouldBe(HttpStatusCode.Redirect);

        var answer = await two.SubmitAsync("main form", ("Input.Name", "From tab two"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Main.ShouldContain("From tab one");
        answer.Document.QuerySelector("input[name='Input.Name']")!.GetAttribute("value").ShouldBe("From tab two");
        (await answer.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await other.SubmitAsync("main form", ("Input.Name", "Another part"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var content = await ContentAsync(framework);
        content.Capabilities.Single(c => c.Id == "composure").Name.ShouldBe("From tab two");
        content.Capabilities.Single(c => c.Id == "delegation").Name.ShouldBe("Another part");
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_default_s_own_text_is_not_stored_so_that_it_stays_in_every_language(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        await framework.StartAsync();
        await framework.RewriteAsync("composure", ("Input.Name", "Calm"));

        await framework.RewriteAsync("composure", ("Input.Name", "Composure and stamina"));

        var capability = (await ContentAsync(framework)).Capabilities.Single(c => c.Id == "composure");
        (capability.Name, capability.LevelTexts).ShouldBe((null, null));
        (await framework.PublishAsync()).Main.ShouldContain("says the same as the edition in use");
    }

    [Theory, OnServersOfItsOwn]
    public async Task An_own_capability_is_added_weighed_and_warned_of(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        await framework.StartAsync();
        var form = await framework.Designer.GetAsync("/framework/draft/new");
        (string, string)[] texts =
        [
            ("Input.Name", "Cash and care"),
            ("Input.Level1", "a"),
            ("Input.Level2", "b"),
            ("Input.Level3", "c"),
            ("Input.Level4", "d"),
        ];

        var added = await form.SubmitAsync("main form", texts);
        (await form.SubmitAsync("main form", texts)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await framework.Designer.GetAsync("/framework/draft/preview")).Main.ShouldContain(
            "No challenge of the task builds “Cash and care”"
        );
        await (await framework.Designer.GetAsync(added.RedirectsTo!)).SubmitAsync(
            "main form",
            ("Weights[scope_and_scale]", "0"),
            ("Weights[high_stakes]", "3")
        );

        added.RedirectsTo.ShouldBe("/framework/draft/capabilities/cash_and_care/weights");
        (await ContentAsync(framework)).WeightsOf("cash_and_care").ShouldBe([new("high_stakes", 3)]);
        (await framework.Designer.GetAsync("/framework/draft/preview")).Main.ShouldNotContain("No challenge of the task builds");
        (await framework.PressAsync("Remove", "cash_and_care")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await framework.PressAsync("Remove", "composure")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ContentAsync(framework)).Capabilities.ShouldNotContain(c => c.Id == "cash_and_care");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Capabilities_are_hidden_shown_and_moved_and_the_last_one_stays(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        await framework.StartAsync();

        await framework.PressAsync("Down", "strategic_thinking");
        (await ContentAsync(framework)).Capabilities[1].Id.ShouldBe("strategic_thinking");
        await framework.PressAsync("Hide", "strategic_thinking");
        (await ContentAsync(framework)).Capabilities[1].IsHidden.ShouldBeTrue();
        var stale = await framework.Designer.GetAsync("/framework/draft");
        await framework.PressAsync("Show", "strategic_thinking");

        (await stale.SubmitAsync("main .items form")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stale.SubmitAsync("main .items form", ("how", "Down"))).Status.ShouldBe(HttpStatusCode.Conflict);
        foreach (var id in (await ContentAsync(framework)).Capabilities.Select(c => c.Id).SkipLast(1))
        {
            (await framework.PressAsync("Hide", id)).Status.ShouldBe(HttpStatusCode.Redirect, id);
        }

        var last = await framework.PressAsync("Hide", "execution");
        last.Status.ShouldBe(HttpStatusCode.Conflict);
        last.Main.ShouldContain("At least one capability has to be offered.");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Names_of_challenges_hold_wherever_a_challenge_is_named(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        await framework.StartAsync();
        await (await framework.Designer.GetAsync("/framework/draft/challenges")).SubmitAsync(
            "main form",
            ("Names[high_stakes]", "All eyes on it"),
            ("Names[new_directions]", "New directions")
        );
        (await ContentAsync(framework)).ChallengeNames.ShouldBe([new("high_stakes", "All eyes on it")]);
        await framework.PublishAsync();

        (await framework.Reader.GetAsync("/framework")).Main.ShouldContain("All eyes on it, much");
        (await framework.Reader.GetAsync("/partners/offer")).Main.ShouldContain("All eyes on it");
        (await framework.Reader.GetAsync(FrameworkWorld.Edition(FrameworkEditionId.Default))).Main.ShouldContain("High stakes, much");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Publishing_twice_publishes_once_and_what_was_not_seen_is_not_published(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        await framework.StartAsync();
        await framework.RewriteAsync("composure", ("Input.Name", "Calm"));
        var early = await framework.Designer.GetAsync("/framework/draft/publish");
        await framework.RewriteAsync("delegation", ("Input.Name", "Handing over"));

        var stale = await early.SubmitAsync("main form");
        stale.Status.ShouldBe(HttpStatusCode.Conflict);
        stale.Main.ShouldContain("The draft was changed meanwhile.");
        var ready = await framework.Designer.GetAsync("/framework/draft/publish");
        (await ready.SubmitAsync("main form")).RedirectsTo.ShouldBe("/framework");
        (await ready.SubmitAsync("main form")).RedirectsTo.ShouldBe("/framework");

        (await framework.World.InDatabaseAsync(db => db.FrameworkEditions.CountAsync())).ShouldBe(1);
        (await framework.Designer.GetAsync("/framework/draft/preview")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_discarded_draft_is_gone_and_another_can_begin(Database database)
    {
        var framework = await FrameworkWorld.OnAsync(database);
        await framework.StartAsync();
        var form = await framework.Designer.GetAsync("/framework/draft/capabilities/composure");

        await (await framework.Designer.GetAsync("/framework/draft/discard")).SubmitAsync("main form");

        (await framework.World.InDatabaseAsync(db => db.FrameworkEditions.CountAsync())).ShouldBe(0);
        (await form.SubmitAsync("main form", ("Input.Name", "Too late"))).Status.ShouldBe(HttpStatusCode.NotFound);
        await framework.StartAsync();
    }

    private static Task<FrameworkContent> ContentAsync(FrameworkWorld framework) =>
        framework.World.InDatabaseAsync(async db =>
            FrameworkContent.FromJson((await db.FrameworkEditions.AsNoTracking().OrderBy(e => e.Number).LastAsync()).Content)
        );
}
