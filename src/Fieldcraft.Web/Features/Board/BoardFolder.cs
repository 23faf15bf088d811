using Fieldcraft.Web.Features.Finding;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Board;

/// <summary>
/// The opportunity board (PRODUCT 1.6): problems worth solving, needs and offers; interest is the start of a conversation; the own manager is told when a
/// trial with hours is to be agreed.
/// </summary>
public sealed class BoardFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Board/Postings", Policies.SignedIn);
        pages.AuthorizeFolder("/Board/Conversations", Policies.OwnItems);
        pages.AuthorizeFolder("/Board/Trials", Policies.OwnItems);
    }

    public void Api(RouteGroupBuilder api)
    {
        PostingsApi.Map(api.MapGroup("/postings").RequireAuthorization(Policies.SignedIn).WithTags("postings"));
        InterestsApi.Map(api.MapGroup("/postings").RequireAuthorization(Policies.OwnItems).WithTags("postings"));
        TrialNoticesApi.Map(api.MapGroup("/trial-notices").RequireAuthorization(Policies.OwnItems).WithTags("trial-notices"));
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("board.title", BoardLinks.List, LinkPlace.Opportunities)];

    public IReadOnlyList<NoticeKind> Notices => BoardNotices.All;

    public void Services(IServiceCollection services)
    {
        services.AddScoped<WorkCalendars>();
        services.AddScoped<BoardReading>();
        services.AddScoped<IFinder, BoardReading>();
        services.AddScoped<GrowthFirst>();
        services.AddScoped<PostingDesk>();
        services.AddScoped<InterestReading>();
        services.AddScoped<InterestDesk>();
        services.AddScoped<TrialNotices>();
        services.AddScoped<IJob, LookAfterBoard>();
    }
}
