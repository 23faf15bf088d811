using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Tests.Wall;

/// <summary>A canary sits in every private field of one leader. Everybody else looks for it in every page and operation.</summary>
public sealed partial class CanaryTests
{
    [Theory, OnServersOfItsOwn, Trait("Speed", "Slow")]
    public async Task No_page_and_no_operation_shows_a_private_text_to_anybody_but_its_owner(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var planted = await PlantedAsync(app);
        var found = new List<string>();
        var asked = 0;

        foreach (var (who, browser) in await OthersAsync(planted))
        {
            foreach (var address in Addresses(app, planted.Planting))
            {
                asked++;
                using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));
                if ((await answer.Content.ReadAsStringAsync()).Contains("canary-", StringComparison.OrdinalIgnoreCase))
                {
                    found.Add($"{who} at {address}");
                }
            }
        }

        found.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(1_000);
    }

    [Theory, OnServersOfItsOwn, Trait("Speed", "Slow")]
    public async Task No_operation_that_changes_something_shows_or_changes_a_private_text_for_anybody_but_its_owner(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var planted = await PlantedAsync(app);
        var found = new List<string>();

        foreach (
            var (who, browser) in (await OthersAsync(planted)).Where(o => o.Key is "manager" or "administrator" or "the owner's token")
        )
        {
            foreach (var (method, address) in Changes(app, planted.Planting))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
                request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
                request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
                using var answer = await browser.Client.SendAsync(request);
                if ((await answer.Content.ReadAsStringAsync()).Contains("canary-", StringComparison.OrdinalIgnoreCase))
                {
                    found.Add($"{who}: {method} {address}");
                }
            }
        }

        found.ShouldBeEmpty();
        var owner = await planted.World.SignedInAsync(planted.Owner);
        (await owner.GetAsync("/journal")).Text.ShouldContain(planted.Planting.Canaries["JournalEntry.Text"]);
        (await planted.Planting.MissingAsync(app)).ShouldBeEmpty();
    }

    [Theory, OnServersOfItsOwn]
    public async Task The_owner_does_see_them_so_the_search_above_can_find_something(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var planted = await PlantedAsync(app);
        var browser = await planted.World.SignedInAsync(planted.Owner);
        var seen = new StringBuilder();

        foreach (
            var address in Addresses(app, planted.Planting)
                .Where(a => a.StartsWith("/api/v1/", StringComparison.Ordinal) && a.Count(c => c == '/') < 5)
        )
        {
            using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));
            seen.Append(await answer.Content.ReadAsStringAsync());
        }

        var all = seen.ToString();
        (await browser.GetAsync("/journal")).Text.ShouldContain(planted.Planting.Canaries["JournalEntry.Text"]);
        // What holds numbers or lists cannot be read while a canary sits in it; the rest is there.
        planted.Planting.Canaries.Count(c => all.Contains(c.Value, StringComparison.Ordinal)).ShouldBeGreaterThan(15);
        planted.Planting.Canaries.Count.ShouldBe(
            await app.InDatabaseAsync(db =>
                Task.FromResult(db.Model.GetEntityTypes().Sum(t => t.GetProperties().Count(p => p.ClrType == typeof(SealedText))))
            )
        );
    }

    internal static async Task<Planted> PlantedAsync(TestApp app)
    {
        var world = await World.InAsync(app);
        var manager = await world.PersonAsync("Noor");
        var owner = await world.PersonAsync("Amira", manager);
        return new Planted(world, owner, manager, await Planting.ForAsync(app, owner));
    }

    /// <summary>Whoever is not the owner, and the owner in a session that does not open sealed items.</summary>
    private static async Task<Dictionary<string, Browser>> OthersAsync(Planted planted)
    {
        var world = planted.World;
        var others = new Dictionary<string, Browser>(StringComparer.Ordinal)
        {
            ["manager"] = await world.SignedInAsync(planted.Manager),
            ["administrator"] = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator)),
            ["report"] = await world.SignedInAsync(await world.PersonAsync("Report", planted.Owner)),
            ["the owner by PIN"] = await world.SignedInAsync(planted.Owner, Proof.Pin),
            ["the owner's token"] = await TokenAsync(planted),
            ["nobody"] = world.App.NewBrowser(),
        };
        // One person with every other role: what any of them opens, this one does.
        var many = await world.HolderOfAsync(Role.LearningDesigner);
        foreach (var role in Enum.GetValues<Role>().Where(r => r is not (Role.Administrator or Role.LearningDesigner)))
        {
            await world.SaveAsync(Grant.Give(Id.New<GrantId>(world.Now), many.Id, role, world.Organisation.Id, null, world.Now));
        }

        others["every other role"] = await world.SignedInAsync(many);
        return others;
    }

    /// <summary>Made on the command line with every scope there is, as an administrator of the machine could.</summary>
    private static async Task<Browser> TokenAsync(Planted planted)
    {
        var (now, secret) = (planted.World.Now, Secrets.New());
        const TokenScopes All = TokenScopes.Read | TokenScopes.Write | TokenScopes.Admin | TokenScopes.Private;
        await planted.World.SaveAsync(
            ApiToken.Make(
                Id.New<ApiTokenId>(now),
                planted.Owner.Id,
                Secrets.Hash(secret),
                "Reset",
                All,
                fromCommandLine: true,
                now.AddDays(1),
                now
            )
        );
        var browser = planted.World.App.NewBrowser();
        browser.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer fc_{Secrets.Text(secret)}");
        (await browser.ApiAsync(HttpMethod.Get, "/api/v1/me")).Status.ShouldBe(HttpStatusCode.OK);
        return browser;
    }

    /// <summary>Every address that can be asked for, with each planted id in the place of an id, and each pair where there are two.</summary>
    private static IEnumerable<string> Addresses(TestApp app, Planting planting) =>
        Endpoints(app)
            .Where(e => e.Methods.Count == 0 || e.Methods.Contains("GET"))
            .Select(e => e.Address)
            .Where(a => !a.StartsWith("/error", StringComparison.Ordinal))
            // It never ends, and says a number only; its own tests read it.
            .Where(a => !a.EndsWith("/stream", StringComparison.Ordinal))
            .Distinct()
            .SelectMany(a => Filled(a, planting))
            .Select(a => a + "?search=canary&q=canary");

    private static IEnumerable<(string Method, string Address)> Changes(TestApp app, Planting planting) =>
        Endpoints(app)
            .Where(e => e.Address.StartsWith("/api/v1/", StringComparison.Ordinal) && e.Address.Contains('{'))
            .SelectMany(e => e.Methods.Where(m => m != "GET").SelectMany(m => Filled(e.Address, planting).Select(a => (m, a))))
            .Distinct();

    private static IEnumerable<string> Filled(string address, Planting planting) =>
        Parameter().Count(address) switch
        {
            0 => [address],
            1 => planting.Ids.Select(id => Parameter().Replace(address, id.ToString())),
            _ => planting.Pairs.Select(pair =>
                Parameter().Replace(Parameter().Replace(address, pair.First.ToString(), 1), pair.Second.ToString())
            ),
        };

    private static IEnumerable<(string Address, IReadOnlyCollection<string> Methods)> Endpoints(TestApp app) =>
        app.Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e =>
                (
                    "/" + (e.RoutePattern.RawText ?? "").TrimStart('/'),
                    (IReadOnlyCollection<string>)(e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.ToList() ?? [])
                )
            );

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}

/// <summary>A leader with a canary in every private field, and their manager.</summary>
internal sealed record Planted(World World, Person Owner, Person Manager, Planting Planting);
