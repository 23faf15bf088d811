using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Programmes;

/// <summary>Programmes and their modules: what leaders teach their own teams, when, and why then (DOMAIN 7.1–7.4).</summary>
public sealed class ProgrammesFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Programmes", Policies.SignedIn);

    public void Api(RouteGroupBuilder api)
    {
        ProgrammesApi.Map(api.MapGroup("/programmes").RequireAuthorization(Policies.SignedIn).WithTags("programmes"));
        RoutinesApi.Map(api.MapGroup("/routines").RequireAuthorization(Policies.SignedIn).WithTags("programmes"));
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        [new("programmes.room", ProgrammesLinks.Room, LinkPlace.TeamLearning, "/programmes", "/modules", "/routines", "/media")];

    public void Services(IServiceCollection services)
    {
        services.AddScoped<SitesReading>();
        services.AddScoped<ProgrammeReading>();
        services.AddScoped<ProgrammeDesk>();
        services.AddScoped<RoutineDesk>();
        services.AddScoped<ShowTeamLearning.NextInTeamLearning>();
    }
}
