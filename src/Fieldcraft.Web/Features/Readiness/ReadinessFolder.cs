using Fieldcraft.Domain.People;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Readiness;

/// <summary>
/// Leaders made ready to teach (DOMAIN 7.2–7.4): previews, coaching groups, comfort, clearance. Who is how far is for the leader and the coach;
/// what a leader writes is sealed.
/// </summary>
public sealed class ReadinessFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Readiness/Own", Policies.OwnItems);
        pages.AuthorizeFolder("/Readiness/Preparing", Policies.SignedIn);
        pages.AuthorizeFolder("/Readiness/Planning", Policies.SignedIn);
    }

    public void Api(RouteGroupBuilder api)
    {
        PreviewsApi.Map(api.MapGroup("/previews").RequireAuthorization(Policies.SignedIn).WithTags("previews"));
        ReadinessApi.Map(api.MapGroup("/modules/{module:guid}/readiness").RequireAuthorization(Policies.SignedIn).WithTags("previews"));
        OwnReadinessApi.Map(api.MapGroup("/modules/{module:guid}/readiness").RequireAuthorization(Policies.OwnItems).WithTags("previews"));
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<LeadersReading>();
        services.AddScoped<PreparationReading>();
        services.AddScoped<ReadinessReading>();
        services.AddScoped<TotalsReading>();
        services.AddScoped<PreparationCalendar>();
        services.AddScoped<CoachKeys>();
        services.AddScoped<PreparationDesk>();
        services.AddScoped<SeatDesk>();
        services.AddScoped<ProposalDesk>();
        services.AddScoped<ReadinessDesk>();
        services.AddScoped<ComfortDesk>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        viewer.HasReports || viewer.Holds(Role.PreviewFacilitator) || viewer.MaySeeReadinessTotals() || viewer.MakesTimetables()
            ? [new("ready.title", ReadinessLinks.Room, LinkPlace.TeamLearning, "/previews")]
            : [];

    public IReadOnlyList<NoticeKind> Notices => ReadinessNotices.All;
}
