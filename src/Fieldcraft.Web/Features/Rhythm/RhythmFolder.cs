using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Rhythm;

/// <summary>What a person is told and when, their calendar, and what all of it takes of their time.</summary>
public sealed class RhythmFolder : IRoom
{
    public void Pages(PageConventionCollection pages) { }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<Notices>();
        services.AddScoped<Appointments>();
    }
}
