using Fieldcraft.Web.Features.Finding;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Alongside;

/// <summary>Offers to watch a leader at work and to work alongside (PRODUCT 0.17): found, asked, agreed, in both calendars, and looked back at.</summary>
public sealed class AlongsideFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Alongside/Offers", Policies.SignedIn);
        pages.AuthorizeFolder("/Alongside/Visits", Policies.OwnItems);
    }

    public void Api(RouteGroupBuilder api)
    {
        OffersApi.Map(api.MapGroup("/observations").RequireAuthorization(Policies.SignedIn).WithTags("observations"));
        VisitsApi.Map(api.MapGroup("/observations/visits").RequireAuthorization(Policies.OwnItems).WithTags("observations"));
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("alongside.title", AlongsideLinks.List, LinkPlace.Together)];

    public IReadOnlyList<NoticeKind> Notices => AlongsideNotices.All;

    public void Services(IServiceCollection services)
    {
        services.AddScoped<OffersReading>();
        services.AddScoped<IFinder, OffersReading>();
        services.AddScoped<OffersActions>();
        services.AddScoped<VisitsReading>();
        services.AddScoped<VisitsActions>();
        services.AddScoped<IShareable, ShareableReflection>();
    }
}
