using Fieldcraft.Domain.People;
using Fieldcraft.Web.Features.Insight;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Pulses;

/// <summary>
/// The learning team opens and closes a pulse in its units. Results are for the team first: whoever leads a unit, or works in it, reads its figures and those
/// of what lies around it; those who read Insight read all (DOMAIN 9.2). Codes for paper are printed by the learning team and by whoever leads the unit.
/// </summary>
public static class PulsesAccess
{
    public static bool MayRunPulses(this Viewer viewer, string path) =>
        viewer.Roles.Any(r =>
            r.Role is Role.ProgrammeLead or Role.LearningDesigner && path.StartsWith(r.UnitPath, StringComparison.Ordinal)
        );

    public static bool MayHandOutCodes(this Viewer viewer, string path) =>
        viewer.MayRunPulses(path) || viewer.Leads.Any(l => path.StartsWith(l.Path, StringComparison.Ordinal));

    /// <param name="own">The path of the unit in which the viewer works.</param>
    public static bool MayReadFigures(this Viewer viewer, string path, string? own) =>
        viewer.MayReadInsight()
        || own?.StartsWith(path, StringComparison.Ordinal) == true
        || viewer.Leads.Any(l => path.StartsWith(l.Path, StringComparison.Ordinal) || l.Path.StartsWith(path, StringComparison.Ordinal));
}
