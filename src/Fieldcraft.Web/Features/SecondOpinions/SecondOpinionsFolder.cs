using Fieldcraft.Web.Api;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.SecondOpinions;

/// <summary>Where somebody who was asked gives a second opinion: no account, only the link. What they say goes to the owner alone.</summary>
public sealed class SecondOpinionsFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/SecondOpinions", Policies.Anyone);

    public void Api(RouteGroupBuilder api) =>
        GiveOpinionApi.Map(
            api.MapGroup("/second-opinions").Counts(GivingOpinions.Tries).RequireAuthorization(Policies.Anyone).WithTags("second-opinions")
        );

    public void Services(IServiceCollection services) => services.AddScoped<GivingOpinions>();
}
