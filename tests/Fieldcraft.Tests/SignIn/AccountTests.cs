using System.Net;
using AngleSharp.Html.Dom;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Features.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fieldcraft.Tests.SignIn;

public sealed class AccountTests
{
    [Theory, OnEveryDatabase]
    public async Task A_person_sees_the_own_sessions_and_ends_another_one(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.WithPasswordAsync("Amira");
        var (here, elsewhere) = (await world.SignedInAsync(person), await world.SignedInAsync(person));
        var page = await here.GetAsync("/account");

        page.Document.QuerySelectorAll("form[action*=EndSession]").Length.ShouldBe(1);
        (await page.SubmitAsync("form[action*=EndSession]")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await here.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.GetAsync("/account")).RedirectsTo.ShouldNotBeNull().ShouldStartWith("/sign-in");
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_ends_the_session_or_the_token_of_somebody_else(Database database)
    {
        var world = await World.OnAsync(database);
        var (amira, mallory) = (await world.WithPasswordAsync("Amira"), await world.WithPasswordAsync("Mallory"));
        var victim = await world.SignedInAsync(amira);
        var session = await world.InDatabaseAsync(db => db.Sessions.SingleAsync(s => s.PersonId == amira.Id));
        var attacker = await world.SignedInAsync(mallory);
        await world.SignedInAsync(mallory);
        var page = await attacker.GetAsync("/account");

        (await page.SubmitAsync("form[action*=EndSession]", ("id", session.Id.Value.ToString()))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await attacker.ApiAsync(HttpMethod.Delete, $"/api/v1/me/sessions/{session.Id.Value}")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await victim.GetAsync("/account")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task A_new_password_needs_the_old_one_and_signs_every_other_device_out(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.WithPasswordAsync("Amira");
        var (here, elsewhere) = (await world.SignedInAsync(person), await world.SignedInAsync(person));
        var page = await here.GetAsync("/account/password");

        (await page.SubmitAsync("main form", ("Input.Old", "not this one"), ("Input.New", "nine gates and a bridge"))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await page.SubmitAsync("main form", ("Input.Old", SignIns.Password), ("Input.New", "too short"))).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (
            await page.SubmitAsync("main form", ("Input.Old", SignIns.Password), ("Input.New", "nine gates and a bridge"))
        ).RedirectsTo.ShouldBe("/account");

        (await elsewhere.GetAsync("/")).RedirectsTo.ShouldNotBeNull().ShouldStartWith("/sign-in");
        (await here.GetAsync("/journal")).Status.ShouldBe(HttpStatusCode.OK);
        (await SignInPageTests.SignInAsync(world.App.NewBrowser(), person.EmployeeId!, "nine gates and a bridge")).RedirectsTo.ShouldBe(
            "/"
        );
        (await SignInPageTests.SignInAsync(world.App.NewBrowser(), person.EmployeeId!, SignIns.Password)).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Theory, OnEveryDatabase]
    public async Task Changing_the_password_does_not_open_what_a_reset_shut(Database database)
    {
        var world = await World.OnAsync(database);
        var administrator = await world.HolderOfAsync(Role.Administrator);
        var person = await world.WithPasswordAsync("Amira");
        var browser = world.App.NewBrowser();
        await CodeTests.ActivateAsync(
            browser,
            person.EmployeeId!,
            await CodeTests.SlipAsync(await world.SignedInAsync(administrator), person),
            "the thief's own phrase"
        );

        await (await browser.GetAsync("/account/password")).SubmitAsync(
            "main form",
            ("Input.Old", "the thief's own phrase"),
            ("Input.New", "another own phrase")
        );

        (await browser.GetAsync("/journal")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (
            await browser.ApiAsync(HttpMethod.Post, "/api/v1/me/tokens", new { name = "way round", scopes = new[] { "read", "private" } })
        ).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task Forms_of_the_account_sent_empty_come_back_with_what_they_lack(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.WithPasswordAsync("Amira"));

        var password = await (await browser.GetAsync("/account/password")).SubmitAsync("main form", ("Input.Old", ""), ("Input.New", ""));
        var token = await (await browser.GetAsync("/account/tokens/new")).SubmitAsync("main form", ("Input.Name", ""));

        password.Status.ShouldBe(HttpStatusCode.BadRequest);
        password.Document.QuerySelectorAll(".field .error").Length.ShouldBe(2);
        token.Status.ShouldBe(HttpStatusCode.BadRequest);
        token.Document.QuerySelectorAll(".field .error").Length.ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_token_is_shown_once_works_in_its_scopes_and_can_be_ended(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.WithPasswordAsync("Amira");
        var browser = await world.SignedInAsync(person);
        var form = (IHtmlFormElement)(await browser.GetAsync("/account/tokens/new")).Document.QuerySelector("main form")!;
        var fields = Page.FieldsOf(form);
        fields.RemoveAll(f => f.Key == "Input.Name");
        fields.AddRange([new("Input.Name", "My script"), new("Input.Scopes", "private")]);
        var made = await browser.PostAsync("/account/tokens/new", fields);
        var token = made.Document.QuerySelector("#token")!.TextContent;
        var program = Program(world, token);

        (await program.ApiAsync(HttpMethod.Get, "/api/v1/journal")).Status.ShouldBe(HttpStatusCode.OK);
        (await program.ApiAsync(HttpMethod.Post, "/api/v1/journal", new { text = "from a program" }))
            .Body.GetProperty("code")
            .GetString()
            .ShouldBe("scope-missing");
        (await program.ApiAsync(HttpMethod.Post, "/api/v1/me/tokens", new { name = "child", scopes = new[] { "read" } })).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
        var page = await browser.GetAsync("/account");
        page.Text.ShouldNotContain(token);
        page.Main.ShouldContain("My script");
        await page.SubmitAsync("form[action*=EndToken]");
        (await program.ApiAsync(HttpMethod.Get, "/api/v1/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task A_session_by_pin_makes_no_token(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.WithPasswordAsync("Amira"), Proof.Pin);

        (await browser.GetAsync("/account/tokens/new")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/me/tokens", new { name = "x", scopes = new[] { "read" } })).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_token_of_the_command_line_opens_nothing_private_and_its_owner_is_told(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var person = await world.WithPasswordAsync("Amira");
        MadeToken made;
        await using (var scope = app.Application.Services.CreateAsyncScope())
        {
            var making = scope.ServiceProvider.GetRequiredService<TokenMaking>();
            made = await making.MakeOnCommandLineAsync(
                person.Id,
                "Command line",
                TokenScopes.Read | TokenScopes.Private,
                30,
                CancellationToken.None
            );
        }

        var program = Program(world, made.Secret);

        made.Scopes.ShouldBe(TokenScopes.Read);
        (await program.ApiAsync(HttpMethod.Get, "/api/v1/me")).Body.GetProperty("sealedAccess").GetString().ShouldBe("needsOwnSecret");
        (await program.ApiAsync(HttpMethod.Get, "/api/v1/journal")).Body.GetProperty("code").GetString().ShouldBe("sealed-shut");
        (await (await world.SignedInAsync(person)).GetAsync("/account")).Main.ShouldContain("command line");
        app.Clock.Advance(TimeSpan.FromDays(31));
        (await program.ApiAsync(HttpMethod.Get, "/api/v1/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task The_language_is_chosen_from_those_that_exist(Database database)
    {
        var world = await World.OnAsync(database);
        var browser = await world.SignedInAsync(await world.WithPasswordAsync("Amira"));
        var page = await browser.GetAsync("/account");

        (await page.SubmitAsync("form[action*=Language]", ("Language", "tlh"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await page.SubmitAsync("form[action*=Language]", ("Language", "qps-plocm"))).Status.ShouldBe(HttpStatusCode.Redirect);

        (await browser.GetAsync("/account")).Document.DocumentElement.GetAttribute("dir").ShouldBe("rtl");
    }

    internal static Browser Program(World world, string token)
    {
        var browser = world.App.NewBrowser();
        browser.Client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return browser;
    }
}
