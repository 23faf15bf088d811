using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Features.Workshops.Api;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fieldcraft.Web.Features.Workshops;

/// <summary>A day for a group, in a box (DOMAIN 6.7), and what changes after it (DOMAIN 6.8).</summary>
public sealed class WorkshopsFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Workshops", Policies.OwnItems);

    public void Api(RouteGroupBuilder api)
    {
        var workshops = api.MapGroup("/workshops").RequireAuthorization(Policies.OwnItems).WithTags("workshops");
        WorkshopsApi.Map(workshops);
        AgendaApi.Map(workshops);
        SeatsApi.Map(workshops);
        AfterwardsApi.Map(workshops);
        ChecksApi.Map(workshops);
        ResultsApi.Map(workshops);
    }

    public void Services(IServiceCollection services)
    {
        services.TryAddSingleton(WorkshopProgrammes.Read);
        services.AddScoped<WorkshopsReading>();
        services.AddScoped<WorkshopDesk>();
        services.AddScoped<SeatDesk>();
        services.AddScoped<RunDesk>();
        services.AddScoped<SlotDesk>();
        services.AddScoped<NoteDesk>();
        services.AddScoped<CheckDesk>();
        services.AddScoped<BehaviourReading>();
        services.AddScoped<ResultsReading>();
        services.AddScoped<FiguresDesk>();
        services.AddScoped<IShareable, ShareableWorkshopNote>();
        services.AddScoped<IJob, LookAfterWorkshops>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        [
            new("workshops.title", WorkshopsLinks.List, LinkPlace.Opportunities),
            new("workshops.check.title", WorkshopsLinks.Initiative, LinkPlace.Opportunities),
        ];

    public IReadOnlyList<NoticeKind> Notices => WorkshopsNotices.All;
}
