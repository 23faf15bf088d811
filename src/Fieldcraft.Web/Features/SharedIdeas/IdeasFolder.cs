using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.SharedIdeas;

/// <summary>Ideas that partners add to a shared copy, also from outside by a link that runs out. The owner takes each in or puts it aside.</summary>
public sealed class IdeasFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/SharedIdeas/Own", Policies.OwnItems);
        pages.AuthorizeFolder("/SharedIdeas/Outside", Policies.Anyone);
    }

    public void Api(RouteGroupBuilder api)
    {
        IdeasApi.Map(api.MapGroup("/shared-ideas").RequireAuthorization(Policies.OwnItems).WithTags("shared-ideas"));
        OutsideApi.Map(
            api.MapGroup("/outside-copies").Counts(IdeasFromPartners.Tries).RequireAuthorization(Policies.Anyone).WithTags("outside-copies")
        );
    }

    public IReadOnlyList<NoticeKind> Notices => IdeasNotices.All;

    public void Services(IServiceCollection services)
    {
        services.AddScoped<IdeasDesk>();
        services.AddScoped<IdeasFromPartners>();
        services.AddScoped<OutsideCopies>();
        services.AddScoped<IJob, ExpireOutsideCopy>();
    }
}
