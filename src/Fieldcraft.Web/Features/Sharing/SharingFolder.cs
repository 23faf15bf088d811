using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Sharing.ListShares;
using Fieldcraft.Web.Features.Sharing.NewShare;
using Fieldcraft.Web.Features.Sharing.ReadShare;
using Fieldcraft.Web.Features.Sharing.SharedWithMe;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Sharing;

/// <summary>Copies of private items, with named people, until a day (DOMAIN 4.9, 9.2). Owners see who looked.</summary>
public sealed class SharingFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Sharing", Policies.OwnItems);

    public void Api(RouteGroupBuilder api)
    {
        var shares = api.MapGroup("/shares").RequireAuthorization(Policies.OwnItems).WithTags("shares");
        ListSharesApi.Map(shares);
        NewShareApi.Map(shares);
        ReadShareApi.Map(shares);
        SharedWithMeApi.Map(shares);
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<SharingReading>();
        services.AddScoped<SharingActions>();
        services.AddScoped<ReaderSearch>();
        services.AddScoped<IJob, ExpireShare>();
    }

    public IReadOnlyList<NoticeKind> Notices => SharingNotices.All;
}
