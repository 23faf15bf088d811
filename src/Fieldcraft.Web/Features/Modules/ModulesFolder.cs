using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Modules;

/// <summary>What a module says: written, tried, published, read and printed (DOMAIN 7.2, 7.5).</summary>
public sealed class ModulesFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Modules", Policies.SignedIn);
        pages.AuthorizeFolder("/Modules/Design", Policies.ModuleDesigner);
    }

    public void Api(RouteGroupBuilder api)
    {
        ModulesApi.Map(api.MapGroup("/modules").RequireAuthorization(Policies.SignedIn).WithTags("modules"));
        ModuleDraftApi.Map(api.MapGroup("/modules").RequireAuthorization(Policies.ModuleDesigner).WithTags("modules"));
        ModuleMediaApi.Map(api.MapGroup("/modules").RequireAuthorization(Policies.ModuleDesigner).WithTags("modules"));
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<ModuleReading>();
        services.AddScoped<ModuleDesk>();
        services.AddScoped<MediaDesk>();
    }
}
