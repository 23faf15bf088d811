using Fieldcraft.Domain.People;

namespace Fieldcraft.Web.Features.SignIn;

/// <summary>Every address around signing in.</summary>
public static class SignInLinks
{
    public const string Enter = "/sign-in";
    public const string Leave = "/sign-out";
    public const string AskForLink = "/sign-in/forgotten";
    public const string Activate = "/activate";
    public const string Pin = "/pin";
    public const string Slips = "/administration/slips";

    public static string EnterAndReturn(string address) => $"{Enter}?return={Uri.EscapeDataString(address)}";

    /// <summary>The address that a link in a mail leads to. Opening it uses nothing up.</summary>
    public static string Link(string secret) => $"{Activate}?link={secret}";

    /// <summary>The address in the picture on a slip: number and code are filled in already.</summary>
    public static string Slip(string number, string code) => $"{Activate}?number={Uri.EscapeDataString(number)}&code={code}";

    /// <summary>Choosing a PIN, and then back to where one was.</summary>
    public static string PinAndReturn(string address) => $"{Pin}?return={Uri.EscapeDataString(address)}";

    public static string WayIn(PersonId person) => $"/people/{person.Value}/way-in";
}
