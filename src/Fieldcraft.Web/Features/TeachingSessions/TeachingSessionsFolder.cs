using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>Sessions in which leaders teach their people: planned at a site, published, led, attended, and written down.</summary>
public sealed class TeachingSessionsFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/TeachingSessions", Policies.SignedIn);

    public void Api(RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("/sessions").RequireAuthorization(Policies.SignedIn).WithTags("sessions");
        SessionsApi.Map(sessions);
        OwnSessionsApi.Map(sessions);
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<SessionPictures>();
        services.AddScoped<SessionDesk>();
        services.AddScoped<SwapDesk>();
        services.AddScoped<SwapReading>();
        services.AddScoped<LeaderDesk>();
        services.AddScoped<SessionPost>();
        services.AddScoped<SessionsReading>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer)
    {
        yield return new RoomLink("sessions.my_slot", TeachingSessionsLinks.MySlot, LinkPlace.TeamLearning);
        if (viewer.HasReports)
        {
            yield return new RoomLink("sessions.my_sessions", TeachingSessionsLinks.MySessions, LinkPlace.TeamLearning);
        }
    }

    public IReadOnlyList<NoticeKind> Notices => TeachingSessionsNotices.All;
}
