using Fieldcraft.Domain.People;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Conditions;

/// <summary>Everybody signed in reads them. They are written by the unit's lead, and by the learning team of that unit or one above.</summary>
public static class ConditionsAccess
{
    public static bool MayWriteConditions(this Viewer viewer, UnitId unit, string path) =>
        viewer.Leads.Any(l => l.Id == unit)
        || viewer.Roles.Any(r =>
            r.Role is Role.LearningDesigner or Role.ProgrammeLead && path.StartsWith(r.UnitPath, StringComparison.Ordinal)
        );
}
