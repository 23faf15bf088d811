using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Moves;

/// <summary>Options side by side, once goals and gaps are there (DOMAIN 5.3). Its owner's alone.</summary>
public sealed class MovesFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Moves", Policies.OwnItems);

    public void Api(RouteGroupBuilder api) =>
        MovesApi.Map(api.MapGroup("/moves").RequireAuthorization(Policies.OwnItems).WithTags("moves"));

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("moves.title", MovesLinks.List, LinkPlace.Growth)];

    public void Services(IServiceCollection services)
    {
        services.AddScoped<StandingReading>();
        services.AddScoped<MovesReading>();
        services.AddScoped<MovesDesk>();
        services.AddScoped<IShareable, ShareableMoves>();
    }
}
