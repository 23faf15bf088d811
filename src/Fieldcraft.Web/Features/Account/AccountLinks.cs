namespace Fieldcraft.Web.Features.Account;

/// <summary>Every address of a person's own account.</summary>
public static class AccountLinks
{
    public const string Show = "/account";
    public const string Notices = "/account#notices";
    public const string Password = "/account/password";
    public const string MakeToken = "/account/tokens/new";
}
