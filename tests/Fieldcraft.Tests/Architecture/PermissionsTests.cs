using System.Text;
using Fieldcraft.Domain.People;
using Fieldcraft.Tests.Approved;
using Fieldcraft.Tests.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;

namespace Fieldcraft.Tests.Architecture;

public sealed class PermissionsTests
{
    [Fact]
    public async Task Every_address_states_who_may_open_it() =>
        (await AddressesAsync()).Where(a => a.Policy is null).Select(a => a.Address).ShouldBeEmpty();

    [Fact]
    public async Task The_list_of_permissions_is_the_one_that_was_approved()
    {
        var text = new StringBuilder("# Who may open what\n\nWritten by a test from the code. ");
        text.Append(
                "*anyone*: signed in or not · *signed-in* · *own-items*: signed in with an own secret, and the page shows only what is the viewer's own · "
            )
            .Append(
                "*leader*: has reports or leads a unit · *hands-out-codes*: an administrator, a unit's lead or a manager, not from a kiosk · *administrator*. Which rows a page then shows is asked of the room's access rules; not yours and not there look the same.\n\n"
            );
        text.Append("## Roles that can be granted, each for a unit and everything below it\n\n");
        foreach (var role in Enum.GetNames<Role>())
        {
            text.Append($"- {role}\n");
        }

        text.Append(
            "\nDerived: leader (has reports), unit lead (facility, network, state), employee. Per relation: mentor, peer, partner. No role opens anybody's sealed texts.\n"
        );
        foreach (var group in (await AddressesAsync()).GroupBy(a => a.Policy ?? "nobody").OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append($"\n## {group.Key}\n\n");
            foreach (var address in group.Select(a => a.Address).Distinct().Order(StringComparer.Ordinal))
            {
                text.Append($"- `{address}`\n");
            }
        }

        ApprovedFile.ShouldMatch("docs/permissions.md", text.ToString());
    }

    private static async Task<IReadOnlyList<(string Address, string? Policy)>> AddressesAsync()
    {
        var app = await TestApp.SharedAsync(Database.Sqlite);
        return
        [
            .. app.Get<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e =>
                    e.Metadata.GetMetadata<PageActionDescriptor>() is null
                    || e.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null
                    || e.RoutePattern.RawText is not null
                )
                .Select(e => (Name(e), PolicyOf(e))),
        ];
    }

    private static string Name(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods;
        return methods is { Count: > 0 }
            ? $"{string.Join(' ', methods)} /{endpoint.RoutePattern.RawText?.TrimStart('/')}"
            : $"/{endpoint.RoutePattern.RawText?.TrimStart('/')}";
    }

    private static string? PolicyOf(RouteEndpoint endpoint)
    {
        var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>().Distinct().ToList();
        return policies.Count > 0 ? string.Join(" + ", policies)
            : endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "anyone"
            : null;
    }
}
