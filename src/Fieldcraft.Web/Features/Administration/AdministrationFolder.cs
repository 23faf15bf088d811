using Fieldcraft.Web.Features.Administration.Importing;
using Fieldcraft.Web.Jobs;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Fieldcraft.Web.Features.Administration;

/// <summary>Running the organisation's directory: who is in, who may do what. Nothing here opens anything private.</summary>
public sealed class AdministrationFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Administration", Policies.Administrator);

    public void Api(RouteGroupBuilder api) =>
        HolidaysApi.Map(api.MapGroup("/holidays").RequireAuthorization(Policies.Administrator).WithTags("holidays"));

    public void Services(IServiceCollection services)
    {
        services.AddScoped<DirectoryReading>();
        services.AddScoped<DirectoryTakeover>();
        services.AddScoped<DirectoryExport>();
        services.AddScoped<ImportDesk>();
        services.AddScoped<GrantDesk>();
        services.AddScoped<HolidayDesk>();
        services.AddSingleton<ImportProgressBoard>();
        services.AddScoped<IJob, TakeInImport>();
        services.AddScoped<IJob, ClearImports>();
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) =>
        viewer.IsAdministrator ? [new RoomLink("administration.title", AdministrationLinks.Home, LinkPlace.Administration)] : [];
}
