using Fieldcraft.Web.Features.Finding;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Communities;

/// <summary>People who care about one topic, across units: a purpose, meetings, and what they found out.</summary>
public sealed class CommunitiesFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Communities", Policies.SignedIn);

    public void Api(RouteGroupBuilder api)
    {
        var communities = api.MapGroup("/communities").RequireAuthorization(Policies.SignedIn).WithTags("communities");
        CommunitiesApi.Map(communities);
        CommunityMemoryApi.Map(communities);
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<CommunitiesReading>();
        services.AddScoped<CommunityDesk>();
        services.AddScoped<MemoryDesk>();
        services.AddScoped<IFinder, CommunityFinder>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("communities.title", CommunitiesLinks.List, LinkPlace.Together)];

    public IReadOnlyList<NoticeKind> Notices => CommunitiesNotices.All;
}
