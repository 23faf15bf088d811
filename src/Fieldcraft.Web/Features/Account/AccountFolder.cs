using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Account;

/// <summary>A person's own sign-in: password, language, sessions, tokens, and what others did with it.</summary>
public sealed class AccountFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Account", Policies.SignedIn);
}
