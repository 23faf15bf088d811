using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Staffing;

/// <summary>
/// Who could do it now, and who would learn most by it (DOMAIN 5.4): two columns that people enter themselves, for one talk, until a day. There is no score, no
/// order, no list to take away.
/// </summary>
public sealed class StaffingFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Staffing", Policies.OwnItems);
        pages.AuthorizeFolder("/Staffing/Opening", Policies.Leader);
    }

    public void Api(RouteGroupBuilder api)
    {
        var talks = api.MapGroup("/staffing-talks").RequireAuthorization(Policies.OwnItems).WithTags("stories");
        StaffingApi.Map(talks);
        StaffingApi.MapOpening(talks.MapGroup("").RequireAuthorization(Policies.Leader));
    }

    public IReadOnlyList<NoticeKind> Notices => StaffingNotices.All;

    public void Services(IServiceCollection services)
    {
        services.AddScoped<StaffingReading>();
        services.AddScoped<StaffingActions>();
        services.AddScoped<IJob, EndStaffingTalk>();
    }
}
