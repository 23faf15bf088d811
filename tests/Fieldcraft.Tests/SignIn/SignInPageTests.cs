using System.Net;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.SignIn;

public sealed class SignInPageTests
{
    [Theory, OnEveryDatabase]
    public async Task A_person_signs_in_by_e_mail_or_personnel_number_in_any_case(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.WithPasswordAsync("Amira", email: $"amira{Guid.CreateVersion7():n}@meridian.example");

        foreach (
            var name in new[]
            {
                person.Email!,
                person.Email!.ToUpperInvariant(),
                person.EmployeeId!,
                $" {person.EmployeeId!.ToLowerInvariant()} ",
            }
        )
        {
            var answer = await SignInAsync(world.App.NewBrowser(), name, SignIns.Password);
            answer.RedirectsTo.ShouldBe("/", name);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task An_unknown_name_a_wrong_password_and_a_leaver_get_the_same_answer(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.WithPasswordAsync("Amira");
        var gone = await world.WithPasswordAsync("Jonas", change: f => f with { Status = Domain.People.PersonStatus.Left });

        var wrong = await SignInAsync(world.App.NewBrowser(), person.EmployeeId!, "not the password");
        var unknown = await SignInAsync(world.App.NewBrowser(), "nobody@meridian.example", "not the password");
        var left = await SignInAsync(world.App.NewBrowser(), gone.EmployeeId!, SignIns.Password);

        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        unknown.Status.ShouldBe(wrong.Status);
        left.Status.ShouldBe(wrong.Status);
        unknown.Document.QuerySelector(".error-summary")!.TextContent.ShouldBe(wrong.Document.QuerySelector(".error-summary")!.TextContent);
        left.Document.QuerySelector(".error-summary")!.TextContent.ShouldBe(wrong.Document.QuerySelector(".error-summary")!.TextContent);
    }

    [Theory, OnEveryDatabase]
    public async Task A_leaver_is_out_at_once(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.WithPasswordAsync("Amira");
        var browser = await world.SignedInAsync(person);

        await world.App.InDatabaseAsync(async db =>
        {
            var row = await db.People.SingleAsync(p => p.Id == person.Id);
            row.Correct(row.Facts() with { Status = Domain.People.PersonStatus.Left }, world.Now);
            await db.SaveChangesAsync();
        });

        (await browser.GetAsync("/")).RedirectsTo.ShouldNotBeNull().ShouldStartWith("/sign-in");
    }

    [Theory, OnEveryDatabase]
    public async Task Sign_in_leads_back_to_where_one_came_from_and_never_to_another_site(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.WithPasswordAsync("Amira");
        var detour = (await world.App.NewBrowser().GetAsync("/journal?search=dock")).RedirectsTo!;

        (await SignInAsync(world.App.NewBrowser(), person.EmployeeId!, SignIns.Password, detour)).RedirectsTo.ShouldBe(
            "/journal?search=dock"
        );
        foreach (var elsewhere in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/sign-in" })
        {
            var address = $"/sign-in?return={Uri.EscapeDataString(elsewhere)}";
            (await SignInAsync(world.App.NewBrowser(), person.EmployeeId!, SignIns.Password, address)).RedirectsTo.ShouldBe("/", elsewhere);
        }
    }

    [Theory, OnServersOfItsOwn]
    public async Task On_a_shared_device_the_session_is_short_and_the_page_says_so_to_its_scripts(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var person = await world.WithPasswordAsync("Amira");
        var (own, shared) = (app.NewBrowser(), app.NewBrowser());
        await SignInAsync(own, person.EmployeeId!, SignIns.Password);
        var answer = await SignInAsync(shared, person.EmployeeId!, SignIns.Password, change: ("Input.SharedDevice", "true"));

        answer
            .Response.Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("fieldcraft=", StringComparison.Ordinal))
            .ShouldNotContain("max-age", Case.Insensitive);
        (await own.GetAsync("/")).Document.Body!.GetAttribute("data-device").ShouldBe("own");
        (await shared.GetAsync("/")).Document.Body!.GetAttribute("data-device").ShouldBe("shared");
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        (await own.GetAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        (await shared.GetAsync("/")).RedirectsTo.ShouldNotBeNull().ShouldStartWith("/sign-in");
    }

    [Theory, OnEveryDatabase]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_of_other_sites(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.WithPasswordAsync("Amira");

        var answer = await SignInAsync(world.App.NewBrowser(), person.EmployeeId!, SignIns.Password);

        var cookie = answer.Response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("fieldcraft=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Theory, OnEveryDatabase]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.WithPasswordAsync("Amira");
        var browser = app(world);
        var signedIn = await SignInAsync(browser, person.EmployeeId!, SignIns.Password);
        var cookie = signedIn
            .Response.Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("fieldcraft=", StringComparison.Ordinal))
            .Split(';')[0];

        var answer = await (await browser.GetAsync("/sign-out")).SubmitAsync("main form");

        answer.RedirectsTo.ShouldBe("/sign-in");
        var thief = app(world);
        thief.Carry("fieldcraft", cookie["fieldcraft=".Length..]);
        (await thief.GetAsync("/")).RedirectsTo.ShouldNotBeNull().ShouldStartWith("/sign-in");

        static Browser app(World world) => world.App.NewBrowser();
    }

    [Theory, OnEveryDatabase]
    public async Task Another_site_cannot_sign_somebody_in(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.WithPasswordAsync("Amira");
        var browser = world.App.NewBrowser();

        var answer = await browser.PostAsync(
            "/sign-in",
            [new("Input.UserName", person.EmployeeId!), new("Input.Password", SignIns.Password)],
            ("Origin", "https://evil.example")
        );

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.GetAsync("/")).RedirectsTo.ShouldNotBeNull().ShouldStartWith("/sign-in");
    }

    internal static async Task<Page> SignInAsync(
        Browser browser,
        string userName,
        string password,
        string address = "/sign-in",
        params (string Name, string Value)[] change
    ) =>
        await (await browser.GetAsync(address)).SubmitAsync(
            "main form",
            [("Input.UserName", userName), ("Input.Password", password), .. change]
        );
}
