using Fieldcraft.Web.Features.Finding;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Circles;

/// <summary>Action-learning circles (DOMAIN 4.6): a few people from several units, one issue a turn. What they take on is sealed to each of them.</summary>
public sealed class CirclesFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Circles", Policies.OwnItems);

    public void Api(RouteGroupBuilder api)
    {
        var circles = api.MapGroup("/circles").RequireAuthorization(Policies.OwnItems).WithTags("circles");
        CirclesApi.Map(circles);
        CircleMeetingsApi.Map(circles);
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<CirclesReading>();
        services.AddScoped<CircleDesk>();
        services.AddScoped<MeetingDesk>();
        services.AddScoped<CommitmentDesk>();
        services.AddScoped<IFinder, CircleFinder>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("circles.title", CirclesLinks.List, LinkPlace.Together)];

    public IReadOnlyList<NoticeKind> Notices => CirclesNotices.All;
}
