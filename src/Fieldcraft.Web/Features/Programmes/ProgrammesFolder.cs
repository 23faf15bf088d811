using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>Programmes and their modules: what leaders teach their own teams, and when (DOMAIN 7.1–7.5).</summary>
public sealed class ProgrammesFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Programmes", Policies.SignedIn);

    public void Services(IServiceCollection services)
    {
        services.AddScoped<SitesReading>();
    }
}
