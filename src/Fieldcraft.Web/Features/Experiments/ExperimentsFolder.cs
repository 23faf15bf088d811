using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Experiments;

/// <summary>Leadership experiments (DOMAIN 4.3): their owner's alone.</summary>
public sealed class ExperimentsFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Experiments", Policies.OwnItems);

    public void Api(RouteGroupBuilder api) =>
        ExperimentsApi.Map(api.MapGroup("/experiments").RequireAuthorization(Policies.OwnItems).WithTags("experiments"));

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("experiment.list.title", ExperimentsLinks.List, LinkPlace.Own)];

    public void Services(IServiceCollection services)
    {
        services.AddScoped<ExperimentReading>();
        services.AddScoped<ExperimentDesk>();
        services.AddScoped<ExperimentOperation>();
        services.AddScoped<IShareable, ShareableExperiment>();
    }
}
