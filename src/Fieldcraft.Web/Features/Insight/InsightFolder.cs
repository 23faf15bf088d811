using Fieldcraft.Web.Features.Insight.Views;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Insight;

/// <summary>What can be said about groups of people, through one release engine (DOMAIN 9.4, 15.5, 15.6).</summary>
public sealed class InsightFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Insight", Policies.SignedIn);

    public void Api(RouteGroupBuilder api)
    {
        var insight = api.MapGroup("/insight").RequireAuthorization(Policies.SignedIn).WithTags("insight");
        InsightApi.Map(insight);
        KeptViewsApi.Map(insight.MapGroup("/views"));
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        viewer.MayReadInsight() ? [new("insight.title", InsightLinks.Room, LinkPlace.Insight)] : [];

    public IReadOnlyList<NoticeKind> Notices => InsightNotices.All;

    public void Services(IServiceCollection services)
    {
        services.AddSingleton<ReleaseShelf>();
        services.AddSingleton<QuartersKeptOpen>();
        services.AddHostedService(provider => provider.GetRequiredService<QuartersKeptOpen>());
        services.AddScoped<Freezer>();
        services.AddScoped<InsightReading>();
        services.AddScoped<InsightDesk>();
        services.AddScoped<FreezeQuarter>();
        services.AddScoped<IJob, FreezeQuarter>();
        services.AddScoped<KeptViewDesk>();
        services.AddScoped<IJob, LookAfterViews>();
        services.AddScoped<IJob, MailView>();
    }
}
