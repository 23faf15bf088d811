using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Experience;

/// <summary>What somebody has had, is having, and has not yet met (S2). Its owner's alone.</summary>
public sealed class ExperienceFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Experience", Policies.OwnItems);

    public void Api(RouteGroupBuilder api) =>
        ExperienceApi.Map(api.MapGroup("/experiences").RequireAuthorization(Policies.OwnItems).WithTags("experiences"));

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("experience.title", ExperienceLinks.Map, LinkPlace.Growth)];

    public void Services(IServiceCollection services)
    {
        services.AddScoped<ReadinessReading>();
        services.AddScoped<MapReading>();
        services.AddScoped<HistoryReading>();
        services.AddScoped<ExperienceDesk>();
    }
}
