using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Frameworks.Files;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Frameworks;

/// <summary>The capability framework: read by everybody, edited by those who design learning (DOMAIN 2.1).</summary>
public sealed class FrameworksFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Frameworks", Policies.SignedIn);
        pages.AuthorizeFolder("/Frameworks/Design", Policies.FrameworkDesigner);
        pages.AddPageRoute("/Frameworks/ReadFramework/ReadFramework", "/framework/editions/{id:guid}");
    }

    public void Api(RouteGroupBuilder api)
    {
        FrameworksApi.Map(api.MapGroup("/frameworks").RequireAuthorization(Policies.SignedIn).WithTags("frameworks"));
        var design = api.MapGroup("/frameworks").RequireAuthorization(Policies.FrameworkDesigner).WithTags("frameworks");
        DraftApi.Map(design);
        FrameworkImportApi.Map(design.MapGroup("/import"));
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("framework.title", FrameworksLinks.InUse, LinkPlace.Growth)];

    public void Services(IServiceCollection services)
    {
        services.AddContent();
        services.AddSingleton<FrameworkShelf>();
        services.AddScoped<FrameworkReading>();
        services.AddTransient<CapabilityNames>();
        services.AddTransient<FrameworkTexts>();
        services.AddScoped<FrameworkDesk>();
        services.AddScoped<FrameworkFiles>();
        services.AddScoped<FrameworkImports>();
        services.AddScoped<ImpactReading>();
    }
}
