using Fieldcraft.Web.Api;
using Fieldcraft.Web.Features.Feedback.Giving;
using Fieldcraft.Web.Features.Feedback.Own;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Feedback;

/// <summary>Feedback on one behaviour (DOMAIN 4.5): asked and read by its owner, given without an account through a single-use link.</summary>
public sealed class FeedbackFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Feedback/Own", Policies.OwnItems);
        pages.AuthorizeFolder("/Feedback/Giving", Policies.Anyone);
    }

    public void Api(RouteGroupBuilder api)
    {
        FeedbackApi.Map(api.MapGroup("/feedback-requests").RequireAuthorization(Policies.OwnItems).WithTags("feedback-requests"));
        GiveFeedbackApi.Map(
            api.MapGroup("/feedback").Counts(FeedbackGiving.Tries).RequireAuthorization(Policies.Anyone).WithTags("feedback")
        );
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("feedback.title", FeedbackLinks.List, LinkPlace.Own)];

    public void Services(IServiceCollection services)
    {
        services.AddScoped<FeedbackReading>();
        services.AddScoped<FeedbackActions>();
        services.AddScoped<FeedbackGiving>();
        services.AddScoped<IJob, ExpireFeedback>();
    }

    public IReadOnlyList<NoticeKind> Notices => FeedbackNotices.All;
}
