using Fieldcraft.Web.Features.Rollouts.Picture;
using Fieldcraft.Web.Features.Rollouts.Reading;
using Fieldcraft.Web.Features.Rollouts.Solving;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Rollouts;

/// <summary>Bringing a module to everybody in its window: settings, timetables that the engine proposes, and how far it has come (DOMAIN 7.8, 7.9).</summary>
public sealed class RolloutsFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Rollouts", Policies.SignedIn);

    public void Api(RouteGroupBuilder api) =>
        RolloutsApi.Map(api.MapGroup("/rollouts").RequireAuthorization(Policies.SignedIn).WithTags("rollouts"));

    public void Services(IServiceCollection services)
    {
        services.AddScoped<RolloutModules>();
        services.AddScoped<SitesOnGround>();
        services.AddScoped<RolloutPictures>();
        services.AddScoped<RolloutDesk>();
        services.AddScoped<ProposalTaking>();
        services.AddScoped<RolloutReading>();
        services.AddScoped<CoverageReading>();
        services.AddScoped<PictureReading>();
        services.AddScoped<IJob, SolveRollout>();
    }
}
