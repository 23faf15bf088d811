using System.Net;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;

namespace Fieldcraft.Tests.Modules;

public sealed class ModulePagesTests
{
    [Theory, OnEveryDatabase]
    public async Task A_module_is_written_tried_and_published_and_then_leaders_have_their_guide(Database database)
    {
        var module = await ModuleWorld.OnAsync(database);
        (await module.Leader.GetAsync(module.Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        await module.StartAsync();
        var draft = await module.Designer.GetAsync($"{module.Address}/draft");
        draft.Main.ShouldContain("60 of 60 minutes");
        draft.Main.ShouldContain("25 and 30 minutes");
        draft.Main.ShouldContain("Aims: at least one");
        await module.CompleteAsync();
        (await module.PublishAsync()).Status.ShouldBe(HttpStatusCode.Conflict);
        (await module.PilotAsync(71, "The talk ran over")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await module.PublishAsync()).Main.ShouldContain("71 minutes; 60 are there");
        (await module.PilotAsync(58)).Status.ShouldBe(HttpStatusCode.Redirect);

        (await module.PublishAsync("First edition")).RedirectsTo.ShouldBe(module.Address);

        var read = await module.Leader.GetAsync(module.Address);
        read.Main.ShouldContain("Name the promises");
        read.Main.ShouldContain("First edition");
        foreach (var link in (await module.Designer.GetAsync(module.Address)).Document.QuerySelectorAll("main a[href^='/']"))
        {
            (await module.Designer.GetAsync(link.GetAttribute("href")!)).Status.ShouldBe(HttpStatusCode.OK, link.TextContent);
        }

        (await module.Leader.GetAsync($"{module.Address}/guide")).Main.ShouldContain("Tell one story of your own");
        (await module.Leader.GetAsync($"{module.Address}/huddle")).Document.QuerySelectorAll(".slips > li").Length.ShouldBe(4);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_attends_reads_what_it_is_for_but_not_the_guide(Database database)
    {
        var module = await ModuleWorld.OnAsync(database);
        await module.PublishedAsync();

        var read = await module.Employee.GetAsync(module.Address);

        read.Main.ShouldContain("Name the promises");
        read.Main.ShouldNotContain("Tell one story");
        (await module.Employee.GetAsync($"{module.Address}/handout")).Main.ShouldContain("One thing we start this week");
        (await module.Employee.GetAsync($"{module.Address}/guide")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await module.Employee.GetAsync($"{module.Address}/huddle")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_but_those_who_design_finds_the_pages_of_the_draft(Database database)
    {
        var module = await ModuleWorld.OnAsync(database);
        await module.StartAsync();
        var draft = await module.World.InDatabaseAsync(db =>
            Task.FromResult(db.ModuleEditions.Single(e => e.ModuleId == module.Module.Id).Id.Value)
        );

        foreach (var part in new[] { "", "/blocks/talk", "/blocks/new", "/frame", "/questions", "/routine", "/pilots", "/publish" })
        {
            (await module.Designer.GetAsync($"{module.Address}/draft{part}")).Status.ShouldBe(HttpStatusCode.OK, part);
            (await module.Leader.GetAsync($"{module.Address}/draft{part}")).Status.ShouldBe(HttpStatusCode.NotFound, part);
            (await module.Employee.GetAsync($"{module.Address}/draft{part}")).Status.ShouldBe(HttpStatusCode.NotFound, part);
        }

        foreach (var part in new[] { "/media", "/films/new", "/roles", "/describe", $"/guide?edition={draft}" })
        {
            (await module.Designer.GetAsync($"{module.Address}{part}")).Status.ShouldBe(HttpStatusCode.OK, part);
            (await module.Leader.GetAsync($"{module.Address}{part}")).Status.ShouldBe(HttpStatusCode.NotFound, part);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_longer_block_is_refused_over_the_hour_unless_another_makes_room(Database database)
    {
        var module = await ModuleWorld.OnAsync(database);
        await module.StartAsync();

        var refused = await module.WriteAsync("blocks/talk", ("Input.Minutes", "14"), ("Input.Title", "Talk it over"));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Main.ShouldContain("The hour is full");
        refused.Document.QuerySelector("input[name='Input.Title']")!.GetAttribute("value").ShouldBe("Talk it over");
        (await module.WriteAsync("blocks/talk", ("Input.Minutes", "14"), ("Input.MakesRoom", "practice"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );

        var content = await module.DraftAsync();
        content.Timed().Select(t => t.From).ShouldBe([0, 5, 10, 24, 29, 40, 50, 55]);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_tabs_on_one_block_are_told_and_two_on_different_blocks_are_not(Database database)
    {
        var module = await ModuleWorld.OnAsync(database);
        await module.StartAsync();
        var (one, other) = (
            await module.Designer.GetAsync($"{module.Address}/draft/blocks/talk"),
            await module.Designer.GetAsync($"{module.Address}/draft/blocks/talk")
        );
        var beside = await module.Designer.GetAsync($"{module.Address}/draft/blocks/welcome");

        (await one.SubmitAsync("main form.fields", ("Input.KeyMessage", "Mine"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await beside.SubmitAsync("main form.fields", ("Input.KeyMessage", "Beside"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var late = await other.SubmitAsync("main form.fields", ("Input.KeyMessage", "Theirs"));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Document.QuerySelector("textarea[name='Input.KeyMessage']")!.TextContent.ShouldContain("Theirs");
        (await module.DraftAsync()).Blocks.Single(b => b.Id == "talk").KeyMessage.Only("en").ShouldBe("Mine");
        (await late.SubmitAsync("main form.fields")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await module.DraftAsync()).Blocks.Single(b => b.Id == "talk").KeyMessage.Only("en").ShouldBe("Theirs");
    }

    [Theory, OnEveryDatabase]
    public async Task A_text_is_written_in_a_second_language_and_read_in_it(Database database)
    {
        var module = await ModuleWorld.OnAsync(database);
        await module.StartAsync();
        await module.WriteAsync("frame", ("Input.AlsoIn", "ar, es"), ("Input.Aims", "Name the promises"));
        var arabic = await module.Designer.GetAsync($"{module.Address}/draft/blocks/welcome?in=ar");
        (await arabic.SubmitAsync("main form.fields", ("Input.KeyMessage", "الوعد هو ما سمعه العميل"))).Status.ShouldBe(
            HttpStatusCode.Redirect
        );
        await module.CompleteAsync();
        await module.PilotAsync(58);
        await module.PublishAsync();

        var guide = await module.Leader.GetAsync($"{module.Address}/guide?in=ar");

        guide.Main.ShouldContain("الوعد هو ما سمعه العميل");
        guide.Document.QuerySelector("article")!.GetAttribute("dir").ShouldBe("rtl");
        guide.Main.ShouldContain("Tell one story of your own");
    }

    [Theory, OnEveryDatabase]
    public async Task A_later_edition_leaves_the_first_as_it_was_and_says_what_changed(Database database)
    {
        var module = await ModuleWorld.OnAsync(database);
        await module.PublishedAsync();
        var first = await module.World.InDatabaseAsync(db =>
            Task.FromResult(db.Modules.Single(m => m.Id == module.Module.Id).EditionId!.Value)
        );
        await module.StartAsync();
        await module.WriteAsync("blocks/practice", ("Input.Guide", "Show it badly first"));
        (await module.Leader.GetAsync($"{module.Address}/guide")).Main.ShouldNotContain("Show it badly first");
        (await module.Designer.GetAsync($"{module.Address}/draft/publish")).Main.ShouldContain(
            "“Practice: one situation from our own work” changed"
        );
        await module.PublishAsync("Plainer start");

        (await module.Leader.GetAsync($"{module.Address}/guide")).Main.ShouldContain("Show it badly first");
        var old = await module.Leader.GetAsync($"{module.Address}/guide?edition={first.Value}");
        old.Main.ShouldNotContain("Show it badly first");
        old.Main.ShouldContain("What changed since this edition");
        (await module.Leader.GetAsync($"{module.Address}/guide?edition={Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task The_module_and_a_routine_that_leaders_know_stand_side_by_side(Database database)
    {
        var module = await ModuleWorld.OnAsync(database);
        await module.StartAsync();
        var noted = await (await module.Designer.GetAsync("/routines")).SubmitAsync(
            "main form",
            ("Input.Name", $"Safety talk {module.Module.Id.Value:n}"),
            ("Input.Minutes", "20"),
            ("Input.Sequence", "What happened\nOne topic")
        );
        noted.Status.ShouldBe(HttpStatusCode.Redirect);
        var routine = await module.World.InDatabaseAsync(db =>
            Task.FromResult(db.Routines.Single(r => r.Name == $"Safety talk {module.Module.Id.Value:n}"))
        );
        await module.WriteAsync(
            "routine",
            ("Input.Routine", $"{routine.Id.Value}"),
            ("Input.Same", "The same board"),
            ("Input.New", "Two films")
        );

        var page = await module.Designer.GetAsync($"{module.Address}/draft/routine");

        page.Document.QuerySelectorAll("table tbody tr").Length.ShouldBe(3);
        page.Main.ShouldContain("20 minutes");
        page.Main.ShouldContain("The same board");
        (await module.Leader.GetAsync("/routines")).Document.QuerySelector("main form").ShouldBeNull();
        (await module.Leader.GetAsync($"/routines/{routine.Id.Value}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Pages_ask_few_questions_of_the_database(Database database)
    {
        // Counted on a server of its own: the shared one answers other tests at the same time.
        await using var app = await TestApp.StartAsync(database);
        var module = await ModuleWorld.InAsync(await World.InAsync(app));
        await module.PublishedAsync();
        await module.StartAsync();

        foreach (
            var address in new[]
            {
                module.Address,
                $"{module.Address}/guide",
                $"{module.Address}/draft",
                $"{module.Address}/draft/blocks/talk",
                $"{module.Address}/media",
                "/team-learning",
                $"/programmes/{module.Programme.Id.Value}",
            }
        )
        {
            (await Queries.OfAsync(app, module.Designer, address)).Count.ShouldBeLessThanOrEqualTo(6, address);
        }
    }
}
