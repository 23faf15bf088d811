using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Conditions;

/// <summary>What the organisation says to the system questions, unit by unit, and about its roles: written once, held by everybody below.</summary>
public sealed class ConditionsFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Conditions", Policies.SignedIn);

    public void Api(RouteGroupBuilder api) =>
        ConditionsApi.Map(api.MapGroup("/conditions").RequireAuthorization(Policies.SignedIn).WithTags("conditions"));

    public void Services(IServiceCollection services)
    {
        services.AddScoped<ConditionsReading>();
        services.AddScoped<ConditionsDesk>();
    }
}
