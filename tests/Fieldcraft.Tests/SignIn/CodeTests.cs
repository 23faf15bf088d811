using System.Net;
using System.Text.RegularExpressions;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.SignIn;

public sealed partial class CodeTests
{
    private const string New = "a lamp above the loading bay";

    [Theory, OnEveryDatabase]
    public async Task A_slip_lets_a_person_without_e_mail_choose_a_password_once(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var person = await world.PersonAsync("Bilal", manager);
        var code = await SlipAsync(await world.SignedInAsync(manager), person);

        var answer = await ActivateAsync(world.App.NewBrowser(), $" {person.EmployeeId} ", $" {code.ToLowerInvariant()} ");
        var again = await ActivateAsync(world.App.NewBrowser(), person.EmployeeId!, code);

        answer.RedirectsTo.ShouldBe("/");
        again.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await SignInPageTests.SignInAsync(world.App.NewBrowser(), person.EmployeeId!, New)).RedirectsTo.ShouldBe("/");
    }

    [Theory, OnEveryDatabase]
    public async Task The_first_activation_shuts_nothing(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var person = await world.PersonAsync("Bilal", manager);
        var browser = world.App.NewBrowser();

        await ActivateAsync(browser, person.EmployeeId!, await SlipAsync(await world.SignedInAsync(manager), person));

        (await browser.GetAsync("/journal")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnServersOfItsOwn]
    public async Task After_a_reset_by_somebody_else_private_items_stay_shut_for_a_day_and_open_again(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var administrator = await world.HolderOfAsync(Role.Administrator);
        var person = await world.WithPasswordAsync("Amira");
        var code = await SlipAsync(await world.SignedInAsync(administrator), person);
        var browser = app.NewBrowser();
        await ActivateAsync(browser, person.EmployeeId!, code);

        var page = await browser.GetAsync("/journal");
        var api = await browser.ApiAsync(HttpMethod.Get, "/api/v1/journal");

        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Heading.ShouldContain("25 November 2026, 09:0");
        api.Status.ShouldBe(HttpStatusCode.Forbidden);
        api.Body.GetProperty("code").GetString().ShouldBe("sealed-shut");
        api.Body.GetProperty("until").GetDateTimeOffset().ShouldBeInRange(world.Now.AddHours(23), world.Now.AddDays(1));
        (await browser.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
        app.Clock.Advance(TimeSpan.FromHours(25));
        (await browser.GetAsync("/journal")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_reset_by_somebody_else_is_shown_to_the_owner_and_not_taken_off_while_shut(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var administrator = await world.HolderOfAsync(Role.Administrator, "Robin");
        var person = await world.WithPasswordAsync("Amira");
        var owner = await world.SignedInAsync(person);
        var code = await SlipAsync(await world.SignedInAsync(administrator), person);

        (await owner.GetAsync("/")).Main.ShouldContain("Something was done with your sign-in");
        var thief = app.NewBrowser();
        await ActivateAsync(thief, person.EmployeeId!, code);
        (await thief.GetAsync("/account")).Main.ShouldContain("Robin Test made a slip");
        app.Clock.Advance(TimeSpan.FromHours(25));
        (await thief.GetAsync("/")).Main.ShouldContain("Something was done with your sign-in");
        (await owner.GetAsync("/"))
            .RedirectsTo.ShouldNotBeNull()
            .ShouldStartWith("/sign-in", Case.Sensitive, "a new password ends every session");
    }

    [Theory, OnServersOfItsOwn]
    public async Task Looking_at_a_link_uses_nothing_up(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var administrator = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator));
        var person = await world.PersonAsync("Amira", facts: f => f with { Email = "amira@meridian.example" });
        var page = await administrator.GetAsync($"/people/{person.Id.Value}/way-in");
        (
            await administrator.PostAsync(
                $"/people/{person.Id.Value}/way-in?handler=Link",
                Page.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("main form")!)
            )
        ).Status.ShouldBe(HttpStatusCode.Redirect);
        var link = await LinkInMailAsync(app, "amira@meridian.example");
        var browser = app.NewBrowser();

        for (var i = 0; i < 3; i++)
        {
            (await browser.GetAsync(link)).Main.ShouldContain("You sign in as");
        }

        (await (await browser.GetAsync(link)).SubmitAsync("main form", ("Password", New))).RedirectsTo.ShouldBe("/");
        (await app.NewBrowser().GetAsync(link)).Main.ShouldContain("used already");
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_link_is_asked_for_with_the_same_answer_whoever_is_known(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        await world.WithPasswordAsync("Amira", "amira@meridian.example");

        var known = await AskAsync(app, "amira@meridian.example");
        var unknown = await AskAsync(app, "nobody@meridian.example");

        known.Status.ShouldBe(unknown.Status);
        known.Main.ShouldBe(unknown.Main);
        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);
        (await FolderMailer.ListAsync(app.Settings, CancellationToken.None)).ShouldHaveSingleItem().To.ShouldBe("amira@meridian.example");
    }

    [Theory, OnServersOfItsOwn]
    public async Task An_own_link_by_the_mail_folder_counts_as_open_to_others(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        await world.WithPasswordAsync("Amira", "amira@meridian.example");
        await AskAsync(app, "amira@meridian.example");
        var browser = app.NewBrowser();

        await (await browser.GetAsync(await LinkInMailAsync(app, "amira@meridian.example"))).SubmitAsync("main form", ("Password", New));

        (await browser.GetAsync("/journal")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnServersOfItsOwn]
    public async Task An_own_link_to_a_proven_address_shuts_nothing_but_one_to_a_changed_address_does(Database database)
    {
        // With a mail server configured; the letters are read where the outbox keeps them.
        await using var app = await TestApp.StartAsync(database, s => s with { Smtp = new Uri("smtp://127.0.0.1:1") });
        var world = await World.InAsync(app);
        var person = await world.WithPasswordAsync("Amira", "amira@meridian.example");
        await app.InDatabaseAsync(async db =>
        {
            (await db.Accounts.SingleAsync(a => a.PersonId == person.Id)).ProveEmail("Amira@meridian.example", world.Now);
            await db.SaveChangesAsync();
        });
        var browser = app.NewBrowser();

        await (await browser.GetAsync(await OwnLinkAsync(app, person.EmployeeId!))).SubmitAsync("main form", ("Password", New));
        (await browser.GetAsync("/journal")).Status.ShouldBe(HttpStatusCode.OK);
        await app.InDatabaseAsync(async db =>
        {
            var row = await db.People.SingleAsync(p => p.Id == person.Id);
            row.Correct(row.Facts() with { Email = "mallory@meridian.example" }, world.Now);
            await db.SaveChangesAsync();
        });
        await (await browser.GetAsync(await OwnLinkAsync(app, person.EmployeeId!))).SubmitAsync("main form", ("Password", New + " again"));

        (await browser.GetAsync("/journal")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_slip_works_for_two_weeks_and_the_newest_ends_the_older(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var manager = await world.LeaderAsync("Noor");
        var person = await world.PersonAsync("Bilal", manager);
        var browser = await world.SignedInAsync(manager);
        var first = await SlipAsync(browser, person);
        var second = await SlipAsync(browser, person);

        (await ActivateAsync(app.NewBrowser(), person.EmployeeId!, first)).Status.ShouldBe(HttpStatusCode.BadRequest);
        app.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromMinutes(5));
        (await ActivateAsync(app.NewBrowser(), person.EmployeeId!, second, "short")).Status.ShouldBe(
            HttpStatusCode.BadRequest,
            "a bad password uses nothing up"
        );
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        (await ActivateAsync(app.NewBrowser(), person.EmployeeId!, second)).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task A_wrong_code_a_number_that_nobody_has_and_a_leaver_get_the_same_answer(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var person = await world.PersonAsync("Bilal", manager);
        await SlipAsync(await world.SignedInAsync(manager), person);

        var wrong = await ActivateAsync(world.App.NewBrowser(), person.EmployeeId!, "AAAAA-AAAAA");
        var unknown = await ActivateAsync(world.App.NewBrowser(), "nobody at all", "AAAAA-AAAAA");

        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        unknown.Status.ShouldBe(wrong.Status);
        unknown.Document.QuerySelector(".error-summary")!.TextContent.ShouldBe(wrong.Document.QuerySelector(".error-summary")!.TextContent);
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_sent_empty_comes_back_with_what_it_lacks(Database database)
    {
        var world = await World.OnAsync(database);

        var page = await ActivateAsync(world.App.NewBrowser(), "", "", "");

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Document.QuerySelectorAll(".field .error").Length.ShouldBe(3);
    }

    [Theory, OnServersOfItsOwn]
    public async Task Trying_codes_is_throttled_and_told_to_the_owner(Database database)
    {
        await using var app = await TestApp.StartAsync(database, s => s with { ThrottleFactor = 1 });
        var world = await World.InAsync(app);
        var manager = await world.LeaderAsync("Noor");
        var person = await world.WithPasswordAsync("Bilal");
        var browser = app.NewBrowser();
        Page? last = null;
        for (var i = 0; i < 11; i++)
        {
            last = await browser.PostAsync(
                "/activate",
                [new("Number", person.EmployeeId!), new("Code", "AAAAA-AAAAA"), new("Password", New)]
            );
        }

        last!.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);
        (await (await world.SignedInAsync(person)).GetAsync("/account")).Main.ShouldContain("tried codes");
    }

    [Theory, OnEveryDatabase]
    public async Task The_database_holds_nothing_that_a_code_could_be_guessed_from(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var person = await world.PersonAsync("Bilal", manager);
        var code = CodeText.Read(await SlipAsync(await world.SignedInAsync(manager), person))!;

        var row = await world.InDatabaseAsync(db => db.OneTimeCodes.AsNoTracking().SingleAsync(c => c.PersonId == person.Id));

        foreach (var guess in new[] { code, $"{person.Id.Value:n}:{code}", CodeText.Grouped(code) })
        {
            row.CodeHash.ShouldNotBe(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(guess)));
        }
    }

    internal static async Task<string> SlipAsync(Browser browser, Person person)
    {
        var address = $"/people/{person.Id.Value}/way-in";
        var page = await browser.GetAsync(address);
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.Document.QuerySelector("main form")!;
        var slip = await browser.PostAsync($"{address}?handler=Slip", Page.FieldsOf(form));
        slip.Document.QuerySelector("svg.qr path").ShouldNotBeNull();
        return slip.Document.QuerySelector(".slips .code")!.TextContent.Trim();
    }

    internal static async Task<Page> ActivateAsync(Browser browser, string number, string code, string password = New) =>
        await (await browser.GetAsync("/activate")).SubmitAsync("main form", ("Number", number), ("Code", code), ("Password", password));

    private static async Task<Page> AskAsync(TestApp app, string userName)
    {
        var browser = app.NewBrowser();
        return await (await browser.GetAsync("/sign-in/forgotten")).SubmitAsync("main form", ("UserName", userName));
    }

    private static async Task<string> LinkInMailAsync(TestApp app, string to)
    {
        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);
        var letter = (await FolderMailer.ListAsync(app.Settings, CancellationToken.None)).First(l => l.To == to);
        return Link().Match(letter.Text).Value;
    }

    private static async Task<string> OwnLinkAsync(TestApp app, string userName)
    {
        await AskAsync(app, userName);
        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);
        var payload = await app.InDatabaseAsync(db =>
            db.Jobs.Where(j => j.Kind == Post.JobKind).OrderByDescending(j => j.Id).Select(j => j.Payload).FirstAsync()
        );
        return Link().Match(app.Get<Envelopes>().Open(payload!).Text).Value;
    }

    [GeneratedRegex("/activate\\?link=[A-Za-z0-9_-]+")]
    private static partial Regex Link();
}
