using Fieldcraft.Web.Content;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Opportunities;

/// <summary>Opportunities (S1): colleagues as customers. So far the preparation of a talk, of which nothing is kept.</summary>
public sealed class OpportunitiesFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Opportunities", Policies.SignedIn);

    public void Api(RouteGroupBuilder api) =>
        OpportunitiesApi.Map(api.MapGroup("/opportunities").RequireAuthorization(Policies.SignedIn).WithTags("opportunities"));

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("opportunities.title", OpportunitiesLinks.Questions, LinkPlace.Opportunities)];

    public void Services(IServiceCollection services) => services.AddContent();
}
