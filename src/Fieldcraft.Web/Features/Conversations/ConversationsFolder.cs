using Fieldcraft.Web.Features.Conversations.Api;
using Fieldcraft.Web.Features.Conversations.Harvest;
using Fieldcraft.Web.Features.Conversations.Streams;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fieldcraft.Web.Features.Conversations;

/// <summary>Thinking it through with others: an hour for two, and live sessions for a group. What somebody writes stays theirs.</summary>
public sealed class ConversationsFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Conversations", Policies.OwnItems);

    public void Api(RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("/live-sessions").RequireAuthorization(Policies.OwnItems).WithTags("live-sessions");
        LiveSessionsApi.Map(sessions);
        LeadingApi.Map(sessions);
        TakingPartApi.Map(sessions);
        StreamApi.Map(sessions);
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        [new("conversations.title", ConversationsLinks.List, LinkPlace.Together, ConversationsLinks.Join)];

    public IReadOnlyList<NoticeKind> Notices => ConversationsNotices.All;

    public void Services(IServiceCollection services)
    {
        services.TryAddSingleton(Scripts.Read);
        services.AddSingleton<LiveStreams>();
        services.AddHostedService<LiveListener>();
        services.AddScoped<LiveDesk>();
        services.AddScoped<LiveReading>();
        services.AddScoped<SessionWriting>();
        services.AddScoped<Joining>();
        services.AddScoped<TakingAlong>();
        services.AddScoped<IJob, CloseForgotten>();
    }
}
