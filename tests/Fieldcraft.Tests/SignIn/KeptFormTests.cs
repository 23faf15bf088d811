using System.Net;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.SignIn;

public sealed class KeptFormTests
{
    private const string Canary = "What I meant to say to Bilal: thank you, and \"sorry\" <b>&</b>\r\nsecond line";

    [Theory, OnEveryDatabase]
    public async Task A_form_sent_after_the_sign_in_ended_is_given_back_and_goes_on_to_where_it_belongs(Database database)
    {
        var world = await World.OnAsync(database);
        var (person, browser, late) = await TooLateAsync(world);

        late.Status.ShouldBe(HttpStatusCode.Unauthorized);
        late.Heading.ShouldBe("Sign in");
        late.Text.ShouldNotContain("Bilal");
        var back = await late.SubmitAsync("main form", ("Input.UserName", person.EmployeeId!), ("Input.Password", SignIns.Password));
        back.Main.ShouldContain("What I meant to say to Bilal");
        (await EntriesAsync(world, person)).ShouldBe(0);
        var sent = await back.SubmitAsync("main form");

        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        (await EntriesAsync(world, person)).ShouldBe(1);
        (await browser.GetAsync("/journal")).Main.ShouldContain("second line");
    }

    [Theory, OnEveryDatabase]
    public async Task A_wrong_password_in_between_loses_nothing(Database database)
    {
        var world = await World.OnAsync(database);
        var (person, _, late) = await TooLateAsync(world);

        var wrong = await late.SubmitAsync("main form", ("Input.UserName", person.EmployeeId!), ("Input.Password", "not this one"));
        var back = await wrong.SubmitAsync("main form", ("Input.UserName", person.EmployeeId!), ("Input.Password", SignIns.Password));

        back.Main.ShouldContain("What I meant to say to Bilal");
    }

    [Theory, OnEveryDatabase]
    public async Task Somebody_else_who_signs_in_does_not_get_it(Database database)
    {
        var world = await World.OnAsync(database);
        var (person, browser, late) = await TooLateAsync(world);
        var other = await world.WithPasswordAsync("Mallory");

        var answer = await late.SubmitAsync("main form", ("Input.UserName", other.EmployeeId!), ("Input.Password", SignIns.Password));

        answer.Text.ShouldNotContain("Bilal");
        answer.RedirectsTo.ShouldBe("/");
        (await browser.GetAsync("/")).Main.ShouldContain("belongs to somebody else");
        (await EntriesAsync(world, person) + await EntriesAsync(world, other)).ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_that_another_site_sent_is_not_offered(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.WithPasswordAsync("Amira");
        var browser = world.App.NewBrowser();
        var late = await browser.PostAsync("/journal/new", [new("Entry.Text", "forged by another site"), new("_form", "CfDJ8nothing")]);

        var answer = await late.SubmitAsync("main form", ("Input.UserName", person.EmployeeId!), ("Input.Password", SignIns.Password));

        answer.Text.ShouldNotContain("forged");
        answer.RedirectsTo.ShouldBe("/");
    }

    [Theory, OnEveryDatabase]
    public async Task Files_stay_behind_and_the_page_says_so(Database database)
    {
        var world = await World.OnAsync(database);
        var (_, browser) = await OnThePageAsync(world);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Canary), "Entry.Text" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(new string('x', 400_000))), "Picture", "dock.png" },
        };
        browser.Forget("fieldcraft");

        var late = await Page.OfAsync(
            browser,
            await browser.Client.PostAsync(new Uri("/journal/new", UriKind.Relative), form),
            "/journal/new"
        );

        late.Status.ShouldBe(HttpStatusCode.Unauthorized);
        late.Main.ShouldContain("Files are not kept");
        late.Document.QuerySelector("input[name=Kept]")!.GetAttribute("value")!.Length.ShouldBeLessThan(20_000);
    }

    [Theory, OnEveryDatabase]
    public async Task More_than_can_be_kept_is_said_to_stand_in_the_browser_still(Database database)
    {
        var world = await World.OnAsync(database);

        var late = await world.App.NewBrowser().PostAsync("/journal/new", [new("Entry.Text", new string('x', 250_000))]);

        late.Status.ShouldBe(HttpStatusCode.Unauthorized);
        late.Document.QuerySelector("input[name=Kept]").ShouldBeNull();
        late.Main.ShouldContain("Go back in the browser");
    }

    [Theory, OnServersOfItsOwn]
    public async Task What_is_kept_does_not_lie_about_for_days(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var (person, _, late) = await TooLateAsync(world);
        app.Clock.Advance(TimeSpan.FromHours(13));

        var answer = await late.SubmitAsync("main form", ("Input.UserName", person.EmployeeId!), ("Input.Password", SignIns.Password));

        answer.Status.ShouldBe(HttpStatusCode.Redirect);
        answer.Text.ShouldNotContain("Bilal");
    }

    [Theory, OnEveryDatabase]
    public async Task The_page_s_script_is_told_that_the_sign_in_ended(Database database)
    {
        var world = await World.OnAsync(database);

        var answer = await world.App.NewBrowser().PostAsync("/journal/new", [new("Entry.Text", Canary)], ("X-Fieldcraft-Autosave", "1"));

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory, OnServersOfItsOwn]
    public async Task At_the_own_machine_one_button_brings_it_back(Database database)
    {
        await using var app = await FirstStartTests.JustMeAsync(database);
        var browser = app.NewBrowser();
        var page = await browser.VisitAsync("/journal/new");
        browser.Forget("fieldcraft");
        var late = await page.SubmitAsync("main form", ("Entry.Text", Canary));

        late.Document.QuerySelector("input[type=password]").ShouldBeNull();
        var back = await late.SubmitAsync("main form");

        back.Main.ShouldContain("What I meant to say to Bilal");
        (await back.SubmitAsync("main form")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await app.InDatabaseAsync(db => db.JournalEntries.CountAsync())).ShouldBe(1);
    }

    private static async Task<(Person Person, Browser Browser)> OnThePageAsync(World world)
    {
        var person = await world.WithPasswordAsync("Amira");
        return (person, await world.SignedInAsync(person));
    }

    private static async Task<(Person Person, Browser Browser, Page Late)> TooLateAsync(World world)
    {
        var (person, browser) = await OnThePageAsync(world);
        var page = await browser.GetAsync("/journal/new");
        browser.Forget("fieldcraft");
        return (person, browser, await page.SubmitAsync("main form", ("Entry.Text", Canary)));
    }

    private static Task<int> EntriesAsync(World world, Person person) =>
        world.InDatabaseAsync(db => db.JournalEntries.CountAsync(e => e.OwnerId == person.Id));
}
