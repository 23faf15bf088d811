using System.Net;
using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.SignIn;

public sealed class SignInApiTests
{
    [Theory, OnEveryDatabase]
    public async Task A_program_signs_in_asks_who_it_is_and_signs_out(Database database)
    {
        var world = await World.OnAsync(database);
        var administrator = await world.HolderOfAsync(Role.Administrator);
        await world.GivePasswordAsync(administrator);
        var browser = world.App.NewBrowser();

        var signedIn = await browser.ApiAsync(
            HttpMethod.Post,
            "/api/v1/sign-in",
            new { username = administrator.EmployeeId, password = SignIns.Password }
        );
        var me = await browser.ApiAsync(HttpMethod.Get, "/api/v1/me");

        signedIn.Status.ShouldBe(HttpStatusCode.OK);
        me.Body.GetProperty("id").GetGuid().ShouldBe(administrator.Id.Value);
        me.Body.GetProperty("sealedAccess").GetString().ShouldBe("open");
        me.Body.GetProperty("roles")[0].GetProperty("role").GetString().ShouldBe("administrator");
        me.Body.GetProperty("roles")[0].GetProperty("unit").GetGuid().ShouldBe(world.Organisation.Id.Value);
        (await browser.ApiAsync(HttpMethod.Delete, "/api/v1/sign-in")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await browser.ApiAsync(HttpMethod.Get, "/api/v1/me")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEveryDatabase]
    public async Task Wrong_and_unknown_are_answered_alike(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.WithPasswordAsync("Amira");

        var wrong = await world
            .App.NewBrowser()
            .ApiAsync(HttpMethod.Post, "/api/v1/sign-in", new { username = person.EmployeeId, password = "not this one" });
        var unknown = await world
            .App.NewBrowser()
            .ApiAsync(HttpMethod.Post, "/api/v1/sign-in", new { username = "nobody", password = "not this one" });
        var empty = await world.App.NewBrowser().ApiAsync(HttpMethod.Post, "/api/v1/sign-in", new { username = "nobody" });

        wrong.Status.ShouldBe(HttpStatusCode.Unauthorized);
        wrong.Body.GetProperty("code").GetString().ShouldBe("sign-in-wrong");
        unknown.Body.GetProperty("code").GetString().ShouldBe("sign-in-wrong");
        empty.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_of_another_site_cannot_write_through_the_api_with_the_cookie(Database database)
    {
        var world = await World.OnAsync(database);
        var person = await world.WithPasswordAsync("Amira");
        var browser = await world.SignedInAsync(person);

        foreach (var type in new[] { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x" })
        {
            using var body = new StringContent("""{"text":"forged"}""", Encoding.UTF8);
            body.Headers.Remove("Content-Type");
            body.Headers.TryAddWithoutValidation("Content-Type", type);
            var answer = await browser.Client.PostAsync(new Uri("/api/v1/journal", UriKind.Relative), body);
            answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType, type);
        }

        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/me/tokens", null, ("Origin", "https://evil.example"))).Status.ShouldNotBe(
            HttpStatusCode.Created
        );
        (await world.InDatabaseAsync(db => db.JournalEntries.CountAsync(e => e.OwnerId == person.Id))).ShouldBe(0);
        (await browser.ApiAsync(HttpMethod.Post, "/api/v1/journal", new { text = "mine" })).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Theory, OnEveryDatabase]
    public async Task Slips_are_made_and_used_through_the_api(Database database)
    {
        var world = await World.OnAsync(database);
        var manager = await world.LeaderAsync("Noor");
        var person = await world.PersonAsync("Bilal", manager);

        var made = await (await world.SignedInAsync(manager)).ApiAsync(
            HttpMethod.Post,
            "/api/v1/people/slips",
            new { people = new[] { person.Id.Value } }
        );
        var slip = made.Body.GetProperty("slips")[0];
        var used = await world
            .App.NewBrowser()
            .ApiAsync(
                HttpMethod.Post,
                "/api/v1/sign-in/activations",
                new
                {
                    number = slip.GetProperty("number").GetString(),
                    code = slip.GetProperty("code").GetString(),
                    password = "a lamp above the loading bay",
                }
            );
        var again = await world
            .App.NewBrowser()
            .ApiAsync(
                HttpMethod.Post,
                "/api/v1/sign-in/activations",
                new
                {
                    number = slip.GetProperty("number").GetString(),
                    code = slip.GetProperty("code").GetString(),
                    password = "a lamp above the loading bay",
                }
            );

        used.Status.ShouldBe(HttpStatusCode.OK);
        used.Body.GetProperty("id").GetGuid().ShouldBe(person.Id.Value);
        again.Body.GetProperty("code").GetString().ShouldBe("code-spent");
    }
}
