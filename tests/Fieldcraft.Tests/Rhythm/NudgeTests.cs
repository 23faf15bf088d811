using System.Net;
using Fieldcraft.Domain.Home;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Plans;
using Fieldcraft.Domain.Rhythm;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Rhythm;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Rhythm;

public sealed class NudgeTests
{
    [Theory, OnServersOfItsOwn]
    public async Task A_try_whose_day_has_come_is_answered_with_one_tap_without_signing_in_and_without_its_text(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var person = await world.PersonAsync("Amira", facts: f => f with { Email = "amira@meridian.example" });
        var experiment = await PlannedAsync(world, person);
        await world.RunForAllAsync("rhythm.nudge");
        var letter = (await world.LettersToAsync("amira@meridian.example")).First(l => l.Text.Contains("/n/", StringComparison.Ordinal));
        letter.Headers!["List-Unsubscribe"].ShouldContain("/u/");
        (letter.Subject + letter.Text).ShouldNotContain("canary");
        var link = new Uri(letter.Text.Split('\n').First(l => l.Contains("/n/", StringComparison.Ordinal))).PathAndQuery;
        var phone = app.NewBrowser();

        await phone.GetAsync(link);
        var page = await phone.GetAsync(link);
        page.Text.ShouldNotContain("canary");
        page.Document.QuerySelectorAll("main button").Length.ShouldBe(3);
        var done = await Tap(phone, page, link, "Done");

        done.Status.ShouldBe(HttpStatusCode.OK);
        (await world.InDatabaseAsync(db => db.Experiments.Where(e => e.Id == experiment).Select(e => e.State).SingleAsync())).ShouldBe(
            ExperimentState.Done
        );
        (await phone.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_link_is_over_after_a_week_and_opens_nothing_but_its_nudge(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var nudge = await GivenAsync(world, await world.PersonAsync("Amira"), StepKind.PlanTry);
        var tickets = app.Get<NudgeTickets>();
        var link = RhythmLinks.Nudge(tickets.Ticket(nudge.Id, world.Now.AddDays(7)));

        (await app.NewBrowser().GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        (await app.NewBrowser().GetAsync(link + "A")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.NewBrowser().GetAsync("/u/" + tickets.Ticket(nudge.Id, world.Now.AddDays(7)))).Status.ShouldBe(HttpStatusCode.NotFound);
        app.Clock.Advance(TimeSpan.FromDays(7.1));

        (await app.NewBrowser().GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Every_other_action_leads_to_the_page_which_asks_for_a_sign_in(Database database)
    {
        var world = await World.OnAsync(database);
        var nudge = await GivenAsync(world, await world.PersonAsync("Amira"), StepKind.SketchPlan);
        var link = RhythmLinks.Nudge(world.App.Get<NudgeTickets>().Ticket(nudge.Id, world.Now.AddDays(7)));
        var phone = world.App.NewBrowser();

        var led = await Tap(phone, await phone.GetAsync(link), link, "Go");

        led.RedirectsTo.ShouldBe("/plans/new");
        (await phone.VisitAsync("/plans/new")).Text.ShouldContain("sign-in");
    }

    [Theory, OnEveryDatabase]
    public async Task Two_dismissals_rest_the_nudges_and_the_rhythm_page_lets_them_come_again(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.PersonAsync("Amira");
        var browser = await world.SignedInAsync(person);
        for (var i = 0; i < 2; i++)
        {
            var nudge = await GivenAsync(world, person, StepKind.PlanTry);
            (await browser.ApiAsync(HttpMethod.Post, $"/api/v1/rhythm/nudges/{nudge.Id.Value}/dismissal")).Status.ShouldBe(
                HttpStatusCode.NoContent
            );
        }

        var page = await browser.GetAsync("/rhythm");
        page.Main.ShouldContain("they rest since");
        await page.SubmitAsync("main form");

        (await browser.GetAsync("/rhythm")).Main.ShouldNotContain("they rest since");
        (await world.InDatabaseAsync(db => db.Rhythms.SingleAsync(r => r.PersonId == person.Id))).NudgesPausedAt.ShouldBeNull();
    }

    [Theory, OnServersOfItsOwn]
    public async Task On_home_the_step_that_was_nudged_can_be_put_aside_with_one_tap(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var person = await world.PersonAsync("Amira");
        await PlannedAsync(world, person);
        await world.RunForAllAsync("rhythm.nudge");
        var browser = await world.SignedInAsync(person);

        var home = await browser.GetAsync("/");
        (await home.SubmitAsync(".next form")).RedirectsTo.ShouldBe("/");

        (await browser.GetAsync("/")).Document.QuerySelector(".next form").ShouldBeNull();
        (await world.InDatabaseAsync(db => db.Nudges.SingleAsync(n => n.PersonId == person.Id))).DismissedAt.ShouldNotBeNull();
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_positive_strain_check_holds_the_nudges_and_the_database_does_not_say_so(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var (strained, well) = (await world.PersonAsync("Amira"), await world.PersonAsync("Dalia"));
        await PlannedAsync(world, strained);
        await PlannedAsync(world, well);
        (
            await (await world.SignedInAsync(strained)).ApiAsync(
                HttpMethod.Post,
                "/api/v1/strain-check-ins",
                new { tooMuchForMeNow = true }
            )
        ).Status.ShouldBe(HttpStatusCode.Created);
        (
            await (await world.SignedInAsync(well)).ApiAsync(HttpMethod.Post, "/api/v1/strain-check-ins", new { usedUp = 1, recovered = 5 })
        ).Status.ShouldBe(HttpStatusCode.Created);

        await world.RunForAllAsync("rhythm.nudge");

        var nudged = await world.InDatabaseAsync(db => db.Nudges.Select(n => n.PersonId).ToListAsync());
        nudged.ShouldBe([well.Id]);
        var marks = await world.InDatabaseAsync(db => db.Rhythms.Select(r => r.StrainMark).ToListAsync());
        marks.ShouldAllBe(m => m!.Length == 32);
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_answers_another_persons_nudge(Database database)
    {
        var world = await World.OnAsync(database);
        var nudge = await GivenAsync(world, await world.PersonAsync("Amira"), StepKind.PlanTry);
        var other = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));

        (await other.ApiAsync(HttpMethod.Post, $"/api/v1/rhythm/nudges/{nudge.Id.Value}/dismissal")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await other.ApiAsync(HttpMethod.Post, $"/api/v1/rhythm/nudges/{nudge.Id.Value}/answer", new { end = "done" })).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await other.ApiAsync(HttpMethod.Get, "/api/v1/rhythm/nudges")).Body.GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Time_is_asked_first_and_kept(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.PersonAsync("Amira"));
        await browser.ApiAsync(HttpMethod.Post, "/api/v1/assignments", new { title = "Opening the Tilbury hub" });
        (await browser.GetAsync("/"))
            .Document.QuerySelector("a[href='/rhythm'].asked, .part > a[href='/rhythm'], p.part a[href='/rhythm']")
            .ShouldNotBeNull();

        var page = await browser.GetAsync("/rhythm");
        (await page.SubmitAsync("main form.fields", ("Input.MinutesAWeek", "5"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await page.SubmitAsync("main form.fields", ("Input.MinutesAWeek", "45"), ("Input.ReflectsOn", "Friday"))).RedirectsTo.ShouldBe(
            "/rhythm"
        );

        var (_, rhythm, _) = await browser.ApiAsync(HttpMethod.Get, "/api/v1/rhythm");
        rhythm.GetProperty("minutesAWeek").GetInt32().ShouldBe(45);
        rhythm.GetProperty("reflectsOn").GetString().ShouldBe("friday");
        (await browser.GetAsync("/")).Document.QuerySelector("p.part a[href='/rhythm']").ShouldBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task The_load_adds_up_what_is_asked_and_an_asker_sees_only_the_sum_of_their_own(Database database)
    {
        var world = await World.OnAsync(database);
        var (asker, person) = (await world.LeaderAsync("Amira"), await world.PersonAsync("Dalia"));
        await world.AppointedAsync(person, world.Today.AddDays(1), "/journal", asker);
        await world.AppointedAsync(person, world.Today.AddDays(2), "/journal");
        await world.AppointedAsync(person, world.Today.AddMonths(1), "/journal", asker);

        var (_, load, _) = await (await world.SignedInAsync(person)).ApiAsync(HttpMethod.Get, "/api/v1/rhythm/load");
        load.GetProperty("minutes").GetInt32().ShouldBe(90);
        load.GetProperty("minutesAskedOfOthers").GetInt32().ShouldBe(0);
        var page = await (await world.SignedInAsync(asker)).GetAsync("/time");
        page.Main.ShouldContain("This month your requests ask for 45 minutes: 1 dates, 1 people.");
        page.Main.ShouldNotContain("Dalia");
    }

    [Theory, Trait("Needs", "Server")]
    [InlineData("/rhythm")]
    [InlineData("/notices")]
    [InlineData("/notices/choices")]
    [InlineData("/time")]
    [InlineData("/calendar")]
    public async Task A_page_needs_at_most_six_queries(string address)
    {
        await using var app = await TestApp.StartAsync(Database.Sqlite);
        var world = await World.InAsync(app);
        var person = await world.PersonAsync("Amira");
        for (var i = 0; i < 5; i++)
        {
            await world.AppointedAsync(person, world.Today.AddDays(i), "/journal", await world.PersonAsync("Dalia"));
            await world.ToldAsync(person, $"/journal/{i}", await world.PersonAsync("Dalia"));
        }

        (await Queries.OfAsync(app, await world.SignedInAsync(person), address)).Count.ShouldBeInRange(1, 6);
    }

    private static async Task<ExperimentId> PlannedAsync(World world, Person person)
    {
        var browser = await world.SignedInAsync(person);
        var (status, made, _) = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/experiments",
            new
            {
                planned = new
                {
                    what = "Ask the canary first",
                    on = world.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    seenBy = "Ines",
                },
            }
        );
        status.ShouldBe(HttpStatusCode.Created);
        return ExperimentId.From(made.GetProperty("id").GetGuid());
    }

    private static async Task<Nudge> GivenAsync(World world, Person person, StepKind step)
    {
        var nudge = Nudge.Give(Id.New<NudgeId>(world.Now), person.Id, new NextStep(step), 10, world.Now);
        await world.SaveAsync(nudge);
        return nudge;
    }

    private static Task<Page> Tap(Browser browser, Page page, string link, string handler) =>
        browser.PostAsync(
            $"{link}?handler={handler}",
            Page.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("main form")!)
        );
}
