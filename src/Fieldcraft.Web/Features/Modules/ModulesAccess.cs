using Fieldcraft.Domain.Programmes;
using Fieldcraft.Web.Features.Programmes;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Modules;

/// <summary>What a module shows is seen by whoever sees the module.</summary>
public static class ModulesAccess
{
    public static IQueryable<ModuleMedia> VisibleTo(this IQueryable<ModuleMedia> media, IQueryable<Module> modules, Viewer viewer)
    {
        var visible = modules.VisibleTo(viewer);
        return media.Where(m => visible.Any(module => module.Id == m.ModuleId));
    }
}
