using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Finding;

/// <summary>The search at the top of every page.</summary>
public sealed class FindingFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Finding", Policies.SignedIn);

    public void Api(RouteGroupBuilder api) =>
        SearchApi.Map(api.MapGroup("/search").RequireAuthorization(Policies.SignedIn).WithTags("search"));

    public void Services(IServiceCollection services)
    {
        services.AddScoped<FindingEverywhere>();
        services.AddScoped<IFinder, OwnTextsFinder>();
    }
}
