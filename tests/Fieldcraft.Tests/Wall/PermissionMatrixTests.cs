using System.Net;
using System.Text.RegularExpressions;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Tests.Harness;
using Fieldcraft.Tests.Worlds;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace Fieldcraft.Tests.Wall;

/// <summary>Every page, asked for by everybody: who must be refused is refused.</summary>
public sealed partial class PermissionMatrixTests
{
    private static readonly Dictionary<string, string[]> AllowedBy = new(StringComparer.Ordinal)
    {
        [Policies.Anyone] = ["nobody", "employee", "leader", "administrator", "pin"],
        [Policies.SignedIn] = ["employee", "leader", "administrator", "pin"],
        [Policies.OwnItems] = ["employee", "leader", "administrator"],
        [Policies.Leader] = ["leader"],
        [Policies.HandsOutCodes] = ["leader", "administrator"],
        [Policies.Administrator] = ["administrator"],
        [Policies.FrameworkDesigner] = ["administrator"],
    };

    [Theory, OnServersOfItsOwn]
    public async Task Nobody_gets_past_the_policy_of_a_page(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var employee = await world.PersonAsync("Eli");
        var visitors = new Dictionary<string, Browser>(StringComparer.Ordinal)
        {
            ["nobody"] = app.NewBrowser(),
            ["employee"] = await world.SignedInAsync(employee),
            ["leader"] = await world.SignedInAsync(await world.LeaderAsync("Amira")),
            ["administrator"] = await world.SignedInAsync(await world.HolderOfAsync(Role.Administrator)),
            ["pin"] = await world.SignedInAsync(employee, Proof.Pin),
        };
        var wrong = new List<string>();

        foreach (var (address, policies) in Pages(app))
        {
            foreach (var (who, browser) in visitors)
            {
                if (policies.TrueForAll(p => AllowedBy.TryGetValue(p, out var allowed) && allowed.Contains(who)))
                {
                    continue;
                }

                using var answer = await browser.Client.GetAsync(new Uri(address, UriKind.Relative));
                var refused =
                    answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden
                    || (
                        who == "nobody" && answer.Headers.Location?.OriginalString.StartsWith("/sign-in", StringComparison.Ordinal) == true
                    );
                if (!refused)
                {
                    wrong.Add($"{who} at {address} ({string.Join(" + ", policies)}): {(int)answer.StatusCode}");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory, OnServersOfItsOwn, Trait("Speed", "Slow")]
    public async Task Private_pages_of_somebody_else_look_as_if_they_were_not_there(Database database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await World.InAsync(app);
        var manager = await world.PersonAsync("Noor");
        var owner = await world.PersonAsync("Amira", manager);
        var planting = await Planting.ForAsync(app, owner);
        var browser = await world.SignedInAsync(manager);
        var open = new List<string>();

        foreach (
            var (address, _) in Pages(app)
                .Where(p => p.Policies.Contains(Policies.OwnItems) && p.Address.Contains(Stranger, StringComparison.Ordinal))
        )
        {
            foreach (var id in planting.Ids)
            {
                using var answer = await browser.Client.GetAsync(
                    new Uri(address.Replace(Stranger, id.ToString(), StringComparison.Ordinal), UriKind.Relative)
                );
                if (answer.StatusCode != HttpStatusCode.NotFound)
                {
                    open.Add($"{address} with {id}: {(int)answer.StatusCode}");
                }
            }
        }

        open.ShouldBeEmpty();
    }

    private const string Stranger = "0190f1e1-dc4a-7000-8000-00000000dead";

    private static IEnumerable<(string Address, List<string> Policies)> Pages(TestApp app) =>
        app.Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e =>
                (
                    Address: Parameter().Replace("/" + (e.RoutePattern.RawText ?? "").TrimStart('/'), Stranger),
                    Policies: e.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>().Distinct().ToList()
                )
            )
            .Where(p => p.Policies.Count > 0)
            .DistinctBy(p => p.Address);

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
