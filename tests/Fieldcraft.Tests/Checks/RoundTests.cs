using System.Net;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Checks;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Checks;

/// <summary>What a link does and does not do, and how a round ends.</summary>
public sealed class RoundTests
{
    [Theory, OnEveryDatabase]
    public async Task Looking_uses_nothing_up_a_preview_neither_and_an_answer_uses_the_link_up(Database database)
    {
        var world = await World.OnAsync(database);
        var round = await Round.RunningAsync(world, "boss", "peers", "peers");
        var link = $"/r/{round.Secrets[0]}";
        for (var i = 0; i < 3; i++)
        {
            (await world.App.NewBrowser().GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        }

        var page = await world.App.NewBrowser().GetAsync(link);
        page.Main.ShouldContain("Your answer can be recognised");
        var preview = await page.SubmitAsync(
            "main form",
            ("Said[delegation]", "3"),
            ("Comment", "Lets go\nearlier 24.11.2026"),
            ("preview", "1")
        );
        preview.Document.QuerySelector("#preview blockquote")!.TextContent.ShouldBe("Lets go earlier");
        preview.Document.QuerySelector("#Said-delegation-3")!.HasAttribute("checked").ShouldBeTrue();

        (await preview.SubmitAsync("main form")).Main.ShouldContain("Your answer is in");
        var unknown = await world.App.NewBrowser().GetAsync($"/r/{Secrets.Text(Secrets.New())}");
        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        var used = await world.App.NewBrowser().GetAsync(link);
        (used.Status, used.Text).ShouldBe((HttpStatusCode.NotFound, unknown.Text));
        (await world.App.NewBrowser().GetAsync("/r/nonsense")).Text.ShouldBe(unknown.Text);
        (await preview.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await round.AnswerAsync(0, 7)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_answers_at_one_moment_one_is_kept(Database database)
    {
        var world = await World.OnAsync(database);
        var round = await Round.RunningAsync(world, "peers", "peers", "peers");

        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => round.AnswerAsync(0, (i % 7) + 1)));

        both.Count(s => s == HttpStatusCode.NoContent).ShouldBe(1);
        both.Count(s => s == HttpStatusCode.NotFound).ShouldBe(5);
        (await world.InDatabaseAsync(db => db.RaterAnswers.CountAsync(a => a.CheckId == round.CheckId))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_declines_is_not_counted_and_looks_like_waiting(Database database)
    {
        var world = await World.OnAsync(database);
        var round = await Round.RunningAsync(world, "peers", "peers", "peers", "reports");
        var waiting = (await round.Browser.GetAsync(round.Page)).Main;
        var page = await world.App.NewBrowser().GetAsync($"/r/{round.Secrets[0]}");

        (await page.SubmitAsync("main form", ("decline", "1"))).Main.ShouldContain("Nobody is told");

        (await round.Browser.GetAsync(round.Page)).Main.ShouldBe(waiting);
        (await world.App.NewBrowser().GetAsync($"/r/{round.Secrets[0]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await round.PostAsync("closing")).Body.GetProperty("code").GetString().ShouldBe("check-not-enough-yet");
        foreach (var rater in new[] { 1, 2, 3 })
        {
            await round.AnswerAsync(rater, 5);
        }

        await round.PostAsync("closing");
        (await round.ReportAsync()).GetProperty("answered").GetInt32().ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task Closing_twice_at_one_moment_closes_once(Database database)
    {
        var world = await World.OnAsync(database);
        var round = await Round.RunningAsync(world, "peers", "peers", "peers");
        await round.AnswerAllAsync(4, 5, 6);

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => round.PostAsync("closing")));

        all.Count(a => a.Status == HttpStatusCode.NoContent).ShouldBe(1);
        all.Count(a => a.Status == HttpStatusCode.Conflict).ShouldBe(3);
        var events = await world.InDatabaseAsync(db =>
            db.Events.CountAsync(e => e.OwnerId == round.Owner.Id.Value && e.Name == "CheckClosed")
        );
        events.ShouldBe(1);
        (await round.ReportAsync()).GetProperty("answered").GetInt32().ShouldBe(3);
    }

    [Fact, Trait("Needs", "Server")]
    public async Task Stopped_in_the_middle_of_closing_nothing_has_happened_and_it_can_be_closed_again()
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite);
        var world = await World.InAsync(app);
        var round = await Round.RunningAsync(world, "peers", "peers", "peers");
        await round.AnswerAllAsync(4, 5, 6);
        // The report is written and the answers are about to go: here the database gives way.
        await app.InDatabaseAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                """create trigger "Stop" before delete on "RaterAnswers" begin select raise(abort, 'stopped'); end"""
            )
        );

        (await round.PostAsync("closing")).Status.ShouldBe(HttpStatusCode.InternalServerError);

        (await round.Browser.ApiAsync(HttpMethod.Get, $"{round.Api}/report")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await round.Browser.ApiAsync(HttpMethod.Get, round.Api)).Body.GetProperty("state").GetString().ShouldBe("running");
        (await app.InDatabaseAsync(db => db.RaterAnswers.CountAsync())).ShouldBe(3);
        await app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("""drop trigger "Stop" """));
        (await round.PostAsync("closing")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await round.ReportAsync()).GetProperty("answered").GetInt32().ShouldBe(3);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_secret_that_outlived_its_round_is_destroyed_by_the_look_after_rounds(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var running = await Round.RunningAsync(world, "peers", "peers", "peers");
        var left = Guid.CreateVersion7();
        await app.Get<KeyStore>().MakeRoundAsync(left, CancellationToken.None);

        await world.RunForAllAsync(LookAfterRounds.JobKind);
        (await app.Get<KeyStore>().RoundAsync(left, CancellationToken.None)).ShouldNotBeNull();
        app.Clock.Advance(TimeSpan.FromHours(2));
        await world.RunForAllAsync(LookAfterRounds.JobKind);

        (await app.Get<KeyStore>().RoundAsync(left, CancellationToken.None)).ShouldBeNull();
        (await running.AnswerAsync(0, 5)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Reminders_go_to_those_who_have_not_answered_twice_at_most_and_the_last_day_closes(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var round = await Round.WithOwnViewAsync(world);
        await round.ProposeAsync(
            new
            {
                group = "peers",
                name = "Ines",
                email = "ines@elsewhere.example",
            }
        );
        await round.ProposeAsync(
            new
            {
                group = "peers",
                name = "Tomas",
                email = "tomas@elsewhere.example",
            }
        );
        (await round.PostAsync("launch")).Status.ShouldBe(HttpStatusCode.NoContent);
        var letter = (await world.LettersToAsync("ines@elsewhere.example")).ShouldHaveSingleItem();
        (await round.RatersAsync()).ShouldAllBe(r => r.GetProperty("link").GetString() == null);
        (await round.AnswerAsync(SecretIn(letter.Text), 5)).ShouldBe(HttpStatusCode.NoContent);
        (await round.PostAsync("reminding")).Body.GetProperty("code").GetString().ShouldBe("check-reminder-too-soon");

        foreach (var week in new[] { 2, 3, 3 })
        {
            app.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromHours(1));
            await world.RunForAllAsync(LookAfterRounds.JobKind);
            app.Clock.Advance(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(1));
            await world.RunForAllAsync(LookAfterRounds.JobKind);
            (await world.LettersToAsync("tomas@elsewhere.example")).Count.ShouldBe(week);
        }

        (await world.LettersToAsync("ines@elsewhere.example")).Count.ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var late = SecretIn((await world.LettersToAsync("tomas@elsewhere.example"))[0].Text);
        (await round.AnswerAsync(late, 5)).ShouldBe(HttpStatusCode.NotFound);
        await world.RunForAllAsync(LookAfterRounds.JobKind);
        var report = await (await world.SignedInAsync(round.Owner)).ApiAsync(HttpMethod.Get, $"{round.Api}/report");
        report.Body.GetProperty("answered").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await world.InDatabaseAsync(db => db.Notices.CountAsync(n => n.Kind == "checks.notice.closed"))).ShouldBe(1);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Others_are_asked_again_after_six_months_at_the_earliest(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var round = await Round.RunningAsync(world, "peers", "peers", "peers");
        await round.AnswerAllAsync(4, 5, 6);
        await round.PostAsync("closing");
        app.Clock.Advance(TimeSpan.FromDays(150));
        var soon = await Round.WithOwnViewAsync(world, round.Owner);
        await soon.ProposeAsync(new { group = "peers", name = "Ines" });
        (await soon.PostAsync("launch")).Body.GetProperty("code").GetString().ShouldBe("check-too-soon");

        app.Clock.Advance(TimeSpan.FromDays(40));

        (await Round.WithOwnViewAsync(world, round.Owner)).Id.ShouldNotBe(soon.Id);
        (await (await world.SignedInAsync(round.Owner)).ApiAsync(HttpMethod.Post, $"{soon.Api}/launch")).Status.ShouldBe(
            HttpStatusCode.NoContent
        );
    }

    [Theory, OnEveryDatabase]
    public async Task A_round_called_off_leaves_the_own_view_and_no_answer(Database database)
    {
        var world = await World.OnAsync(database);
        var round = await Round.RunningAsync(world, "peers", "peers", "peers");
        await round.AnswerAllAsync(4, 5, 6);
        var name = await NameOfAsync(round);

        (await round.PostAsync("calling-off")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await round.Browser.GetAsync(round.Page)).Main.ShouldContain("level 3.0");
        (await world.InDatabaseAsync(db => db.RaterAnswers.CountAsync(a => a.CheckId == round.CheckId))).ShouldBe(0);
        (await world.App.Get<KeyStore>().RoundAsync(name, CancellationToken.None)).ShouldBeNull();
        (await world.App.NewBrowser().GetAsync($"/r/{round.Secrets[0]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await round.PostAsync("launch")).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory, OnEveryDatabase]
    public async Task A_round_whose_secret_is_lost_can_only_be_called_off(Database database)
    {
        var world = await World.OnAsync(database);
        var round = await Round.RunningAsync(world, "peers", "peers", "peers");
        await round.AnswerAllAsync(4, 5, 6);
        await world.App.Get<KeyStore>().DestroyRoundAsync(await NameOfAsync(round), CancellationToken.None);

        (await world.App.NewBrowser().GetAsync($"/r/{round.Secrets[0]}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await round.Browser.GetAsync(round.Page);
        page.Main.ShouldContain("It can only be called off");
        (await page.SubmitAsync("form[data-call-off]")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await round.Browser.GetAsync(round.Page)).Main.ShouldContain("Choose whom to ask");
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_of_the_directory_is_told_and_finds_the_questions_and_nobody_else_does(Database database)
    {
        var world = await World.OnAsync(database);
        var (rater, other) = (await world.PersonAsync("Ines"), await world.PersonAsync("Tomas"));
        await world.SaveAsync(Account(rater, world));
        var round = await Round.WithOwnViewAsync(world);
        await round.ProposeAsync(new { group = "peers", person = rater.Id.Value });
        await round.PostAsync("launch");
        var notice = await world.InDatabaseAsync(db => db.Notices.AsNoTracking().SingleAsync(n => n.PersonId == rater.Id));

        (await (await world.SignedInAsync(other)).GetAsync(notice.Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await round.Browser.GetAsync(notice.Address)).Status.ShouldBe(HttpStatusCode.NotFound);
        var asked = await (await world.SignedInAsync(rater)).VisitAsync(notice.Address);
        asked.Heading.ShouldContain("How do you see Amira");
        await asked.SubmitAsync("main form", ("Said[delegation]", "4"));
        await round.PostAsync("closing");
        (await world.InDatabaseAsync(db => db.Notices.CountAsync(n => n.Address == notice.Address))).ShouldBe(0);
    }

    private static Domain.SignIn.SignInAccount Account(Person person, World world)
    {
        var account = Domain.SignIn.SignInAccount.For(person.Id, $"{person.Id.Value:n}@meridian.example", world.Now);
        account.SetPassword(TestApp.Passwords.Hash("long enough a password"), byWayOfSomebodyElse: false, world.Now);
        return account;
    }

    private static Task<Guid> NameOfAsync(Round round) =>
        round.World.InDatabaseAsync(db =>
            db.LeadershipChecks.Where(c => c.Id == round.CheckId).Select(c => c.RoundId!.Value).SingleAsync()
        );

    private static string SecretIn(string text) =>
        text.Split('\n').First(l => l.Contains("/r/", StringComparison.Ordinal)).Trim().Split("/r/")[1];
}
