using Fieldcraft.Web.Content;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Growth;

/// <summary>Growth (S2): who do I want to become, where are the gaps, which experiences help, what does that mean for my career. Its owner's alone.</summary>
public sealed class GrowthFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Growth", Policies.OwnItems);

    public void Api(RouteGroupBuilder api)
    {
        GrowthApi.Map(api.MapGroup("/growth").RequireAuthorization(Policies.OwnItems).WithTags("growth"));
        GapsApi.Map(api.MapGroup("/gaps").RequireAuthorization(Policies.OwnItems).WithTags("gaps"));
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("growth.title", GrowthLinks.Open, LinkPlace.Growth)];

    public void Services(IServiceCollection services)
    {
        services.AddContent();
        services.AddScoped<GrowthReading>();
        services.AddScoped<GrowthDesk>();
        services.AddScoped<ReflectionReading>();
        services.AddScoped<GapReading>();
        services.AddScoped<ExperienceReading>();
        services.AddScoped<TakingOn>();
    }
}
