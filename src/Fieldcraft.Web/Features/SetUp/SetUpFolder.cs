using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.SetUp;

/// <summary>The first start: just me, or an organisation. Shut for good afterwards.</summary>
public sealed class SetUpFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/SetUp", Policies.Anyone);

    public void Services(IServiceCollection services)
    {
        services.AddSingleton<SetUpCode>();
        services.AddScoped<SettingUp>();
    }
}

/// <summary>Every address of the set-up.</summary>
public static class SetUpLinks
{
    public const string Choose = "/set-up";
    public const string Organisation = "/set-up/organisation";
}
