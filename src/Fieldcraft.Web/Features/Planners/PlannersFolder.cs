using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Planners;

/// <summary>The sheet on which a leader plans a session (DOMAIN 7.6): its owner's alone. The blank one needs no own secret, only the right to read guides.</summary>
public sealed class PlannersFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Planners/Mine", Policies.OwnItems);
        pages.AuthorizeFolder("/Planners/Blank", Policies.SignedIn);
    }

    public void Api(RouteGroupBuilder api)
    {
        PlannersApi.Map(api.MapGroup("/planners").RequireAuthorization(Policies.OwnItems).WithTags("planners"));
        BlankPlannerApi.Map(api.MapGroup("/planners").RequireAuthorization(Policies.SignedIn).WithTags("planners"));
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        viewer.MayPlanSessions() ? [new("planner.list.title", PlannersLinks.List, LinkPlace.TeamLearning)] : [];

    public void Services(IServiceCollection services)
    {
        services.AddScoped<PlannerReading>();
        services.AddScoped<PlannerDesk>();
        services.AddScoped<PlannerWriting>();
        services.AddScoped<PlannerPrinting>();
        services.AddScoped<PlannerOperation>();
        services.AddScoped<IShareable, ShareablePlanner>();
    }
}
