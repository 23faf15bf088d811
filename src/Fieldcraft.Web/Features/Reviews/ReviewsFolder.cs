using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Reviews;

/// <summary>Looking back at one event (DOMAIN 4.4), alone or with a partner. Its owner's alone.</summary>
public sealed class ReviewsFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Reviews", Policies.OwnItems);

    public void Api(RouteGroupBuilder api) =>
        ReviewsApi.Map(api.MapGroup("/reviews").RequireAuthorization(Policies.OwnItems).WithTags("reviews"));

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("reviews.title", ReviewsLinks.List, LinkPlace.Own)];

    public void Services(IServiceCollection services)
    {
        services.AddScoped<ReviewsReading>();
        services.AddScoped<ReviewsActions>();
        services.AddScoped<IShareable, ShareableReview>();
    }
}
