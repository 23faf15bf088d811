using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;
using Fieldcraft.Domain.Rollouts;

namespace Fieldcraft.Web.Features.TeachingSessions;

/// <summary>Every address of sessions.</summary>
public static class TeachingSessionsLinks
{
    public const string MySlot = "/my-slot";
    public const string MySessions = "/my-sessions";

    public static string AtSite(ModuleId module, UnitId site) => $"/modules/{module.Value}/sites/{site.Value}";

    public static string Week(ModuleId module, UnitId site, int week) => $"{AtSite(module, site)}?view=week&week={week}";

    public static string Add(ModuleId module, UnitId site) => $"{AtSite(module, site)}/add";

    public static string Replan(ModuleId module, UnitId site) => $"{AtSite(module, site)}/replan";

    public static string Slots(ModuleId module, UnitId site) => $"{AtSite(module, site)}/slots";

    public static string One(TeachingSessionId id) => $"/sessions/{id.Value}";

    public static string Held(TeachingSessionId id) => $"{One(id)}/held";
}
