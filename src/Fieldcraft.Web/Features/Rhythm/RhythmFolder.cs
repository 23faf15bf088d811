using Fieldcraft.Web.Features.Rhythm.ShowNotices;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>What a person is told and when, their calendar, and what all of it takes of their time.</summary>
public sealed class RhythmFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Rhythm", Policies.SignedIn);

    public void Api(RouteGroupBuilder api) =>
        ShowNoticesApi.Map(api.MapGroup("/notices").RequireAuthorization(Policies.SignedIn).WithTags("notices"));

    public void Services(IServiceCollection services)
    {
        services.AddScoped<Notices>();
        services.AddScoped<NoticesReading>();
        services.AddScoped<Appointments>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("notices.title", RhythmLinks.Notices, LinkPlace.Account)];
}
