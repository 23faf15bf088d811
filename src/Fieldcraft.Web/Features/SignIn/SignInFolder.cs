using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.SignIn;

/// <summary>Coming in: by password, by link or slip; and the slips that others hand out.</summary>
public sealed class SignInFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        foreach (var open in new[] { "EnterPassword", "SignOut", "AskForLink", "Activate", "ChoosePin" })
        {
            pages.AuthorizeFolder($"/SignIn/{open}", Policies.Anyone);
        }

        pages.AuthorizeFolder("/SignIn/HandOutSlips", Policies.HandsOutCodes);
        pages.AuthorizeFolder("/SignIn/MakeWayIn", Policies.HandsOutCodes);
    }

    public void Api(RouteGroupBuilder api) => SignInApi.Map(api);

    public void Services(IServiceCollection services)
    {
        services.AddSingleton<Passwords>();
        services.AddSingleton<InstallationState>();
        services.AddSingleton<FirstStart>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<KeptForms>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<OwnerAtTheMachine>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<OwnerWarnings>();
        services.AddScoped<Codes>();
        services.AddScoped<Pins>();
        services.AddScoped<Activation>();
        services.AddScoped<LinkRequests>();
        services.AddScoped<IJob, WarnOwner>();
        services.AddScoped<IJob, SendAskedLink>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer)
    {
        if (viewer.HandsOut())
        {
            yield return new RoomLink("sign_in.slips.title", SignInLinks.Slips, LinkPlace.Account);
        }

        if (viewer.SessionId is not null && viewer.Proof != Domain.SignIn.Proof.Machine)
        {
            yield return new RoomLink("sign_in.leave", SignInLinks.Leave, LinkPlace.Leave);
        }
    }
}
