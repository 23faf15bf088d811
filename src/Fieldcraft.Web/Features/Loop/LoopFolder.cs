using Fieldcraft.Web.Features.Embedding.Boards;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Loop;

/// <summary>Ideas of teams on their way up and back: every one has an owner and a date until it has its answer (DOMAIN 7.7).</summary>
public sealed class LoopFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Loop", Policies.SignedIn);

    public void Api(RouteGroupBuilder api)
    {
        var ideas = api.MapGroup("/ideas").RequireAuthorization(Policies.SignedIn).WithTags("ideas");
        LoopApi.Map(ideas);
        LoopMeetingsApi.Map(ideas);
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<LoopRoads>();
        services.AddScoped<LoopDesk>();
        services.AddScoped<OwnIdeas>();
        services.AddScoped<LoopReading>();
        services.AddMemoryCache();
        services.AddScoped<IBoardIdeas, IdeasOnBoard>();
        services.AddScoped<LoopMeetingDesk>();
        services.AddScoped<LoopMeetingReading>();
        services.AddScoped<LoopMeasuresReading>();
        services.AddScoped<IJob, LookAfterIdeas>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("loop.title", LoopLinks.List, LinkPlace.TeamLearning)];

    public IReadOnlyList<NoticeKind> Notices => LoopNotices.All;
}
