using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Pace;

/// <summary>Whether a career moves faster than its leadership (DOMAIN 5.2). For the person only: it is in no report, share, export or operation of anybody else.</summary>
public sealed class PaceFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Pace", Policies.OwnItems);

    public void Api(RouteGroupBuilder api) =>
        PaceApi.Map(api.MapGroup("/growth/pace").RequireAuthorization(Policies.OwnItems).WithTags("pace"));

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("pace.title", PaceLinks.Show, LinkPlace.Growth)];

    public void Services(IServiceCollection services)
    {
        services.AddScoped<PaceOpening>();
        services.AddScoped<PaceDesk>();
    }
}
