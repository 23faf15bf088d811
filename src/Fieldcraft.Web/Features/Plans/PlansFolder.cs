using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Documents;
using Fieldcraft.Web.Features.Shared.Tables;
using Fieldcraft.Web.Features.Sharing;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fieldcraft.Web.Features.Plans;

/// <summary>Development plans on one page (DOMAIN 4.8): their owner's alone.</summary>
public sealed class PlansFolder : IRoom
{
    public void Pages(PageConventionCollection pages) => pages.AuthorizeFolder("/Plans", Policies.OwnItems);

    public void Api(RouteGroupBuilder api)
    {
        var plans = api.MapGroup("/plans").RequireAuthorization(Policies.OwnItems).WithTags("plans");
        PlansApi.Map(plans);
        PlanPartsApi.Map(plans);
    }

    public IEnumerable<RoomLink> Links(Viewer viewer) => [new("plan.list.title", PlansLinks.List, LinkPlace.Own)];

    public void Services(IServiceCollection services)
    {
        services.TryAddSingleton(_ => RulesFile.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "rules.json"))));
        services.AddSingleton<PlanContent>();
        services.AddSingleton<IPdfPrinter, ChromiumPrinter>();
        services.AddScoped<PaperPages>();
        services.AddScoped<TableFiles>();
        services.AddScoped<PaperForReader>();
        services.AddScoped<PlanReading>();
        services.AddScoped<PlanDesk>();
        services.AddScoped<PlanOperation>();
        services.AddScoped<IShareable, ShareablePlan>();
        services.AddScoped<IShareable, ShareableManagerNeeds>();
    }
}
