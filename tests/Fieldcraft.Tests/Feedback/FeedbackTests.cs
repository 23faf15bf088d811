using System.Net;
using System.Security.Cryptography;
using System.Text;
using Fieldcraft.Domain.Feedback;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.Feedback;

public sealed class FeedbackTests
{
    private const string Behaviour = "Let the crew decide before I speak";
    private const string Moment = "this morning's dock briefing";
    private const string Giver = "Bilal from the dock";
    private const string Keep = "You waited and Sunita spoke first";
    private const string Change = "Say why the route had to change";

    [Theory, OnEveryDatabase]
    public async Task Somebody_without_an_account_answers_and_the_owner_reads_both_boxes(Database database)
    {
        var world = await World.OnAsync(database);
        var owner = await world.SignedInAsync(await world.LeaderAsync("Amira"));
        var asked = await (await owner.GetAsync("/feedback/new")).SubmitAsync(
            "main form",
            ("Input.Behaviour", Behaviour),
            ("Input.Moment", Moment),
            ("Input.GiverName", Giver),
            ("Input.Way", "Link")
        );
        asked.Status.ShouldBe(HttpStatusCode.Redirect, asked.Main);
        var link = LinkOn(await owner.GetAsync(asked.RedirectsTo!));

        var page = await world.App.NewBrowser().GetAsync(link);
        page.Heading.ShouldContain("Amira");
        page.Main.ShouldContain(Behaviour);
        page.Main.ShouldContain(Moment);
        page.Main.ShouldNotContain(Giver);
        var sent = await page.SubmitAsync("form", ("Input.Keep", Keep), ("Input.Change", Change));

        sent.RedirectsTo.ShouldBe("/f/thanks");
        (await owner.GetAsync("/feedback")).Document.QuerySelectorAll(".items .due").Length.ShouldBe(1);
        var answer = await owner.GetAsync(asked.RedirectsTo!);
        answer.Main.ShouldContain(Keep);
        answer.Main.ShouldContain(Change);
        (await owner.GetAsync("/feedback")).Document.QuerySelectorAll(".items .due").Length.ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Looking_uses_nothing_up_and_sending_uses_the_link_up(Database database)
    {
        var world = await World.OnAsync(database);
        var (_, link) = await AskedAsync(world, await world.LeaderAsync("Amira"));
        for (var i = 0; i < 3; i++)
        {
            (await world.App.NewBrowser().GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        }

        var page = await world.App.NewBrowser().GetAsync(link);
        await page.SubmitAsync("form", ("Input.Keep", Keep));
        var again = await page.SubmitAsync("form", ("Input.Keep", "something else"));

        again.Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.App.NewBrowser().GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Unknown_used_declined_taken_back_and_expired_links_look_the_same(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        var (_, expired) = await AskedAsync(world, leader, giver: "One");
        app.Clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromMinutes(1));
        var (_, used) = await AskedAsync(world, leader, giver: "Two");
        await (await app.NewBrowser().GetAsync(used)).SubmitAsync("form", ("Input.Keep", Keep));
        var (_, declined) = await AskedAsync(world, leader, giver: "Three");
        await (await app.NewBrowser().GetAsync(declined)).SubmitAsync("form", ("decline", "1"));
        var (back, takenBack) = await AskedAsync(world, leader, giver: "Four");
        await (await world.SignedInAsync(leader)).ApiAsync(HttpMethod.Post, $"/api/v1/feedback-requests/{back}/taking-back");

        var unknown = await app.NewBrowser().GetAsync($"/f/{Secrets.Text(Secrets.New())}");

        unknown.Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var link in new[] { expired, used, declined, takenBack, "/f/nonsense" })
        {
            var page = await app.NewBrowser().GetAsync(link);
            page.Status.ShouldBe(HttpStatusCode.NotFound, link);
            page.Text.ShouldBe(unknown.Text);
            (await app.NewBrowser().PostAsync(link, [new("Input.Keep", "late")])).Status.ShouldBe(HttpStatusCode.NotFound, link);
        }
    }

    [Theory, OnServersOfItsOwn]
    public async Task What_opened_a_question_goes_when_its_time_is_over(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var (id, _) = await AskedAsync(world, await world.LeaderAsync("Amira"));
        (await RowAsync(world, id)).GiverWrap.ShouldNotBeNull();
        app.Clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromMinutes(1));

        await world.RunAsync("feedback.expire");

        var row = await RowAsync(world, id);
        row.GiverWrap.ShouldBeNull();
        row.Secret.ShouldBeNull();
        row.StateAt(app.Clock.GetUtcNow()).ShouldBe(FeedbackState.Unanswered);
    }

