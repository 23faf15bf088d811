using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Calculations;

/// <summary>The calculators: stateless, no page of their own, so that the worked numbers can be checked from outside.</summary>
public sealed class CalculationsFolder : IRoom
{
    public void Pages(PageConventionCollection pages) { }

    public void Api(RouteGroupBuilder api) =>
        CalculationsApi.Map(api.MapGroup("/calculations").RequireAuthorization(Policies.SignedIn).WithTags("calculations").RepeatsFreely());
}
