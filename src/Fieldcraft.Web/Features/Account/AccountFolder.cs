using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Account;

/// <summary>A person's own sign-in: password, language, sessions, tokens, and what others did with it.</summary>
public sealed class AccountFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Account", Policies.SignedIn);

    public void Api(RouteGroupBuilder api) => AccountApi.Map(api.MapGroup("/me").RequireAuthorization(Policies.SignedIn).WithTags("me"));

    public void Services(IServiceCollection services)
    {
        services.AddScoped<AccountReading>();
        services.AddScoped<TokenMaking>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer)
    {
        yield return new RoomLink("account.title", AccountLinks.Show, LinkPlace.Account);
    }
}