    [Theory, OnEveryDatabase]
    public async Task Declining_is_silent(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var (id, link) = await AskedAsync(world, leader);
        var owner = await world.SignedInAsync(leader);
        var before = (await owner.GetAsync($"/feedback/{id}")).Main;

        (await (await world.App.NewBrowser().GetAsync(link)).SubmitAsync("form", ("decline", "1"))).RedirectsTo.ShouldBe("/f/thanks");

        (await owner.GetAsync($"/feedback/{id}")).Main.ShouldBe(before);
        (await owner.ApiAsync(HttpMethod.Get, $"/api/v1/feedback-requests/{id}")).Body.GetProperty("state").GetString().ShouldBe("waiting");
        (await RowAsync(world, id)).GiverWrap.ShouldBeNull();
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_same_person_is_asked_once_a_week_and_the_page_says_when_again(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        await AskedAsync(world, leader);
        var browser = await world.SignedInAsync(leader);

        var form = await browser.GetAsync("/feedback/new");
        var refused = await form.SubmitAsync(
            "main form",
            ("Input.Behaviour", Behaviour),
            ("Input.Moment", Moment),
            ("Input.GiverName", "  bilal FROM the dock "),
            ("Input.Way", "Link")
        );
        var other = await form.SubmitAsync(
            "main form",
            ("Input.Behaviour", Behaviour),
            ("Input.Moment", Moment),
            ("Input.GiverName", "Sunita"),
            ("Input.Way", "Link")
        );
        app.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        var later = await (await (await world.SignedInAsync(leader)).GetAsync("/feedback/new")).SubmitAsync(
            "main form",
            ("Input.Behaviour", Behaviour),
            ("Input.Moment", Moment),
            ("Input.GiverName", Giver),
            ("Input.Way", "Link")
        );

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Main.ShouldContain("1 December 2026");
        refused.Document.QuerySelector("input[name='Input.Behaviour']")!.GetAttribute("value").ShouldBe(Behaviour);
        other.Status.ShouldBe(HttpStatusCode.Redirect);
        later.Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEveryDatabase]
    public async Task The_database_alone_opens_nothing(Database database)
    {
        var world = await World.OnAsync(database);
        var (id, link) = await AskedAsync(world, await world.LeaderAsync("Amira"));
        var row = await RowAsync(world, id);
        foreach (var text in new[] { row.Behaviour, row.Moment, row.GiverName, row.Secret! })
        {
            var stored = Encoding.UTF8.GetString(text.ToBytes());
            stored.ShouldNotContain("crew");
            stored.ShouldNotContain("Bilal");
            stored.ShouldNotContain(link[3..]);
        }

        Encoding.UTF8.GetString(row.NameMark).ShouldNotContain("bilal");
        await using var scope = world.App.Application.Services.CreateAsyncScope();
        var vault = scope.ServiceProvider.GetRequiredService<Vault>();
        await Should.ThrowAsync<CryptographicException>(() =>
            vault.UnlockByLinkAsync(row.OwnerId, row.Id.Value, row.GiverWrap!, row.SecretHash, CancellationToken.None)
        );
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_letter_to_the_giver_holds_the_link_and_not_the_question(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var leader = await world.PersonAsync("Amira", facts: f => f with { Email = "amira@meridian.example" });
        var (_, link) = await AskedAsync(world, leader, address: "bilal@meridian.example");

        var letter = (await world.LettersToAsync("bilal@meridian.example")).ShouldHaveSingleItem();
        await (await app.NewBrowser().GetAsync(link)).SubmitAsync("form", ("Input.Keep", Keep));
        var arrived = (await world.LettersToAsync("amira@meridian.example")).ShouldHaveSingleItem();

        letter.Text.ShouldContain(link);
        foreach (var text in new[] { Behaviour, Moment, Giver, Keep })
        {
            (letter.Subject + letter.Text + arrived.Subject + arrived.Text).ShouldNotContain(text);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_but_the_owner_reads_an_answer(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var leader = await world.PersonAsync("Amira", manager);
        var (id, link) = await AskedAsync(world, leader);
        await (await world.App.NewBrowser().GetAsync(link)).SubmitAsync("form", ("Input.Keep", Keep));
        foreach (var stranger in new[] { manager, await world.HolderOfAsync(Role.Administrator) })
        {
            var browser = await world.SignedInAsync(stranger);
            (await browser.GetAsync($"/feedback/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.GetAsync($"/feedback/{id}/code")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Get, $"/api/v1/feedback-requests/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Delete, $"/api/v1/feedback-requests/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.ApiAsync(HttpMethod.Post, $"/api/v1/feedback-requests/{id}/taking-back")).Status.ShouldBe(
                HttpStatusCode.NotFound
            );
            (await browser.GetAsync("/feedback")).Text.ShouldNotContain("crew");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task On_the_owners_phone_the_giver_sees_two_boxes_and_is_asked_to_hand_it_back(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var (id, _) = await AskedAsync(world, leader);
        var phone = await world.SignedInAsync(leader);
        var handOver = (await phone.GetAsync($"/feedback/{id}")).Document.QuerySelector("a[href*='here=true']")!.GetAttribute("href")!;

        var page = await phone.GetAsync(handOver);
        page.Document.QuerySelector("nav").ShouldBeNull();
        page.Document.QuerySelectorAll("a[href^='/']").Length.ShouldBe(0);
        var after = await page.SubmitAsync("form", ("Input.Change", Change));

        after.RedirectsTo.ShouldBe("/f/hand-back");
        var back = await phone.GetAsync("/f/hand-back");
        back.Heading.ShouldContain("hand the phone back");
        back.Text.ShouldNotContain(Behaviour);
        back.Text.ShouldNotContain("Amira");
        (await phone.GetAsync($"/feedback/{id}")).RedirectsTo.ShouldBe("/f/hand-back");
        (await phone.GetAsync("/journal")).RedirectsTo.ShouldBe("/f/hand-back");
        (await back.SubmitAsync("form")).RedirectsTo.ShouldBe("/feedback");
        (await phone.GetAsync($"/feedback/{id}")).Main.ShouldContain(Change);
    }

    [Theory, OnEveryDatabase]
    public async Task The_code_on_the_screen_shows_nothing_of_the_question(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var (id, _) = await AskedAsync(world, leader);

        var page = await (await world.SignedInAsync(leader)).GetAsync($"/feedback/{id}/code");

        page.Document.QuerySelector("svg.qr path[d^='M']").ShouldNotBeNull();
        page.Text.ShouldNotContain("style=");
        page.Text.ShouldNotContain("crew");
        page.Text.ShouldNotContain("Bilal");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_empty_boxes_come_back_with_what_to_do_and_leave_the_link_open(Database database)
    {
        var world = await World.OnAsync(database);
        var (_, link) = await AskedAsync(world, await world.LeaderAsync("Amira"));

        var answer = await (await world.App.NewBrowser().GetAsync(link)).SubmitAsync("form", ("Input.Keep", " "), ("Input.Change", ""));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Main.ShouldContain("one of the two boxes");
        (await world.App.NewBrowser().GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Guessing_links_is_throttled(Database database)
    {
        await using var app = await TestApp.StartAsync(database, s => s with { ThrottleFactor = 1 });
        await World.InAsync(app);
        var browser = app.NewBrowser();
        for (var i = 0; i < 120; i++)
        {
            (await browser.GetAsync($"/f/{Secrets.Text(Secrets.New())}")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        var page = await browser.GetAsync($"/f/{Secrets.Text(Secrets.New())}");

        page.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Response.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task A_removed_question_takes_its_key_along(Database database)
    {
        var world = await World.OnAsync(database);
        var leader = await world.LeaderAsync("Amira");
        var (id, link) = await AskedAsync(world, leader);
        await (await world.App.NewBrowser().GetAsync(link)).SubmitAsync("form", ("Input.Keep", Keep));
        var browser = await world.SignedInAsync(leader);

        await (await browser.GetAsync($"/feedback/{id}")).SubmitAsync("form[data-remove]");

        (await world.InDatabaseAsync(db => db.FeedbackRequests.CountAsync(r => r.Id == FeedbackRequestId.From(id)))).ShouldBe(0);
        (await world.InDatabaseAsync(db => db.KeyWraps.CountAsync(w => w.DocumentId == id))).ShouldBe(0);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Every_page_of_the_room_needs_at_most_six_queries(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var leader = await world.LeaderAsync("Amira");
        var (id, link) = await AskedAsync(world, leader);
        for (var i = 0; i < 5; i++)
        {
            await AskedAsync(world, leader, giver: $"Giver {i}");
        }

        var owner = await world.SignedInAsync(leader);
        using var queries = Queries.Of(app);
        foreach (
            var (browser, address) in new[]
            {
                (owner, "/feedback"),
                (owner, $"/feedback/{id}"),
                (owner, $"/feedback/{id}/code"),
                (app.NewBrowser(), link),
            }
        )
        {
            await browser.GetAsync(address);
            (await queries.InAsync(() => browser.GetAsync(address))).ShouldBeInRange(1, 6, address);
        }
    }

    private static async Task<(Guid Id, string Link)> AskedAsync(World world, Person owner, string giver = Giver, string? address = null)
    {
        var browser = await world.SignedInAsync(owner);
        var (status, body, _) = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/feedback-requests",
            new
            {
                behaviour = Behaviour,
                moment = Moment,
                giverName = giver,
                way = address is null ? "link" : "mail",
                address,
            }
        );
        status.ShouldBe(HttpStatusCode.Created, body.ToString());
        var id = body.GetProperty("id").GetGuid();
        var link = (await browser.ApiAsync(HttpMethod.Get, $"/api/v1/feedback-requests/{id}")).Body.GetProperty("link").GetString()!;
        return (id, new Uri(link).PathAndQuery);
    }

    private static string LinkOn(Page page) => new Uri(page.Document.QuerySelector("#link")!.GetAttribute("value")!).PathAndQuery;

    private static Task<FeedbackRequest> RowAsync(World world, Guid id) =>
        world.InDatabaseAsync(db => db.FeedbackRequests.AsNoTracking().SingleAsync(r => r.Id == FeedbackRequestId.From(id)));
}
