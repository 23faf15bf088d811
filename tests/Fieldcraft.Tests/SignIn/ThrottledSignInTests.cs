using System.Net;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.SignIn;

public sealed class ThrottledSignInTests
{
    private const int MostForOnePair = 10;

    [Theory, OnServersOfItsOwn]
    public async Task After_ten_wrong_passwords_from_one_address_even_the_right_one_waits(Database database)
    {
        await using var app = await StartAsync(database);
        var world = await World.InAsync(app);
        var person = await world.WithPasswordAsync("Amira");
        await TryWronglyAsync(app.NewBrowser(), person.EmployeeId!);

        var answer = await SignInPageTests.SignInAsync(app.NewBrowser(), person.EmployeeId!, SignIns.Password);

        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Response.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15));
        answer.Main.ShouldContain("Wait");
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        (await SignInPageTests.SignInAsync(app.NewBrowser(), person.EmployeeId!, SignIns.Password)).RedirectsTo.ShouldBe("/");
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_name_that_nobody_has_waits_just_as_long(Database database)
    {
        await using var app = await StartAsync(database);
        await World.InAsync(app);
        await TryWronglyAsync(app.NewBrowser(), "nobody");

        (await SignInPageTests.SignInAsync(app.NewBrowser(), "nobody", "whatever it is")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_stranger_elsewhere_does_not_shut_a_person_out(Database database)
    {
        await using var app = await StartAsync(database);
        var world = await World.InAsync(app);
        var person = await world.WithPasswordAsync("Amira");
        var stranger = app.NewBrowser();
        stranger.From = IPAddress.Parse("203.0.113.7");
        await TryWronglyAsync(stranger, person.EmployeeId!);

        (await SignInPageTests.SignInAsync(app.NewBrowser(), person.EmployeeId!, SignIns.Password)).RedirectsTo.ShouldBe("/");
    }

    [Theory, OnServersOfItsOwn]
    public async Task A_device_that_signed_in_before_gets_in_while_strangers_try_from_everywhere(Database database)
    {
        await using var app = await StartAsync(database);
        var world = await World.InAsync(app);
        var person = await world.WithPasswordAsync("Amira");
        var own = app.NewBrowser();
        await SignInPageTests.SignInAsync(own, person.EmployeeId!, SignIns.Password);
        own.Forget("fieldcraft");
        for (var i = 1; i <= 6; i++)
        {
            var stranger = app.NewBrowser();
            stranger.From = IPAddress.Parse($"203.0.113.{i}");
            await TryWronglyAsync(stranger, person.EmployeeId!);
        }

        (await SignInPageTests.SignInAsync(app.NewBrowser(), person.EmployeeId!, SignIns.Password)).Status.ShouldBe(
            HttpStatusCode.TooManyRequests
        );
        (await SignInPageTests.SignInAsync(own, person.EmployeeId!, SignIns.Password)).RedirectsTo.ShouldBe("/");
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_tries_are_counted_across_nodes(Database database)
    {
        await using var one = await StartAsync(database);
        await using var other = await TestApp.SecondNodeAsync(one);
        var world = await World.InAsync(one);
        var person = await world.WithPasswordAsync("Amira");
        await TryWronglyAsync(one.NewBrowser(), person.EmployeeId!, MostForOnePair / 2);
        await TryWronglyAsync(other.NewBrowser(), person.EmployeeId!, MostForOnePair / 2);

        (await SignInPageTests.SignInAsync(other.NewBrowser(), person.EmployeeId!, SignIns.Password)).Status.ShouldBe(
            HttpStatusCode.TooManyRequests
        );
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_owner_is_told_of_many_wrong_passwords_once_a_day(Database database)
    {
        await using var app = await StartAsync(database);
        var world = await World.InAsync(app);
        var person = await world.WithPasswordAsync("Amira");
        await TryWronglyAsync(app.NewBrowser(), person.EmployeeId!, MostForOnePair + 3);
        await app.Get<JobRunner>().RunDueAsync(CancellationToken.None);
        var browser = await world.SignedInAsync(person);

        (await browser.GetAsync("/")).Main.ShouldContain("Something was done with your sign-in");
        (await browser.GetAsync("/account")).Main.ShouldContain("wrong passwords");
        (await browser.GetAsync("/")).Main.ShouldNotContain("Something was done with your sign-in");
        (await app.InDatabaseAsync(db => db.SignInNotices.CountAsync(n => n.Kind == SignInNoticeKind.WrongPasswords))).ShouldBe(1);
    }

    private static Task<TestApp> StartAsync(Database database) => TestApp.StartAsync(database, s => s with { ThrottleFactor = 1 });

    private static async Task TryWronglyAsync(Browser browser, string userName, int times = MostForOnePair)
    {
        for (var i = 0; i < times; i++)
        {
            await browser.PostAsync("/sign-in", [new("Input.UserName", userName), new("Input.Password", "not this one")]);
        }
    }
}
