using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Home;

/// <summary>Home: the next small step.</summary>
public sealed class HomeFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Home", Policies.OwnItems);

    public void Services(IServiceCollection services) => services.AddScoped<HomeReading>();

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("home.title", "/", LinkPlace.Home)];
}
