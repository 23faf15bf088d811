using Fieldcraft.Web.Content;
using Fieldcraft.Web.Features.Finding;
using Fieldcraft.Web.Features.Rhythm;
using Fieldcraft.Web.Features.Staffing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Stories;

/// <summary>
/// What made people grow (PRODUCT 0.16; DOMAIN 5.4): the interview, the story with its teller's consent in steps, the library that colleagues read, and
/// the map from stories to kinds of work.
/// </summary>
public sealed class StoriesFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Stories/Library", Policies.SignedIn);
        pages.AuthorizeFolder("/Stories/Kit", Policies.SignedIn);
        pages.AuthorizeFolder("/Stories/Own", Policies.OwnItems);
    }

    public void Api(RouteGroupBuilder api)
    {
        LibraryApi.Map(api.MapGroup("/stories").RequireAuthorization(Policies.SignedIn).WithTags("stories"));
        OwnStoriesApi.Map(api.MapGroup("/stories").RequireAuthorization(Policies.OwnItems).WithTags("stories"));
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        [new("stories.title", StoriesLinks.Library, LinkPlace.Together, StaffingLinks.List)];

    public IReadOnlyList<NoticeKind> Notices => StoriesNotices.All;

    public void Services(IServiceCollection services)
    {
        services.AddContent();
        services.AddScoped<StoriesReading>();
        services.AddScoped<StoriesActions>();
        services.AddScoped<LibraryReading>();
        services.AddScoped<IFinder, LibraryReading>();
        services.AddScoped<BesideReading>();
    }
}
