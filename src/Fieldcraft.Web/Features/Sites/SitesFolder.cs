using Fieldcraft.Web.Features.Rollouts;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Sites;

/// <summary>What a site has and what holds there, whatever the module: rooms, cover, closed times, neighbours, shift patterns and rosters.</summary>
public sealed class SitesFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Sites", Policies.SignedIn);

    public void Api(RouteGroupBuilder api) =>
        SitesApi.Map(api.MapGroup("/rollouts/sites").RequireAuthorization(Policies.SignedIn).WithTags("rollouts"));

    public void Services(IServiceCollection services)
    {
        services.AddScoped<SiteDesk>();
        services.AddScoped<RosterDesk>();
        services.AddScoped<SitesOfMine>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        viewer.MayScheduleSomewhere() ? [new RoomLink("sites.title", SitesLinks.List, LinkPlace.TeamLearning)] : [];
}
