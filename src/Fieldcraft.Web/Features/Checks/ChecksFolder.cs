using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Checks;

/// <summary>Checks (DOMAIN 2.2, 2.3): the own view of some capabilities, then, if wanted, the view of others, who stay unknown.</summary>
public sealed class ChecksFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Checks/Own", Policies.OwnItems);
        pages.AuthorizeFolder("/Checks/Answering", Policies.Anyone);
        pages.AuthorizeFolder("/Checks/Asked", Policies.SignedIn);
    }

    public void Api(RouteGroupBuilder api)
    {
        ChecksApi.Map(api.MapGroup("/assessments").RequireAuthorization(Policies.OwnItems).WithTags("assessments"));
        AnswersApi.Map(
            api.MapGroup("/assessments/answers").Counts(RaterDesk.Tries).RequireAuthorization(Policies.Anyone).WithTags("assessments")
        );
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<ChecksReading>();
        services.AddScoped<CheckDesk>();
        services.AddScoped<RoundDesk>();
        services.AddScoped<RaterDesk>();
        services.AddScoped<IShareable, ShareableReport>();
        services.AddScoped<IJob, LookAfterRounds>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("checks.title", ChecksLinks.List, LinkPlace.Growth)];

    public IReadOnlyList<NoticeKind> Notices => ChecksNotices.All;
}
