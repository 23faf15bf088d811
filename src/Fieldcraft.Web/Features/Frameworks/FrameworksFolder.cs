using Fieldcraft.Web.Content;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Frameworks;

/// <summary>The capability framework: read by everybody, edited by those who design learning (DOMAIN 2.1).</summary>
public sealed class FrameworksFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Frameworks", Policies.SignedIn);

    public void Services(IServiceCollection services)
    {
        services.AddContent();
        services.AddSingleton<FrameworkShelf>();
        services.AddScoped<FrameworkReading>();
    }
}
