using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.OnTheFloor;

/// <summary>A session while it is held: run it, say who is here, write it down. People come in here without signing in.</summary>
public sealed class FloorFolder : IRoom
{
    public void Pages(PageConventionCollection pages)
    {
        foreach (var led in new[] { "RunSession", "BigScreen", "WriteLog", "PrintList" })
        {
            pages.AuthorizeFolder($"/OnTheFloor/{led}", Policies.SignedIn);
        }

        pages.AuthorizeFolder("/OnTheFloor/Here", Policies.Anyone);
    }

    public void Api(RouteGroupBuilder api)
    {
        FloorApi.Map(api.MapGroup("/sessions").RequireAuthorization(Policies.SignedIn).WithTags("sessions"));
        ArrivalsApi.Map(api.MapGroup("/attendance").RequireAuthorization(Policies.Anyone).WithTags("attendance"));
    }

    public void Services(IServiceCollection services)
    {
        services.AddScoped<AttendanceDesk>();
        services.AddScoped<FreedSeats>();
        services.AddScoped<LogDesk>();
        services.AddScoped<RunDesk>();
    }
}
