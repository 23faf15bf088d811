using Fieldcraft.Web.Features.SignIn.EnterPassword;

namespace Fieldcraft.Web.Features.DemoDesk;

/// <summary>In demo mode the sign-in page offers to be somebody with one click.</summary>
internal sealed class DemoSignInOffer : ISignInOffer
{
    public string PartialName => "/Features/DemoDesk/_DemoSignIns.cshtml";
}
